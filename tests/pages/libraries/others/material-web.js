import "@material/web/textfield/outlined-text-field.js";
import { restorePage } from "../frame.js";

/**
 * Its own label lies where the text will be and makes the empty input transparent until it has the focus. That is
 * how hidden fields look too, so such a form is for *Choose the field* at best; this one is labelled without.
 */
restorePage(({ place, label, setKey }) => {
  const field = Object.assign(document.createElement("md-outlined-text-field"), {
    ariaLabel: label,
    maxLength: 64,
  });
  field.addEventListener("input", () => setKey(field.value));
  place.append(field);
});
