/** Growth beyond a bound is refused and named; what makes a keyring no larger is never refused. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toBase64Url } from "../../../src/core/base64url.ts";
import { randomBytes, randomId, utf8ToBytes } from "../../../src/core/bytes.ts";
import { followedBy } from "../../../src/core/keyring/earlier-states.ts";
import { readBody, writeBody } from "../../../src/core/keyring/keyring-body.ts";
import {
  addEntry,
  deleteEntry,
  editEntry,
  emptyKeyring,
  eraseEntry,
  type Keyring,
  markTested,
  markUsed,
  restoreEntry,
  saveVaultNote,
} from "../../../src/core/keyring/opened-keyring.ts";
import { LONGEST_PASSKEY_NAME, withPasskeyNames } from "../../../src/core/keyring/passkey-names.ts";
import {
  KNOWN_SETTINGS_BYTES,
  LONGEST_VAULT_NOTE,
  MOST_DELETED,
  MOST_ENTRIES,
  MOST_PLACES,
  MOST_PLACES_READ,
  MOST_SETTINGS_BYTES,
  MOST_STORED,
  MOST_VAULT_NOTES,
  MOST_WEIGHT,
} from "../../../src/core/keyring/storage-budget.ts";
import { TOO_MUCH, weigh, whatIsTooMuch } from "../../../src/core/keyring/too-much.ts";
import {
  forgetPlace,
  markExported,
  markVerified,
  vaultPlace,
} from "../../../src/core/keyring/verified-places.ts";
import { MOST_PASSKEYS } from "../../../src/core/sealed/slots/passkey-slot.ts";
import { runs } from "../../support/all.ts";
import { type Given, HEX, keyringOf, NOW_MS, OTHER_HEX } from "../../support/keyrings.ts";

const hexOf = (i: number) => `${i}`.padStart(64, "0");
const many = (count: number, given: Partial<Given> = {}): Given[] =>
  Array.from({ length: count }, (_, i) => ({ hex: hexOf(i), ...given }));
const placesOf = (count: number, verifiedAtMs: number | null = null, goneAtMs: number | null = null) =>
  Array.from({ length: count }, (_, i) => ({ place: `place ${i}`, verifiedAtMs, goneAtMs }));
const notes = (count: number) => Array.from({ length: count }, () => ({ id: randomId(), text: "a record" }));
const idOf = ({ entries }: Keyring, at = 0) => entries[at]?.id ?? "";
const done = <T>(result: { ok: true; value: T } | { ok: false }): T => {
  if (!result.ok) throw new Error("refused");
  return result.value;
};

const newKey = (hex = HEX) => ({
  id: randomId(),
  key: Uint8Array.from(Buffer.from(hex, "hex")),
  label: "",
  phoneEnding: "",
  origin: "whatsapp" as const,
  replaces: null,
});

/** Notes of 2,000 control characters, each of which JSON writes in six bytes. */
const heavy = (count: number): Given[] => many(count, { note: "\u0001".repeat(2000) });
/** The most such keys that there is room for. */
const FULL = Math.floor(MOST_WEIGHT / (weigh(keyringOf(heavy(2))) - weigh(keyringOf(heavy(1)))));
/** What an earlier version may have left: far more than there is room for now. */
const over = { ...keyringOf(heavy(FULL + 40)), vaults: notes(3) };

