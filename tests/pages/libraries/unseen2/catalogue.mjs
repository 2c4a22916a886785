import { code, kindsIn } from "../page-kinds.mjs";

const { one, area, split } = kindsIn("unseen2");

/** A second lot like `UNSEEN_LIBRARIES`, made when the script had long known the first. */
export const UNSEEN2_LIBRARIES = [
  one("fluent-masked.jsx"),
  split("react-auth-code.jsx", 64),
  one("tdesign-vue.js"),
  split("buefy.js", 16),
  split("svelte-carbon.js", 8),
  code(one("ngx-mask.js")),
  one("mdui.js"),
  area("siemens-ix.js"),
  area("tagify.js"),
  area("editorjs.js"),
  area("maskito.js"),
  { ...area("materialize.js"), asksForFocus: true },
];
