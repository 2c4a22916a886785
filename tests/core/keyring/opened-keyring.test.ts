import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomId } from "../../../src/core/bytes.ts";
import { generateBackupKey } from "../../../src/core/key/backup-key.ts";
import { PADDED_TO, readBody, writeBody } from "../../../src/core/keyring/keyring-body.ts";
import { migrateBody } from "../../../src/core/keyring/keyring-migrations.ts";
import {
  addEntry,
  deleteEntry,
  editEntry,
  emptyKeyring,
  findEntry,
  type Keyring,
  markTested,
  markUsed,
  type NewEntry,
  orderForFill,
  restoreEntry,
  saveVaultNote,
} from "../../../src/core/keyring/opened-keyring.ts";
import { MOST_VAULT_NOTES } from "../../../src/core/keyring/storage-budget.ts";
import { runs } from "../../support/all.ts";

const NOW = 1_800_000_000_000;

function newEntry(change: Partial<NewEntry> = {}): NewEntry {
  const given = { id: randomId(), key: generateBackupKey(), label: "", phoneEnding: "" };
  return { ...given, origin: "whatsapp", replaces: null, ...change };
}

function keyringWith(...entries: NewEntry[]): Keyring {
  return entries.reduce<Keyring>((keyring, entry, i) => {
    const next = addEntry(keyring, entry, NOW + i);
    if (!next.ok) throw new Error(next.error.code);
    return next.value;
  }, emptyKeyring());
}

test("a key that is there already is refused, deleted or not", () => {
  const entry = newEntry();
  const keyring = keyringWith(entry);
  expect(addEntry(keyring, newEntry({ key: entry.key.slice() }), NOW)).toMatchObject({
    error: { code: "already-there" },
  });
  const deleted = deleteEntry(keyring, entry.id, NOW);
  expect(deleted.ok && addEntry(deleted.value, newEntry({ key: entry.key }), NOW).ok).toBe(false);
});

test("a deleted entry can be restored", () => {
  const entry = newEntry();
  const deleted = deleteEntry(keyringWith(entry), entry.id, NOW);
  if (!deleted.ok) throw new Error();
  const restored = restoreEntry(deleted.value, entry.id);
  expect(restored.ok && findEntry(restored.value, entry.id)?.deletedAtMs).toBeNull();
});

test("a proof is noted on the entries that fit, earlier and deleted ones too, and on no other", () => {
  const [old, gone, other] = [newEntry(), newEntry(), newEntry()];
  const keyring = keyringWith(old, gone, other, newEntry({ replaces: old.id }));
  const deleted = deleteEntry(keyring, gone.id, NOW);
  if (!deleted.ok) throw new Error(deleted.error.code);
  const tested = markTested(deleted.value, [old.id, gone.id], NOW + 9);
  expect(tested.entries.map((e) => e.testedAtMs)).toEqual([NOW + 9, NOW + 9, null, null]);
  expect(tested.entries.map((e) => ({ ...e, testedAtMs: null }))).toEqual(deleted.value.entries);
});

test("deleting twice does not extend the 30 days", () => {
  const entry = newEntry();
  const once = deleteEntry(keyringWith(entry), entry.id, NOW);
  if (!once.ok) throw new Error(once.error.code);
  const twice = deleteEntry(once.value, entry.id, NOW + 1000);
  expect(twice.ok && findEntry(twice.value, entry.id)?.deletedAtMs).toBe(NOW);
});

test("a replaced entry becomes history and keeps its key", () => {
  const old = newEntry();
  const next = newEntry({ replaces: old.id });
  const keyring = keyringWith(old, next);
  expect(findEntry(keyring, old.id)).toMatchObject({
    supersededBy: next.id,
    key: old.key,
    deletedAtMs: null,
  });
  expect(addEntry(keyring, newEntry({ replaces: randomId() }), NOW).ok).toBe(false);
});

