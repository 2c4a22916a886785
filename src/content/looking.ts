/**
 * Everything that a page needs only once the user looks. The background loads it then, beside the script that
 * is already in the page. It adds the gate that searches for layers over a field, the search for fields that
 * show only while they have the focus, the form of a field that the user has chosen, a form's title, the key
 * that the page shows, the reason why there is nothing to fill, and the filling itself.
 */
import { createSession } from "./document-session.ts";
import { chooseField } from "./find/choose-field.ts";
import { isRestorePage } from "./gates/place.ts";
import { readShownKeys } from "./watch/shown-key.ts";
import type { World } from "./world.ts";

(globalThis as World).joinSixtyfour?.(() => {
  const { report, fill, choose } = createSession(isRestorePage);
  return {
    report,
    fill,
    readShownKeys,
    chooseField(done) {
      chooseField((field) => {
        choose(field);
        done(field !== null);
      });
    },
  };
});
