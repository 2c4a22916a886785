/**
 * Drives a real Chromium through Playwright: extensions loaded, the real action popup, pages served at any
 * https origin without a network, kills and relaunches on one profile.
 *
 * ```ts
 * const browser = await Chromium.launch({ extensions: ["dist/chrome"] });
 * await browser.serve("https://web.whatsapp.com", { "/": html });
 * const tab = await browser.newPage("https://web.whatsapp.com/");
 * const popup = await browser.openPopup();
 * await popup.page.getByRole("button", { name: "Unlock" }).click();
 * ```
 *
 * Playwright tells every page that it has the focus. A test of blur uses `setFocusEmulation`.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
  type Worker,
} from "@playwright/test";
import { PATIENCE_MS, waitFor, within } from "../../support/wait.ts";
import { killTree } from "../process-tree.ts";
import { extensionIdOf } from "./chromium-extension.ts";

/** HTML by path; `/` answers for the root only. */
export type ServedPages = Record<string, string>;
export type ChromiumOptions = {
  /** Directories of unpacked extensions; the first is ours. */
  extensions: string[];
  /** An existing profile, which is then kept; without it a new one is made and removed on `close`. */
  profile?: string;
  headless?: boolean;
  args?: string[];
};
export type Popup = {
  page: Page;
  /** Closes the panel, as a click elsewhere does. */
  close: () => Promise<void>;
};

const FLAGS = [
  // A second way in, for the action popup: Playwright's own connection does not take it for a page.
  "--remote-debugging-port=0",
  // For a press on the toolbar button: nothing else gives our extension access to the tab (`activeTab`).
  "--enable-unsafe-extension-debugging",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Headless, the popup would be cut to a small default window on a small default screen.
  "--window-size=1400,1200",
  "--screen-info={1600x1400}",
];

export class Chromium {
  #context!: BrowserContext;
  #processId = 0;
  readonly #served = new Map<string, ServedPages>();
  /** The id of our extension. */
  readonly extensionId: string;

  private constructor(
    readonly profile: string,
    private readonly ownsProfile: boolean,
    private readonly options: ChromiumOptions,
  ) {
    const [ours] = options.extensions;
    if (ours === undefined) throw new Error("no extension to load");
    this.extensionId = extensionIdOf(ours);
  }

  static async launch(options: ChromiumOptions): Promise<Chromium> {
    const profile = options.profile ?? mkdtempSync(join(tmpdir(), "sixtyfour-chromium-"));
    const browser = new Chromium(profile, options.profile === undefined, options);
    await browser.#start();
    return browser;
  }

  /** Playwright's view; a new one after each relaunch. */
  get context(): BrowserContext {
    return this.#context;
  }

  /** Of the browser's main process. */
  get processId(): number {
    return this.#processId;
  }

  extUrl(path: string): string {
    return `chrome-extension://${this.extensionId}/${path}`;
  }

  async newPage(url?: string): Promise<Page> {
    const page = await this.#context.newPage();
    if (url !== undefined) await page.goto(url);
    return page;
  }

  /** Waits for a tab or window whose address begins so: the popped-out popup, the tab of the first run. */
  waitForPage(urlStart: string): Promise<Page> {
    return waitFor(`a page at ${urlStart}`, () =>
      this.#context.pages().find((page) => page.url().startsWith(urlStart)),
    );
  }

  /** Serves HTML by path at an https origin; paths that are not given answer 404. May be called again. */
  async serve(origin: string, pages: ServedPages): Promise<void> {
    this.#served.set(origin, pages);
  }

  /**
   * The service worker, woken if it sleeps (a call into a sleeping one would hang); by id for another
   * extension.
   */
  async worker(extensionId = this.extensionId): Promise<Worker> {
    await withWorkerVersion(this.#context, extensionId, async (session, status) => {
      if (status() !== "running") {
        await session.send("ServiceWorker.startWorker", { scopeURL: `chrome-extension://${extensionId}/` });
      }
      await waitFor("the service worker running", () => status() === "running");
    });
    const isTheirs = (worker: Worker) => new URL(worker.url()).host === extensionId;
    return waitFor("the service worker", () => this.#context.serviceWorkers().find(isTheirs));
  }