test("offered first: last used or proven, history last, deleted never", () => {
  const [old, a, b, gone] = [newEntry(), newEntry(), newEntry(), newEntry()];
  let keyring = keyringWith(old, a, b, newEntry({ replaces: old.id }), gone);
  for (const change of [
    (k: Keyring) => markUsed(k, a.id, NOW + 9_000),
    (k: Keyring) => markUsed(k, old.id, NOW + 99_000),
    (k: Keyring) => deleteEntry(k, gone.id, NOW),
  ]) {
    const next = change(keyring);
    if (next.ok) keyring = next.value;
  }
  const order = orderForFill(keyring).map((e) => e.id);
  expect(order[0]).toBe(a.id);
  expect(order.at(-1)).toBe(old.id);
  expect(order).not.toContain(gone.id);
  expect(order).toHaveLength(4);
});

test("of keys that were used alike the newest first, and never one made here before one of WhatsApp's", () => {
  const [older, newer, made] = [newEntry(), newEntry(), newEntry({ origin: "generated" })];
  const later = newEntry({ replaces: older.id });
  const used = markUsed(keyringWith(older, newer, made, later), made.id, NOW + 99_000);
  if (!used.ok) throw new Error(used.error.code);
  const order = orderForFill(used.value).map((e) => e.id);
  expect(order.at(-1)).toBe(made.id);
  expect(order.at(-2)).toBe(older.id);
  expect(new Set(order.slice(0, 2))).toEqual(new Set([newer.id, later.id]));
});

test("the one that was used or proven last comes first, whichever of the two it was", () => {
  const [a, b, c] = [newEntry(), newEntry(), newEntry()];
  const used = markUsed(keyringWith(a, b, c), b.id, NOW + 7);
  if (!used.ok) throw new Error(used.error.code);
  const keyring = markTested(markTested(used.value, [a.id], NOW + 9), [c.id], NOW + 8);
  expect(orderForFill(keyring).map((e) => e.id)).toEqual([a.id, c.id, b.id]);
});

describe("editing", () => {
  const [one, other] = [newEntry(), newEntry()];
  const keyring = keyringWith(one, other);

  test.each([
    ["label", "Pixel 8"],
    ["phoneEnding", "34"],
    ["note", "in the drawer"],
  ] as const)("changes the %s of one entry and nothing else", (field, to) => {
    const from = keyring.entries[0]?.[field] ?? "";
    const edited = editEntry(keyring, one.id, { field, from, to });
    expect(edited.ok && edited.value.entries).toEqual([
      { ...keyring.entries[0], [field]: to },
      keyring.entries[1],
    ]);
    expect(edited.ok && editEntry(edited.value, one.id, { field, from, to })).toEqual(edited);
  });

  test("leaves alone what says something else than the page has read", () => {
    const first = editEntry(keyring, one.id, { field: "note", from: "", to: "in the drawer" });
    if (!first.ok) throw new Error(first.error.code);
    for (const from of ["", "elsewhere"])
      expect(editEntry(first.value, one.id, { field: "note", from, to: "in the safe" })).toEqual({
        ok: false,
        error: { code: "changed-elsewhere" },
      });
    expect(editEntry(keyring, "none", { field: "note", from: "", to: "x" })).toEqual({
      ok: false,
      error: { code: "not-found" },
    });
  });
});

test("a vault's note takes the place of the one with its id, and goes without a text", () => {
  const [id, other] = [randomId(), randomId()];
  const save = (keyring: Keyring, noteId: string, text: string): Keyring => {
    const next = saveVaultNote(keyring, { id: noteId, text });
    if (!next.ok) throw new Error(next.error.code);
    return next.value;
  };
  const two = save(save(emptyKeyring(), id, "first"), other, "other");
  expect(save(two, id, "second").vaults).toEqual([
    { id: other, text: "other" },
    { id, text: "second" },
  ]);
  const gone = save(two, id, "");
  expect(gone.vaults).toEqual([
    { id: other, text: "other" },
    { id, text: "" },
  ]);
  expect(saveVaultNote(gone, { id, text: "a window that still knew it" })).toMatchObject({
    error: { code: "not-stored" },
  });
  expect(save(gone, id, "").vaults).toEqual(gone.vaults);
  expect(save(two, randomId(), "")).toEqual(two);
  const vaults = Array.from({ length: MOST_VAULT_NOTES }, () => ({ id: randomId(), text: "full" }));
  const full = { ...emptyKeyring(), vaults };
  expect(save(full, vaults[0]?.id ?? "", "more").vaults).toHaveLength(MOST_VAULT_NOTES);
});

