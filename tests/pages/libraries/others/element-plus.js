import { ElInput } from "element-plus/es/components/input/index.mjs";
import { vuePage } from "./vue-page.js";

vuePage((model, label, h) => h(ElInput, { ...model, ariaLabel: label, clearable: true }));
