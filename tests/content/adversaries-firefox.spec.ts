/** The same hostile pages in Firefox, whose isolated world looks at the page through wrappers. */
import { rmSync } from "node:fs";
import { test } from "@playwright/test";
import { Firefox } from "../support/firefox.ts";
import type { FirefoxPage } from "../support/firefox-page.ts";
import { practicePage } from "../support/practice-pages.ts";
import { writeScratchExtension } from "../support/scratch-extension.ts";
import { bundleProbe } from "./bundles.ts";
import { KEY, ORIGIN } from "./cases.ts";
import { MORE_TRIALS } from "./foe-more-trials.ts";
import { type Stage, TRIALS } from "./foe-trials.ts";
import { isOfMany, sample } from "./sample.ts";

/** A page that hangs must not hold up the rest. */
test.describe.configure({ timeout: 20_000 });

const addOn = writeScratchExtension("firefox");
let firefox: Firefox;
/** One for all but the crowds: each trial begins with a document of its own, and a tab costs as much as a trial. */
let shared: FirefoxPage;
let probeScript: string;

test.beforeAll(async () => {
  test.setTimeout(60_000);
  probeScript = await bundleProbe("firefox");
  firefox = await Firefox.launch({ addOn });
  await firefox.serve(ORIGIN, { "/foe": practicePage("foe") });
  shared = await openTab();
});
test.afterAll(async () => {
  await firefox?.close();
  rmSync(addOn, { recursive: true, force: true });
});

async function openTab(): Promise<FirefoxPage> {
  const page = await firefox.newPage();
  await page.bringToFront();
  return page;
}

type Answer = { result: { value: string }; exceptionDetails?: { text: string } };

/** Evaluates in a world of our own in the page. */
async function ours<T>(page: FirefoxPage, expression: string): Promise<T> {
  const { result, exceptionDetails } = await firefox.bidi.send<Answer>("script.evaluate", {
    expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
    target: { context: page.context, sandbox: "probe" },
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return JSON.parse(result.value) as T;
}

for (const { name, act } of sample([...sample(TRIALS, 4, isOfMany), ...MORE_TRIALS], 6, undefined, 1)) {
  test(name, async () => {
    // They are timed: in a tab, and so a process, that has nothing of others to clear away, and leaves it none.
    const isCrowd = name.startsWith("a crowd");
    const page = isCrowd ? await openTab() : shared;
    const stage: Stage = {
      async open(address) {
        await page.goto(address);
        await ours(page, `(0, eval)(${JSON.stringify(probeScript)})`);
      },
      find: () => ours(page, "probe.find()"),
      fill: () => ours(page, `probe.fill("${KEY}")`),
      ours: (expression) => ours(page, expression),
      page: (expression) => page.evaluate(expression),
    };
    try {
      await act(stage);
    } finally {
      if (isCrowd) {
        await page.close();
        await shared.bringToFront();
      }
    }
  });
}
