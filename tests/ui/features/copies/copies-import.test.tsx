// @vitest-environment happy-dom
/** Copies back in, and the whole keyring: real files over the in-memory background. */

import { fireEvent, screen } from "@testing-library/preact";
import { beforeEach, describe, expect, it } from "vitest";
import { exportEntryOf } from "../../../../src/copies/export-entry.ts";
import { writeKeyText } from "../../../../src/copies/formats/text.ts";
import { formatBackupKey, parseBackupKey } from "../../../../src/core/key/backup-key.ts";
import { HALF_YEAR_MS, REMINDER_PAUSE_MS } from "../../../../src/core/keyring/place-reminders.ts";
import { readKeyringExport, writeKeyringExport } from "../../../../src/core/sealed/keyring-export.ts";
import { formatText } from "../../../../src/ui/text/en/export-formats.ts";
import { firstRunPress } from "../../../../src/ui/text/en/first-run.ts";
import { chosenFileText, importPress, importText, openerText } from "../../../../src/ui/text/en/imports.ts";
import { fileVerifiedText, verifiedText, whereText } from "../../../../src/ui/text/en/places.ts";
import { deriveKey } from "../../../support/cheap-derivation.ts";
import { tableText } from "../../../support/export-sources.ts";
import { keyringOf } from "../../../support/keyrings.ts";
import { waitFor } from "../../../support/wait.ts";
import { FakeApi, OTHER_KEY, SAMPLE_KEY } from "../../fake-api.ts";
import { alertText, press, settle, showApp, statusText, type } from "../../stage.tsx";
import { answered, choose, found, pressed } from "./file-stage.ts";

const PASSWORD = "correct-horse-battery-staple-sixty";
const THIRD_KEY = "1".repeat(64);
let api: FakeApi;

const labels = () => api.entries.map(({ label }) => label);

function copyOf(hex: string, label: string) {
  const key = parseBackupKey(hex);
  if (!key) throw new Error("not a key");
  return exportEntryOf({
    key,
    label,
    phoneEnding: "42",
    note: "in the attic",
    origin: "whatsapp",
    createdAtMs: 0,
  });
}

const save = () => pressed(importPress.save);

async function select(label: string, option: string): Promise<void> {
  const box = screen.getByLabelText(label) as HTMLSelectElement;
  const value = Array.from(box.options).find(({ text }) => text === option)?.value;
  if (value === undefined) throw new Error(`no option ${option}`);
  fireEvent.change(box, { target: { value } });
  await settle();
}

beforeEach(() => {
  api = new FakeApi();
});

async function showPlaces(): Promise<void> {
  api.status = "unlocked";
  await showApp(api, "#places");
  await settle();
}

describe("import", () => {
  beforeEach(async () => {
    api.put(SAMPLE_KEY, { label: "Mine" });
    api.put(THIRD_KEY, { label: "Thrown away", deletedAtMs: api.nowMs(), erasedAtMs: api.nowMs() + 1 });
    await showPlaces();
  });

  it("shows what was found before anything is saved, and saves what stays chosen", async () => {
    const entries = [copyOf(SAMPLE_KEY, "Theirs"), copyOf(OTHER_KEY, "New one"), copyOf(THIRD_KEY, "x")];
    await choose(importText.press, tableText("keepassxc", entries));
    expect(screen.getByRole("heading", { name: "3 keys were found" })).toBe(document.activeElement);
    const texts = found().map((item) => item.textContent);
    expect(texts[0]).toContain("Already here");
    expect(texts[1]).toMatch(/New one · Phone ending in 42.*New/);
    expect(texts[2]).toContain("it will be restored");
    expect(document.body.textContent).not.toContain(OTHER_KEY);
    expect(api.asked).not.toContain("keyring.merge");
    fireEvent.click(screen.getByRole("checkbox", { name: /^x/ }));
    await save();
    expect(statusText()).toContain("1 key saved and verified. 1 key already here.");
    expect(statusText()).toContain("delete it now");
    expect(labels().sort()).toEqual(["Mine", "New one", "Thrown away"]);
    const mine = api.entries.find(({ label }) => label === "Mine");
    expect(mine).toMatchObject({ note: "in the attic", phoneEnding: "42" });
    expect(api.entries.find(({ label }) => label === "Thrown away")?.deletedAtMs).not.toBeNull();
    expect(screen.queryByRole("button", { name: importPress.save })).toBeNull();
  });

  it("leaves a key whose Key ID is another's unchosen", async () => {
    const text = writeKeyText([copyOf(OTHER_KEY, "Altered")]).replace(/Key ID: .*/, "Key ID: 00000000");
    await choose(importText.press, text);
    expect(screen.getByRole("checkbox", { name: /Altered/ })).toHaveProperty("checked", false);
    await save();
    expect(alertText()).toBe(importText.nothingChosen);
    await press(importPress.drop);
    expect(found()).toEqual([]);
    expect(labels()).toEqual(["Mine", "Thrown away"]);
  });

  it.each<[string, BlobPart, RegExp]>([
    ["nothing in it", "", /empty/],
    ["another encoding", new Uint8Array([0xff, 0xfe, 0x41, 0x00]), /UTF-8/],
    [
      "a cut database",
      new Uint8Array([3, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5]),
      /cut short|cannot read|password/,
    ],
    ["no key in it", "nothing to see here", /no 64-digit key|does not know this format/],
    ["a picture without a code", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /No QR code/],
  ])("%s: a clear sentence, and nothing changes", async (_, content, sentence) => {
    await choose(importText.press, content);
    expect(alertText()).toMatch(sentence);
    expect(found()).toEqual([]);
    expect(api.asked).not.toContain("keyring.merge");
  });

  it("a Sixtyfour file needs its file password, and brings history and verified places", async () => {
    const places = [{ place: "paper", verifiedAtMs: 5, goneAtMs: null }];
    const keyring = keyringOf([
      {
        hex: OTHER_KEY,
        id: "c".repeat(32),
        label: "Old",
        testedAtMs: 9,
        places,
        supersededBy: "d".repeat(32),
      },
      { hex: "2".repeat(64), id: "d".repeat(32), label: "Newer" },
    ]);
    const file = await writeKeyringExport({ keyring, atMs: 5 }, PASSWORD, deriveKey);
    if (!file.ok) throw new Error(file.error.code);
    await choose(importText.press, file.value);
    expect(alertText()).toBe(openerText["keyring-export"].needed);
    await type(openerText["keyring-export"].label, "something else");
    await answered(() => fireEvent.click(screen.getByRole("button", { name: chosenFileText.open })));
    expect(alertText()).toBe(openerText["keyring-export"].wrong);
    await type(openerText["keyring-export"].label, PASSWORD);
    await answered(() => fireEvent.click(screen.getByRole("button", { name: chosenFileText.open })));
    await save();
    const old = api.entries.find(({ label }) => label === "Old");
    expect(old).toMatchObject({ testedAtMs: 9, safe: false, supersededBy: "d".repeat(32) });
    // The file was opened, so it counts itself; what it says of other places does not.
    expect(old?.places.map(({ place, verifiedAtMs }) => [place, verifiedAtMs !== null])).toEqual([
      ["paper", false],
      ["keyring-file", true],
    ]);
    expect(statusText()).not.toContain("plain text");
  });
});

