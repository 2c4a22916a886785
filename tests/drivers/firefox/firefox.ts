/**
 * Drives a real Firefox over WebDriver BiDi: the add-on installed in the profile (so that it survives a
 * relaunch), pages served at any https origin without a network, session restore on.
 *
 * ```ts
 * const firefox = await Firefox.launch({ addOn: "dist/firefox" });
 * await firefox.serve("https://web.whatsapp.com", { "/": html });
 * const tab = await firefox.newPage("https://web.whatsapp.com/");
 * const popup = await firefox.openPopup();
 * await popup.click({ role: "button", name: "Unlock" });
 * ```
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PATIENCE_MS, waitFor, within } from "../../support/wait.ts";
import { killTree } from "../process-tree.ts";
import { Bidi, type Json } from "./bidi.ts";
import { FirefoxPage } from "./firefox-page.ts";
import { type AddOn, type Prefs, prepareProfile, readAddOn } from "./firefox-profile.ts";
import { FirefoxWindow } from "./firefox-window.ts";
import { bringStartupCache, keepStartupCache } from "./startup-cache.ts";

/** HTML by path; `/` answers for the root only. */
export type ServedPages = Record<string, string>;
export type FirefoxOptions = {
  /** The directory of the add-on as built. */
  addOn: string;
  /** Directories of further add-ons. */
  others?: string[];
  /** An existing profile, which is then kept; without it a new one is made and removed on `close`. */
  profile?: string;
  prefs?: Prefs;
  headless?: boolean;
};
type Tree = { contexts: { context: string; url: string }[] };
type BlockedRequest = { isBlocked?: boolean; request: { request: string; url: string } };

export class Firefox {
  #process!: ChildProcess;
  #bidi!: Bidi;
  #window!: FirefoxWindow;
  readonly #served = new Map<string, ServedPages>();

  private constructor(
    readonly profile: string,
    private readonly ownsProfile: boolean,
    private readonly addOn: AddOn,
    private readonly options: FirefoxOptions,
  ) {}

  static async launch(options: FirefoxOptions): Promise<Firefox> {
    const profile = options.profile ?? mkdtempSync(join(tmpdir(), "sixtyfour-firefox-"));
    if (options.profile === undefined) bringStartupCache(profile);
    const firefox = new Firefox(profile, options.profile === undefined, readAddOn(options.addOn), options);
    await firefox.#start();
    return firefox;
  }

  /** Commands of the protocol that have no method here. */
  get bidi(): Bidi {
    return this.#bidi;
  }

  /** The browser's own side: toolbar, clipboard, permissions. */
  get window(): FirefoxWindow {
    return this.#window;
  }

  extUrl(path: string): string {
    return `moz-extension://${this.addOn.host}/${path}`;
  }

