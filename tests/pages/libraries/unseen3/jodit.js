import { Jodit } from "jodit";
import "jodit/es2021/jodit.css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

const textOf = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;

/** An editor in the place of a text area, which it hides and keeps filled with HTML. */
restorePage(({ place, label, setKey }) => {
  const area = make("textarea", { name: "key" });
  place.append(area);
  const editor = Jodit.make(area, {
    placeholder: label,
    buttons: "bold,italic,ul,ol,undo,redo",
    toolbarAdaptive: false,
    minHeight: 120,
  });
  editor.events.on("change", (html) => setKey(textOf(html)));
});
