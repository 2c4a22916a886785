/** The section *Help*: what leaves it by the clipboard, and what of it loads when. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { addKey, button, createKeyring, expect, launch, test, textBox } from "./setup.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const SAMPLE = "tests/vectors/msgstore-2026-level9.db.crypt15";
let browser: Chromium;
let app: Page;

test.beforeAll(async () => {
  browser = await launch();
  app = await createKeyring(browser);
});
test.afterAll(() => browser.close());

const openPart = (name: string) => app.getByRole("link", { name, exact: true }).click();

test("the report says what a real file proved, and no label, ending, file name or digit of the key", async () => {
  const { fingerprint } = await addKey(app, KEY, "Canary label", "9931");
  await app.reload();
  await openPart("Backups");
  const name = `canary-${Date.now()}.db.crypt15`;
  const buffer = await readFile(SAMPLE);
  await app.getByLabel("Choose files").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await expect(app.getByText(name)).toBeVisible();
  await button(app, "Prove").click();
  await expect(app.getByRole("status")).toContainText("Done.");
  await openPart("Help");
  const report = await textBox(app, "Report").inputValue();
  expect(report).toContain(`fingerprint: ${fingerprint}`);
  expect(report).toContain("files it fits in this tab: crypt15 right-key 1");
  expect(report).toMatch(/^browser: Chromium \d+$/m);
  expect(report).not.toMatch(/canary|9931/i);
  for (const group of KEY.match(/.{8}/g) ?? []) expect(report).not.toContain(group);
  await button(app, "Copy report").click();
  await expect(app.getByRole("status")).toContainText("on the clipboard");
  await textBox(app, "Filter messages").fill("");
  await textBox(app, "Filter messages").press("ControlOrMeta+V");
  await expect(textBox(app, "Filter messages")).toHaveValue(/Sixtyfour report/);
});

test("a message is found by its words and opened by the keyboard", async () => {
  await textBox(app, "Filter messages").fill("too many");
  const message = app.locator("summary", { hasText: "Too many attempts" });
  await message.focus();
  await app.keyboard.press("Enter");
  const opened = app.locator("details", { has: message });
  await expect(opened.getByText("This is gone")).toBeVisible();
  await expect(opened.getByText(/nobody can bring back/)).toBeVisible();
});
