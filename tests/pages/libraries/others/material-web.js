import "@material/web/textfield/outlined-text-field.js";
import { restorePage } from "../frame.js";

/** Without the label of its own, which material-web-label.js has. */
restorePage(({ place, label, setKey }) => {
  const field = Object.assign(document.createElement("md-outlined-text-field"), {
    ariaLabel: label,
    maxLength: 64,
  });
  field.addEventListener("input", () => setKey(field.value));
  place.append(field);
});
