/** Copies back in and the whole keyring, in a real Chromium: KeePassXC's database, files made to hurt, a fresh browser. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { HALF_YEAR_MS } from "../../../src/core/copy-reminders.ts";
import { deriveKey } from "../../../src/core/derive-key.ts";
import { writeKeyringExport } from "../../../src/core/keyring-export.ts";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { badgeText } from "../../drivers/chromium/chromium-controls.ts";
import { startKeePassXc } from "../../support/keepassxc.ts";
import { keyringOf } from "../../support/keyrings.ts";
import {
  addKey,
  ask,
  button,
  createKeyring,
  expect,
  firstRunTab,
  launch,
  openPractice,
  SITE,
  test,
  textBox,
} from "./setup.ts";

test.describe.configure({ mode: "serial" });

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const OTHER_KEY = "00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0";
const PASSWORD = "stone lamp wide river plain";
let browser: Chromium;
let app: Page;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sixtyfour-import-"));
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, KEY, "Daily phone", "42");
  await app.reload();
  await app.getByRole("link", { name: "Copies", exact: true }).click();
});
test.afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const list = () => ask(app, "entry.list", {});
const labels = async () => (await list()).map(({ label }) => label).sort();
const badge = () => app.evaluate(() => chrome.action.getBadgeText({}));

/** Into the picker beside the button of this name. */
async function choose(page: Page, name: string, file: string): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await button(page, name).click();
  await (await choosing).setFiles(file);
}

async function importFile(name: string, content: string | Uint8Array): Promise<void> {
  const file = join(folder, name);
  writeFileSync(file, content);
  await choose(app, "Import", file);
}

async function openWith(password: string): Promise<void> {
  await textBox(app, "Password of that file").fill(password);
  await button(app, "Open the file").click();
}

async function saveAll(): Promise<void> {
  await button(app, "Save these keys").click();
  await expect(app.getByRole("status")).toContainText(/saved and read back|No key was new/);
}

test("a database that KeePassXC made: its key is shown, then saved, and there after a reload", async () => {
  const keepassxc = startKeePassXc();
  keepassxc.run(["db-create", "--set-password", "theirs.kdbx"], [PASSWORD, PASSWORD]);
  const add = ["add", "--username", "+49 151 1234567", "--password-prompt", "theirs.kdbx", "Old phone"];
  keepassxc.run(add, [PASSWORD, OTHER_KEY]);
  await importFile("theirs.kdbx", keepassxc.get("theirs.kdbx"));
  keepassxc.remove();
  await openWith("not this one");
  await expect(app.getByRole("alert")).toContainText("does not open the file");
  await openWith(PASSWORD);
  await expect(app.getByRole("checkbox", { name: "Old phone · Phone ending in 67" })).toBeChecked();
  expect(await labels()).toEqual(["Daily phone"]);
  await saveAll();
  await app.reload();
  expect(await labels()).toEqual(["Daily phone", "Old phone"]);
});

for (const [name, content, sentence] of [
  ["100 MB", Buffer.alloc(100_000_000, "x"), /too large/],
  ["a database that is cut", "cut", /cut short|does not open/],
  ["UTF-16", Buffer.from("\ufeffname,url\n", "utf16le"), /not text in UTF-8/],
  ["two million rows", `name,password\n${"a,b\n".repeat(2_000_000)}`, /more entries/],
  [
    "a table that ends within quotes",
    'Title,URL,Username,Password,Notes,OTPAuth\n"a,b',
    /cut short|no 64-digit key/,
  ],
  ["our own export, damaged", "64EXPORT and no more", /cut short/],
] as const) {
  test(`${name}: a clear sentence, and nothing changes`, async () => {
    const before = await list();
    const file = content === "cut" ? readFileSync(join(folder, "theirs.kdbx")).subarray(0, 300) : content;
    await importFile("bad.file", file);
    if (content === "cut") {
      await expect(app.getByRole("alert")).toContainText(/password|cut short/);
      if ((await textBox(app, "Password of that file").count()) > 0) await openWith(PASSWORD);
    }
    await expect(app.getByRole("alert")).toContainText(sentence);
    await expect(button(app, "Save these keys")).toHaveCount(0);
    expect(await list()).toEqual(before);
  });
}

