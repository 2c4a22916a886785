/**
 * Put beside the script that is in the page when the user looks: the gate that walks the page for layers, the look at
 * fields that are seen only with the focus, the form of a field that the user has pointed at, a form's title, the key
 * that the page shows, why there is nothing to fill, and the filling itself. What no page needs before need not be in
 * every page.
 */

import { fillForm } from "./fill/fill-form.ts";
import { findChosen } from "./find/chosen-form.ts";
import { titleOf } from "./find/describe.ts";
import { explainRefusal } from "./find/refusal.ts";
import { isUnderLayer } from "./gates/layers.ts";
import { comesWithFocus } from "./gates/with-focus.ts";
import { readShownKeys } from "./watch/shown-key.ts";
import type { World } from "./world.ts";

Object.assign(globalThis as World, {
  comesWithFocus,
  explainRefusal,
  fillForm,
  findChosen,
  isUnderLayer,
  readShownKeys,
  titleOf,
});
