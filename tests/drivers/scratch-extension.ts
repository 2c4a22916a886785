/** A tiny extension for the drivers' own tests, written to a temporary directory. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const COMMON = {
  manifest_version: 3,
  name: "Scratch",
  version: "1.0.0",
  action: { default_popup: "popup.html" },
  permissions: ["storage", "idle", "activeTab", "contextMenus", "clipboardWrite"],
  host_permissions: ["https://web.whatsapp.com/*"],
  content_scripts: [{ matches: ["https://web.whatsapp.com/*"], js: ["content.js"] }],
  commands: { fill: { suggested_key: { default: "Alt+Shift+4" }, description: "Fill" } },
};
const CHROME = { background: { service_worker: "background.js" } };
const CLOSED = { externally_connectable: { ids: [] } };
const FIREFOX = {
  background: { scripts: ["background.js"] },
  browser_specific_settings: {
    gecko: {
      id: "scratch@sixtyfour.invalid",
      strict_min_version: "142.0",
      data_collection_permissions: { required: ["none"] },
    },
  },
};

const FILES = {
  "background.js": `
    globalThis.browser ??= chrome;
    const bootedAtMs = performance.timeOrigin + performance.now();
    const note = (event) => browser.storage.session.set({ [event]: true });
    browser.runtime.onInstalled.addListener(() => {
      browser.contextMenus.create({ id: "fill", title: "Fill here", contexts: ["editable"] });
    });
    browser.runtime.onMessage.addListener((message, sender, answer) => {
      if (message.type === "boot") answer({ bootedAtMs });
      if (message.type === "pop-out") browser.windows.create({ url: "popup.html?out", type: "popup" });
    });
    browser.runtime.onMessageExternal.addListener((message, sender, answer) => answer("heard"));
    browser.runtime.onConnectExternal.addListener((port) => port.postMessage("heard"));
    browser.commands.onCommand.addListener((name) => note("command " + name));
    browser.contextMenus.onClicked.addListener((info) => note("menu " + info.menuItemId));
    browser.idle.onStateChanged.addListener((state) => note("idle " + state));
    browser.action.setBadgeText({ text: "7" });`,
  "content.js": `document.documentElement.dataset.content = "yes";`,
  "popup.html": `<!doctype html><meta charset="utf-8"><title>Scratch</title>
    <label>Label <input id="label" autocomplete="off"></label>
    <button id="save">Save key</button> <p role="status"></p><script src="popup.js"></script>`,
  "popup.js": `
    globalThis.browser ??= chrome;
    globalThis.blurs = 0;
    addEventListener("blur", () => globalThis.blurs++);
    globalThis.keep = (record) => new Promise((resolve, reject) => {
      const opening = indexedDB.open("scratch", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("records");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const step = opening.result.transaction("records", "readwrite", { durability: "strict" });
        step.objectStore("records").put(record, "one");
        step.oncomplete = () => resolve(true);
      };
    });
    document.querySelector("#save").addEventListener("click", async (event) => {
      const { value } = document.querySelector("#label");
      await browser.storage.local.set({ label: value });
      document.querySelector("[role=status]").textContent = (event.isTrusted ? "saved " : "forged ") + value;
    });`,
};

/**
 * @param listensToAll - leaves `externally_connectable` out, so that every other extension may send messages;
 *   leaves pages alone.
 * @returns the directory, for the caller to remove. Call it in a hook: Playwright loads a test file more often
 *   than it runs its hooks.
 */
export function writeScratchExtension(browser: "chrome" | "firefox", { listensToAll = false } = {}): string {
  const directory = mkdtempSync(join(tmpdir(), `sixtyfour-scratch-${browser}-`));
  const manifest = { ...COMMON, ...(browser === "chrome" ? CHROME : FIREFOX) };
  const openness = listensToAll ? { content_scripts: [] } : browser === "chrome" ? CLOSED : {};
  for (const [name, text] of Object.entries({
    ...FILES,
    "manifest.json": JSON.stringify({ ...manifest, ...openness }),
  })) {
    writeFileSync(join(directory, name), text);
  }
  return directory;
}

/**
 * A page at WhatsApp Web's address: a field whose text session restore keeps, one that it must not, a login
 * form.
 */
export const SCRATCH_PAGES = {
  "/": `<!doctype html><title>Practice</title>
    <label>Kept <textarea id="kept"></textarea></label>
    <label>Not kept <textarea id="not-kept" autocomplete="off"></textarea></label>
    <form action="/done" method="post"><input name="user"><input name="password" type="password">
    <button>Log in</button></form>`,
  // Not empty: Chromium offers to save a password once the next page shows something.
  "/done": "<!doctype html><title>Done</title><h1>Done</h1>",
};
