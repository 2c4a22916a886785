/** Hostile pages against finding and filling. */
import { ADVERSARIES_IN_FIREFOX } from "./firefox-causes.ts";
import { CHROMIUM_CLOAKS } from "./foe-cases.ts";
import { MORE_TRIALS } from "./foe-more-trials.ts";
import { ofCloak, TRIALS } from "./foe-trials.ts";
import { type Engine, inEachBrowser, type Trials, test } from "./stage.ts";

function trialsOf(engine: Engine): Trials {
  const own = engine === "chromium" ? CHROMIUM_CLOAKS.map(ofCloak) : [];
  return [...TRIALS, ...MORE_TRIALS, ...own].map(({ name, act }) => [name, ({ stage }) => act(stage)]);
}

inEachBrowser(trialsOf, ADVERSARIES_IN_FIREFOX, (name, trial) => test(name, trial));