describe("growth is refused, and the bound is named", () => {
  test("one key more than a keyring takes; deleted ones do not count", () => {
    const full = keyringOf([...many(MOST_ENTRIES), ...many(1, { hex: HEX, deletedAtMs: NOW_MS })]);
    expect(whatIsTooMuch(keyringOf(many(MOST_ENTRIES - 1)), keyringOf(many(MOST_ENTRIES)))).toBeNull();
    expect(whatIsTooMuch(full, done(addEntry(full, newKey(OTHER_HEX), NOW_MS)))).toBe("too-many-keys");
    expect(whatIsTooMuch(full, done(restoreEntry(full, idOf(full, MOST_ENTRIES))))).toBe("too-many-keys");
    const deleted = keyringOf(many(MOST_DELETED, { deletedAtMs: NOW_MS }));
    expect(whatIsTooMuch(deleted, done(addEntry(deleted, newKey(), NOW_MS)))).toBeNull();
  });

  test("more deleted ones by an import, but not by deleting", () => {
    const deleted = many(MOST_DELETED, { deletedAtMs: NOW_MS });
    const before = keyringOf([...deleted, { hex: HEX }]);
    const imported = keyringOf([...deleted, { hex: HEX }, { hex: OTHER_HEX, deletedAtMs: 1 }]);
    expect(whatIsTooMuch(before, imported)).toBe("too-many-deleted");
    expect(whatIsTooMuch(before, done(deleteEntry(before, idOf(before, MOST_DELETED), 1)))).toBeNull();
  });

  test("more places of one key, of an entry that is new too", () => {
    const before = keyringOf([{ hex: HEX, places: placesOf(MOST_PLACES) }]);
    const after = keyringOf([{ hex: HEX, places: placesOf(MOST_PLACES + 1) }]);
    expect(whatIsTooMuch(before, after)).toBe("too-many-places");
    expect(whatIsTooMuch(keyringOf([]), after)).toBe("too-many-places");
    expect(whatIsTooMuch(keyringOf([]), before)).toBeNull();
    // An earlier version took more of them: they stay.
    expect(
      whatIsTooMuch(after, done(editEntry(after, idOf(after), { field: "note", from: "", to: "x" }))),
    ).toBeNull();
  });

  test("more vault entries; forgotten ones do not count", () => {
    const full = { ...emptyKeyring(), vaults: notes(MOST_VAULT_NOTES) };
    const more = done(saveVaultNote(full, { id: randomId(), text: "one more" }));
    expect(whatIsTooMuch(full, more)).toBe("too-many-vault-entries");
    const id = full.vaults[0]?.id ?? "";
    expect(whatIsTooMuch(full, done(saveVaultNote(full, { id, text: "" })))).toBeNull();
  });

  test("settings, those that this program does not know among them", () => {
    const before = emptyKeyring();
    const settings = Object.assign({}, before.settings, { later: "x".repeat(MOST_SETTINGS_BYTES) });
    expect(whatIsTooMuch(before, { ...before, settings })).toBe("too-many-settings");
    const large = { ...before, settings };
    expect(whatIsTooMuch(large, large)).toBeNull();
  });

  test("what this program writes there itself counts for nothing, and is always read", () => {
    const later = "x".repeat(MOST_SETTINGS_BYTES - JSON.stringify({ later: "" }).length);
    const full = emptyKeyring();
    let keyring: Keyring = { ...full, settings: Object.assign({}, full.settings, { later }) };
    const names = Array.from({ length: MOST_PASSKEYS }, () => ({
      id: randomId(),
      name: "\u0001".repeat(LONGEST_PASSKEY_NAME),
      addedAtMs: 8_640_000_000_000_000,
    }));
    const ids = names.map(({ id }) => id);
    const longest = { autoLockMinutes: null, clipboardSeconds: 120, reminderAfterMs: 8_640_000_000_000_000 };
    const changes: ((before: Keyring) => Keyring)[] = [
      (before) => withPasskeyNames(before, [], []),
      (before) => ({ ...before, settings: { ...before.settings, ...longest } }),
      (before) => withPasskeyNames(before, names, ids),
      ...Array.from(
        { length: 600 },
        (_, state) => (before: Keyring) =>
          followedBy(before, [toBase64Url(randomBytes(16))], before, state % 17 === 16),
      ),
    ];
    for (const change of changes) {
      const next = change(keyring);
      expect(whatIsTooMuch(keyring, next)).toBeNull();
      keyring = next;
    }
    const { settings } = keyring;
    const beside = JSON.stringify(settings).length - MOST_SETTINGS_BYTES;
    expect(beside).toBeGreaterThan(4000);
    expect(beside).toBeLessThan(KNOWN_SETTINGS_BYTES);
    expect(readBody(writeBody(keyring)).ok).toBe(true);
    const more = { ...keyring, settings: Object.assign({}, settings, { more: 1 }) };
    expect(whatIsTooMuch(keyring, more)).toBe("too-many-settings");
  });

  test.each(["passkeys", "earlierStates"])("settings under our name %s that are not ours count", (name) => {
    const before = emptyKeyring();
    const settings = Object.assign({}, before.settings, { [name]: "x".repeat(MOST_SETTINGS_BYTES) });
    expect(whatIsTooMuch(before, { ...before, settings })).toBe("too-many-settings");
    expect(readBody(writeBody({ ...before, settings }))).toMatchObject({
      error: { code: "too-many-settings" },
    });
  });

  test("all of it together", () => {
    const full = keyringOf(heavy(FULL));
    expect(weigh(full)).toBeLessThanOrEqual(MOST_WEIGHT);
    expect(whatIsTooMuch(emptyKeyring(), full)).toBeNull();
    expect(whatIsTooMuch(full, keyringOf(heavy(FULL + 1)))).toBe("keyring-full");
  });
});

