import { defaultConfig, FormKit, plugin } from "@formkit/vue";
import { vuePage } from "../others/vue-page.js";
import "@formkit/themes/genesis";

/** A field that tells its value on a moment after the last change, and once left what is wrong with it. */
vuePage(
  (model, label, h) =>
    h(FormKit, {
      ...model,
      type: "text",
      name: "key",
      label,
      help: "You can find it among your saved passwords.",
      validation: "required|matches:/^[0-9a-f ]+$/",
    }),
  (app) => app.use(plugin, defaultConfig()),
);