  /**
   * Ends the service worker as Chromium does after 30 idle seconds, work under way or not; by id for another
   * extension.
   */
  async stopWorker(extensionId = this.extensionId): Promise<void> {
    await withWorkerVersion(this.#context, extensionId, async (session, status, versionId) => {
      if (status() === "stopped") return;
      // The event and not the state: the next message wakes it again at once.
      const stopped = new Promise<void>((resolve) => {
        session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
          if (versions.some((v) => v.versionId === versionId && v.runningStatus === "stopped")) resolve();
        });
      });
      await session.send("ServiceWorker.stopWorker", { versionId });
      await within(PATIENCE_MS, "stopping the service worker", stopped);
    });
  }

  async isWorkerRunning(): Promise<boolean> {
    return withWorkerVersion(this.#context, this.extensionId, async (_, status) => status() === "running");
  }

  /** Opens the real action popup over the tab in front. */
  async openPopup(): Promise<Popup> {
    const worker = await this.worker();
    await worker.evaluate(() => chrome.action.openPopup());
    return this.waitForPopup();
  }

  /** The user's press on our toolbar button, over this tab: opens the popup and gives access to the tab. */
  async pressToolbarButton(tab: Page): Promise<Popup> {
    await tab.bringToFront();
    const session = await browserSession(this.#context);
    const { targetInfos } = await session.send("Target.getTargets", { filter: [{ type: "tab" }] });
    const target = targetInfos.find(({ url }) => url === tab.url());
    if (!target) throw new Error(`no tab at ${tab.url()}`);
    const press = { id: this.extensionId, targetId: target.targetId };
    // Newer than Playwright's list of commands.
    await session.send("Extensions.triggerAction" as never, press as never);
    await session.detach();
    return this.waitForPopup();
  }

  /** For a popup that the extension opens by itself. */
  async waitForPopup(): Promise<Popup> {
    const targetId = await this.#popupTarget();
    // Connecting before the popup has its document would block it for good.
    const second = await this.connect();
    for (const page of second.contexts().flatMap((context) => context.pages())) {
      if ((await targetIdOf(page)) !== targetId) continue;
      const close = async () => {
        if (!page.isClosed()) await page.close();
        await second.close();
      };
      return { page, close };
    }
    await second.close();
    throw new Error("the action popup has gone");
  }

  /** The popup is the one page of ours that Playwright's first connection is not attached to. */
  async #popupTarget(): Promise<string> {
    const session = await browserSession(this.#context);
    const popup = await waitFor("the action popup", async () => {
      const { targetInfos } = await session.send("Target.getTargets");
      return targetInfos.find(
        ({ type, url, attached }) => type === "page" && !attached && url.startsWith(this.extUrl("")),
      );
    });
    await session.detach();
    return popup.targetId;
  }

  /** A second, independent Playwright connection to the same browser; close it after use. */
  async connect(): Promise<Browser> {
    const [port] = readFileSync(join(this.profile, "DevToolsActivePort"), "utf8").split("\n");
    return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  }

  /** A power cut: SIGKILL for every process of the browser. The profile stays. */
  async kill(): Promise<void> {
    const closed = new Promise((resolve) => this.#context.once("close", resolve));
    await killTree(this.#processId);
    await closed;
  }

  /** Starts again on the same profile, after `kill` or `quit`. Served pages stay. */
  async relaunch(): Promise<void> {
    await this.#start();
  }

  /** Ends the browser as a user would. The profile stays. */
  async quit(): Promise<void> {
    await this.#context.close();
  }

  async close(): Promise<void> {
    await this.quit();
    if (this.ownsProfile) rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async #start(): Promise<void> {
    const extensions = this.options.extensions.join(",");
    this.#context = await chromium.launchPersistentContext(this.profile, {
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      headless: this.options.headless ?? true,
      // With this switch Chromium would never offer to save a password, and our tests could not show that it
      // does not for our pages.
      ignoreDefaultArgs: ["--enable-automation"],
      // Both are needed: without the first the extension does not come up.
      args: [
        `--disable-extensions-except=${extensions}`,
        `--load-extension=${extensions}`,
        ...FLAGS,
        ...(this.options.args ?? []),
      ],
    });
    this.#processId = await browserProcessId(this.#context);
    await this.#context.route("https://**/*", async (route) => {
      const url = new URL(route.request().url());
      const html = this.#served.get(url.origin)?.[url.pathname];
      if (html !== undefined) await route.fulfill({ contentType: "text/html; charset=utf-8", body: html });
      else if (this.#served.has(url.origin)) await route.fulfill({ status: 404, body: "" });
      else await route.abort();
    });
    await this.worker();
  }
}

async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error("Playwright gives no browser for this context");
  return browser.newBrowserCDPSession();
}

async function browserProcessId(context: BrowserContext): Promise<number> {
  const session = await browserSession(context);
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const main = processInfo.find((process) => process.type === "browser");
  if (!main) throw new Error("no browser process");
  return main.id;
}

async function targetIdOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send("Target.getTargetInfo");
  await session.detach();
  return targetInfo.targetId;
}

/** Calls back with the state of an extension's worker, kept up to date while the call lasts. */
async function withWorkerVersion<T>(
  context: BrowserContext,
  extensionId: string,
  act: (session: CDPSession, status: () => string, versionId: string) => Promise<T>,
): Promise<T> {
  const page = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  let version: { versionId: string; runningStatus: string } | undefined;
  session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
    version = versions.find(({ scriptURL }) => new URL(scriptURL).host === extensionId) ?? version;
  });
  try {
    await session.send("ServiceWorker.enable");
    const { versionId } = await waitFor("the service worker's registration", () => version, { everyMs: 5 });
    return await act(session, () => version?.runningStatus ?? "stopped", versionId);
  } finally {
    await session.detach().catch(() => undefined);
  }
}
