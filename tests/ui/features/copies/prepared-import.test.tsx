// @vitest-environment happy-dom
/** A prepared keyring: the page shows all that it brings, and saves nothing of it that was not wanted. */
import { cleanup, fireEvent, screen, within } from "@testing-library/preact";
import { beforeEach, describe, expect, it } from "vitest";
import { toBase64 } from "../../../../src/core/bytes.ts";
import { formatBackupKey, generateBackupKey } from "../../../../src/core/key/backup-key.ts";
import { writeBody } from "../../../../src/core/keyring/keyring-body.ts";
import type { Keyring } from "../../../../src/core/keyring/opened-keyring.ts";
import { initialSettingsOf, SETTINGS, type Settings } from "../../../../src/core/keyring/settings.ts";
import { MOST_ENTRIES } from "../../../../src/core/keyring/storage-budget.ts";
import { writeKeyringExport } from "../../../../src/core/sealed/keyring-export.ts";
import { createWrapping } from "../../../../src/core/sealed/rotation.ts";
import { sealKeyring } from "../../../../src/core/sealed/sealed-keyring.ts";
import { addText } from "../../../../src/ui/text/en/add-key.ts";
import { firstRunPress } from "../../../../src/ui/text/en/first-run.ts";
import {
  checksumConfirm,
  chosenFileText,
  importPress,
  importText,
  openerText,
  tooManyKeysText,
  undoConfirm,
  undoneText,
} from "../../../../src/ui/text/en/imports.ts";
import { eraseConfirm, erasePressName, keysText } from "../../../../src/ui/text/en/keys-view.ts";
import { settingTexts } from "../../../../src/ui/text/en/settings.ts";
import { twinText } from "../../../../src/ui/text/en/shared-words.ts";
import { unlockText } from "../../../../src/ui/text/en/unlock.ts";
import { deriveKey } from "../../../support/cheap-derivation.ts";
import { filled, keyringOf, someAccount, TWINS } from "../../../support/keyrings.ts";
import { waitFor } from "../../../support/wait.ts";
import { FakeApi, OTHER_KEY, SAMPLE_KEY } from "../../fake-api.ts";
import { alertText, press, settle, showApp, statusText, type } from "../../stage.tsx";
import { answered, choose, found, pressed } from "./file-stage.ts";

const PASSWORD = "correct-horse-battery-staple-sixty";
const FAR_MS = 8_640_000_000_000_000;
const HIGHEST = 2 ** 31 - 1;
const CYRILLIC = "https://v\u0430ult.example.org";
/** The same name as a browser asks for it. */
const LOOKALIKE = new URL(CYRILLIC).origin;
const THEIR_ID = "c".repeat(32);
const LAXEST: Settings = {
  autoLockMinutes: null,
  clipboardSeconds: 120,
  fillWarningRead: true,
  reminderAfterMs: FAR_MS,
};
const note = (id: string, part: object) => ({
  id: id.repeat(32),
  text: JSON.stringify({ ...someAccount, entryId: THEIR_ID, ...part }),
});
let api: FakeApi;

/** One harmless key, and all that a maker of such a file could wish for. */
function prepared(): Keyring {
  const places = ["paper", "bitwarden"].map((place) => ({ place, verifiedAtMs: FAR_MS, goneAtMs: null }));
  return {
    ...keyringOf([{ hex: OTHER_KEY, id: THEIR_ID, label: "Harmless", places, createdAtMs: FAR_MS }]),
    settings: LAXEST,
    vaults: [
      note("1", { address: CYRILLIC }),
      note("2", { address: LOOKALIKE, rowId: filled(32, 7) }),
      note("3", { generation: HIGHEST }),
    ],
  };
}

async function exported(keyring: Keyring): Promise<Uint8Array<ArrayBuffer>> {
  const file = await writeKeyringExport({ keyring, atMs: FAR_MS }, PASSWORD, deriveKey);
  if (!file.ok) throw new Error(file.error.code);
  return new Uint8Array(file.value);
}

async function sealed(keyring: Keyring): Promise<Uint8Array<ArrayBuffer>> {
  const { wrapping, keyringKey } = await createWrapping(PASSWORD, deriveKey);
  return new Uint8Array(sealKeyring(wrapping, keyringKey, 1, keyring));
}

