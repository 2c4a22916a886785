import "uikit/dist/css/uikit.css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

/** A text area of a stacked form, read when it is left. */
restorePage(({ place, label, setKey }) => {
  const caption = make("label", { className: "uk-form-label", htmlFor: "key" }, label);
  const field = make("textarea", { className: "uk-textarea", id: "key", rows: 3 });
  field.addEventListener("change", () => setKey(field.value));
  const controls = make("div", { className: "uk-form-controls" }, field);
  place.append(make("div", { className: "uk-form-stacked" }, caption, controls));
});