describe("what makes it no larger goes through, far above the bound too", () => {
  const id = idOf(over);
  const deleted = done(deleteEntry(over, id, NOW_MS));
  const changes: [string, Keyring, Keyring][] = [
    ["a key is deleted", over, deleted],
    ["and deleted for good", deleted, done(eraseEntry(deleted, id))],
    ["and restored", deleted, done(restoreEntry(deleted, id))],
    [
      "a note gets shorter",
      over,
      done(editEntry(over, id, { field: "note", from: over.entries[0]?.note ?? "", to: "" })),
    ],
    ["a key is used", over, done(markUsed(over, id, NOW_MS))],
    [
      "keys are tested",
      over,
      markTested(
        over,
        over.entries.map((e) => e.id),
        NOW_MS,
      ),
    ],
    ["all are exported", over, markExported(over, over)],
    [
      "a vault entry is forgotten",
      over,
      done(saveVaultNote(over, { id: over.vaults[0]?.id ?? "", text: "" })),
    ],
    [
      "a vault entry takes its next step",
      over,
      done(saveVaultNote(over, { id: over.vaults[0]?.id ?? "", text: "x".repeat(LONGEST_VAULT_NOTE) })),
    ],
    ["a setting is changed", over, { ...over, settings: { ...over.settings, autoLockMinutes: 60 } }],
  ];
  test.each(changes)("%s", (_, before, after) => {
    expect(whatIsTooMuch(before, after)).toBeNull();
  });

  test("and what makes it larger does not", () => {
    const longer = editEntry(over, id, { field: "label", from: "", to: "x" });
    expect(whatIsTooMuch(over, done(longer))).toBe("keyring-full");
    expect(whatIsTooMuch(over, done(addEntry(over, newKey(), NOW_MS)))).toBe("keyring-full");
  });

  test("whatever is in it: erasing any key of any keyring", () => {
    const given = fc.record({
      hex: fc.integer({ min: 10 ** 6, max: 10 ** 9 }).map(hexOf),
      note: fc.string({ maxLength: 50 }),
      places: fc.integer({ min: 0, max: 40 }).map((count) => placesOf(count)),
      deletedAtMs: fc.constant(NOW_MS),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(given, { minLength: 1, maxLength: 5, selector: ({ hex }) => hex }),
        (entries) => {
          const before = keyringOf([...heavy(FULL + 1), ...entries]);
          const last = idOf(before, before.entries.length - 1);
          expect(whatIsTooMuch(before, done(eraseEntry(before, last)))).toBeNull();
        },
      ),
      { numRuns: runs(20) },
    );
  });
});

