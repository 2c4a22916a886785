/**
 * A Chromium in which a person has pressed *Load unpacked*: the extension stands in the profile, and a start
 * finds it there. The driver's own extension comes by a switch, again at each start.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";
import type { Page } from "../page.ts";
import { ChromiumPage } from "./chromium-page.ts";

/**
 * Loading by a debugger differs from the button in one bit: Chromium forgets the extension at its next start.
 * A folder that was loaded by the button has these flags.
 */
const FLAGS_OF_BUTTON = 38;

type Loaded = Record<string, { location: number; creation_flags: number }>;

export class LoadedFolder {
  #context!: BrowserContext;

  constructor(private readonly profile: string) {}

  async start(): Promise<void> {
    this.#context = await chromium.launchPersistentContext(this.profile, {
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      headless: true,
      ignoreDefaultArgs: ["--enable-automation", "--disable-extensions"],
      args: ["--enable-unsafe-extension-debugging", "--no-sandbox", "--disable-gpu", "--no-first-run"],
    });
  }

  async quit(): Promise<void> {
    await this.#context.close();
    this.#keepLoaded();
  }

  /** @returns the id. */
  async load(folder: string): Promise<string> {
    await this.#inExtensions(async (page) => {
      await page.evaluate(() =>
        // @ts-expect-error: the page's own, for the switch *Developer mode*.
        chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
      );
    });
    return (await this.#send<{ id: string }>("Extensions.loadUnpacked", { path: folder })).id;
  }

  /** The user's *Remove* in the extensions page. */
  async remove(id: string): Promise<void> {
    await this.#send("Extensions.uninstall", { id });
  }

  /** Ids of what was loaded from folders and is there now. */
  ids(): Promise<string[]> {
    return this.#inExtensions((page) =>
      page.evaluate(async () => {
        // @ts-expect-error: the page's own.
        const all = await chrome.developerPrivate.getExtensionsInfo({ includeDisabled: true });
        type Info = { id: string; location: string };
        return (all as Info[]).filter(({ location }) => location === "UNPACKED").map(({ id }) => id);
      }),
    );
  }

  async open(url: string): Promise<Page> {
    const page = await this.#context.newPage();
    await page.goto(url);
    return new ChromiumPage(page);
  }

  async #inExtensions<T>(run: (page: import("@playwright/test").Page) => Promise<T>): Promise<T> {
    const page = await this.#context.newPage();
    await page.goto("chrome://extensions/");
    const result = await run(page);
    await page.close();
    return result;
  }

  async #send<T>(command: string, params: object): Promise<T> {
    const session = await this.#context.browser()?.newBrowserCDPSession();
    if (!session) throw new Error("Playwright gives no browser for this context");
    // Newer than Playwright's list of commands.
    const answer = await session.send(command as never, params as never);
    await session.detach();
    return answer as T;
  }

  #keepLoaded(): void {
    const file = join(this.profile, "Default", "Preferences");
    if (!existsSync(file)) return;
    const preferences = JSON.parse(readFileSync(file, "utf8")) as { extensions?: { settings?: Loaded } };
    for (const each of Object.values(preferences.extensions?.settings ?? {}))
      if (each.location === 4) each.creation_flags = FLAGS_OF_BUTTON;
    writeFileSync(file, JSON.stringify(preferences));
  }
}