test("every keyring survives its bytes, whatever its labels and notes", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 20 });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 8 }), (labels) => {
      const keyring = keyringWith(...labels.map(([label]) => newEntry({ label, phoneEnding: "42" })));
      const noted = {
        ...keyring,
        entries: keyring.entries.map((e, i) => ({ ...e, note: labels[i]?.[1] ?? "" })),
        vaults: labels.map(([, text]) => ({ id: randomId(), text })),
      };
      const bytes = writeBody(noted);
      expect(bytes.length % PADDED_TO).toBe(0);
      expect(readBody(bytes)).toEqual({ ok: true, value: noted });
    }),
    { numRuns: runs(200) },
  );
});

test("a body that is not exactly one of ours is damage", () => {
  const good = JSON.parse(new TextDecoder().decode(writeBody(keyringWith(newEntry()))));
  const read = (body: unknown) => readBody(new TextEncoder().encode(JSON.stringify(body)));
  const withEntry = (change: object) => ({ ...good, entries: [{ ...good.entries[0], ...change }] });
  expect(read(good).ok).toBe(true);
  for (const bad of [
    null,
    [],
    { ...good, extra: 1 },
    { ...good, settings: { ...good.settings, autoLockMinutes: 0 } },
    { ...good, settings: { ...good.settings, clipboardSeconds: 121 } },
    { ...good, settings: { ...good.settings, reminderAfterMs: -1 } },
    { ...good, entries: {} },
    { ...good, vaults: undefined },
    { ...good, vaults: [{ id: "x", text: "" }] },
    { ...good, vaults: [{ id: randomId(), text: 1 }] },
    { ...good, settings: [] },
    { ...good, settings: null },
    withEntry({ kind: undefined }),
    withEntry({ kind: "telegram-24" }),
    withEntry({ key: "00" }),
    withEntry({ id: "x" }),
    withEntry({ origin: "elsewhere" }),
    withEntry({ id: `${randomId()}0` }),
    withEntry({ key: null }),
    withEntry({ phoneEnding: "12345" }),
    withEntry({ phoneEnding: "a1" }),
    withEntry({ phoneEnding: "1a" }),
    withEntry({ phoneEnding: 12 }),
    withEntry({ createdAtMs: -1 }),
    withEntry({ deletedAtMs: "soon" }),
    withEntry({ supersededBy: "x" }),
    withEntry({ places: [{ place: "paper" }] }),
    withEntry({ places: [{ place: 1, verifiedAtMs: null, goneAtMs: null }] }),
    withEntry({ places: [{ place: "paper", verifiedAtMs: -1, goneAtMs: null }] }),
    withEntry({ places: [{ place: "paper", verifiedAtMs: null, goneAtMs: -1 }] }),
    withEntry({ places: [{ place: "paper", verifiedAtMs: 1, goneAtMs: 2 }] }),
    withEntry({ marks: undefined }),
    withEntry({ surprise: true }),
  ])
    expect(read(bad)).toMatchObject({ error: { code: "damaged" } });
  expect(readBody(new Uint8Array([0xff, 0xfe]))).toMatchObject({ error: { code: "damaged" } });
  expect(read({ ...good, version: 6 })).toMatchObject({ error: { code: "unsupported-version" } });
});

test("migrations run step by step; a missing step is damage, a newer body is refused", () => {
  const steps = {
    1: (b: Record<string, unknown>) => ({ ...b, trail: "1" }),
    2: (b: Record<string, unknown>) => ({ ...b, trail: `${b["trail"]}2` }),
  };
  expect(migrateBody({ version: 1 }, steps, 3)).toEqual({ ok: true, value: { version: 3, trail: "12" } });
  expect(migrateBody({ version: 1 }, { 2: steps[2] }, 3).ok).toBe(false);
  expect(migrateBody({ version: 4 }, steps, 3)).toMatchObject({ error: { code: "unsupported-version" } });
  expect(migrateBody({ version: "1" }, steps, 3)).toMatchObject({ error: { code: "damaged" } });
});
