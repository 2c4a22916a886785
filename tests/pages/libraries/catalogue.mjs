/**
 * The practice pages that are built with published component libraries: `dist/pages/lib-<name>.html`.
 *
 * `boxes`, `digitsPerBox`, `multiline`: the shape that our script must report. `code: true`: the framework
 * compiles text at run time, so its page alone allows it. `closed: true`: only an extension can look into it.
 * `digitsOnly: true`: nobody can type `a` to `f` there.
 * `asksForFocus: true`: seen only while the browser says that the field has the focus.
 */
import { OTHER_LIBRARIES } from "./others/catalogue.mjs";
import { REACT_LIBRARIES } from "./react/catalogue.mjs";
import { UNSEEN_LIBRARIES } from "./unseen/catalogue.mjs";
import { UNSEEN2_LIBRARIES } from "./unseen2/catalogue.mjs";
import { UNSEEN3_LIBRARIES } from "./unseen3/catalogue.mjs";
import { UNSEEN4_LIBRARIES } from "./unseen4/catalogue.mjs";
import { UNSEEN5_LIBRARIES } from "./unseen5/catalogue.mjs";

/** Also parts of `LIBRARY_PAGES`; reported apart. */
export { UNSEEN_LIBRARIES, UNSEEN2_LIBRARIES, UNSEEN3_LIBRARIES, UNSEEN4_LIBRARIES, UNSEEN5_LIBRARIES };

export const LIBRARY_PAGES = [
  ...REACT_LIBRARIES,
  ...OTHER_LIBRARIES,
  ...UNSEEN_LIBRARIES,
  ...UNSEEN2_LIBRARIES,
  ...UNSEEN3_LIBRARIES,
  ...UNSEEN4_LIBRARIES,
  ...UNSEEN5_LIBRARIES,
];

/** What `npm test` builds and opens, and what each stands for. Their packages are the `dependencies` of package.json. */
export const LIBRARY_CAUSES = {
  "input-otp": "one field drawn as boxes",
  lexical: "an editor with a model of its own",
  "lit-open": "a shadow tree",
  "lit-closed": "a shadow tree that only an extension can look into",
};
