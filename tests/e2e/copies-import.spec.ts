/** Imports and the Sixtyfour file: KeePassXC's database, files made to hurt, a fresh browser. */
import { hexToBytes, toBase64 } from "../../src/core/bytes.ts";
import { HALF_YEAR_MS } from "../../src/core/keyring/place-reminders.ts";
import { createWrapping } from "../../src/core/sealed/rotation.ts";
import { sealKeyring } from "../../src/core/sealed/sealed-keyring.ts";
import { formatText } from "../../src/ui/text/en/export-formats.ts";
import { firstRunPress, restoredText } from "../../src/ui/text/en/first-run.ts";
import {
  chosenFileText,
  foundText,
  importFailureText,
  importPress,
  importText,
  openerText,
} from "../../src/ui/text/en/imports.ts";
import { exportText, placesPress, placesText, verifiedText } from "../../src/ui/text/en/places.ts";
import {
  checkUpText,
  reminderPress,
  reminderText,
  shortCheckUpText,
} from "../../src/ui/text/en/reminders.ts";
import { endingText } from "../../src/ui/text/en/shared-words.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { deriveKey } from "../support/cheap-derivation.ts";
import { entriesOf, sourceOf, tableText } from "../support/export-sources.ts";
import { startKeePassXc } from "../support/keepassxc.ts";
import { keyringOf } from "../support/keyrings.ts";
import {
  ALERT,
  addKey,
  ask,
  button,
  createKeyring,
  field,
  firstRunTab,
  link,
  openPractice,
  STATUS,
  type Target,
  text,
  unlock,
} from "./steps.ts";
import { expect, launch, long, one, setUp, story } from "./story.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const OTHER_KEY = "00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0";
const THIRD_KEY = "8796a5b4c3d2e1f00f1e2d3c4b5a69780123456789abcdeffedcba9876543210";
const PASSWORD = "stone lamp wide river plain";
const OURS = one(
  "chromium",
  "our own readers, page and messages; files come in and go out by both elsewhere",
);
const PROTECTED = field(openerText.foreign.label);
let browser: Driver;
let app: Page;
let theirs: Uint8Array;

setUp(async () => {
  theirs = databaseOfKeePassXc();
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, KEY, "Daily phone", "42");
  await app.reload();
  await app.click(link("Safe places"));
});

function databaseOfKeePassXc(): Uint8Array {
  const keepassxc = startKeePassXc();
  keepassxc.run(["db-create", "--set-password", "theirs.kdbx"], [PASSWORD, PASSWORD]);
  const add = ["add", "--username", "+49 151 1234567", "--password-prompt", "theirs.kdbx", "Old phone"];
  keepassxc.run(add, [PASSWORD, OTHER_KEY]);
  const database = keepassxc.get("theirs.kdbx");
  keepassxc.remove();
  return database;
}

const list = (page = app) => ask(page, "entry.list", {});
const labels = async () => (await list()).map(({ label }) => label).sort();
const badge = () => app.evaluate(() => chrome.action.getBadgeText({}));

function importFile(content: string | Uint8Array): Promise<void> {
  return app.chooseFiles(button(importText.press), [{ name: "a.file", bytes: Buffer.from(content) }]);
}

async function openWith(password: string): Promise<void> {
  await app.fill(PROTECTED, password);
  await app.click(button(chosenFileText.open));
}

async function saveAll(): Promise<void> {
  await app.click(button(importPress.save));
  await app.expectText(STATUS, /saved and verified|No key was new/);
}

/** Of what does not come in: nothing is offered for saving, and what is here stays as it is. */
async function expectRefused(sentence: string | RegExp, act: () => Promise<void>): Promise<void> {
  const before = await list();
  await act();
  await app.expectText(ALERT, sentence);
  await app.expectCount(button(importPress.save), 0);
  expect(await list()).toEqual(before);
}

