/**
 * The browser's own side of Firefox, through script in its privileged windows (`moz:scope: "chrome"`, allowed
 * by --remote-allow-system-access): toolbar button, popup panel, badge, shortcuts, menus, clipboard, site
 * access.
 */

import { waitFor } from "../../support/wait.ts";
import type { Bidi } from "./bidi.ts";
import { evaluateJson } from "./firefox-page.ts";

type Context = { context: string; url: string };

/** In scope of every privileged expression: the add-on and its toolbar button. */
const PRELUDE = (id: string) => `
  const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  const extension = WebExtensionPolicy.getByID(${JSON.stringify(id)})?.extension;
  const button = extension && ExtensionParent.apiManager.global.browserActionFor(extension);
  const selectedTab = window.gBrowser.selectedTab;`;

/**
 * WebDriver knows tabs only. The browser element of a popup or of the event page lacks the key under which
 * its ids are kept, and the search for an id looks through tabs alone: both are added, after which every BiDi
 * command takes it.
 * @param find - an expression for the element, or nothing.
 */
const ADOPT = (find: string) => `(() => {
  const { NavigableManager } = ChromeUtils.importESModule("chrome://remote/content/shared/NavigableManager.sys.mjs");
  if (!NavigableManager.adopted) {
    const among = NavigableManager.getBrowserById.bind(NavigableManager);
    const adopted = new Map();
    NavigableManager.getBrowserById = (id) => among(id) ?? adopted.get(id) ?? null;
    NavigableManager.adopted = adopted;
  }
  const found = ${find};
  if (!found) return null;
  found.permanentKey ??= {};
  const id = NavigableManager.getIdForBrowser(found);
  NavigableManager.adopted.set(id, found);
  return id;
})()`;

const ADOPT_POPUP = ADOPT(`[...Services.wm.getEnumerator("navigator:browser")]
  .flatMap((win) => [...win.document.querySelectorAll("panel browser.webextension-popup-browser")])
  .find((each) => each.closest("panel").state === "open"
    && each.currentURI.spec.startsWith("moz-extension:") && !each.webProgress.isLoadingDocument)`);

const ADOPT_BACKGROUND = ADOPT(
  `[...extension.views].find(({ viewType }) => viewType === "background")?.xulBrowser`,
);

export class FirefoxWindow {
  constructor(
    private readonly bidi: Bidi,
    private readonly addOnId: string,
  ) {}

