/**
 * One tab of one browser on a practice page: what is tried in both browsers is written once, against this.
 */
import { rmSync } from "node:fs";
import { Firefox } from "../drivers/firefox/firefox.ts";
import { writeScratchExtension } from "../drivers/scratch-extension.ts";
import { ALL } from "../support/all.ts";
import { practicePage, practiceSite } from "../support/practice-pages.ts";
import { bundleProbe } from "./bundles.ts";
import { KEY, ORIGIN } from "./cases.ts";
import { test as base, type Found, type IsolatedWorld } from "./isolated-world.ts";

export { expect } from "@playwright/test";

const ENGINES = ["chromium", "firefox"] as const;
export type Engine = (typeof ENGINES)[number];

export type Stage = {
  /**
   * Opens a practice page, at WhatsApp Web's address unless another is given, and makes a world of our own in
   * it.
   */
  open(address: string): Promise<void>;
  find(): Promise<Found>;
  fill(): Promise<string>;
  /** In our world. */
  ours<T>(expression: string): Promise<T>;
  /** In the page's own. */
  page<T>(expression: string): Promise<T>;
};

const FIND = "probe.find()";
const FILL = `probe.fill("${KEY}")`;

type Answer = { result: { value: string }; exceptionDetails?: { text: string } };

/** Firefox's isolated world looks at the page through wrappers. */
async function openFirefoxStage(firefox: Firefox): Promise<Stage> {
  const probeScript = await bundleProbe("firefox");
  const page = await firefox.newPage();
  await page.bringToFront();
  await firefox.serve(ORIGIN, practiceSite());
  const served = new Set([ORIGIN]);
  const ours = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await firefox.bidi.send<Answer>("script.evaluate", {
      expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
      target: { context: page.context, sandbox: "probe" },
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return JSON.parse(result.value) as T;
  };
  return {
    async open(address) {
      const { origin, pathname, href } = new URL(address, ORIGIN);
      if (!served.has(origin)) await firefox.serve(origin, { [pathname]: practicePage(pathname.slice(1)) });
      served.add(origin);
      await page.goto(href);
      await ours(`(0, eval)(${JSON.stringify(probeScript)})`);
    },
    find: () => ours(FIND),
    fill: () => ours(FILL),
    ours,
    page: (expression) => page.evaluate(expression),
  };
}

type FirefoxTab = { firefoxStage: () => Promise<Stage> };

export const test = base.extend<{ engine: Engine; stage: Stage }, FirefoxTab>({
  engine: ["chromium", { option: true }],
  // One for all files of a worker, launched when the first of them asks for it.
  firefoxStage: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter names
    async ({}, use) => {
      const addOn = writeScratchExtension("firefox");
      let firefox: Firefox | undefined;
      const begin = async () => {
        firefox = await Firefox.launch({ addOn });
        return openFirefoxStage(firefox);
      };
      let begun: Promise<Stage> | undefined;
      await use(() => {
        begun ??= begin();
        return begun;
      });
      await firefox?.close();
      rmSync(addOn, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],
  stage: async ({ engine, page, open, probe, firefoxStage }, use) => {
    if (engine === "firefox") return use(await firefoxStage());
    let world: IsolatedWorld | undefined;
    const ours = async <T>(expression: string): Promise<T> => {
      if (!world) throw new Error("nothing is open");
      return world.run<T>(expression);
    };
    return use({
      async open(address) {
        const { origin, href } = new URL(address, ORIGIN);
        await open(href.slice(origin.length + 1), origin);
        world = await probe();
      },
      find: () => ours(FIND),
      fill: () => ours(FILL),
      ours,
      page: (expression) => page.evaluate(expression),
    });
  },
});

/**
 * Tells the same trials of each browser; each begins with a document of its own. `npm test` takes them in
 * Chromium: what they show is our own walk over the page's tree, and the end-to-end stories show in both what
 * the browser does itself.
 */
export function inEachBrowser(tell: (engine: Engine) => void): void {
  for (const engine of ALL ? ENGINES : ENGINES.slice(0, 1))
    test.describe(engine, () => {
      test.use({ engine, keepsTab: true });
      tell(engine);
    });
}

type AppState = { key: string; events: string[] };
export const appStateOn = (stage: Stage): Promise<AppState> =>
  stage.page("({ key: appState.key, events: appState.events })");

/** What stands in the fields and editors of the page. */
export const textOn = (stage: Stage): Promise<string> =>
  stage.page(
    `[...document.querySelectorAll("input, textarea, [contenteditable]")].map((one) => one.value ?? one.textContent).join("")`,
  );
