import { NInput } from "naive-ui";
import { vuePage } from "./vue-page.js";

vuePage(({ modelValue, "onUpdate:modelValue": change }, label, h) =>
  h("label", {}, [
    label,
    h(NInput, { type: "textarea", placeholder: "", value: modelValue, onUpdateValue: change }),
  ]),
);
