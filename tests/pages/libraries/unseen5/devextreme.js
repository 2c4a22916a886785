import TextBox from "devextreme/ui/text_box";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";
import "devextreme/dist/css/dx.light.css";

/** The label lies on the frame of the field. */
restorePage(({ place, label, setKey }) => {
  const host = make("div", { className: "wide" });
  place.append(host);
  new TextBox(host, {
    label,
    labelMode: "floating",
    maxLength: 64,
    showClearButton: true,
    valueChangeEvent: "input",
    onValueChanged: ({ value }) => setKey(value),
  });
});