  /** The privileged context of the browser window that was in front last. */
  async #context(): Promise<string> {
    const windows = await this.#windows();
    for (const { context } of windows) {
      const front = "Services.wm.getMostRecentWindow('navigator:browser') === window";
      if (windows.length === 1 || (await evaluateJson<boolean>(this.bidi, context, front))) return context;
    }
    throw new Error("no browser window");
  }

  async #windows(): Promise<Context[]> {
    const params = { "moz:scope": "chrome", maxDepth: 0 };
    const { contexts } = await this.bidi.send<{ contexts: Context[] }>("browsingContext.getTree", params);
    return contexts.filter(({ url }) => url === "chrome://browser/content/browser.xhtml");
  }

  /** A privileged expression in the front window; `extension`, `button` and `selectedTab` are at hand. */
  async evaluate<T = unknown>(expression: string): Promise<T> {
    const scoped = `(async () => { ${PRELUDE(this.addOnId)} return (${expression}); })()`;
    return evaluateJson<T>(this.bidi, await this.#context(), scoped);
  }

  /** Presses the toolbar button: opens the popup and grants `activeTab`, as for a user. */
  async pressToolbarButton(): Promise<void> {
    await this.evaluate("(button.triggerAction(window), true)");
  }

  /** The BiDi context of the popup panel that is open, or null. */
  popupContext(): Promise<string | null> {
    return this.evaluate<string | null>(ADOPT_POPUP);
  }

  /** As a click elsewhere would. */
  async closePopup(): Promise<void> {
    await this.evaluate(`[...Services.wm.getEnumerator("navigator:browser")]
      .flatMap((win) => [...win.document.querySelectorAll("panel:has(browser.webextension-popup-browser)")])
      .forEach((panel) => panel.hidePopup())`);
    await waitFor("the popup closed", async () => (await this.popupContext()) === null);
  }

  /** The text on the toolbar button for a tab, by its BiDi context, or the selected one. */
  badgeText(context: string | null = null): Promise<string> {
    return this.evaluate<string>(`(() => {
      const { NavigableManager } = ChromeUtils.importESModule("chrome://remote/content/shared/NavigableManager.sys.mjs");
      const id = ${JSON.stringify(context)};
      const browser = id && NavigableManager.getBrowserById(id);
      const tab = browser ? browser.ownerDocument.defaultView.gBrowser.getTabForBrowser(browser) : selectedTab;
      return button.action.getProperty(tab, "badgeText");
    })()`);
  }

  /** Presses a shortcut of the manifest by its command's name, `_execute_action` included. */
  async pressShortcut(command: string): Promise<void> {
    const pressed = await this.evaluate<boolean>(`(() => {
      const shortcut = extension.manifest.commands[${JSON.stringify(command)}].suggested_key.default;
      const letter = shortcut.split("+").at(-1).toUpperCase();
      const names = [letter, "VK_" + letter];
      const keyset = "ext-keyset-id-" + extension.id.toLowerCase().replace(/[^a-z0-9_-]/g, "_");
      const key = [...(document.getElementById(keyset)?.children ?? [])].find((each) =>
        names.includes(each.getAttribute("key")?.toUpperCase() ?? each.getAttribute("keycode")));
      key?.doCommand();
      return key !== undefined;
    })()`);
    if (!pressed) throw new Error(`no shortcut for ${command}`);
  }

  /** Chooses an entry of the add-on in the context menu that a right click has opened. */
  async chooseMenuEntry(label: string): Promise<void> {
    await waitFor(`the menu entry ${label}`, () =>
      this.evaluate<boolean>(`(() => {
        const menu = document.getElementById("contentAreaContextMenu");
        const entry = menu.state === "open"
          && [...menu.querySelectorAll("menuitem")].find((each) => each.label === ${JSON.stringify(label)});
        if (entry) menu.activateItem(entry);
        return Boolean(entry);
      })()`),
    );
  }

  /** The text on the clipboard, "" when there is none. */
  readClipboard(): Promise<string> {
    return this.evaluate<string>(`(() => {
      const transfer = Cc["@mozilla.org/widget/transferable;1"].createInstance(Ci.nsITransferable);
      transfer.init(null);
      transfer.addDataFlavor("text/plain");
      Services.clipboard.getData(transfer, Ci.nsIClipboard.kGlobalClipboard);
      const data = {};
      try { transfer.getTransferData("text/plain", data); } catch { return ""; }
      return data.value.QueryInterface(Ci.nsISupportsString).data;
    })()`);
  }

  async writeClipboard(text: string): Promise<void> {
    await this.evaluate(`(Cc["@mozilla.org/widget/clipboardhelper;1"].getService(Ci.nsIClipboardHelper)
      .copyString(${JSON.stringify(text)}), true)`);
  }

  /** The path of a download that is complete, once each; the file's own name comes from the page. */
  takeDownload(): Promise<string | null> {
    return this.evaluate<string | null>(`(async () => {
      const { Downloads } = ChromeUtils.importESModule("resource://gre/modules/Downloads.sys.mjs");
      const list = await Downloads.getList(Downloads.ALL);
      const done = (await list.getAll()).find(({ succeeded }) => succeeded);
      if (!done) return null;
      await list.remove(done);
      return done.target.path;
    })()`);
  }

  /**
   * Whether Firefox asks to save or update a password for the selected tab, or has the question folded away.
   */
  offersToSavePassword(): Promise<"asked" | "folded" | null> {
    return this.evaluate<"asked" | "folded" | null>(`(() => {
      const offers = ["password-save", "password-change", "password"]
        .map((id) => PopupNotifications.getNotification(id)).filter(Boolean);
      if (offers.length === 0) return null;
      return offers.every(({ dismissed }) => dismissed) ? "folded" : "asked";
    })()`);
  }

  /** Takes away, or gives back, the add-on's access to sites that match, as about:addons does. */
  async setSiteAccess(pattern: string, allowed: boolean): Promise<void> {
    const change = `{ permissions: [], origins: [${JSON.stringify(pattern)}] }, extension`;
    await this.evaluate(`(async () => {
      const { ExtensionPermissions } =
        ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
      await ExtensionPermissions.${allowed ? "add" : "remove"}(extension.id, ${change});
    })()`);
  }

  /**
   * Stops the event page as its idle timeout would, even with work under way. Afterwards it has been down: a
   * page of ours may have woken it again. An event that comes just then calls a stop off, so it is tried
   * until it is done.
   */
  async stopBackground(): Promise<void> {
    await this.evaluate(`(async () => {
      let down = extension.backgroundState === "stopped";
      if (!down) extension.once("shutdown-background-script", () => { down = true; });
      while (!down) {
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
        await new Promise((done) => setTimeout(done, 1));
      }
    })()`);
  }

  /** "running", "stopped", "starting" or "suspending". */
  backgroundState(): Promise<string> {
    return this.evaluate<string>("extension.backgroundState");
  }

  /** The BiDi context of the event page, which is woken if it sleeps. */
  async backgroundContext(): Promise<string> {
    await this.evaluate(`extension.wakeupBackground?.().then(() => true)`);
    return waitFor("the event page", () => this.evaluate<string | null>(ADOPT_BACKGROUND));
  }

  /** Tells the add-on that nobody has touched the computer for its time, or that somebody has again. */
  async dispatchIdle(state: "idle" | "active"): Promise<void> {
    await this.evaluate(`(() => {
      const observerOf = Cu.evalInSandbox("getIdleObserver", ExtensionParent.apiManager.global);
      observerOf(extension).observe(null, ${JSON.stringify(state)});
    })()`);
  }

  /** Disables and enables the add-on, as an update does; its storage stays. */
  async reloadAddOn(): Promise<void> {
    await this.evaluate(`(async () => {
      const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
      const addOn = await AddonManager.getAddonByID(${JSON.stringify(this.addOnId)});
      await addOn.disable();
      await addOn.enable();
    })()`);
    await this.ready();
  }

  async uninstallAddOn(): Promise<void> {
    await this.bidi.send("webExtension.uninstall", { extension: this.addOnId });
  }

  /** Waits until the add-on has started. */
  async ready(): Promise<void> {
    await waitFor("the add-on", () =>
      this.evaluate<boolean>(`Boolean(extension?.hasShutdown === false
        && WebExtensionPolicy.getByID(extension.id)?.active && button)`),
    );
  }
}
