/** An import is taken back, a deleted key goes at once, and neither keeps a new key out. */
import { beforeEach, describe, expect, test } from "vitest";
import { hexToBytes, toBase64 } from "../../../src/core/bytes.ts";
import { ok } from "../../../src/core/errors.ts";
import { keyDigest } from "../../../src/core/key/backup-key.ts";
import { writeBody } from "../../../src/core/keyring/keyring-body.ts";
import type { Keyring } from "../../../src/core/keyring/opened-keyring.ts";
import type { Settings } from "../../../src/core/keyring/settings.ts";
import { MOST_DELETED, MOST_ENTRIES } from "../../../src/core/keyring/storage-budget.ts";
import { type Given, HEX, keyringOf, OTHER_HEX, someAccount, TWINS } from "../../support/keyrings.ts";
import type { MemoryBrowser } from "../../support/memory-browser.ts";
import { PASSPHRASE, unlockedBrowser } from "../../support/unlocked-browser.ts";

const THIRD_HEX = "1".repeat(64);
const NOTE = { id: "e".repeat(32), text: JSON.stringify(someAccount) };
let browser: MemoryBrowser;

const list = () => browser.get("entry.list", {});
const add = (hex: string, label: string) =>
  browser.get("entry.add", { hex, label, phoneEnding: "", replaces: null });
const everything = async () => ({
  entries: await list(),
  notes: await browser.get("vault.list", {}),
  settings: (await browser.get("keyring.state", {})).settings,
});

function merge(entries: readonly Given[], part: Partial<Keyring> = {}, settings: (keyof Settings)[] = []) {
  const body = toBase64(writeBody({ ...keyringOf(entries), ...part }));
  return browser.get("keyring.merge", { body, atMs: 5, settings, isExport: false });
}

async function undo(undoId: string | null) {
  return browser.ask("keyring.undo-merge", { undoId: undoId ?? "0".repeat(32) });
}

beforeEach(async () => {
  browser = await unlockedBrowser();
});

describe("an import that is undone", () => {
  const file = (): [Given[], Partial<Keyring>, (keyof Settings)[]] => [
    [
      {
        hex: HEX,
        note: "theirs",
        phoneEnding: "42",
        places: [{ place: "paper", verifiedAtMs: 1, goneAtMs: null }],
      },
      { hex: OTHER_HEX, label: "New" },
      { hex: THIRD_HEX, label: "Newer" },
    ],
    {
      vaults: [NOTE],
      settings: { autoLockMinutes: 1, clipboardSeconds: 20, fillWarningRead: false, reminderAfterMs: null },
    },
    ["autoLockMinutes", "clipboardSeconds"],
  ];

  test.each([["at once"], ["after the worker's death"]])("%s leaves everything as it was", async (when) => {
    await add(HEX, "Mine");
    const before = await everything();
    const { undoId } = await merge(...file());
    expect(await everything()).not.toEqual(before);
    if (when !== "at once") await browser.wake();
    expect(await undo(undoId)).toEqual({ ok: true, value: { stayed: 0 } });
    expect(await everything()).toEqual(before);
    await browser.wake();
    expect(await everything()).toEqual(before);
    expect(await undo(undoId)).toMatchObject({ error: { code: "not-found" } });
  });

  test("is named as the last one until it is undone or the keyring locks, after the worker's death too", async () => {
    const last = async () => (await browser.get("keyring.last-merge", {})).undoId;
    expect(await last()).toBeNull();
    const { undoId } = await merge(...file());
    await browser.wake();
    expect(await last()).toBe(undoId);
    await undo(undoId);
    expect(await last()).toBeNull();
    const again = await merge(...file());
    expect(await last()).toBe(again.undoId);
    await browser.get("keyring.lock", {});
    expect(await browser.ask("keyring.last-merge", {})).toMatchObject({ error: { code: "locked" } });
    await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
    expect(await last()).toBeNull();
  });

  test("a setting of a newer program keeps nobody from it, and stays", async () => {
    const { keyring } = browser.background();
    const later = { laterSetting: 7 } as object;
    await keyring.change<never>((k) => ok({ ...k, settings: { ...k.settings, ...later } }));
    const { undoId } = await merge(...file());
    expect(await undo(undoId)).toEqual({ ok: true, value: { stayed: 0 } });
    expect(await list()).toEqual([]);
    expect(keyring.read()).toMatchObject({ value: { settings: { laterSetting: 7, clipboardSeconds: 45 } } });
  });

  test("what was changed since stays: a key that was edited, and a name that was given", async () => {
    const { id } = await add(HEX, "");
    const { undoId } = await merge(...file());
    const edited = (await list()).find(({ label }) => label === "New");
    await browser.get("entry.edit", { id: edited?.id ?? "", field: "label", from: "New", to: "Kept" });
    await browser.get("entry.edit", { id, field: "label", from: "", to: "Named" });
    await add("2".repeat(64), "Added since");
    expect(await undo(undoId)).toEqual({ ok: true, value: { stayed: 1 } });
    const entries = await list();
    expect(entries.map(({ label }) => label).sort()).toEqual(["Added since", "Kept", "Named"]);
    expect(entries.find((one) => one.id === id)).toMatchObject({ note: "", phoneEnding: "", places: [] });
  });

  test("a lock ends it, and so does another import", async () => {
    const first = await merge([{ hex: OTHER_HEX }]);
    await browser.get("keyring.lock", {});
    expect(browser.session.has("undo")).toBe(false);
    await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
    expect(await undo(first.undoId)).toMatchObject({ error: { code: "not-found" } });
    const second = await merge([{ hex: THIRD_HEX }]);
    await merge([{ hex: HEX }]);
    expect(await undo(second.undoId)).toMatchObject({ error: { code: "not-found" } });
    expect(await list()).toHaveLength(3);
  });

  test("a lock that comes while it is stored leaves nothing to undo it by", async () => {
    browser.onWrite(async () => {
      browser.onWrite(null);
      await browser.get("keyring.lock", {});
    });
    await merge([{ hex: OTHER_HEX, label: "New" }]);
    expect(browser.session.has("undo")).toBe(false);
    await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
    expect(await list()).toHaveLength(1);
  });

  test("what is kept for it holds no key", async () => {
    await merge([{ hex: OTHER_HEX, label: "New" }]);
    const kept = JSON.stringify(browser.session.get("undo"));
    expect(kept).toContain("New");
    expect(kept).not.toContain(OTHER_HEX);
  });

  test("where that it was undone could not be stored, it stays, and can be undone", async () => {
    const { undoId } = await merge([{ hex: OTHER_HEX }]);
    browser.faults["copy-a"] = "refuse";
    browser.faults["copy-b"] = "refuse";
    expect(await undo(undoId)).toMatchObject({ error: { code: "not-stored" } });
    expect(await list()).toHaveLength(1);
    browser.faults["copy-a"] = "none";
    browser.faults["copy-b"] = "none";
    expect(await undo(undoId)).toMatchObject({ ok: true });
    expect(await list()).toEqual([]);
  });
});