describe("the whole keyring", () => {
  beforeEach(async () => {
    api.put(SAMPLE_KEY, { label: "Mine" });
    api.put(OTHER_KEY, { label: "Thrown away", deletedAtMs: api.nowMs(), erasedAtMs: api.nowMs() + 1 });
    await showPlaces();
  });

  it("goes into one file under its own password, with the reader beside it, and is verified by reading it back", async () => {
    expect(screen.getByText(/No Sixtyfour file holds all your keys yet/)).toBeTruthy();
    await select("Format", formatText["keyring-export"].name);
    await press("Save the reader");
    await waitFor("the reader", () => api.saved.length === 1);
    expect(api.saved[0]?.name).toBe("sixtyfour-reader.html");
    expect(new TextDecoder().decode(api.saved[0]?.bytes)).toMatch(/^<!doctype html>/i);
    await type("File password", PASSWORD);
    await type("Repeat file password", PASSWORD);
    await answered(() => fireEvent.click(screen.getByRole("button", { name: "Export" })));
    expect(statusText()).toContain("All keys were exported");
    const { name, bytes } = api.saved[1] ?? { name: "", bytes: new Uint8Array() };
    expect(name).toMatch(/^sixtyfour-keyring-\d{4}-\d\d-\d\d\.sixtyfour$/);
    const read = await readKeyringExport(bytes, PASSWORD, deriveKey);
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value.keyring.entries.map((e) => formatBackupKey(e.key))).toEqual([SAMPLE_KEY, OTHER_KEY]);
    expect(screen.queryByText(/No Sixtyfour file/)).toBeNull();

    await select("Key", "All keys");
    await choose(chosenFileText.chooseAll, new Uint8Array(bytes));
    await type(openerText["keyring-export"].label, PASSWORD);
    await answered(() => fireEvent.click(screen.getByRole("button", { name: chosenFileText.open })));
    expect(statusText()).toBe(verifiedText("keyring-file"));
    expect(api.entries[0]?.verifiedPlaces).toBe(1);
    api.put(THIRD_KEY, { label: "Later" });
    api.publish("state");
    await settle();
    expect(screen.getByText(/older than your newest key/)).toBeTruthy();
  });

  it("is verified by being opened again where it was written, with nothing saved", async () => {
    const keyring = keyringOf([{ hex: SAMPLE_KEY }, { hex: OTHER_KEY }]);
    const file = await writeKeyringExport({ keyring, atMs: 5 }, PASSWORD, deriveKey);
    if (!file.ok) throw new Error(file.error.code);
    await choose(importText.press, file.value);
    await type(openerText["keyring-export"].label, PASSWORD);
    await answered(() => fireEvent.click(screen.getByRole("button", { name: chosenFileText.open })));
    expect(statusText()).toBe(fileVerifiedText(1));
    const [place] = api.entries[0]?.places ?? [];
    expect(place?.place).toBe("keyring-file");
    expect(api.nowMs() - (place?.verifiedAtMs ?? 0)).toBeLessThan(60_000);
    // The deleted one stays as it is.
    expect(api.entries[1]?.places).toEqual([]);
    expect(api.asked).not.toContain("keyring.merge");
  });

  it("a file that lacks a key verifies the others, and names it", async () => {
    api.put(THIRD_KEY, { label: "Not in there" });
    api.publish("state");
    await select("Key", "All keys");
    await choose(chosenFileText.chooseAll, writeKeyText([copyOf(SAMPLE_KEY, "")]));
    await select(whereText.label, whereText.sites.device);
    await answered(() => fireEvent.click(screen.getByRole("button", { name: whereText.verify })));
    expect(alertText()).toBe("1 key is verified there. Not in the file: “Not in there”.");
  });

  it("brings everything back in a fresh browser", async () => {
    const fresh = new FakeApi();
    api = fresh;
    document.body.replaceChildren();
    await showApp(fresh, "");
    await settle();
    const settings = { ...fresh.settings, clipboardSeconds: 20 };
    const keyring = { ...keyringOf([{ hex: SAMPLE_KEY, label: "Back again", testedAtMs: 7 }]), settings };
    const file = await writeKeyringExport({ keyring, atMs: 5 }, PASSWORD, deriveKey);
    if (!file.ok) throw new Error(file.error.code);
    await choose(firstRunPress.openFile, file.value);
    await type(openerText["keyring-export"].label, "another one");
    await pressed(firstRunPress.lookInFile);
    expect(alertText()).toContain("does not open the file");
    expect(fresh.status).toBe("empty");
    await type(openerText["keyring-export"].label, PASSWORD);
    await pressed(firstRunPress.lookInFile);
    expect(found()[0]?.textContent).toContain("Back again");
    expect(fresh.status).toBe("empty");
    await pressed(firstRunPress.restoreAll);
    await waitFor("keys and settings", async () => {
      await settle();
      return fresh.entries.length === 1 && fresh.settings.clipboardSeconds === 20;
    });
    expect(fresh.entries[0]).toMatchObject({ label: "Back again", testedAtMs: 7 });
    expect(fresh.passphrase).toBe(PASSWORD);
  });
});