async function openImport(keyring: Keyring): Promise<void> {
  await choose(importText.press, await exported(keyring));
  await type(openerText["keyring-export"].label, PASSWORD);
  await pressed(chosenFileText.open);
}

const box = (name: RegExp) => screen.getByRole("checkbox", { name }) as HTMLInputElement;
const lookalike = () =>
  screen.getByRole("checkbox", { name: (name) => name.startsWith(LOOKALIKE) }) as HTMLInputElement;
const generations = () => api.vaults.map(({ id, text }) => [id[0], JSON.parse(text).generation]);

beforeEach(() => {
  api = new FakeApi();
});

describe("into a keyring", () => {
  beforeEach(async () => {
    const { id } = api.put(SAMPLE_KEY, { label: "Mine" });
    api.vaults = [{ id: "9".repeat(32), text: JSON.stringify({ ...someAccount, entryId: id }) }];
    api.status = "unlocked";
    await showApp(api, "#places");
    await settle();
  });

  it("keys, records with their addresses, places that are said and settings that differ are shown first", async () => {
    await openImport(prepared());
    const page = document.body.textContent ?? "";
    expect(page).not.toContain("\u0430");
    expect(page.split(LOOKALIKE)).toHaveLength(3);
    expect(page).toContain("It cannot be imported");
    expect(lookalike().checked).toBe(false);
    expect(box(/^https:\/\/vault\.example\.org/).checked).toBe(true);
    for (const place of ["Paper", "Bitwarden"])
      expect(box(new RegExp(`^${place}: the file says that it was verified on`)).checked).toBe(true);
    expect(page).toContain(importText.placesHint);
    const settings = within(screen.getByRole("list", { name: "Settings" }));
    expect(settings.queryAllByRole("checkbox")).toEqual([]);
    expect(settings.getAllByText(importText.lessStrict)).toHaveLength(4);
    expect(api.asked).not.toContain("keyring.merge");
  });

  it("what is saved makes nothing safe, raises no state and changes no setting", async () => {
    await openImport(prepared());
    await pressed(importPress.save);
    const theirs = api.entries.find(({ label }) => label === "Harmless");
    // The file that was opened holds the key; nothing else that it says of places counts.
    expect(theirs).toMatchObject({ safe: false, verifiedPlaces: 1 });
    expect(theirs?.places.map(({ place, verifiedAtMs }) => [place, verifiedAtMs !== null])).toEqual([
      ["paper", false],
      ["bitwarden", false],
      ["keyring-file", true],
    ]);
    expect(theirs?.createdAtMs).toBeLessThanOrEqual(api.nowMs());
    // Mine stands as it stood; theirs of the same record begins at the lowest state.
    expect(generations().sort()).toEqual([
      ["3", 1],
      ["9", someAccount.generation],
    ]);
    expect(api.settings).toEqual(initialSettingsOf(SETTINGS));
  });

  it("each can be left out, and only a stricter setting can be taken", async () => {
    await openImport({ ...prepared(), settings: { ...LAXEST, clipboardSeconds: 20 } });
    fireEvent.click(box(/^Paper/));
    fireEvent.click(box(/^https:\/\/vault\.example\.org/));
    const seconds = box(new RegExp(`^${settingTexts.clipboardSeconds.label}: 20`));
    expect(seconds.checked).toBe(false);
    fireEvent.click(seconds);
    await settle();
    await pressed(importPress.save);
    const theirs = api.entries.find(({ label }) => label === "Harmless");
    expect(theirs?.places.map(({ place }) => place)).toEqual(["bitwarden", "keyring-file"]);
    expect(generations()).toEqual([["9", someAccount.generation]]);
    expect(api.settings).toEqual({ ...initialSettingsOf(SETTINGS), clipboardSeconds: 20 });
  });

  it("the key alone can be left out: the record goes with it, and says so", async () => {
    await openImport(prepared());
    fireEvent.click(lookalike());
    fireEvent.click(box(/^Harmless/));
    expect(screen.queryByRole("checkbox", { name: /^https:/ })).toBeNull();
    expect(screen.getAllByText(importText.keyless)).toHaveLength(2);
    await pressed(importPress.save);
    expect(alertText()).toBe(importText.nothingChosen);
    expect(api.asked).not.toContain("keyring.merge");
    fireEvent.click(box(/^Harmless/));
    expect(lookalike().checked).toBe(true);
  });

  it("an import is undone after a question", async () => {
    const before = { entries: api.entries, vaults: api.vaults };
    await openImport(prepared());
    await pressed(importPress.save);
    expect(api.entries).toHaveLength(2);
    await press(importPress.undo);
    expect(screen.getByRole("dialog").textContent).toContain(undoConfirm.consequence);
    await pressed(undoConfirm.sure);
    expect(statusText()).toBe(undoneText(0));
    expect({ entries: api.entries, vaults: api.vaults }).toEqual(before);
    expect(screen.queryByRole("button", { name: importPress.undo })).toBeNull();
  });

  it("an import can be undone after a look at another view and in a new tab, and not once it is undone", async () => {
    const undo = () => screen.queryByRole("button", { name: importPress.undo });
    const go = async (hash: string) => {
      location.hash = hash;
      window.dispatchEvent(new Event("hashchange"));
      await settle();
    };
    expect(undo()).toBeNull();
    await openImport(prepared());
    await pressed(importPress.save);
    await go("#settings");
    expect(undo()).toBeNull();
    await go("#places");
    expect(undo()).not.toBeNull();
    cleanup();
    await showApp(api, "#places");
    await settle();
    await press(importPress.undo);
    await pressed(undoConfirm.sure);
    expect(statusText()).toBe(undoneText(0));
    expect(api.entries.map(({ label }) => label)).toEqual(["Mine"]);
    expect(undo()).toBeNull();
  });

  it("what another window has imported is what is undone", async () => {
    await openImport(prepared());
    await pressed(importPress.save);
    const body = toBase64(writeBody(keyringOf([{ hex: "1".repeat(64), label: "Elsewhere" }])));
    await api.ask("keyring.merge", { body, atMs: 0, settings: [], isExport: false });
    api.publish("state");
    await settle();
    await press(importPress.undo);
    await pressed(undoConfirm.sure);
    expect(api.entries.map(({ label }) => label).sort()).toEqual(["Harmless", "Mine"]);
  });

  it("more than twenty keys of another file are asked about, and twenty are not", async () => {
    const sums = (count: number) =>
      Array.from({ length: count }, (_, i) => `${formatBackupKey(generateBackupKey())}  file${i}.bin\n`).join(
        "",
      );
    await choose(importText.press, sums(21));
    await press(importPress.save);
    const { consequence, sure } = checksumConfirm(21);
    expect(screen.getByRole("dialog").textContent).toContain(consequence);
    expect(api.asked).not.toContain("keyring.merge");
    await press("Cancel");
    expect(api.entries).toHaveLength(1);
    await press(importPress.save);
    await pressed(sure);
    expect(api.entries).toHaveLength(22);
    await choose(importText.press, sums(20));
    await pressed(importPress.save);
    expect(api.entries).toHaveLength(42);
  });

  it("another key with the Key ID of one that is here is marked, left out, and new", async () => {
    api.put(TWINS[0], { label: "Real" });
    api.publish("state");
    await settle();
    await choose(importText.press, `${TWINS[1]}\n`);
    const [row] = found();
    expect(row?.textContent).toContain(twinText);
    expect(row?.textContent).toContain("New");
    const twin = within(row as HTMLElement).getByRole("checkbox") as HTMLInputElement;
    expect(twin.checked).toBe(false);
    fireEvent.click(twin);
    await pressed(importPress.save);
    expect(api.entries).toHaveLength(3);
    expect([...api.keys.values()]).toEqual(expect.arrayContaining([...TWINS]));
  });
});

