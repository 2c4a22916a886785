import { code, kindsIn } from "../page-kinds.mjs";

const { one, area, split } = kindsIn("unseen5");

/** A fifth lot like `UNSEEN_LIBRARIES`, of 1 December 2026: written before any of them was opened. */
export const UNSEEN5_LIBRARIES = [
  split("ark-pin-input.jsx", 64),
  one("vue-input-otp.js"),
  split("arco-code.jsx", 64),
  area("tdesign-react.jsx"),
  area("uswds-react.jsx"),
  code(one("taiga.js")),
  one("devextreme.js"),
  area("squire.js"),
  area("medium-editor.js"),
  one("ariakit.jsx"),
  split("final-form.jsx", 16),
  one("varlet.js"),
  one("carbon-react.jsx"),
  split("lightning.js", 8),
  one("beercss.js"),
  one("flowbite-react.jsx"),
];
