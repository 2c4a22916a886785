import "@material/web/textfield/outlined-text-field.js";
import { restorePage } from "../frame.js";

restorePage(({ place, label, setKey }) => {
  const field = Object.assign(document.createElement("md-outlined-text-field"), { label, maxLength: 64 });
  field.addEventListener("input", () => setKey(field.value));
  place.append(field);
});