describe("what is said of what is chosen", () => {
  beforeEach(async () => {
    api.put(OTHER_KEY, { label: "Mine" });
    api.status = "unlocked";
    await showApp(api, "#places");
    await settle();
  });

  it("a saved file of encrypted keys asks for its passphrase, a Sixtyfour file for its file password", async () => {
    await choose(importText.press, await sealed(prepared()));
    expect(alertText()).toBe(openerText["sealed-keyring"].needed);
    expect(screen.queryByLabelText(openerText["keyring-export"].label)).toBeNull();
    await type(openerText["sealed-keyring"].label, "another one");
    await pressed(chosenFileText.open);
    expect(alertText()).toBe(openerText["sealed-keyring"].wrong);
    await type(openerText["sealed-keyring"].label, PASSWORD);
    await pressed(chosenFileText.open);
    expect(statusText()).toBe(importText.look);
    await choose(importText.press, await exported(prepared()));
    expect(screen.getByLabelText(openerText["keyring-export"].label)).toHaveProperty("value", "");
    expect(screen.queryByLabelText(openerText["sealed-keyring"].label)).toBeNull();
  });

  it("only a setting and no key: nothing is said of keys", async () => {
    await openImport({
      ...keyringOf([]),
      ...{ vaults: prepared().vaults },
      settings: { ...LAXEST, clipboardSeconds: 20 },
    });
    await pressed(importPress.save);
    expect(alertText()).toBe(importText.nothingChosen);
    fireEvent.click(box(new RegExp(`^${settingTexts.clipboardSeconds.label}: 20`)));
    await settle();
    await pressed(importPress.save);
    expect(statusText()).toBe("1 setting was changed.");
  });
});

