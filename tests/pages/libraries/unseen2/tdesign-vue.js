import { Form, FormItem, Input, InputAdornment } from "tdesign-vue-next";
import { vuePage } from "../others/vue-page.js";
import "tdesign-vue-next/dist/tdesign.css";

const inFours = (text) => text.match(/.{1,4}/g)?.join(" ") ?? "";

/** Shows its value in groups of four while the focus is elsewhere, and as it is while someone types. */
vuePage((model, label, h) =>
  h(Form, { labelAlign: "top" }, () =>
    h(FormItem, { label, name: "key" }, () =>
      h(InputAdornment, { prepend: "#" }, () =>
        h(Input, { ...model, clearable: true, format: inFours, placeholder: "0–9, a–f" }),
      ),
    ),
  ),
);
