import { createVuetify } from "vuetify";
import { VTextField } from "vuetify/components/VTextField";
import { vuePage } from "./vue-page.js";

vuePage(
  (model, label, h) => h(VTextField, { ...model, label, counter: 64, variant: "outlined" }),
  (app) => app.use(createVuetify()),
);
