import { QInput, Quasar } from "quasar";
import { vuePage } from "./vue-page.js";

/** A mask of 16 groups. */
vuePage(
  (model, label, h) =>
    h(QInput, { ...model, label, mask: Array(16).fill("xxxx").join(" "), unmaskedValue: true }),
  (app) => app.use(Quasar, { components: { QInput } }),
);
