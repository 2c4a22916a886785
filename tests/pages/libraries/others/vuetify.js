import { createVuetify } from "vuetify";
import { VTextField } from "vuetify/components/VTextField";
import { vuePage } from "./vue-page.js";

vuePage(
  (model, label, h) =>
    h(VTextField, {
      ...model,
      label,
      counter: 64,
      variant: "outlined",
      // Otherwise its label lies where the text will be: see vuetify-label.js.
      persistentPlaceholder: true,
      placeholder: "0123 …",
    }),
  (app) => app.use(createVuetify()),
);
