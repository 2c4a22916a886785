import { Label, PinInputInput, PinInputRoot } from "reka-ui";
import { vuePage } from "../others/vue-page.js";

const INDEXES = [...Array(64).keys()];

/** 64 boxes without a style of their own, whose model is an array. */
vuePage(({ modelValue, "onUpdate:modelValue": change }, label, h) => [
  h(Label, { for: "key" }, () => label),
  h(
    PinInputRoot,
    {
      id: "key",
      class: "boxes by16",
      modelValue: modelValue === "" ? [] : modelValue,
      "onUpdate:modelValue": change,
    },
    () => INDEXES.map((index) => h(PinInputInput, { key: index, index })),
  ),
]);
