import "@vaadin/text-field";
import { restorePage } from "../frame.js";

/** Its input is slotted: in the document, but drawn within a shadow tree. */
restorePage(({ place, label, setKey }) => {
  const field = Object.assign(document.createElement("vaadin-text-field"), {
    label,
    pattern: "[0-9a-f]{64}",
  });
  field.addEventListener("value-changed", ({ detail }) => setKey(detail.value));
  place.append(field);
});
