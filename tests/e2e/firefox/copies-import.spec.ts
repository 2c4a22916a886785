/** Copies back in and the whole keyring in Firefox: a table, damage, the mark on the button, a fresh browser. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeCsvFormat } from "../../../src/copies/csv-formats.ts";
import { hexToBytes } from "../../../src/core/bytes.ts";
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import type { FirefoxPage } from "../../drivers/firefox/firefox-page.ts";
import { entriesOf, OTHER_HEX, sourceOf } from "../../support/copies.ts";
import { waitFor } from "../../support/wait.ts";
import {
  ALERT,
  addKey,
  ask,
  button,
  createKeyring,
  expect,
  expectShown,
  expectText,
  field,
  firstRunTab,
  launch,
  link,
  STATUS,
  test,
} from "./setup.ts";

test.describe.configure({ mode: "serial" });

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const PASSWORD = "stone lamp wide river plain";
const downloads = mkdtempSync(join(tmpdir(), "sixtyfour-import-"));
let firefox: Firefox;
let app: FirefoxPage;

test.beforeAll(async () => {
  firefox = await launch({ prefs: { "browser.download.folderList": 2, "browser.download.dir": downloads } });
  app = await createKeyring(firefox);
  await addKey(app, KEY, "Daily phone", "42");
  await app.reload();
  await app.click(link("Copies"));
});
test.afterAll(async () => {
  await firefox.close();
  rmSync(downloads, { recursive: true, force: true });
});

/** Into the picker beside the button of this name. */
function choose(page: FirefoxPage, name: string, content: string | Uint8Array): Promise<unknown> {
  const bytes = Buffer.from(content).toString("base64");
  return page.on(
    button(name),
    `(it) => {
      const picker = it.previousElementSibling;
      const chosen = new DataTransfer();
      const bytes = Uint8Array.from(atob("${bytes}"), (one) => one.charCodeAt(0));
      chosen.items.add(new File([bytes], "a.file"));
      picker.files = chosen.files;
      picker.dispatchEvent(new Event("change", { bubbles: true }));
    }`,
  );
}

const select = (label: string, value: string) =>
  app.on(
    field(label),
    `(box) => { box.value = ${JSON.stringify(value)}; box.dispatchEvent(new Event("change", { bubbles: true })); }`,
  );
const list = (page = app) => ask(page, "entry.list", {});
const badge = () => app.evaluate<string>("browser.action.getBadgeText({})");

test("a table is shown, then saved; what cannot be read changes nothing", async () => {
  const entries = entriesOf([sourceOf({ key: hexToBytes(OTHER_HEX), label: "Old phone" })]);
  for (const [content, sentence] of [
    ["", "empty"],
    [Buffer.from("\ufeffa,b\n", "utf16le"), "not text in UTF-8"],
    ["64EXPORT and no more", "cut short"],
  ] as const) {
    await choose(app, "Import", content);
    await expectText(app, ALERT, sentence);
  }
  await choose(app, "Import", writeCsvFormat("keepassxc", entries));
  await expectShown(app, "1 key was found");
  expect(await list()).toHaveLength(1);
  await app.click(button("Save these keys"));
  await expectText(app, STATUS, "1 key saved and read back.");
  expect((await list()).map(({ label }) => label).sort()).toEqual(["Daily phone", "Old phone"]);
});

test("the toolbar button is marked until two copies of every key are proven", async () => {
  for (const { id } of await list()) {
    const { hex } = await ask(app, "key.reveal", { id });
    for (const place of ["paper", "bitwarden"] as const) {
      expect(await badge()).toBe("!");
      await ask(app, "copy.prove", { id, place, evidence: { kind: "key", hex } });
    }
  }
  expect(await badge()).toBe("");
});

test("the whole keyring goes into one file, and a fresh browser gets everything back from it", async () => {
  await app.reload();
  await select("Format", "keyring-export");
  await app.fill(field("Password of the file"), PASSWORD);
  await app.fill(field("Repeat password of the file"), PASSWORD);
  await app.click(button("Export"));
  await expectText(app, STATUS, "All keys were written.");
  const name = await waitFor("the file", () => {
    const there = readdirSync(downloads);
    return there.length === 1 && there[0]?.endsWith(".sixtyfour") ? there[0] : "";
  });
  const before = await list();
  const fresh = await launch();
  try {
    const first = await firstRunTab(fresh);
    await first.find(button("Open a saved keyring file"));
    await choose(first, "Open a saved keyring file", readFileSync(join(downloads, name)));
    await first.fill(field("Passphrase of the exported keyring"), PASSWORD);
    await first.click(button("Restore everything"));
    await expectText(first, STATUS, "2 keys are back");
    expect(await list(first)).toEqual(before);
    const daily = before.find(({ label }) => label === "Daily phone")?.id ?? "";
    const { hex } = await ask(first, "key.reveal", { id: daily });
    expect(hex).toBe(KEY);
  } finally {
    await fresh.close();
  }
});
