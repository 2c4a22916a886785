/** Hostile pages against finding and filling. */
import { CHROMIUM_CLOAKS } from "./foe-cases.ts";
import { CHROMIUM_TRIALS, MORE_TRIALS } from "./foe-more-trials.ts";
import { ofCloak, TRIALS } from "./foe-trials.ts";
import { inEachBrowser, test } from "./stage.ts";

inEachBrowser((engine) => {
  const own = engine === "chromium" ? [...CHROMIUM_CLOAKS.map(ofCloak), ...CHROMIUM_TRIALS] : [];
  for (const { name, act } of [...TRIALS, ...MORE_TRIALS, ...own]) test(name, ({ stage }) => act(stage));
});