describe("the limit", () => {
  const many = (count: number, part = {}) => {
    for (let i = 0; i < count; i++) api.put(i.toString(16).padStart(64, "0"), part);
  };

  it.each(["a Sixtyfour file", "a text"])("counts a deleted key that %s brings back", async (kind) => {
    many(MOST_ENTRIES);
    api.put(OTHER_KEY, { label: "Deleted", deletedAtMs: api.nowMs(), erasedAtMs: api.nowMs() + 1 });
    api.status = "unlocked";
    await showApp(api, "#places");
    await settle();
    if (kind === "a text") await choose(importText.press, `${OTHER_KEY}\n`);
    else await openImport(keyringOf([{ hex: OTHER_KEY }]));
    expect(document.body.textContent).toContain("it will be restored");
    await pressed(importPress.save);
    expect(alertText()).toBe(tooManyKeysText(MOST_ENTRIES + 1));
    expect(api.asked).not.toContain("keyring.merge");
  });

  it("does not count a key that is deleted in the file too", async () => {
    many(MOST_ENTRIES);
    api.status = "unlocked";
    await showApp(api, "#places");
    await settle();
    await openImport(keyringOf([{ hex: OTHER_KEY, deletedAtMs: 1 }]));
    await pressed(importPress.save);
    expect(api.asked).toContain("keyring.merge");
    expect(api.entries).toHaveLength(MOST_ENTRIES + 1);
  });
});

