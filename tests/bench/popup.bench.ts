/** First contentful paint of the popup, locked, against an empty Preact page in the same browser. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { build } from "vite";
import type { Chromium } from "../drivers/chromium/chromium.ts";
import { extensionIdOf } from "../drivers/chromium/chromium-extension.ts";
import { createKeyring, launch, POPUP, ROOT, sendRaw } from "../e2e/chromium/setup.ts";
import { interleave, type Ratio } from "./measure.ts";

const ROUNDS = 15;
const BOUND = 1.5;
const EMPTY = resolve(ROOT, "dist/empty-page");

/** An extension of one page that renders one word with Preact. */
async function buildEmptyPage(): Promise<void> {
  const source = resolve(EMPTY, "source");
  await mkdir(source, { recursive: true });
  await writeFile(
    resolve(source, "page.js"),
    `import { h, render } from "preact"; render(h("p", null, "empty"), document.body);`,
  );
  await writeFile(
    resolve(source, "page.html"),
    `<!doctype html><meta charset="utf-8"><title>empty</title><body><script type="module" src="./page.js"></script>`,
  );
  await build({
    root: source,
    configFile: false,
    logLevel: "warn",
    build: { outDir: EMPTY, rolldownOptions: { input: resolve(source, "page.html") }, modulePreload: false },
  });
  await writeFile(
    resolve(EMPTY, "manifest.json"),
    JSON.stringify({
      manifest_version: 3,
      name: "Empty page",
      version: "1",
      background: { service_worker: "worker.js" },
    }),
  );
  await writeFile(resolve(EMPTY, "worker.js"), "");
}

async function firstPaintMs(browser: Chromium, url: string): Promise<number> {
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

export async function bench(): Promise<Ratio[]> {
  await buildEmptyPage();
  const browser = await launch({ extensions: [resolve(ROOT, "dist/chrome"), EMPTY] });
  try {
    const app = await createKeyring(browser);
    await sendRaw(app, "keyring.lock", {});
    const empty = `chrome-extension://${extensionIdOf(EMPTY)}/page.html`;
    const { ours, yardstick } = await interleave(
      ROUNDS,
      () => firstPaintMs(browser, browser.extUrl(POPUP)),
      () => firstPaintMs(browser, empty),
    );
    return [{ name: "popup-first-paint/empty-preact-page", ratio: ours / yardstick, bound: BOUND }];
  } finally {
    await browser.close();
    await rm(EMPTY, { recursive: true, force: true });
  }
}
