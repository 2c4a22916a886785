import Vue3OtpInput from "vue3-otp-input";
import { vuePage } from "./vue-page.js";

/** 64 boxes of the telephone's type, the library's own for its keyboard. It stops keys that are no digits. */
vuePage(({ "onUpdate:modelValue": onOnChange }, _label, h) =>
  h(Vue3OtpInput, { numInputs: 64, inputClasses: "digit", style: "flex-wrap: wrap", onOnChange }),
);
