/** A Key ID has 40 bits: a key with another's can be built, and must not take that one's place. */
import { expect, test } from "vitest";
import { type FoundRow, keyringOf as takenFrom } from "../../src/copies/found-keyring.ts";
import { formatBackupKey, keyIdOf } from "../../src/core/key/backup-key.ts";
import { mergeKeyrings } from "../../src/core/keyring/merge-keyrings.ts";
import { entryOf, keyringOf, NOW_MS, someAccount } from "../support/keyrings.ts";

const MINE = "f".repeat(64);
const SMALLER = "1".repeat(64);
const ID = "a".repeat(32);
const mine = entryOf({ hex: MINE, id: ID, label: "Mine" });

/** A row whose key the page takes for the one that is here. */
function mergeOf(hex: string, createdAtMs: number | null) {
  const { key } = entryOf({ hex });
  const there = { ...mine, keyId: keyIdOf(mine.key) };
  const found = {
    key,
    label: "Theirs",
    phoneEnding: "",
    note: "",
    origin: "whatsapp",
    createdAtMs,
    isDoubtful: false,
    places: [],
  } as const;
  const row: FoundRow = { found: { ...found, places: [] }, keyId: there.keyId, there };
  const read = { format: "csv", keys: [row.found], entries: 1, ignored: 0, state: null } as const;
  const taken = takenFrom({ ...read, keys: [row.found] }, [row], NOW_MS + 9);
  const merged = mergeKeyrings([
    { keyring: keyringOf([{ hex: MINE, id: ID, label: "Mine" }]), atMs: Number.POSITIVE_INFINITY },
    taken,
  ]);
  if (!merged.ok) throw new Error(merged.error.code);
  return merged.value.keyring.entries;
}

test("a smaller key under the Key ID of one that is here gets an id of its own", () => {
  const entries = mergeOf(SMALLER, 1);
  const byId = entries.find(({ id }) => id === ID);
  expect(byId && formatBackupKey(byId.key)).toBe(MINE);
  expect(entries).toHaveLength(2);
});

test("the same key keeps id, date and name that are here", () => {
  expect(mergeOf(MINE, 1)).toEqual([mine]);
});

test("of our own file records in vaults come with their keys, and what was forgotten only with everything", () => {
  const entries = [
    { hex: MINE, id: ID },
    { hex: SMALLER, id: "b".repeat(32) },
  ];
  const note = (id: string, entryId: string) => ({
    id: id.repeat(32),
    text: JSON.stringify({ ...someAccount, entryId }),
  });
  const vaults = [note("1", ID), note("2", "b".repeat(32)), { id: "3".repeat(32), text: "" }];
  const keyring = { ...keyringOf(entries), vaults };
  const found = (key: Uint8Array) => ({ key }) as FoundRow["found"];
  const rows = keyring.entries.map(({ key }) => ({ found: found(key) }) as FoundRow);
  const read = { state: { keyring, atMs: NOW_MS } } as Parameters<typeof takenFrom>[0];
  expect(takenFrom(read, rows, NOW_MS).keyring.vaults).toEqual(vaults);
  expect(takenFrom(read, rows.slice(0, 1), NOW_MS).keyring.vaults).toEqual(vaults.slice(0, 1));
});
