/** What our pages may ask: each request as it should be, and everything that a wrong one could try. */
import { describe, expect, test } from "vitest";
import { MOST_STORED } from "../../src/core/keyring/storage-budget.ts";
import { PAGE_REQUESTS, type PageRequestType, pageRequests } from "../../src/protocol/page-requests.ts";

const ID = "0123456789abcdef".repeat(2);
const HEX = "0123456789abcdef".repeat(4);
const PASSPHRASE = "correct horse";
const IV = "x".repeat(24);
const group = (at: number) => ({ at, digits: "12ab" });
const verification = { id: ID, place: "paper", evidence: { kind: "groups", groups: [group(0), group(15)] } };
const answered = { credentialId: "AAAA", salt: "A".repeat(43), prfOutput: "A".repeat(43) };
const fault = { code: "act-failed", name: "Error", message: null, frames: ["a/b.js:1:2"], times: 2 };

/** One of each that is more than an empty object. */
const GOOD: Partial<Record<PageRequestType, object>> = {
  "keyring.create": { passphrase: PASSPHRASE },
  "keyring.unlock": { passphrase: PASSPHRASE },
  "keyring.set-aside": { seen: "damaged" },
  "keyring.write-export": { passphrase: PASSPHRASE },
  "keyring.merge": { body: "AAAA", atMs: 1, settings: ["clipboardSeconds"], isExport: false },
  "keyring.undo-merge": { undoId: ID },
  "passphrase.change": { current: PASSPHRASE, next: PASSPHRASE, kept: [answered] },
  "passphrase.check": { passphrase: PASSPHRASE },
  "passkey.add": { passphrase: PASSPHRASE, name: "Laptop", added: answered, kept: [] },
  "passkey.remove": { passphrase: PASSPHRASE, id: ID, kept: [answered] },
  "keyring.unlock-by-passkey": answered,
  "popup.keep-step": { step: "fill" },
  "settings.save": { autoLockMinutes: 5, clipboardSeconds: 45, fillWarningRead: true, reminderAfterMs: null },
  "entry.generate": { label: "Phone 2", phoneEnding: "1234" },
  "entry.add": { hex: HEX, label: "Phone 2", phoneEnding: "", replaces: null },
  "entry.edit": { id: ID, field: "note", from: "", to: "in the drawer" },
  "entry.mark": { id: ID, mark: "exposed", isSet: true },
  "entry.delete": { id: ID },
  "entry.restore": { id: ID },
  "entry.erase": { id: ID },
  "entry.find": { digests: [HEX] },
  "key.reveal": { id: ID },
  "key.copy": { id: ID },
  "backup.test": { challenge: { ask: "start", iv: IV, start: "AAAA" } },
  "backup.derive": { id: ID, purpose: { use: "backup" } },
  "place.verify": verification,
  "place.verify-file": { place: "file", digests: [HEX] },
  "clipboard.taken": { isKey: true },
  "place.forget": { id: ID, place: `vault:${"A".repeat(22)}.${"A".repeat(43)}` },
  "vault.save": { id: ID, text: "" },
  "fill.run": { offerId: ID, entryId: ID },
  "key.read": { from: "page" },
  "other.fill": { offerId: ID, entryId: ID, host: "example.org" },
  "fault.collect": { faults: [fault] },
};
const goodOf = (type: PageRequestType): object => GOOD[type] ?? {};

/** A property that an object literal would not get: JSON makes it one of the object's own. */
const withOwn = (object: object, name: string): object =>
  Object.defineProperty({ ...object }, name, { value: {}, enumerable: true });

test("every request is named once", () => {
  const types = PAGE_REQUESTS.map(({ type }) => type);
  expect(new Set(types).size).toBe(types.length);
  for (const type of types) expect(type).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
});

test("what pages ask on their own, or in leaving, does not keep the keyring open; all else does", () => {
  expect(PAGE_REQUESTS.filter(({ isUse }) => !isUse).map(({ type }) => type)).toEqual([
    ...[
      "keyring.state",
      "keyring.lock",
      "keyring.last-merge",
      "keyring.vault-addresses",
      "passkey.list",
      "entry.list",
      "entry.find",
    ],
    ...["clipboard.taken", "vault.list"],
    ...["popup.step", "popup.keep-step", "fill.look", "fault.collect"],
  ]);
});

test.each(["__proto__", "constructor", "toString", "", "keyring.everything"])("no request is %j", (type) => {
  expect(pageRequests.find(type)).toBeUndefined();
  expect(pageRequests.read(type as PageRequestType, {})).toBeNull();
});

