import { code, kindsIn } from "../page-kinds.mjs";

const { one, area, split } = kindsIn("unseen3");

/** A third lot like `UNSEEN_LIBRARIES`: the usual libraries of each framework more than the odd ones. */
export const UNSEEN3_LIBRARIES = [
  one("primer.jsx"),
  one("cloudscape.jsx"),
  split("gravity-pin.jsx", 64),
  one("vuestic.js"),
  split("bootstrap-vue.js", 16),
  one("svelte-smui.js"),
  one("solid-bootstrap.js"),
  code(split("ng-zorro-otp.js", 64)),
  area("carbon-web.js"),
  one("vscode-elements.js"),
  area("govuk.js"),
  split("bulma.js", 8),
  area("ckeditor.js"),
  area("jodit.js"),
];
