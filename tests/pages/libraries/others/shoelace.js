import "@shoelace-style/shoelace/dist/components/input/input.js";
import { restorePage } from "../frame.js";

restorePage(({ place, label, setKey }) => {
  const field = Object.assign(document.createElement("sl-input"), { label, noSpellcheck: true });
  field.addEventListener("sl-input", () => setKey(field.value));
  place.append(field);
});
