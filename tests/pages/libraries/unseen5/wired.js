import "wired-elements";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

/** A border that is drawn by hand, in a shadow tree. */
restorePage(({ place, label, setKey }) => {
  const field = make("wired-input", { placeholder: label });
  field.addEventListener("input", () => setKey(field.value));
  place.append(make("p", {}, label), field);
});
