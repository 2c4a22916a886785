/**
 * Runs the content room in a real isolated world of a practice page at WhatsApp Web's address, in Chromium.
 */
import { type BrowserContext, test as base, type CDPSession, type Page } from "@playwright/test";
import { hasPracticePage, practicePage } from "../support/practice-pages.ts";
import { bundleLooking, bundleMain, bundleProbe } from "./bundles.ts";
import { KEY, ORIGIN } from "./cases.ts";

export { KEY } from "./cases.ts";

/** A world of its own in one frame: the page's DOM, but none of its script. */
export class IsolatedWorld {
  constructor(
    private readonly cdp: CDPSession,
    private readonly contextId: number,
  ) {}

  /** Evaluates an expression there; promises are awaited, the value comes back as JSON. */
  async run<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.cdp.send("Runtime.evaluate", {
      expression,
      contextId: this.contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }
}

type Tools = {
  keepsTab: boolean;
  /** Opens a practice page, `single` or `hidden?how=clip`. */
  open: (address: string, origin?: string) => Promise<void>;
  /** A world with the script in it, in the top frame or in the first child frame. */
  enter: (script: string, where?: "top" | "child") => Promise<IsolatedWorld>;
  /** A world with `probe`. */
  probe: (where?: "top" | "child") => Promise<IsolatedWorld>;
};

type Built = {
  probeScript: string;
  mainScript: string;
  lookingScript: string;
  /** One for all tests of a worker: to open one costs as much as a test. */
  window: BrowserContext;
  keptTab: Page;
  /**
   * Puts HTML into a practice page that stays open, which costs a tenth of opening one. Styles stand in
   * `data-style`.
   */
  show: (html: string) => Promise<IsolatedWorld>;
};

/** High enough for the longest page: what lies below the window is not offered. */
const VIEWPORT = { width: 1280, height: 1000 };

async function enterFrame(page: Page, script: string, where: "top" | "child") {
  const cdp = await page.context().newCDPSession(page);
  const { frameTree } = await cdp.send("Page.getFrameTree");
  const frame = where === "top" ? frameTree.frame : frameTree.childFrames?.[0]?.frame;
  if (!frame) throw new Error("no child frame");
  const { executionContextId } = await cdp.send("Page.createIsolatedWorld", { frameId: frame.id });
  const world = new IsolatedWorld(cdp, executionContextId);
  await world.run(script);
  return { world, cdp };
}

export const test = base.extend<Tools, Built>({
  launchOptions: [
    { executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox"] },
    { scope: "worker" },
  ],
  probeScript: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter names
    async ({}, use) => use(await bundleProbe("chrome")),
    { scope: "worker" },
  ],
  mainScript: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter names
    async ({}, use) => use(await bundleMain()),
    { scope: "worker" },
  ],
  lookingScript: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter names
    async ({}, use) => use(await bundleLooking()),
    { scope: "worker" },
  ],
  window: [
    async ({ browser }, use) => {
      const window = await browser.newContext({ viewport: VIEWPORT });
      await window.route(/^https:/, (route) => {
        const name = new URL(route.request().url()).pathname.slice(1);
        return hasPracticePage(name)
          ? route.fulfill({ contentType: "text/html", body: practicePage(name) })
          : route.fulfill({ status: 404 });
      });
      await use(window);
      await window.close();
    },
    { scope: "worker" },
  ],
  // Open all the while: a window closes with its last tab.
  keptTab: [async ({ window }, use) => use(await window.newPage()), { scope: "worker" }],
  show: [
    async ({ window, probeScript }, use) => {
      const page = await window.newPage();
      await page.goto(`${ORIGIN}/plain`);
      const { world } = await enterFrame(page, probeScript, "top");
      await use(async (html) => {
        await page.evaluate((text) => {
          document.body.innerHTML = text;
          // The page's policy lets no style stand in its HTML.
          for (const element of document.querySelectorAll<HTMLElement>("[data-style]"))
            element.style.cssText = element.dataset["style"] ?? "";
        }, html);
        return world;
      });
      await page.close();
    },
    { scope: "worker" },
  ],
  keepsTab: [false, { option: true }],
  page: async ({ window, keptTab, keepsTab }, use) => {
    const page = keepsTab ? keptTab : await window.newPage();
    await use(page);
    if (!keepsTab) return page.close();
    await page.unrouteAll();
    if (page.viewportSize()?.height !== VIEWPORT.height) await page.setViewportSize(VIEWPORT);
  },
  open: async ({ page }, use) => {
    await use(async (address, origin = ORIGIN) => {
      await page.goto(`${origin}/${address}`);
    });
  },
  enter: async ({ page }, use) => {
    const sessions: CDPSession[] = [];
    await use(async (script, where = "top") => {
      const { world, cdp } = await enterFrame(page, script, where);
      sessions.push(cdp);
      return world;
    });
    for (const cdp of sessions) await cdp.detach();
  },
  probe: async ({ enter, probeScript }, use) => {
    await use((where) => enter(probeScript, where));
  },
});

/**
 * One tab for all tests of this file, which do nothing to it beyond their document; others open their own.
 */
export function keepTab(): void {
  test.use({ keepsTab: true });
  // What the last document does would go on beside other files.
  test.afterAll(async ({ keptTab }) => void (await keptTab.goto("about:blank")));
}

export { expect } from "@playwright/test";

type AppState = { key: string; events: string[] };

export function appState(page: Page): Promise<AppState> {
  return page.evaluate(() => (window as unknown as { appState: AppState }).appState);
}

/** Everything that stands in a field or an editable part of the page, frames included. */
export async function allText(page: Page): Promise<string> {
  const texts = await Promise.all(
    page
      .frames()
      .map((frame) =>
        frame.evaluate(() =>
          [...document.querySelectorAll<HTMLInputElement>("input, textarea, [contenteditable]")]
            .map((element) => element.value ?? element.textContent)
            .join(""),
        ),
      ),
  );
  return texts.join("");
}

/**
 * From here on the clock of all worlds stands still but for what the returned function lets pass, in no time.
 */
export async function virtualTime(page: Page): Promise<(ms: number) => Promise<void>> {
  const cdp = await page.context().newCDPSession(page);
  return async (budget) => {
    const over = new Promise((resolve) => cdp.once("Emulation.virtualTimeBudgetExpired", resolve));
    await cdp.send("Emulation.setVirtualTimePolicy", { policy: "advance", budget });
    await over;
  };
}

export type Found = { kind: string; shape?: { boxes: number; digitsPerBox: number; multiline: boolean } };

export const find = (world: IsolatedWorld): Promise<Found> => world.run("probe.find()");
export const fill = (world: IsolatedWorld): Promise<string> => world.run(`probe.fill("${KEY}")`);