test("the toolbar button is marked until two copies of every key are proven, and a waiting form comes first", async () => {
  expect(await badge()).toBe("!");
  const tab = await openPractice(browser, "boxes16");
  await expect.poll(() => badgeText(browser, SITE)).toBe("64");
  await tab.evaluate(() => document.body.replaceChildren());
  await expect.poll(() => badgeText(browser, SITE)).toBe("!");
  await tab.close();
  for (const { id } of await list())
    for (const place of ["paper", "bitwarden"] as const) {
      const { hex } = await ask(app, "key.reveal", { id });
      expect(await badge()).toBe("!");
      await ask(app, "copy.prove", { id, place, evidence: { kind: "key", hex } });
    }
  expect(await badge()).toBe("");
});

test("the whole keyring goes into one file, proves its own copies, and a fresh browser gets everything back from it", async () => {
  await ask(app, "entry.delete", { id: (await list()).find(({ label }) => label === "Old phone")?.id ?? "" });
  await app.reload();
  await expect(app.getByText("No exported keyring holds all your keys yet")).toBeVisible();
  await app
    .getByRole("combobox", { name: "Format" })
    .selectOption({ label: "Exported keyring (all keys, with their history)" });
  await textBox(app, "Password of the file").fill(PASSWORD);
  await textBox(app, "Repeat password of the file").fill(PASSWORD);
  const downloading = app.waitForEvent("download");
  await button(app, "Export").click();
  const download = await downloading;
  const file = join(folder, download.suggestedFilename());
  expect(file).toMatch(/sixtyfour-keyring-\d{4}-\d\d-\d\d\.sixtyfour$/);
  await download.saveAs(file);
  await download.delete();
  expect(readFileSync(file).includes(KEY)).toBe(false);
  await expect(app.getByText("No exported keyring holds all your keys yet")).toHaveCount(0);

  await app.getByRole("combobox", { name: "Key" }).selectOption({ label: "All keys" });
  await choose(app, "Choose the file with the copies", file);
  await openWith(PASSWORD);
  await expect(app.getByRole("status")).toContainText("Proven: An exported keyring holds this very key.");

  const before = await list();
  const fresh = await launch();
  const first = await firstRunTab(fresh);
  await choose(first, "Open a saved keyring file", file);
  await textBox(first, "Passphrase of the exported keyring").fill("something else");
  await button(first, "Restore everything").click();
  await expect(first.getByRole("alert")).toContainText("does not open the file");
  await textBox(first, "Passphrase of the exported keyring").fill(PASSWORD);
  await button(first, "Restore everything").click();
  await expect(first.getByRole("status")).toContainText("2 keys are back");
  const unproven = (copies: { place: string; provenAtMs: number | null }[]) =>
    copies.map((copy) => (copy.place === "keyring-file" ? { ...copy, provenAtMs: null } : copy));
  const sure = before.map((entry) => ({ ...entry, copies: unproven(entry.copies) }));
  const back = await ask(first, "entry.list", {});
  expect(back.map(({ provenPlaces, safe, ...entry }) => entry)).toEqual(
    sure.map(({ provenPlaces, safe, ...entry }) => entry),
  );
  const daily = back.find(({ label }) => label === "Daily phone")?.id ?? "";
  expect(await ask(first, "key.reveal", { id: daily })).toEqual({ hex: KEY });
  await fresh.close();
});

test("a copy that nobody has looked at for half a year is asked for again, in tab and popup, and can be put off", async () => {
  const provenAtMs = Date.now() - HALF_YEAR_MS - 1000;
  const copies = ["paper", "bitwarden"].map((place) => ({ place, provenAtMs, goneAtMs: null }));
  const keyring = keyringOf([{ hex: "ab".repeat(32), label: "In the attic", copies }]);
  const file = await writeKeyringExport({ keyring, atMs: Date.now() }, PASSWORD, deriveKey);
  if (!file.ok) throw new Error(file.error.code);
  await importFile("old.sixtyfour", file.value);
  await openWith(PASSWORD);
  await saveAll();
  await expect(app.getByText("Is “In the attic” still in this place: Paper?")).toBeVisible();
  const tab = await browser.newPage("about:blank");
  await tab.bringToFront();
  const popup = await browser.openPopup();
  await expect(popup.page.getByText("prove a copy of “In the attic” again")).toBeVisible();
  await popup.close();
  await tab.close();
  await button(app, "Ask again in two weeks").click();
  await expect(app.getByText("Is “In the attic” still in this place")).toHaveCount(0);
  await app.reload();
  await expect(app.getByRole("heading", { name: "Copies" })).toBeVisible();
  await expect(app.getByText("Is “In the attic” still in this place")).toHaveCount(0);
});
