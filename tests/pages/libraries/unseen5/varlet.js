import { Input } from "@varlet/ui";
import { vuePage } from "../others/vue-page.js";
import "@varlet/ui/es/input/style/index.mjs";

/** Its placeholder is an element that floats up. */
vuePage((model, label, h) => h(Input, { ...model, placeholder: label, maxlength: 64, clearable: true }));
