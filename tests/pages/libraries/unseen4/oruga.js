import Oruga, { OField, OInput } from "@oruga-ui/oruga-next";
import { vuePage } from "../others/vue-page.js";
import "@oruga-ui/theme-oruga/style.css";

/** A field that a frame around it connects with a label and a message. */
vuePage(
  (model, label, h) =>
    h(OField, { label, message: "Without the dashes" }, () =>
      h(OInput, { ...model, maxlength: 64, placeholder: "Key" }),
    ),
  (app) => app.use(Oruga),
);
