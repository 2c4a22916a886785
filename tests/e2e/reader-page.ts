/**
 * The page of a reader that asks for the 64 digits, as one in use does it: a single field that is written in
 * capitals, a button that wakes at 64, and scripts from other hosts, one of which takes its own element away.
 */
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";

const READER = "https://reader.example";
/** As the popup is to name them: sorted, without the reader's own. */
export const SCRIPT_HOSTS = ["library.example", "visitors.example"];

const OWN = `
  window.appState = { key: "", events: [] };
  const [field] = document.querySelectorAll("#key");
  const [open] = document.querySelectorAll("#open");
  field.addEventListener("input", () => {
    field.value = field.value.toUpperCase();
    open.disabled = !/^[0-9A-F]{64}$/.test(field.value);
    window.appState.key = field.value;
  });`;

const HTML = `<!doctype html><meta charset="utf-8"><title>Reader</title><link rel="icon" href="data:,">
  <h1>Open your backup</h1>
  <input type="file" accept=".crypt15">
  <label>Hex key <input id="key" type="text" maxlength="64" placeholder="Paste 64-character hex key…" style="width:40em"></label>
  <button id="open" disabled>Decrypt</button>
  <script src="/own.js"></script>
  <script src="https://library.example/zip.js"></script>
  <script src="https://visitors.example/count.js"></script>`;

/** In a tab in front, with all its scripts run. */
export async function openReader(browser: Driver): Promise<Page> {
  await browser.serve(READER, { "/": HTML, "/own.js": OWN });
  await browser.serve("https://library.example", { "/zip.js": "globalThis.zip = {};" });
  await browser.serve("https://visitors.example", { "/count.js": "document.currentScript.remove();" });
  const tab = await browser.newPage(`${READER}/`);
  await tab.bringToFront();
  return tab;
}
