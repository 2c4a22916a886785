/**
 * One interface to both browsers, so that each story of `tests/e2e` is written once.
 *
 * ```ts
 * const browser = await launch();                              // of tests/e2e/story.ts: the browser of this run
 * await browser.serve("https://web.whatsapp.com", { "/": html });
 * const tab = await browser.newPage("https://web.whatsapp.com/");
 * const popup = await browser.openPopup();                     // the real one, over the tab in front
 * await popup.click(button("Unlock"));
 * await popup.expectText({ role: "status" }, "Unlocked");
 * ```
 *
 * A new story, in `tests/e2e/<story>.spec.ts`:
 * - It says where it runs, and why (`runs.ts`). A step that one browser cannot do stands in a story of its
 *   own that asks for a {@link Capability}; raw access (`inChromium`, `inFirefox`) is for those, and for
 *   benches.
 * - It waits for conditions, never for a time, and for what only its own act changes: a status line may still
 *   speak of the act before.
 * - What it needs and finds missing here joins both drivers, not the story.
 */
import type { Chromium } from "./chromium/chromium.ts";
import type { Firefox } from "./firefox/firefox.ts";
import type { Page } from "./page.ts";
import type { Target } from "./target.ts";

export type BrowserName = "chromium" | "firefox";

/** What not every browser can do, and why. */
export type Capability =
  /** Playwright's axe. */
  | "axe"
  /** The tree of accessible elements as Playwright writes it down. */
  | "aria-snapshot"
  /** A page's clock that the test moves. */
  | "page-clock"
  /** The browser says that the screen was locked; Firefox's `idle` never does. */
  | "system-lock"
  /** `showSaveFilePicker` and `showDirectoryPicker`. */
  | "save-dialog"
  /** A camera that plays a film of ours. */
  | "camera-film"
  /** A page behind the popup is told of the focus that a script gives to its fields. */
  | "focus-behind-popup"
  /** The popup can open without giving us access to the tab, as a popped-out window of ours does. */
  | "popup-without-leave"
  /** A page drawn as on paper, or in the dark. */
  | "media-emulation"
  /** Copying to the clipboard through a document that outlives the worker. */
  | "offscreen-document"
  /** The user's answer to a request for access to a site: headless Chromium never shows the question. */
  | "site-access-request"
  /** Only a press on the toolbar button opens the popup, and it gives access to the tab. */
  | "popup-lends-access"
  /** An updated extension comes into tabs that are open already, */
  | "script-in-old-tabs"
  /** or does not. */
  | "no-script-in-old-tabs"
  /** `action.openPopup` is refused while a window of ours is in front. */
  | "no-popup-over-popped-out"
  /** An extension comes from a folder, and stays over a restart. */
  | "load-unpacked"
  /** An add-on comes from a folder for a while, or unsigned from a file to stay. */
  | "add-by-hand"
  /** Every window is a private one, as in a Firefox that never remembers history. */
  | "permanent-private-browsing"
  /** An authenticator that exists in the browser only, */
  | "virtual-authenticator"
  /** or no passkeys for an extension at all. */
  | "no-passkeys"
  /** The browser's own consent to sending data. */
  | "data-consent"
  /**
   * The test can see whether the browser offers to save a password in a tab, even if the offer is folded
   * away.
   */
  | "folded-offers";

const ONLY: Record<BrowserName, readonly Capability[]> = {
  chromium: [
    "axe",
    "aria-snapshot",
    "page-clock",
    "system-lock",
    "save-dialog",
    "camera-film",
    "focus-behind-popup",
    "popup-without-leave",
    "media-emulation",
    "offscreen-document",
    "load-unpacked",
    "virtual-authenticator",
    "no-script-in-old-tabs",
  ],
  firefox: [
    "site-access-request",
    "popup-lends-access",
    "script-in-old-tabs",
    "no-popup-over-popped-out",
    "add-by-hand",
    "permanent-private-browsing",
    "no-passkeys",
    "data-consent",
    "folded-offers",
  ],
};

export function lacks(browser: BrowserName): readonly Capability[] {
  return ONLY[browser === "chromium" ? "firefox" : "chromium"];
}

/** HTML by path; `/` answers for the root only. */
export type ServedPages = Record<string, string>;