describe("places of one key", () => {
  const verify = (keyring: Keyring, place = vaultPlace("A".repeat(22), "A".repeat(43))) =>
    done(markVerified(keyring, idOf(keyring), place, NOW_MS));
  const placesIn = (keyring: Keyring) => keyring.entries[0]?.places ?? [];

  test("a prepared file's crowd of places keeps none from being verified", () => {
    const crowded = keyringOf([{ hex: HEX, places: placesOf(MOST_PLACES) }]);
    const verified = verify(crowded);
    expect(placesIn(verified)).toHaveLength(MOST_PLACES);
    expect(placesIn(verified).filter(({ verifiedAtMs }) => verifiedAtMs !== null)).toHaveLength(1);
    expect(placesIn(markExported(crowded, crowded)).map(({ place }) => place)).toContain("keyring-file");
    const beyond = keyringOf([{ hex: HEX, places: placesOf(MOST_PLACES_READ) }]);
    expect(placesIn(verify(beyond))).toHaveLength(MOST_PLACES);
  });

  test("one that has lost the key goes before one that is only said to hold it", () => {
    const [old, late] = [
      { place: "old", verifiedAtMs: null, goneAtMs: 1 },
      { place: "late", verifiedAtMs: null, goneAtMs: 2 },
    ];
    const places = [late, old, ...placesOf(MOST_PLACES - 2)];
    expect(placesIn(verify(keyringOf([{ hex: HEX, places }])))).toEqual([
      late,
      ...placesOf(MOST_PLACES - 2),
      expect.objectContaining({ verifiedAtMs: NOW_MS }),
    ]);
  });

  test("verified ones never go: one more is refused, an export and a loss are not", () => {
    const full = keyringOf([{ hex: HEX, places: placesOf(MOST_PLACES, 1) }]);
    expect(whatIsTooMuch(full, verify(full))).toBe("too-many-places");
    expect(markExported(full, full)).toEqual(full);
    const lost = forgetPlace(full, idOf(full), vaultPlace("B".repeat(22), "B".repeat(43)), NOW_MS);
    expect(lost).toEqual(full);
  });
});

describe("what is read names what is too much in it", () => {
  const good = JSON.parse(new TextDecoder().decode(writeBody(keyringOf([{ hex: HEX }]))));
  const read = (body: unknown) => readBody(utf8ToBytes(JSON.stringify(body)));
  const withEntry = (change: object) => ({ ...good, entries: [{ ...good.entries[0], ...change }] });
  test.each([
    ["too-many-keys", { ...good, entries: Array.from({ length: MOST_STORED + 1 }, () => good.entries[0]) }],
    ["too-many-places", withEntry({ places: placesOf(MOST_PLACES_READ + 1) })],
    ["too-many-vault-entries", { ...good, vaults: notes(501) }],
    [
      "too-many-settings",
      { ...good, settings: { ...good.settings, later: "x".repeat(MOST_SETTINGS_BYTES) } },
    ],
    ["too-long-text", withEntry({ label: "x".repeat(101) })],
    ["too-long-text", withEntry({ note: "x".repeat(2001) })],
    ["too-long-text", withEntry({ places: [{ ...placesOf(1)[0], place: "x".repeat(101) }] })],
    ["too-long-text", { ...good, vaults: [{ id: randomId(), text: "x".repeat(LONGEST_VAULT_NOTE + 1) }] }],
  ] as const)("%s", (code, body) => {
    expect(TOO_MUCH).toContain(code);
    expect(read(body)).toEqual({ ok: false, error: { code } });
  });

  test("as much as earlier versions wrote is read", () => {
    const old = {
      ...keyringOf([
        ...many(1000),
        ...many(1000, { deletedAtMs: NOW_MS }).map((e, i) => ({ ...e, hex: hexOf(5000 + i) })),
      ]),
      vaults: notes(500),
    };
    expect(readBody(writeBody(old))).toEqual({ ok: true, value: old });
    const crowded = keyringOf([{ hex: HEX, places: placesOf(MOST_PLACES_READ) }]);
    expect(readBody(writeBody(crowded))).toEqual({ ok: true, value: crowded });
  });
});