describe("into a fresh browser", () => {
  const restore = async (file: Uint8Array<ArrayBuffer>, label: string) => {
    await showApp(api, "");
    await settle();
    await choose(firstRunPress.openFile, file);
    await type(label, PASSWORD);
    await pressed(firstRunPress.lookInFile);
    expect(api.asked).not.toContain("keyring.create");
    expect(lookalike().checked).toBe(false);
    expect(box(/^https:\/\/vault\.example\.org/).checked).toBe(false);
    expect(box(/^Paper: the file says/).checked).toBe(true);
    answered(() => fireEvent.click(screen.getByRole("button", { name: firstRunPress.restoreAll }))).catch(
      () => 0,
    );
    await waitFor("the key", async () => {
      await settle();
      return api.entries.length === 1;
    });
  };

  it.each<[string, (keyring: Keyring) => Promise<Uint8Array<ArrayBuffer>>, string, number]>([
    ["an exported keyring", exported, openerText["keyring-export"].label, 1],
    ["a sealed keyring", sealed, openerText["sealed-keyring"].label, 0],
  ])(
    "%s is shown first, and brings no setting that is less strict, no state and no safe key",
    async (_, make, label, verifiedPlaces) => {
      await restore(await make(prepared()), label);
      expect(api.settings).toEqual(initialSettingsOf(SETTINGS));
      expect(api.vaults).toEqual([]);
      expect(api.entries[0]).toMatchObject({ label: "Harmless", safe: false, verifiedPlaces });
      expect(api.passphrase).toBe(PASSWORD);
    },
  );

  it.each<[string, (keyring: Keyring) => Promise<Uint8Array<ArrayBuffer>>, string, string, string]>([
    [
      "an exported keyring",
      exported,
      openerText["keyring-export"].label,
      openerText["keyring-export"].missing,
      openerText["keyring-export"].wrong,
    ],
    [
      "a sealed keyring",
      sealed,
      openerText["sealed-keyring"].label,
      unlockText.missing,
      openerText["sealed-keyring"].wrong,
    ],
  ])("%s asks by its own word for what opens it", async (_, make, label, missing, wrong) => {
    await showApp(api, "");
    await settle();
    await choose(firstRunPress.openFile, await make(prepared()));
    await pressed(firstRunPress.lookInFile);
    expect(alertText()).toBe(missing);
    await type(label, "another one");
    await pressed(firstRunPress.lookInFile);
    expect(alertText()).toBe(wrong);
    expect(api.asked).not.toContain("keyring.create");
  });

  it("a damaged keyring is set aside for it, unchanged, once the file is opened and restored", async () => {
    api.status = "damaged";
    const { sealed: damaged } = api;
    await restore(await sealed(prepared()), openerText["sealed-keyring"].label);
    expect(api.aside).toEqual([damaged]);
    expect(api.entries[0]).toMatchObject({ label: "Harmless", safe: false });
  });

  it("a damaged keyring stays where it cannot be set aside", async () => {
    api.status = "damaged";
    await showApp(api, "");
    await settle();
    await choose(firstRunPress.openFile, await exported(prepared()));
    await type(openerText["keyring-export"].label, PASSWORD);
    await pressed(firstRunPress.lookInFile);
    api.failing.set("keyring.set-aside", "not-stored");
    await pressed(firstRunPress.restoreAll);
    expect(api.status).toBe("damaged");
    expect(api.entries).toEqual([]);
  });

  it("nothing chosen makes no keyring", async () => {
    await showApp(api, "");
    await settle();
    await choose(firstRunPress.openFile, await exported(keyringOf([{ hex: OTHER_KEY, label: "Harmless" }])));
    await type(openerText["keyring-export"].label, PASSWORD);
    await pressed(firstRunPress.lookInFile);
    fireEvent.click(box(/^Harmless/));
    await settle();
    await pressed(firstRunPress.restoreAll);
    expect(alertText()).toBe(importText.nothingChosen);
    expect(api.status).toBe("empty");
  });

  it("a stricter setting comes along unless it is left out", async () => {
    await restore(
      await exported({ ...prepared(), settings: { ...LAXEST, autoLockMinutes: 2 } }),
      openerText["keyring-export"].label,
    );
    expect(api.settings).toEqual({ ...initialSettingsOf(SETTINGS), autoLockMinutes: 2 });
  });
});

describe("in the list of keys", () => {
  it("two keys of one Key ID are marked, a third is not", async () => {
    for (const hex of [...TWINS, SAMPLE_KEY]) api.put(hex, { label: hex === SAMPLE_KEY ? "Alone" : "Twin" });
    api.status = "unlocked";
    await showApp(api, "");
    await settle();
    const items = within(screen.getByRole("list", { name: "Keys" })).getAllByRole("listitem");
    const marked = items.filter((item) => item.textContent?.includes(twinText));
    expect(items).toHaveLength(3);
    expect(marked.map((item) => item.textContent?.includes("Twin"))).toEqual([true, true]);
  });

  it("a typed key with another's Key ID is not taken for that one", async () => {
    api.put(TWINS[0], { label: "Real" });
    api.status = "unlocked";
    await showApp(api, "#add");
    await type("64-digit key", TWINS[1]);
    expect(screen.queryByText(addText.there)).toBeNull();
    expect(screen.getByText(twinText)).toBeTruthy();
    await type("64-digit key", TWINS[0]);
    expect(screen.getByText(addText.there)).toBeTruthy();
    expect(screen.queryByText(twinText)).toBeNull();
  });

  it("a deleted key is erased after a question", async () => {
    api.put(SAMPLE_KEY, { label: "Gone", deletedAtMs: api.nowMs(), erasedAtMs: api.nowMs() + 1 });
    api.status = "unlocked";
    await showApp(api, "");
    await settle();
    await press(erasePressName("Gone"));
    expect(screen.getByRole("dialog").textContent).toContain(eraseConfirm.consequence);
    expect(api.entries).toHaveLength(1);
    await pressed(eraseConfirm.sure);
    expect(api.entries).toEqual([]);
    expect(statusText()).toBe(keysText.erased);
  });
});