describe("erasing", () => {
  test("only of a deleted key, which is gone for good", async () => {
    const { id } = await add(HEX, "Mine");
    expect(await browser.ask("entry.erase", { id })).toMatchObject({ error: { code: "not-found" } });
    await browser.get("entry.delete", { id });
    await browser.get("entry.erase", { id });
    expect(await list()).toEqual([]);
    await browser.wake();
    expect(await list()).toEqual([]);
    expect(await browser.ask("entry.erase", { id })).toMatchObject({ error: { code: "not-found" } });
  });
});

describe("deleted keys", () => {
  const many = (count: number, from = 0) =>
    Array.from({ length: count }, (_, i) => ({ hex: `${from + i}`.padStart(64, "0") }));

  test("do not count against a new one", async () => {
    const deletedAtMs = browser.nowMs();
    await merge(many(MOST_DELETED).map((one) => ({ ...one, deletedAtMs })));
    const { id } = await add(HEX, "Real");
    await browser.wake();
    expect(await list()).toHaveLength(MOST_DELETED + 1);
    // An import brings no more of them. Deleting makes nothing larger.
    const more = toBase64(writeBody(keyringOf([{ hex: OTHER_HEX, deletedAtMs }])));
    const refused = await browser.ask("keyring.merge", {
      body: more,
      atMs: 5,
      settings: [],
      isExport: false,
    });
    expect(refused).toMatchObject({ error: { code: "too-many-deleted" } });
    await browser.get("entry.delete", { id });
    await browser.wake();
    expect((await list()).every((one) => one.deletedAtMs !== null)).toBe(true);
  });

  test("cannot come back beyond the bound, and no import goes beyond it", async () => {
    await merge([{ hex: HEX, deletedAtMs: browser.nowMs() }]);
    const [entry] = await list();
    await merge(many(MOST_ENTRIES));
    const restored = await browser.ask("entry.restore", { id: entry?.id ?? "" });
    expect(restored).toMatchObject({ error: { code: "too-many-keys" } });
    const body = toBase64(writeBody(keyringOf(many(MOST_ENTRIES + 1))));
    const refused = await browser.ask("keyring.merge", { body, atMs: 5, settings: [], isExport: false });
    expect(refused).toMatchObject({ error: { code: "too-many-keys" } });
  }, 30_000);
});

test("a key is found by its digest, deleted or not, and no other key by its Key ID", async () => {
  const digest = (hex: string) => keyDigest(hexToBytes(hex));
  const { id } = await add(HEX, "Mine");
  const twin = await add(TWINS[0], "One");
  await browser.get("entry.delete", { id });
  const digests = [...TWINS, HEX, OTHER_HEX].map(digest);
  expect(await browser.get("entry.find", { digests })).toEqual({ ids: [twin.id, null, id, null] });
  await browser.get("keyring.lock", {});
  expect(await browser.ask("entry.find", { digests })).toMatchObject({ error: { code: "locked" } });
});
