import MediumEditor from "medium-editor";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";
import "medium-editor/dist/css/medium-editor.css";
import "medium-editor/dist/css/themes/default.css";

/** An editor without a toolbar, whose placeholder is drawn by a style sheet. */
restorePage(({ place, label, setKey }) => {
  const area = make("div", { className: "area", aria: { label } });
  place.append(make("form", { onsubmit: (event) => event.preventDefault() }, area));
  const editor = new MediumEditor(area, { toolbar: false, placeholder: { text: "Paste here" } });
  editor.subscribe("editableInput", () => setKey(area.textContent));
});
