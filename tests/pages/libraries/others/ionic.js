import { defineCustomElement } from "@ionic/core/components/ion-input.js";
import { restorePage } from "../frame.js";

defineCustomElement();

/** Its model is debounced. */
restorePage(({ place, label, setKey }) => {
  const field = Object.assign(document.createElement("ion-input"), {
    label,
    labelPlacement: "stacked",
    debounce: 30,
  });
  field.addEventListener("ionInput", ({ detail }) => setKey(detail.value));
  place.append(field);
});
