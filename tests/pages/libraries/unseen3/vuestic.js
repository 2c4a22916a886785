import { createVuestic, VaInput } from "vuestic-ui";
import { vuePage } from "../others/vue-page.js";
import "vuestic-ui/css";

/** A bordered field with a label within its border, a counter, and a message below. */
vuePage(
  (model, label, h) =>
    h(VaInput, {
      ...model,
      label,
      innerLabel: true,
      counter: true,
      maxLength: 64,
      messages: ["0–9 and a–f"],
      style: "width: 100%",
    }),
  (app) => app.use(createVuestic()),
);
