/**
 * How fast the popup and the worker are there, against an extension that holds nothing but Preact's first
 * word: first contentful paint of the locked popup, and the worker's first answer after it was stopped. Same
 * browser, same build settings. And how long after the popup's own first paint *Fill* may be pressed, but for
 * the wait that guards it.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import preact from "@preact/preset-vite";
import { build, type InlineConfig } from "vite";
import { createStrictLogger } from "../../scripts/strict-logger.mjs";
import type { Driver } from "../drivers/driver.ts";
import { launchBrowser, SHIPPED_BUILDS } from "../drivers/launch.ts";
import type { Page } from "../drivers/page.ts";
import { ROOT } from "../e2e/practice.ts";
import { ask, createKeyring, FILL, openPractice, POPUP, sendRaw, unlock } from "../e2e/steps.ts";
import { interleave, median, type Ratio } from "./measure.ts";

const ROUNDS = 25;
const BOUND = 1.5;
/**
 * Of what is above the empty worker, half is making our services and a fifth the browser's own script for
 * menus.
 */
const START_BOUND = 2;
const OFFER_BOUND = 2;
/** The button does nothing within half a second of being painted (`guarded-button.tsx`). */
const GUARD_MS = 500;
const SOURCE = resolve(ROOT, "dist/empty-extension-source");
const EMPTY = resolve(ROOT, "dist/empty-extension");

const SOURCES = {
  "page.html":
    '<!doctype html><meta charset="utf-8"><title>empty</title><body><script type="module" src="./page.jsx"></script>',
  "page.jsx": 'import { render } from "preact"; render(<p>empty</p>, document.body);',
  // It answers, so that one can measure when it has started.
  "worker.js": "chrome.runtime.onMessage.addListener((_, __, respond) => respond({}));",
};

const MANIFEST = {
  manifest_version: 3,
  name: "Empty extension",
  version: "1",
  background: { service_worker: "worker.js" },
};

async function buildEmptyExtension(): Promise<void> {
  await mkdir(SOURCE, { recursive: true });
  for (const [name, text] of Object.entries(SOURCES)) await writeFile(resolve(SOURCE, name), text);
  const common: InlineConfig = {
    root: SOURCE,
    configFile: false,
    logLevel: "warn",
    customLogger: createStrictLogger(),
    plugins: [preact()],
  };
  const out = { outDir: EMPTY, emptyOutDir: false, target: "chrome140" };
  await build({
    ...common,
    build: {
      ...out,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: resolve(SOURCE, "page.html") },
    },
  });
  const entry = resolve(SOURCE, "worker.js");
  await build({
    ...common,
    build: { ...out, lib: { name: "_", entry, formats: ["iife"], fileName: () => "worker.js" } },
  });
  await writeFile(resolve(EMPTY, "manifest.json"), JSON.stringify(MANIFEST));
}

async function firstPaintMs(browser: Driver, url: string): Promise<number> {
  const page = await browser.newPage(url);
  const paintMs = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => {
          const entry = list.getEntriesByName("first-contentful-paint")[0];
          if (entry) done(entry.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
  await page.close();
  return paintMs;
}

/** From the message that wakes it to its answer. Ours refuses this one without a look at anything. */
async function workerStartMs(browser: Driver, page: Page): Promise<number> {
  await browser.inChromium().stopWorker(new URL(await page.url()).host);
  return page.evaluate(async () => {
    const start = performance.now();
    await chrome.runtime.sendMessage({
      protocol: "sixtyfour/page",
      version: 1,
      type: "key.reveal",
      payload: null,
    });
    return performance.now() - start;
  });
}

/** Since the popup began to load, in a window of its own over the form. */
async function offerTimes(browser: Driver): Promise<{ paintMs: number; offerMs: number }> {
  const url = browser.extUrl(`${POPUP}?window`);
  await browser.evaluateInWorker((at) => chrome.windows.create({ url: at, type: "popup" }), url);
  const popup = await browser.waitForPage(url);
  await popup.expectAttribute(FILL, "aria-disabled", "false");
  const times = await popup.evaluate(() => ({
    paintMs: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    pressableMs: performance.getEntriesByName("fill-pressable")[0]?.startTime ?? Number.NaN,
  }));
  await popup.close();
  return { paintMs: times.paintMs, offerMs: times.pressableMs - GUARD_MS };
}

/** Notes, in every page from now on, when the button of a fill can be pressed. */
function markPressable(): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector("button[aria-disabled=false]")) return;
    performance.mark("fill-pressable");
    observer.disconnect();
  }).observe(document, { subtree: true, childList: true, attributeFilter: ["aria-disabled"] });
}

export async function bench(): Promise<Ratio[]> {
  await buildEmptyExtension();
  const browser = await launchBrowser("chromium", { extension: SHIPPED_BUILDS.chromium, others: [EMPTY] });
  try {
    const app = await createKeyring(browser);
    await sendRaw(app, "keyring.lock", {});
    const emptyUrl = `${browser.identify(EMPTY).origin}/page.html`;
    const paint = await interleave(
      ROUNDS,
      () => firstPaintMs(browser, browser.extUrl(POPUP)),
      () => firstPaintMs(browser, emptyUrl),
    );
    const empty = await browser.newPage(emptyUrl);
    const start = await interleave(
      ROUNDS,
      () => workerStartMs(browser, app),
      () => workerStartMs(browser, empty),
    );
    await empty.close();
    await unlock(app);
    await ask(app, "entry.generate", { label: "", phoneEnding: "" });
    await openPractice(browser, "plain");
    await browser.addPreloadScript(markPressable);
    const offers: { paintMs: number; offerMs: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) offers.push(await offerTimes(browser));
    const offer = median(offers.map(({ paintMs, offerMs }) => offerMs / paintMs));
    return [
      { name: "popup-fill-pressable/popup-first-paint", ratio: offer, bound: OFFER_BOUND },
      { name: "popup-first-paint/empty-preact-page", ratio: paint.ours / paint.yardstick, bound: BOUND },
      { name: "worker-start/empty-worker", ratio: start.ours / start.yardstick, bound: START_BOUND },
    ];
  } finally {
    await browser.close();
    for (const folder of [SOURCE, EMPTY]) await rm(folder, { recursive: true, force: true });
  }
}
