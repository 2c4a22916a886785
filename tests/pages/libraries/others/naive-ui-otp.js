import { NInputOtp } from "naive-ui";
import { vuePage } from "./vue-page.js";

/** 64 boxes whose model is an array. */
vuePage(({ modelValue, "onUpdate:modelValue": change }, _label, h) =>
  h(NInputOtp, {
    length: 64,
    size: "tiny",
    gap: 2,
    style: "flex-wrap: wrap",
    value: modelValue === "" ? [] : modelValue,
    onUpdateValue: change,
  }),
);
