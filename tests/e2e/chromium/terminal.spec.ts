/** *In a terminal* and the reminder of a plain file, by the keyboard alone. */
import type { Page } from "@playwright/test";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { readClipboard } from "../../drivers/chromium/chromium-controls.ts";
import { addKey, button, createKeyring, expect, launch, test } from "./setup.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
let browser: Chromium;
let app: Page;

test.beforeAll(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, KEY, "Daily phone", "42");
  await app.reload();
  await app.getByRole("link", { name: "Copies", exact: true }).click();
  await expect(button(app, "Export")).toBeVisible();
});
test.afterAll(() => browser.close());

/** Goes on by Tab until the element whose text or label this is has the focus. */
async function tabTo(name: string): Promise<void> {
  const focused = () =>
    app.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return element?.labels?.[0]?.textContent ?? element?.textContent ?? "";
    });
  for (let presses = 0; presses < 40; presses++) {
    await app.keyboard.press("Tab");
    if ((await focused()) === name) return;
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

test("the command, then the key, then the command are on the clipboard", async () => {
  await tabTo("In a terminal");
  await app.keyboard.press("Enter");
  await tabTo("Program");
  await app.keyboard.press("ArrowDown");
  await tabTo("Path of the database");
  await app.keyboard.type("~/my own.kdbx");
  const command = await app.locator(".command").innerText();
  expect(command).toContain("keepassxc-cli add --password-prompt --username '…42 ");
  expect(command).toContain(" ~/'my own.kdbx' ");
  await tabTo("Copy the command");
  await app.keyboard.press("Enter");
  await expect(app.getByRole("status")).toContainText("The command is on the clipboard.");
  expect(await readClipboard(browser)).toBe(command);
  await tabTo("Copy the key");
  await app.keyboard.press("Enter");
  await expect(app.getByRole("status")).toContainText("Copied. Cleared in");
  expect(await readClipboard(browser)).toBe(KEY);
  expect(await planned()).toBe(true);
  await app.keyboard.press("Shift+Tab");
  await app.keyboard.press("Enter");
  await expect(app.getByRole("status")).toContainText("The command is on the clipboard.");
  expect(await readClipboard(browser)).toBe(command);
  expect(await planned()).toBe(false);
});

/** Is the clipboard to be cleared? */
async function planned(): Promise<boolean> {
  const worker = await browser.worker();
  return worker.evaluate(async () => "clipboard" in (await chrome.storage.session.get("clipboard")));
}

test("the reminder stays through the sections until it is answered", async () => {
  await tabTo("Format");
  await app.keyboard.type("Text");
  await tabTo("Export");
  await app.keyboard.press("Enter");
  await tabTo("Write plain text");
  await app.keyboard.press("Enter");
  const reminder = app.getByRole("region", { name: "Plain-text files" });
  await expect(reminder).toContainText("was saved to your downloads at");
  await tabTo("Help");
  await app.keyboard.press("Enter");
  await expect(app.getByRole("heading", { name: "Help", exact: true })).toBeVisible();
  await expect(reminder).toBeVisible();
  await tabTo("I deleted it");
  await app.keyboard.press("Enter");
  await expect(reminder).toHaveCount(0);
});