story(
  "a database that KeePassXC made: its key is shown, then saved, and there after a reload",
  OURS,
  async () => {
    await importFile(theirs);
    await openWith("not this one");
    await app.expectText(ALERT, importFailureText["wrong-password"]);
    await openWith(PASSWORD);
    const found: Target = { role: "checkbox", name: `Old phone · ${endingText("67")}` };
    expect(await app.on(found, (it: HTMLInputElement) => it.checked)).toBe(true);
    expect(await labels()).toEqual(["Daily phone"]);
    await saveAll();
    await app.reload();
    expect(await labels()).toEqual(["Daily phone", "Old phone"]);
  },
);

story("a table is shown, then saved", OURS, async () => {
  const entries = entriesOf([sourceOf({ key: hexToBytes(THIRD_KEY), label: "Tablet" })]);
  await importFile(tableText("keepassxc", entries));
  await app.expectSays(foundText(1));
  expect(await list()).toHaveLength(2);
  await app.click(button(importPress.save));
  await app.expectText(STATUS, "1 key saved and verified.");
  expect(await labels()).toEqual(["Daily phone", "Old phone", "Tablet"]);
});

story("a database that is cut: a clear sentence, and nothing changes", OURS, () =>
  expectRefused(/cut short|does not open/, async () => {
    await importFile(theirs.subarray(0, 300));
    await app.expectText(ALERT, /password|cut short/);
    if ((await app.count(PROTECTED)) > 0) await openWith(PASSWORD);
  }),
);

const OTHERS = long("the same path as UTF-16 up to the sentence; each reader has its own tests");
for (const [name, content, sentence, where] of [
  ["UTF-16", Buffer.from("\ufeffname,url\n", "utf16le"), importFailureText["wrong-encoding"], OURS],
  ["nothing at all", "", importFailureText.empty, OTHERS],
  [
    "two million rows",
    `name,password\n${"a,b\n".repeat(2_000_000)}`,
    importFailureText["too-many-entries"],
    OTHERS,
  ],
  [
    "a table that ends within quotes",
    'Title,URL,Username,Password,Notes,OTPAuth\n"a,b',
    /cut short|no 64-digit key/,
    OTHERS,
  ],
  ["our own export, damaged", "64EXPORT and no more", importFailureText.damaged, OURS],
] as const)
  story(`${name}: a clear sentence, and nothing changes`, where, () =>
    expectRefused(sentence, () => importFile(content)),
  );

story("100 MB: a clear sentence, and nothing changes", OURS, () =>
  // Made in the page: no driver sends so much at once.
  expectRefused(importFailureText["too-large"], () =>
    app.on(button(importText.press), (it) => {
      const picker = it.previousElementSibling as HTMLInputElement;
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(100_000_000)], "large.csv"));
      picker.files = files.files;
      picker.dispatchEvent(new Event("change", { bubbles: true }));
    }),
  ),
);

story(
  "the toolbar button is marked until every key is verified in two places, and a waiting form comes first",
  one("chromium", "when it is marked is ours; marks of the button are both browsers' in fill-press.spec.ts"),
  async () => {
    expect(await badge()).toBe("!");
    const tab = await openPractice(browser, "boxes16");
    await expect.poll(() => browser.badgeText(tab)).toBe("64");
    await tab.evaluate(() => document.body.replaceChildren());
    await expect.poll(() => browser.badgeText(tab)).toBe("!");
    await tab.close();
    for (const { id } of await list())
      for (const place of ["paper", "bitwarden"] as const) {
        const { hex } = await ask(app, "key.reveal", { id });
        expect(await badge()).toBe("!");
        await ask(app, "place.verify", { id, place, evidence: { kind: "key", hex } });
      }
    expect(await badge()).toBe("");
  },
);