  async newPage(url?: string, type: "tab" | "window" = "tab"): Promise<FirefoxPage> {
    const { context } = await this.#bidi.send<{ context: string }>("browsingContext.create", { type });
    const page = new FirefoxPage(this.#bidi, context);
    if (url !== undefined) await page.goto(url);
    return page;
  }

  /** Waits for a tab or window whose address begins so: the popped-out popup, the tab of the first run. */
  async waitForPage(urlStart: string): Promise<FirefoxPage> {
    return waitFor(`a page at ${urlStart}`, async () => (await this.pagesAt(urlStart))[0]);
  }

  async pagesAt(urlStart: string): Promise<FirefoxPage[]> {
    const { contexts } = await this.#bidi.send<Tree>("browsingContext.getTree", { maxDepth: 0 });
    return contexts
      .filter(({ url }) => url.startsWith(urlStart))
      .map(({ context }) => new FirefoxPage(this.#bidi, context));
  }

  /** Presses the toolbar button and returns the real popup panel, which takes clicks and keys like a page. */
  async openPopup(): Promise<FirefoxPage> {
    await this.#window.pressToolbarButton();
    return this.waitForPopup();
  }

  /** For a popup that the add-on opens by itself, or a shortcut. */
  async waitForPopup(): Promise<FirefoxPage> {
    const context = await waitFor("the popup panel", () => this.#window.popupContext());
    const popup = new FirefoxPage(this.#bidi, context);
    await popup.waitFor('document.readyState === "complete"');
    return popup;
  }

  /** Serves HTML by path at an https origin; paths that are not given answer 404. May be called again. */
  async serve(origin: string, pages: ServedPages): Promise<void> {
    this.#served.set(origin, pages);
  }

  /** A power cut: SIGKILL for every process of the browser. The profile stays. */
  async kill(): Promise<void> {
    this.#bidi.close();
    if (this.#process.pid !== undefined) await killTree(this.#process.pid);
  }

  /** Starts again on the same profile, after `kill` or `quit`. Served pages stay. */
  async relaunch(): Promise<void> {
    await this.#start();
  }

  /** Ends the browser as a user would. The profile stays. */
  async quit(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    try {
      await within(PATIENCE_MS, "quit", Promise.all([this.#bidi.send("browser.close"), ended]));
    } catch {
      await this.kill();
    }
    this.#bidi.close();
  }

  async close(): Promise<void> {
    await this.quit();
    if (!this.ownsProfile) return;
    keepStartupCache(this.profile);
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async #start(): Promise<void> {
    const addOns = [this.addOn, ...(this.options.others ?? []).map(readAddOn)];
    prepareProfile(this.profile, addOns, this.options.prefs ?? {});
    const args = ["--no-remote", "--profile", this.profile, "--remote-debugging-port=0"];
    // Without system access WebDriver may not open moz-extension: pages.
    args.push("--remote-allow-system-access");
    if (this.options.headless ?? true) args.push("--headless");
    const command = process.env["FIREFOX"] ?? "/usr/bin/firefox-esr";
    this.#process = spawn(command, args, {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: "1" },
    });
    try {
      const url = await within(PATIENCE_MS, "Firefox listening", listeningUrl(this.#process));
      this.#bidi = await Bidi.connect(`${url}/session`);
      await this.#bidi.send("session.new", { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
      await this.#answerRequests();
      this.#window = new FirefoxWindow(this.#bidi, this.addOn.id);
      await this.#window.ready();
    } catch (error) {
      if (this.#process.pid !== undefined) await killTree(this.#process.pid);
      throw error;
    }
  }

  /**
   * One intercept for all of https: several would answer each other's requests. Nothing reaches the network.
   */
  async #answerRequests(): Promise<void> {
    await this.#bidi.send("session.subscribe", { events: ["network.beforeRequestSent"] });
    await this.#bidi.send("network.addIntercept", {
      phases: ["beforeRequestSent"],
      urlPatterns: [{ type: "pattern", protocol: "https" }],
    });
    this.#bidi.on("network.beforeRequestSent", (params: Json) => {
      const { isBlocked, request } = params as BlockedRequest;
      if (isBlocked !== true) return;
      // A page that goes away meanwhile takes its requests with it; the answer is then refused.
      this.#answer(request.request, new URL(request.url)).catch(() => undefined);
    });
  }

  #answer(request: string, url: URL): Promise<Json> {
    const pages = this.#served.get(url.origin);
    if (!pages) return this.#bidi.send("network.failRequest", { request });
    const html = pages[url.pathname];
    return this.#bidi.send("network.provideResponse", {
      request,
      statusCode: html === undefined ? 404 : 200,
      reasonPhrase: html === undefined ? "Not Found" : "OK",
      headers: [{ name: "content-type", value: { type: "string", value: "text/html; charset=utf-8" } }],
      body: { type: "string", value: html ?? "" },
    });
  }
}

/** Firefox names its address on the error stream. */
function listeningUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = "";
    child.stderr?.on("data", (data: Buffer) => {
      seen = (seen + data.toString()).slice(-10_000);
      const url = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(seen)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Firefox ended (${code}): ${seen}`)));
  });
}
