/** Chromium behind the interface of both browsers. */
import { readFileSync } from "node:fs";
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
import { Chromium, type Popup } from "./chromium.ts";
import {
  badgeText,
  dispatchCommand,
  dispatchIdle,
  dispatchMenu,
  focusWindowOf,
  isPopupOpen,
  openWindow,
  readClipboard,
  reloadExtension,
  savePasswordOffers,
  setSiteAccess,
  writeClipboard,
} from "./chromium-controls.ts";
import { extensionIdOf } from "./chromium-extension.ts";
import { ChromiumPage } from "./chromium-page.ts";

const popupPage = ({ page, close }: Popup): Page => new ChromiumPage(page, close);

export class ChromiumDriver implements Driver {
  readonly name: BrowserName = "chromium";

  private constructor(private readonly browser: Chromium) {}

  static async launch({ extension, others = [], profile, headless, args }: LaunchOptions): Promise<Driver> {
    const browser = await Chromium.launch({
      extensions: [extension, ...others],
      ...(profile === undefined ? {} : { profile }),
      ...(headless === undefined ? {} : { headless }),
      ...(args === undefined ? {} : { args }),
    });
    return new ChromiumDriver(browser);
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
    const id = extensionIdOf(directory);
    return { id, origin: `chrome-extension://${id}` };
  }

  serve(origin: string, pages: ServedPages) {
    return this.browser.serve(origin, pages);
  }

  async newPage(url?: string, type: "tab" | "window" = "tab") {
    return new ChromiumPage(
      await (type === "tab" ? this.browser.newPage(url) : openWindow(this.browser, url)),
    );
  }

  async pages(urlStart: string) {
    const pages = this.browser.context.pages().filter((page) => page.url().startsWith(urlStart));
    return pages.map((page) => new ChromiumPage(page));
  }

  async waitForPage(urlStart: string) {
    return new ChromiumPage(await this.browser.waitForPage(urlStart));
  }

  focusWindow(page: Page) {
    return focusWindowOf(this.browser, page.inChromium());
  }

  async addPreloadScript(run: () => void) {
    await this.browser.context.addInitScript(run);
  }

  async recordConsole() {
    const printed: string[] = [];
    this.browser.context.on("console", (message) => printed.push(message.text()));
    return printed;
  }

  async openPopup() {
    return popupPage(await this.browser.openPopup());
  }

  async pressToolbarButton(tab: Page) {
    return popupPage(await this.browser.pressToolbarButton(tab.inChromium()));
  }

  async waitForPopup() {
    return popupPage(await this.browser.waitForPopup());
  }

  isPopupOpen() {
    return isPopupOpen(this.browser);
  }

  pressShortcut(command: string) {
    return dispatchCommand(this.browser, command);
  }

  chooseMenuEntry(_tab: Page, _element: Target, { id }: MenuEntry) {
    return dispatchMenu(this.browser, id);
  }

  badgeText(tab: Page) {
    return badgeText(this.browser, tab.inChromium().url());
  }

  killWorker() {
    return this.browser.stopWorker();
  }

  isWorkerRunning() {
    return this.browser.isWorkerRunning();
  }

  async evaluateInWorker<R, A>(run: (arg: A) => R | Promise<R>, arg?: A): Promise<R> {
    const worker = await this.browser.worker();
    return worker.evaluate(run as (arg: unknown) => R | Promise<R>, arg);
  }

  reloadExtension() {
    return reloadExtension(this.browser);
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

  close() {
    return this.browser.close();
  }

  readClipboard() {
    return readClipboard(this.browser);
  }

  writeClipboard(text: string) {
    return writeClipboard(this.browser, text);
  }

  async download(page: Page, act: () => Promise<void>) {
    const downloading = page.inChromium().waitForEvent("download");
    await act();
    const download = await downloading;
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }

  async offersToSavePassword() {
    return (await savePasswordOffers(this.browser)) > 0;
  }

  setSiteAccess(_origin: string, allowed: boolean) {
    return setSiteAccess(this.browser, allowed ? "ON_ALL_SITES" : "ON_CLICK");
  }

  reportIdle(state: "active" | "idle" | "locked") {
    return dispatchIdle(this.browser, state);
  }

  inChromium() {
    return this.browser;
  }

  inFirefox(): never {
    throw new Error("this is Chromium: the story must ask for a capability of Firefox");
  }
}
