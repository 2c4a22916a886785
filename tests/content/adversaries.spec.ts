/** Hostile pages against finding and filling. */

import { ADVERSARIES_IN_FIREFOX } from "./firefox-causes.ts";
import { CHROMIUM_CLOAKS } from "./foe-cases.ts";
import { MORE_TRIALS } from "./foe-more-trials.ts";
import { ofCloak, TRIALS } from "./foe-trials.ts";
import { inEachBrowser } from "./stage.ts";

inEachBrowser(ADVERSARIES_IN_FIREFOX, (trial, engine) => {
  const own = engine === "chromium" ? CHROMIUM_CLOAKS.map(ofCloak) : [];
  for (const { name, act } of [...TRIALS, ...MORE_TRIALS, ...own]) trial(name, ({ stage }) => act(stage));
});
