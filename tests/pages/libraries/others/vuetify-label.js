import { createVuetify } from "vuetify";
import { VTextField } from "vuetify/components/VTextField";
import { vuePage } from "./vue-page.js";

/** Its label lies where the text will be, until the field has the focus. */
vuePage(
  (model, label, h) => h(VTextField, { ...model, label, counter: 64 }),
  (app) => app.use(createVuetify()),
);
