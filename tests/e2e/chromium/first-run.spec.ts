/** The first run in the full tab, and a sealed file that opens in a fresh profile. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { savePasswordOffers } from "../../drivers/chromium/chromium-controls.ts";
import { SCRATCH_PAGES } from "../../drivers/scratch-extension.ts";
import { waitFor } from "../../support/wait.ts";
import {
  addKey,
  button,
  expect,
  firstRunTab,
  generate,
  launch,
  SITE,
  shownKey,
  test,
  textBox,
  unlock,
} from "./setup.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const directory = mkdtempSync(join(tmpdir(), "sixtyfour-file-"));
const file = join(directory, "keyring");
let browser: Chromium;
let app: Page;
let passphrase: string;
let generated: string;

test.beforeAll(async () => {
  browser = await launch();
  app = await firstRunTab(browser);
  await app.bringToFront();
});
test.afterAll(async () => {
  await browser.close();
  rmSync(directory, { recursive: true });
});

const create = (page: Page) => button(page, "Create keyring").click();

test("the installation opens the tab, which says where keys live and that nobody can reset", async () => {
  await expect(app.getByText(/keeps the 64-digit keys of your end-to-end encrypted WhatsApp/)).toBeVisible();
  await expect(
    app.getByText("Keys live only in this browser profile, and removing the extension deletes them."),
  ).toBeVisible();
  await expect(app.getByText(/Nobody can reset it/)).toBeVisible();
  await expect(button(app, "Open a saved keyring file")).toBeVisible();
});

test("weak passphrases are refused with the reason, and two that differ", async () => {
  const alert = app.getByRole("alert");
  const refused = [
    ["short", "short", /too short: it needs at least 8 characters/],
    ["password1", "password1", /too easy to guess\..*used password/],
    ["qwertyuiop", "qwertyuiop", /too easy to guess\../],
    ["plain wide river stone lamp", "plain wide river stone lamb", /are not the same/],
  ] as const;
  for (const [first, second, reason] of refused) {
    await textBox(app, "Passphrase").fill(first);
    await textBox(app, "Repeat passphrase").fill(second);
    await create(app);
    await expect(alert).toHaveText(reason);
  }
  await expect(button(app, "Lock")).toHaveCount(0);
});

test("one press makes five words for both boxes; with them the keyring is created", async () => {
  await button(app, "Generate a passphrase").click();
  // The word list is a chunk that is loaded at the press.
  await expect(textBox(app, "Passphrase")).toHaveValue(/^[a-z]+(-[a-z]+){4}$/);
  passphrase = await textBox(app, "Passphrase").inputValue();
  await expect(textBox(app, "Repeat passphrase")).toHaveValue(passphrase);
  await expect(app.getByText(passphrase, { exact: true })).toBeVisible();
  await create(app);
  await expect(app.getByRole("status")).toContainText("The keyring is there");
  await expect(app.getByText(passphrase)).toHaveCount(0);
  generated = await generate(app);
  await addKey(app, KEY, "Old phone");
});

test("the sealed keyring goes to a file", async () => {
  await app.getByRole("link", { name: "Settings" }).click();
  const downloading = app.waitForEvent("download");
  await button(app, "Save the sealed keyring to a file").click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("sixtyfour-keyring.sealed");
  await download.saveAs(file);
  await expect(app.getByRole("status")).toContainText("sealed keyring");
  const bytes = readFileSync(file);
  expect(bytes.subarray(0, 8).toString()).toBe("64KEYRNG");
  for (const secret of [KEY, generated, passphrase, "Old phone"]) expect(bytes.includes(secret)).toBe(false);
});

test("the browser does not offer to save the passphrase, but a login form's password", async () => {
  await button(app, "Lock").click();
  await unlock(app, passphrase);
  expect(await savePasswordOffers(browser)).toBe(0);
  await browser.serve(SITE, SCRATCH_PAGES);
  const page = await browser.newPage(`${SITE}/`);
  await page.bringToFront();
  await page.locator("[name=user]").pressSequentially("someone");
  await page.locator("[name=password]").pressSequentially("not a real one");
  await button(page, "Log in").click();
  await waitFor("the offer", async () => (await savePasswordOffers(browser)) > 0);
  await page.close();
});

test("the file opens in a fresh profile with its passphrase, and holds the same keys", async () => {
  const fresh = await launch();
  try {
    const page = await firstRunTab(fresh);
    const open = async (path: string) => {
      const choosing = page.waitForEvent("filechooser");
      await button(page, "Open a saved keyring file").click();
      await (await choosing).setFiles(path);
    };
    await open(import.meta.filename);
    await expect(page.getByRole("alert")).toContainText("not a sealed Sixtyfour keyring");
    await open(file);
    await expect(page.getByRole("status")).toContainText("Unlock it with its passphrase");
    await textBox(page, "Passphrase").fill(`${passphrase}-`);
    await button(page, "Unlock").click();
    await expect(page.getByRole("alert")).toContainText("not the passphrase");
    await unlock(page, passphrase);
    const keys = page.getByRole("list", { name: "Keys" }).getByRole("link");
    const found: string[] = [];
    for (const link of await keys.all()) {
      await link.click();
      await button(page, "Reveal").click();
      found.push(await shownKey(page));
    }
    expect(found.toSorted()).toEqual([KEY, generated].toSorted());
  } finally {
    await fresh.close();
  }
});
