/** Firefox behind the interface of both browsers. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { waitFor } from "../../support/wait.ts";
import {
  type BrowserName,
  type Capability,
  type Driver,
  type LaunchOptions,
  lacks,
  type MenuEntry,
  type ServedPages,
} from "../driver.ts";
import type { Page } from "../page.ts";
import type { Target } from "../target.ts";
import { BidiPage } from "./bidi-page.ts";
import { Firefox } from "./firefox.ts";
import type { FirefoxPage } from "./firefox-page.ts";
import { readAddOn } from "./firefox-profile.ts";

export class FirefoxDriver implements Driver {
  readonly name: BrowserName = "firefox";

  private constructor(
    private readonly browser: Firefox,
    private readonly downloads: string,
  ) {}

  static async launch({ extension, others, profile, headless, prefs }: LaunchOptions): Promise<Driver> {
    const downloads = mkdtempSync(join(tmpdir(), "sixtyfour-downloads-"));
    const browser = await Firefox.launch({
      addOn: extension,
      ...(others === undefined ? {} : { others }),
      ...(profile === undefined ? {} : { profile }),
      ...(headless === undefined ? {} : { headless }),
      prefs: { "browser.download.folderList": 2, "browser.download.dir": downloads, ...prefs },
    });
    return new FirefoxDriver(browser, downloads);
  }

  get profile() {
    return this.browser.profile;
  }

  can(capability: Capability) {
    return !lacks(this.name).includes(capability);
  }

  extUrl(path: string) {
    return this.browser.extUrl(path);
  }

  identify(directory: string) {
    const { id, host } = readAddOn(directory);
    return { id, origin: `moz-extension://${host}` };
  }

  serve(origin: string, pages: ServedPages) {
    return this.browser.serve(origin, pages);
  }

  async newPage(url?: string, type: "tab" | "window" = "tab") {
    return this.#page(await this.browser.newPage(url, type));
  }

  async pages(urlStart: string) {
    return (await this.browser.pagesAt(urlStart)).map((page) => this.#page(page));
  }

  async waitForPage(urlStart: string) {
    const page = this.#page(await this.browser.waitForPage(urlStart));
    await page.waitFor(() => document.readyState === "complete");
    return page;
  }

  focusWindow(page: Page) {
    return page.bringToFront();
  }

  async addPreloadScript(run: () => void) {
    await this.browser.bidi.send("script.addPreloadScript", { functionDeclaration: String(run) });
  }

  async recordConsole() {
    const printed: string[] = [];
    await this.browser.bidi.send("session.subscribe", { events: ["log.entryAdded"] });
    this.browser.bidi.on("log.entryAdded", (entry) => printed.push(JSON.stringify(entry)));
    return printed;
  }

  async openPopup() {
    return this.#popup(await this.browser.openPopup());
  }

  async pressToolbarButton(tab: Page) {
    await tab.bringToFront();
    return this.openPopup();
  }

  async waitForPopup() {
    return this.#popup(await this.browser.waitForPopup());
  }

  async isPopupOpen() {
    return (await this.browser.window.popupContext()) !== null;
  }

  pressShortcut(command: string) {
    return this.browser.window.pressShortcut(command);
  }

  async chooseMenuEntry(tab: Page, element: Target, { title }: MenuEntry) {
    await tab.click(element, "right");
    await this.browser.window.chooseMenuEntry(title);
  }

  badgeText(tab: Page) {
    return this.browser.window.badgeText((tab as BidiPage).context);
  }

  killWorker() {
    return this.browser.window.stopBackground();
  }

  async isWorkerRunning() {
    return (await this.browser.window.backgroundState()) === "running";
  }

  async evaluateInWorker<R, A>(run: (arg: A) => R | Promise<R>, arg?: A): Promise<R> {
    const context = await this.browser.window.backgroundContext();
    return new BidiPage(this.browser.bidi, context).evaluate(run, arg);
  }

  reloadExtension() {
    return this.browser.window.reloadAddOn();
  }

  kill() {
    return this.browser.kill();
  }

  relaunch() {
    return this.browser.relaunch();
  }

  quit() {
    return this.browser.quit();
  }

  async close() {
    await this.browser.close();
    rmSync(this.downloads, { recursive: true, force: true, maxRetries: 5 });
  }

  readClipboard() {
    return this.browser.window.readClipboard();
  }

  writeClipboard(text: string) {
    return this.browser.window.writeClipboard(text);
  }

  async download(_page: Page, act: () => Promise<void>) {
    await act();
    const path = await waitFor("the download", () => this.browser.window.takeDownload());
    return { name: basename(path), bytes: readFileSync(path) };
  }

  async offersToSavePassword() {
    return (await this.browser.window.offersToSavePassword()) !== null;
  }

  setSiteAccess(origin: string, allowed: boolean) {
    return this.browser.window.setSiteAccess(`${origin}/*`, allowed);
  }

  async reportIdle(state: "active" | "idle" | "locked") {
    if (state === "locked") throw new Error("Firefox never says so: the story must ask for system-lock");
    await this.browser.window.dispatchIdle(state);
  }

  inChromium(): never {
    throw new Error("this is Firefox: the story must ask for a capability of Chromium");
  }

  inFirefox() {
    return this.browser;
  }

  #page({ context }: FirefoxPage): Page {
    return new BidiPage(this.browser.bidi, context);
  }

  #popup({ context }: FirefoxPage): Page {
    return new BidiPage(this.browser.bidi, context, () => this.browser.window.closePopup());
  }
}
