import { code, kindsIn } from "../page-kinds.mjs";

const { one, area, split } = kindsIn("unseen");

/**
 * Pages of further libraries, each used as its documentation shows. Whoever wrote them did not look at the script
 * that finds and fills forms, so they tell how it does on forms that it was not made for.
 */
export const UNSEEN_LIBRARIES = [
  split("chakra-pin-input.jsx", 64),
  one("fluent-react.jsx"),
  split("semi-pin-code.jsx", 64),
  area("spectrum-text-area.jsx"),
  one("primereact-password.jsx"),
  split("blueprint.jsx", 16),
  one("grommet-masked-input.jsx"),
  area("reactstrap.jsx"),
  one("rsuite.jsx"),
  one("react-verification-input.jsx"),
  split("react-pin-field.jsx", 64),
  split("primevue-otp.js", 64),
  area("ant-design-vue.js"),
  one("vant.js"),
  split("arco-vue.js", 64),
  split("reka-pin-input.js", 64),
  code(one("angular-material.js")),
  code(split("ng-otp-input.js", 64)),
  split("svelte-melt.js", 64),
  area("kobalte.js"),
  one("corvu-otp.js"),
  one("fluent-web.js"),
  area("spectrum-web.js"),
  one("lion.js"),
  one("ui5.js"),
  one("calcite.js"),
  area("nord.js"),
  one("web-awesome.js"),
  split("bootstrap.js", 8),
  split("preact.js", 4),
  one("semantic-ui.js"),
  area("uikit.js"),
  one("onsen.js"),
  one("framework7.js"),
];
