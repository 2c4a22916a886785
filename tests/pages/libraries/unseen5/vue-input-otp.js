import { h } from "vue";
import { OTPInput } from "vue-input-otp";
import { vuePage } from "../others/vue-page.js";

const slot = ({ char, isActive }) =>
  h(
    "span",
    { style: `border: 1px solid ${isActive ? "blue" : "gray"}; width: 14px; height: 24px` },
    char ?? "",
  );

/** One field under 64 slots that are drawn. */
vuePage((model) =>
  h(
    OTPInput,
    { ...model, maxlength: 64, pattern: "^[0-9a-fA-F]+$", inputmode: "text" },
    { default: ({ slots }) => h("div", { style: "display: flex" }, slots.map(slot)) },
  ),
);