describe.each(PAGE_REQUESTS.map(({ type }) => type))("%s", (type) => {
  const good = goodOf(type);
  const names = Object.keys(good);

  test("takes what is right, as a copy", () => {
    expect(pageRequests.read(type, good)).toEqual(good);
    expect(pageRequests.read(type, good)).not.toBe(good);
  });

  test("refuses a property more, whatever its name", () => {
    for (const name of ["more", "__proto__", "constructor", "toString", "hasOwnProperty", ""])
      expect(pageRequests.read(type, withOwn(good, name)), name).toBeNull();
  });

  test("refuses a property less, also where one is inherited", () => {
    for (const name of names) {
      const { [name]: gone, ...rest } = good as Record<string, unknown>;
      expect(pageRequests.read(type, rest), name).toBeNull();
      expect(pageRequests.read(type, Object.assign(Object.create({ [name]: gone }), rest)), name).toBeNull();
    }
  });

  test("refuses what is no object", () => {
    for (const raw of [null, undefined, true, 0, "", "x", [], [good], Object.values(good), () => good])
      expect(pageRequests.read(type, raw)).toBeNull();
    expect(pageRequests.read(type, Object.assign([], good))).toBeNull();
  });

  test("refuses a value of another type in any place", () => {
    for (const name of names)
      for (const value of [undefined, {}, [[]], [good], 0.5, -1, Number.NaN, new Date(0), Object("x")])
        expect(pageRequests.read(type, { ...good, [name]: value }), `${name} ${String(value)}`).toBeNull();
  });
});

test.each<[PageRequestType, string, unknown]>([
  ["keyring.create", "passphrase", "7 chars"],
  ["keyring.create", "passphrase", "x".repeat(1025)],
  ["keyring.unlock", "passphrase", "x".repeat(4097)],
  ["keyring.merge", "body", "x".repeat(22_369_625)],
  ["keyring.merge", "atMs", 1.5],
  ["keyring.merge", "atMs", 8_640_000_000_000_001],
  ["keyring.merge", "atMs", "1"],
  ["keyring.merge", "settings", ["vaults"]],
  ["keyring.merge", "settings", Array(5).fill("clipboardSeconds")],
  ["passphrase.check", "passphrase", "x".repeat(4097)],
  ["popup.keep-step", "step", "settings"],
  ["passkey.add", "name", "x".repeat(61)],
  ["passkey.add", "added", { ...answered, prfOutput: "A".repeat(42) }],
  ["passkey.add", "added", { ...answered, salt: "A".repeat(86) }],
  ["passkey.add", "kept", Array(9).fill(answered)],
  ["passkey.remove", "id", ID.toUpperCase()],
  ["passphrase.change", "kept", Array(9).fill(answered)],
  ["keyring.unlock-by-passkey", "credentialId", ""],
  ["keyring.unlock-by-passkey", "credentialId", "A".repeat(1366)],
  ["keyring.unlock-by-passkey", "credentialId", "AA=="],
  ["keyring.unlock-by-passkey", "salt", `${"A".repeat(42)}B`],
  ["keyring.unlock-by-passkey", "prfOutput", "A".repeat(44)],
  ["entry.find", "digests", [HEX.toUpperCase()]],
  ["entry.find", "digests", Array(MOST_STORED + 1).fill(HEX)],
  ["entry.add", "hex", HEX.toUpperCase()],
  ["entry.add", "hex", `${HEX}\n`],
  ["entry.add", "label", "x".repeat(101)],
  ["entry.add", "phoneEnding", "12a"],
  ["entry.add", "phoneEnding", "12\n"],
  ["entry.add", "replaces", ""],
  ["entry.edit", "field", "key"],
  ["entry.edit", "from", "x".repeat(2001)],
  ["entry.edit", "to", "x".repeat(2001)],
  ["entry.mark", "mark", "lost"],
  ["entry.mark", "isSet", 1],
  ["entry.delete", "id", "../1"],
  ["entry.delete", "id", ID.toUpperCase()],
  ["settings.save", "autoLockMinutes", 61],
  ["settings.save", "autoLockMinutes", Number.POSITIVE_INFINITY],
  ["settings.save", "clipboardSeconds", null],
  ["settings.save", "fillWarningRead", 1],
  ["place.forget", "place", "my safe"],
  ["place.forget", "place", "paper"],
  ["place.forget", "place", "vault:x.y"],
  ["vault.save", "text", "x".repeat(6001)],
  ["key.read", "from", "clipboard"],
  ["other.fill", "host", "x".repeat(401)],
  ["fault.collect", "faults", { length: 1, 0: fault }],
  ["fault.collect", "faults", Array(1)],
  ["fault.collect", "faults", [{ ...fault, message: HEX }]],
])("%s refuses %s %j", (type, name, value) => {
  expect(pageRequests.read(type, { ...goodOf(type), [name]: value })).toBeNull();
});

test.each<[string, unknown]>([
  [
    "a tag for media with an IV",
    { ask: "tag", purpose: { use: "media", mediaHash: HEX }, iv: IV, data: "A" },
  ],
  ["a tag for a backup without one", { ask: "tag", purpose: { use: "backup" }, iv: null, data: "A" }],
  ["two challenges in one", { ask: "start", iv: IV, start: "A", file: "A" }],
  ["the name of one with the content of another", { ask: "metadata", iv: IV, start: "A" }],
])("backup.test refuses %s", (_, challenge) => {
  expect(pageRequests.read("backup.test", { challenge })).toBeNull();
});