export type LaunchOptions = {
  /** The directory of our extension as built. */
  extension: string;
  /** Directories of further extensions. */
  others?: string[];
  /** An existing profile, which is then kept; without it a new one is made and removed on `close`. */
  profile?: string;
  /** `false`: in a window of this machine's display, for somebody who watches. */
  headless?: boolean;
  /** Chromium's command line. */
  args?: string[];
  /** Firefox's preferences. */
  prefs?: Record<string, string | number | boolean>;
};

export type Download = { name: string; bytes: Uint8Array };
/** An entry of ours in the context menu, by its id and as it reads. */
export type MenuEntry = { id: string; title: string };

export interface Driver {
  readonly name: BrowserName;
  /**
   * The directory, for reading what was written; the browser is killed first, or asked again until it has.
   */
  readonly profile: string;

  can(capability: Capability): boolean;
  extUrl(path: string): string;
  /** The id and the origin that an extension in this directory has here. */
  identify(directory: string): { id: string; origin: string };
  /**
   * Serves HTML by path at an https origin; other paths answer 404, other origins not at all. May be called
   * again.
   */
  serve(origin: string, pages: ServedPages): Promise<void>;
  newPage(url?: string, type?: "tab" | "window"): Promise<Page>;
  /** The tabs and windows whose address begins so. */
  pages(urlStart: string): Promise<Page[]>;
  /** For one that the extension opens: the tab of the first run, the popped-out popup. */
  waitForPage(urlStart: string): Promise<Page>;
  /** Gives the focus to a page's window, as a click on it does. */
  focusWindow(page: Page): Promise<void>;
  /** Runs in every page from now on, before its own first script. */
  addPreloadScript(run: () => void): Promise<void>;

  /** What pages print from now on: a list that grows. */
  recordConsole(): Promise<string[]>;

  /**
   * The real popup over the tab in front. Chromium: without access to the tab, as when the extension opens
   * it.
   */
  openPopup(): Promise<Page>;
  /**
   * The user's press on our toolbar button over this tab: opens the popup and gives access to the tab
   * (`activeTab`).
   */
  pressToolbarButton(tab: Page): Promise<Page>;
  /** For a popup that the extension opens by itself. */
  waitForPopup(): Promise<Page>;
  isPopupOpen(): Promise<boolean>;
  /**
   * Firefox: through the key itself. Chromium: reported to the worker, as no key press of a test reaches it.
   */
  pressShortcut(command: string): Promise<void>;
  /** Firefox: by a right click on the element. Chromium: reported to the worker, on the tab in front. */
  chooseMenuEntry(tab: Page, element: Target, entry: MenuEntry): Promise<void>;
  /** The toolbar button's text for this tab. */
  badgeText(tab: Page): Promise<string>;

  /** Ends the worker or event page as the browser does after idle time, work under way or not. */
  killWorker(): Promise<void>;
  isWorkerRunning(): Promise<boolean>;
  /**
   * Runs in the worker or event page, woken if it sleeps, from the function's source text as `Page.evaluate`
   * does.
   */
  evaluateInWorker<R, A = undefined>(run: (arg: A) => R | Promise<R>, arg?: A): Promise<R>;
  /** Ends our extension and starts it again, as an update does; storage stays. */
  reloadExtension(): Promise<void>;
  /** A power cut: SIGKILL for every process of the browser. The profile stays. */
  kill(): Promise<void>;
  /** Starts again on the same profile, after `kill` or `quit`. Served pages stay. */
  relaunch(): Promise<void>;
  /** Ends the browser as a user would. The profile stays. */
  quit(): Promise<void>;
  close(): Promise<void>;

  readClipboard(): Promise<string>;
  writeClipboard(text: string): Promise<void>;
  /** What the browser saves to disk for the page while `act` runs. */
  download(page: Page, act: () => Promise<void>): Promise<Download>;
  /**
   * Chromium: whether it has offered since its start. Firefox: whether it does in the tab in front, also
   * folded away.
   */
  offersToSavePassword(): Promise<boolean>;
  /** Withdraws or gives back access to a site, as the user does in the browser's own pages. */
  setSiteAccess(origin: string, allowed: boolean): Promise<void>;
  /** Tells the extension that the user is away or back; "locked" asks for `system-lock`. */
  reportIdle(state: "active" | "idle" | "locked"): Promise<void>;

  /** Raw access, for stories that ask for a capability, and for benches. */
  inChromium(): Chromium;
  inFirefox(): Firefox;
}