describe("the half-yearly reminder", () => {
  const places = () => [
    { place: "paper", verifiedAtMs: api.nowMs() - HALF_YEAR_MS - 9, goneAtMs: null },
    { place: "bitwarden", verifiedAtMs: api.nowMs() - HALF_YEAR_MS, goneAtMs: null },
  ];

  it("asks for the oldest check again, leads there, and is done with it", async () => {
    api.put(OTHER_KEY, { label: "Unsafe" });
    api.put(SAMPLE_KEY, { label: "Daily phone", places: places(), verifiedPlaces: 2, safe: true });
    await showPlaces();
    expect(screen.getByText(/is “Daily phone” still in this place: Paper\?/)).toBeTruthy();
    await press("Verify again");
    expect(screen.getByRole("heading", { name: "Verify a place" })).toBe(document.activeElement);
    expect(screen.getByLabelText("Where the key is kept")).toHaveProperty("value", "paper");
    await type("The key as it is there", SAMPLE_KEY);
    await answered(() => fireEvent.click(screen.getByRole("button", { name: "Verify this place" })));
    expect(screen.queryByText(/still in this place/)).toBeNull();
  });

  it("is over when another key is chosen: the focus stays where the user is", async () => {
    api.put(OTHER_KEY, { label: "Unsafe" });
    api.put(SAMPLE_KEY, { label: "Daily phone", places: places(), verifiedPlaces: 2, safe: true });
    await showPlaces();
    await press("Verify again");
    screen.getByLabelText("Key").focus();
    await select("Key", `Unsafe · ${api.entries[0]?.keyId}`);
    expect(document.activeElement).toBe(screen.getByLabelText("Key"));
    expect(screen.getByLabelText("Where the key is kept")).toHaveProperty("value", "");
  });

  it("can be put off, and says nothing meanwhile", async () => {
    api.put(SAMPLE_KEY, { label: "Daily phone", places: places(), verifiedPlaces: 2, safe: true });
    await showPlaces();
    await press("Remind me in two weeks");
    await settle();
    expect(statusText()).toContain("two weeks");
    expect(screen.queryByText(/still in this place/)).toBeNull();
    expect(api.settings.reminderAfterMs).toBeGreaterThan(api.nowMs() + REMINDER_PAUSE_MS - 60_000);
  });

  it("is named in the list of keys", async () => {
    api.put(SAMPLE_KEY, { label: "Daily phone", places: places(), verifiedPlaces: 2, safe: true });
    api.status = "unlocked";
    await showApp(api, "");
    await settle();
    expect(screen.getByText(/verify a place of “Daily phone” again/)).toBeTruthy();
    await press("Open safe places");
    expect(location.hash).toBe("#places");
  });
});
