import "@material/web/textfield/outlined-text-field.js";
import { restorePage } from "../frame.js";

/** Its own label lies where the text will be, and the empty input is transparent until it has the focus. */
restorePage(({ place, label, setKey }) => {
  const field = Object.assign(document.createElement("md-outlined-text-field"), { label, maxLength: 64 });
  field.addEventListener("input", () => setKey(field.value));
  place.append(field);
});
