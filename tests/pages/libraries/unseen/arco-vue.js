import { VerificationCode } from "@arco-design/web-vue";
import { vuePage } from "../others/vue-page.js";
import "@arco-design/web-vue/dist/arco.css";

/** 64 boxes that pass a rule of the page's. */
vuePage((model, _label, h) =>
  h(VerificationCode, {
    ...model,
    length: 64,
    size: "mini",
    style: "display: grid; grid-template-columns: repeat(16, 1fr); gap: 4px; height: auto",
    formatter: (text) => (/^[0-9a-f]*$/.test(text) ? text : false),
  }),
);
