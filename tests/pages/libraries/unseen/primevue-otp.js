import Aura from "@primeuix/themes/aura";
import PrimeVue from "primevue/config";
import InputOtp from "primevue/inputotp";
import { vuePage } from "../others/vue-page.js";

/** 64 boxes of one component. */
vuePage(
  (model, _label, h) =>
    h(InputOtp, { ...model, length: 64, size: "small", style: "display: flex; flex-wrap: wrap" }),
  (app) => app.use(PrimeVue, { theme: { preset: Aura } }),
);
