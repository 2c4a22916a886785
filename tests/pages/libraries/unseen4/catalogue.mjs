import { code, kindsIn } from "../page-kinds.mjs";

const { one, area, split } = kindsIn("unseen4");

/** A fourth lot like `UNSEEN_LIBRARIES`: what most web applications are made with, as far as no other lot has it. */
export const UNSEEN4_LIBRARIES = [
  one("radix-themes.jsx"),
  area("heroui.jsx"),
  area("patternfly.jsx"),
  split("mui-otp.jsx", 64),
  one("react-input-mask.jsx"),
  area("textarea-autosize.jsx"),
  one("formkit.js"),
  one("oruga.js"),
  area("sveltestrap.js"),
  one("suid.jsx"),
  code(split("primeng-otp.js", 64)),
  one("vivid.js"),
  one("daisyui.js"),
  split("pico.js", 8),
  split("tabler.js", 16),
  area("summernote.js"),
];
