import { Form, FormItem, Textarea } from "ant-design-vue";
import { vuePage } from "../others/vue-page.js";

/** A text area that counts its characters and has a button to clear it. */
vuePage(({ modelValue, "onUpdate:modelValue": change }, label, h) =>
  h(Form, { layout: "vertical" }, () =>
    h(FormItem, { label, name: "key" }, () =>
      h(Textarea, {
        value: modelValue,
        "onUpdate:value": change,
        allowClear: true,
        showCount: true,
        maxlength: 64,
        rows: 3,
      }),
    ),
  ),
);
