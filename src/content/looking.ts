/**
 * Put beside the script that is in the page when the user looks: everything that no page needs before. The
 * gate that walks the page for layers, the look at fields that are seen only with the focus, the form of a
 * field that the user has pointed at, a form's title, the key that the page shows, why there is nothing to
 * fill, and the filling itself.
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
