/** *In a terminal* and the reminder of a plain file, by the keyboard alone. */
import { terminalText } from "../../src/ui/text/en/terminal.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { addKey, button, createKeyring, field, link, STATUS, type Target } from "./steps.ts";
import { expect, launch, one, setUp, story } from "./story.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const OURS = one("chromium", "our own page; the clipboard is both browsers' in clipboard.spec.ts");
let browser: Driver;
let app: Page;

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, KEY, "Daily phone", "42");
  await app.reload();
  await app.click(link("Safe places"));
  await app.expectShown(button("Export"));
});

/** Goes on by Tab, or back, until the element whose text or label this is has the focus. */
async function tabTo(name: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const focused = () =>
    app.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return element?.labels?.[0]?.textContent ?? element?.textContent ?? "";
    });
  for (let presses = 0; presses < 40; presses++) {
    await app.press(key);
    if ((await focused()) === name) return;
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

/** Is the clipboard to be cleared? */
const planned = () =>
  app.evaluate(async () => "clipboard" in (await chrome.storage.session.get("clipboard")));

story("the command, then the key, then the command are on the clipboard", OURS, async () => {
  await tabTo(terminalText.title);
  await app.press("Enter");
  await tabTo("Program");
  await app.press("ArrowDown");
  await tabTo(terminalText.database);
  await app.press(..."~/my own.kdbx");
  const command = await app.text(".command");
  expect(command).toContain("keepassxc-cli add --password-prompt --username '…42 ");
  expect(command).toContain(" ~/'my own.kdbx' ");
  await tabTo(terminalText.copyCommand);
  await app.press("Enter");
  await app.expectText(STATUS, terminalText.copied);
  expect(await browser.readClipboard()).toBe(command);
  await tabTo(terminalText.copyKey);
  await app.press("Enter");
  await app.expectText(STATUS, "Copied. Clears in");
  expect(await browser.readClipboard()).toBe(KEY);
  expect(await planned()).toBe(true);
  await app.press("Shift+Tab", "Enter");
  await app.expectText(STATUS, terminalText.copied);
  expect(await browser.readClipboard()).toBe(command);
  expect(await planned()).toBe(false);
});

story("the reminder stays through the sections until it is answered", OURS, async () => {
  // From the top: past a page's last element the focus would leave for the browser's own bars.
  await app.reload();
  await app.expectShown(button("Export"));
  await tabTo("Format");
  await app.press(..."Text");
  await app.expectValue(field("Format"), "text");
  await tabTo("Export");
  await app.press("Enter");
  await app.expectShown(button("Export plain text"));
  await tabTo("Export plain text");
  await app.press("Enter");
  const reminder: Target = { role: "region", name: "Plain-text files" };
  await app.expectText(reminder, "was saved to your downloads at");
  await tabTo("Help", "Shift+Tab");
  await app.press("Enter");
  await app.expectShown({ role: "heading", name: "Help" }, reminder);
  await tabTo("I deleted it", "Shift+Tab");
  await app.press("Enter");
  await app.expectCount(reminder, 0);
});
