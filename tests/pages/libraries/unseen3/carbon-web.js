import "@carbon/styles/css/styles.css";
import "@carbon/web-components/es/components/textarea/index.js";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

/** A text area in a shadow tree, with a label and a counter of the component's own. */
restorePage(({ place, label, setKey }) => {
  const field = make("cds-textarea", {
    label,
    helperText: "Spaces between the digits are fine.",
    enableCounter: true,
    maxCount: 79,
    rows: 3,
  });
  field.addEventListener("input", () => setKey(field.value));
  place.append(field);
});
