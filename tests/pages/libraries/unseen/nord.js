import "@nordhealth/components/lib/Textarea.js";
import "@nordhealth/css";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

/** A text area with a hint. */
restorePage(({ place, label, setKey }) => {
  const field = make("nord-textarea", {
    label,
    hint: "Letters a to f and digits.",
    expand: true,
    resize: "auto",
  });
  field.addEventListener("input", () => setKey(field.value));
  place.append(field);
});
