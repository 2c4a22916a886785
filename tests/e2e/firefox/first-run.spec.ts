/** The first run in the full tab, and a sealed file that opens in a fresh profile. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import type { FirefoxPage } from "../../drivers/firefox/firefox-page.ts";
import { SCRATCH_PAGES } from "../../drivers/scratch-extension.ts";
import { holds, waitFor } from "../../support/wait.ts";
import {
  ALERT,
  addKey,
  button,
  expect,
  expectShown,
  expectText,
  field,
  firstRunTab,
  generate,
  launch,
  link,
  SITE,
  STATUS,
  shownKey,
  test,
  unlock,
} from "./setup.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const directory = mkdtempSync(join(tmpdir(), "sixtyfour-file-"));
const NAME = "sixtyfour-keyring.sealed";
let firefox: Firefox;
let app: FirefoxPage;
let passphrase: string;
let generated: string;

test.beforeAll(async () => {
  firefox = await launch({ prefs: { "browser.download.folderList": 2, "browser.download.dir": directory } });
  app = await firstRunTab(firefox);
  await app.bringToFront();
});
test.afterAll(async () => {
  await firefox.close();
  rmSync(directory, { recursive: true });
});

test("the installation opens the tab, which says where keys live and that nobody can reset", async () => {
  for (const part of [
    "keeps the 64-digit keys of your end-to-end encrypted WhatsApp backups",
    "Keys live only in this browser profile, and removing the extension deletes them.",
    "Nobody can reset it",
  ])
    await expectShown(app, part);
  await app.find(button("Open a saved keyring file"));
});

test("weak passphrases are refused with the reason, and two that differ", async () => {
  const refused = [
    ["short", "short", /too short: it needs at least 8 characters/],
    ["password1", "password1", /too easy to guess\..*used password/],
    ["plain wide river stone lamp", "plain wide river stone lamb", /are not the same/],
  ] as const;
  for (const [first, second, reason] of refused) {
    await app.fill(field("Passphrase"), first);
    await app.fill(field("Repeat passphrase"), second);
    await app.click(button("Create keyring"));
    await expectText(app, ALERT, reason);
  }
  expect(await app.has(button("Lock"))).toBe(false);
});

test("one press makes five words for both boxes; with them the keyring is created", async () => {
  await app.click(button("Generate a passphrase"));
  await waitFor("the words", async () => (await app.value(field("Passphrase"))).split("-").length === 5);
  passphrase = await app.value(field("Passphrase"));
  expect(await app.value(field("Repeat passphrase"))).toBe(passphrase);
  await expectShown(app, passphrase);
  await app.click(button("Create keyring"));
  await expectText(app, STATUS, "The keyring is there");
  expect(await app.text("body")).not.toContain(passphrase);
  generated = await generate(app);
  await addKey(app, KEY, "Old phone");
});

test("the sealed keyring goes to a file", async () => {
  await app.click(link("Settings"));
  await app.click(button("Save the sealed keyring to a file"));
  await expectText(app, STATUS, "sealed keyring");
  await waitFor(
    "the file",
    () => readdirSync(directory).includes(NAME) && readdirSync(directory).length === 1,
  );
  const bytes = readFileSync(join(directory, NAME));
  expect(bytes.subarray(0, 8).toString()).toBe("64KEYRNG");
  for (const secret of [KEY, generated, passphrase, "Old phone"]) expect(bytes.includes(secret)).toBe(false);
});

test("Firefox offers nowhere to save the passphrase, not even folded away, but a login form's password", async () => {
  const isQuiet = async () => (await firefox.window.offersToSavePassword()) === null;
  await app.click(button("Lock"));
  await unlock(app, passphrase);
  await holds("not asked", 1_000, isQuiet);
  await app.click(button("Lock"));
  await app.type(field("Passphrase"), passphrase);
  await app.reload(); // Firefox may also ask when a page with a filled password box goes away
  await holds("not asked", 1_000, isQuiet);
  await firefox.serve(SITE, SCRATCH_PAGES);
  const page = await firefox.newPage(`${SITE}/`);
  await page.bringToFront();
  await page.type("[name=user]", "someone");
  await page.type("[name=password]", "not a real one");
  await page.click(button("Log in"));
  await waitFor("the question", async () => !(await isQuiet()));
  await page.close();
});

test("the file opens in a fresh profile with its passphrase, and holds the same keys", async () => {
  const fresh = await launch();
  try {
    const page = await firstRunTab(fresh);
    await page.find(button("Open a saved keyring file"));
    const open = (file: string) =>
      page.on(
        "input[type=file]",
        `(picker) => {
          const bytes = Uint8Array.from(atob("${readFileSync(file, "base64")}"), (one) => one.charCodeAt(0));
          const chosen = new DataTransfer();
          chosen.items.add(new File([bytes], "keyring"));
          picker.files = chosen.files;
          picker.dispatchEvent(new Event("change", { bubbles: true }));
        }`,
      );
    await open(import.meta.filename);
    await expectText(page, ALERT, "not a sealed Sixtyfour keyring");
    await open(join(directory, NAME));
    await expectText(page, STATUS, "Unlock it with its passphrase");
    await page.fill(field("Passphrase"), `${passphrase}-`);
    await page.click(button("Unlock"));
    await expectText(page, ALERT, "not the passphrase");
    await unlock(page, passphrase);
    const found: string[] = [];
    for (const name of await page.evaluate<string[]>(
      `[...document.querySelectorAll("[aria-label=Keys] a")].map((a) => a.textContent)`,
    )) {
      await page.click(link(name));
      await page.click(button("Reveal"));
      found.push(await shownKey(page));
    }
    expect(found.toSorted()).toEqual([KEY, generated].toSorted());
  } finally {
    await fresh.close();
  }
});