story(
  "all keys go into one Sixtyfour file, which verifies its own place, and a fresh browser gets everything back from it",
  OURS,
  async () => {
    for (const { id, label } of await list())
      if (label !== "Daily phone") await ask(app, "entry.delete", { id });
    await app.reload();
    const reminder = text(reminderText.noExport);
    await app.expectShown(reminder);
    await app.select(field(exportText.format), formatText["keyring-export"].name);
    await app.fill(field(exportText.labels.passphrase), PASSWORD);
    await app.fill(field(exportText.labels.repeated), PASSWORD);
    const file = await browser.download(app, () => app.click(button(placesPress.export)));
    await app.expectText(STATUS, exportText.keyringWritten);
    expect(file.name).toMatch(/^sixtyfour-keyring-\d{4}-\d\d-\d\d\.sixtyfour$/);
    expect(Buffer.from(file.bytes).includes(KEY)).toBe(false);
    await app.expectGone(reminder);
    const written = await list();

    await app.select(field(placesText.key), placesText.allKeys);
    await app.chooseFiles(button(chosenFileText.chooseAll), [file]);
    await openWith(PASSWORD);
    await app.expectText(STATUS, verifiedText("keyring-file"));

    const fresh = await launch();
    const first = await firstRunTab(fresh);
    await first.chooseFiles(button(firstRunPress.openFile), [file]);
    await first.fill(field(openerText["keyring-export"].label), "something else");
    await first.click(button(firstRunPress.lookInFile));
    await first.expectText(ALERT, openerText["keyring-export"].wrong);
    await first.fill(field(openerText["keyring-export"].label), PASSWORD);
    await first.click(button(firstRunPress.lookInFile));
    await first.expectSays(foundText(3));
    await first.click(button(firstRunPress.restoreAll));
    await first.expectText(STATUS, restoredText(3));
    const back = await list(first);
    // Other places are noted, and count once they were checked here. The file was opened, so it counts itself.
    const isFile = ({ place }: { place: string }) => place === "keyring-file";
    const others = (entries: typeof written) =>
      entries.map((one) => ({
        ...one,
        places: one.places.filter((place) => !isFile(place)).map((it) => ({ ...it, verifiedAtMs: null })),
        verifiedPlaces: 1,
        safe: false,
      }));
    expect(others(back)).toEqual(others(written));
    for (const { places, verifiedPlaces } of back) {
      expect(verifiedPlaces).toBe(1);
      expect(places.find(isFile)?.verifiedAtMs).toBeGreaterThan(Date.now() - 600_000);
    }
    const daily = back.find(({ label }) => label === "Daily phone")?.id ?? "";
    expect(await ask(first, "key.reveal", { id: daily })).toEqual({ hex: KEY });
    await fresh.close();
  },
);

story(
  "a place that was verified half a year ago is asked for again, in tab and popup, and can be put off",
  OURS,
  async () => {
    const verifiedAtMs = Date.now() - HALF_YEAR_MS - 1000;
    const places = ["paper", "bitwarden"].map((place) => ({ place, verifiedAtMs, goneAtMs: null }));
    const keyring = keyringOf([{ hex: "ab".repeat(32), label: "In the attic", places }]);
    // An import makes no place verified: a keyring that was sealed half a year ago has such ones.
    const { wrapping, keyringKey } = await createWrapping(PASSWORD, deriveKey);
    const sealed = toBase64(sealKeyring(wrapping, keyringKey, 1, keyring));
    const fresh = await launch();
    const first = await firstRunTab(fresh);
    await first.evaluate(
      (bytes) => chrome.storage.local.set({ "keyring.slot-a": bytes, "keyring.slot-b": bytes }),
      sealed,
    );
    await fresh.killWorker();
    await first.reload();
    await unlock(first, PASSWORD);
    await first.click(link(placesText.title));
    const question = text(checkUpText("In the attic", { id: "", place: "paper", verifiedAtMs }));
    await first.expectShown(question);
    const tab = await fresh.newPage("about:blank");
    await tab.bringToFront();
    const popup = await fresh.openPopup();
    await popup.expectShown(text(shortCheckUpText("In the attic")));
    await popup.close();
    await tab.close();
    await first.click(button(reminderPress.later));
    await first.expectGone(question);
    await first.reload();
    await first.expectShown({ role: "heading", name: placesText.title });
    await first.expectGone(question);
    await fresh.close();
  },
);
