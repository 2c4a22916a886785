import "@lion/ui/define/lion-input.js";
import { make } from "../../plain-form.js";
import { restorePage } from "../frame.js";

/** Its input and label are slotted: they stand in the document. */
restorePage(({ place, label, setKey }) => {
  const field = make("lion-input", { label, helpText: "You find it where you keep your passwords." });
  field.addEventListener("model-value-changed", () => setKey(field.value));
  place.append(field);
});
