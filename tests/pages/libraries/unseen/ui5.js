import "@ui5/webcomponents/dist/Input.js";
import "@ui5/webcomponents/dist/Label.js";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

/** Its model follows when the field is left. */
restorePage(({ place, label, setKey }) => {
  const caption = make("ui5-label", { for: "key", required: true, showColon: true }, label);
  const field = make("ui5-input", { id: "key", required: true, showClearIcon: true, className: "wide" });
  field.addEventListener("change", () => setKey(field.value));
  place.append(caption, field);
});
