/** Files of others that are whole and mean harm: to labels, to what verifies a place, to memory. */
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type ExportSource, exportEntryOf } from "../../../src/copies/export-entry.ts";
import { writeBitwarden } from "../../../src/copies/formats/bitwarden.ts";
import { writeKeyText } from "../../../src/copies/formats/text.ts";
import type { Import } from "../../../src/copies/found.ts";
import { findInImport, importFile } from "../../../src/copies/import.ts";
import { toLittleEndian } from "../../../src/copies/kdbx/byte-reader.ts";
import { guardCell, unguardCell } from "../../../src/copies/tables/csv.ts";
import { hexToBytes, utf8ToBytes } from "../../../src/core/bytes.ts";
import { formatBackupKey } from "../../../src/core/key/backup-key.ts";
import { LONGEST_LABEL, LONGEST_NOTE } from "../../../src/core/keyring/storage-budget.ts";
import { ALL } from "../../support/all.ts";
import { deriveKey } from "../../support/cheap-derivation.ts";
import { HEX, keyIdOfHex, OTHER_HEX, sourceOf } from "../../support/export-sources.ts";
import { kdbxContent, MEMORY, sealKdbx, setAfter } from "../../support/made-kdbx.ts";

async function read(given: string | Uint8Array, password: string | null = null): Promise<Import> {
  const result = await importFile(
    typeof given === "string" ? utf8ToBytes(given) : given,
    password,
    deriveKey,
  );
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const item = (change: object) => JSON.stringify({ encrypted: false, items: [change] });
const login = { login: { password: HEX } };

describe("labels, Key IDs and notes", () => {
  test("a key in a name, wherever the name comes from, is not taken for a label", async () => {
    for (const change of [
      { name: HEX, ...login },
      { name: `x ${OTHER_HEX}`, ...login },
      { notes: `Key ID: x\nName: ${OTHER_HEX}\nNote: ${OTHER_HEX}`, ...login },
    ]) {
      const { keys } = await read(item(change));
      for (const { label, note } of keys) expect(label + note).toBe("");
    }
  });

  test("nor are the digits of one that lies across the bound", async () => {
    const before = "x".repeat(LONGEST_LABEL - 50);
    const filled = "y".repeat(LONGEST_NOTE - 50);
    const notes = `Key ID: x\nName: ${before} ${OTHER_HEX}\nNote: ${filled} ${OTHER_HEX}`;
    for (const change of [
      { notes, ...login },
      { name: `${before} ${OTHER_HEX}`, ...login },
    ])
      for (const { label, note } of (await read(item(change))).keys) expect(label + note).toBe("");
  });

  test.each(["a\nName: b", "a\r\nKey ID: 00000000", "a\u2028b", "a\u0000b\u001b[2J", "\n\n"])(
    "a label of several lines becomes one: %j",
    async (name) => {
      const [found] = (await read(item({ name, ...login }))).keys;
      expect(found?.label).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      expect(found?.label.startsWith(name.trim().charAt(0))).toBe(true);
    },
  );

  test("a label with line ends writes no fields of its own into a copy", async () => {
    const label = `a\nKey ID: 00000000\nPhone number ends in: 99\nSaved in Sixtyfour on: 2001-01-01\nNote: no`;
    const source: ExportSource = sourceOf({ label, note: "yes" });
    for (const text of [writeKeyText([exportEntryOf(source)]), writeBitwarden([exportEntryOf(source)])]) {
      const [found] = (await read(text)).keys;
      expect(found).toMatchObject({ phoneEnding: "34", note: "yes", isDoubtful: false });
      expect(found?.createdAtMs).toBe(source.createdAtMs);
    }
  });

  test.each(["Key ID", "Fingerprint"])(
    "the Key ID is compared with the key under the name %s",
    async (field) => {
      const written = writeKeyText([exportEntryOf(sourceOf())]);
      const file = written.replace("\nKey ID: ", `\n${field}: `);
      expect((await read(file)).keys).toMatchObject([
        { label: "Pixel 8", phoneEnding: "34", isDoubtful: false },
      ]);
      const altered = file.replace(`\n${field}: ${keyIdOfHex(HEX)}`, `\n${field}: 00000000`);
      expect(altered).not.toBe(file);
      expect((await read(altered)).keys).toMatchObject([{ label: "Pixel 8", isDoubtful: true }]);
    },
  );

  test("an export of an older version is read", async () => {
    const file = [
      "WhatsApp backup key (…34)",
      `…34 ${keyIdOfHex(HEX)}`,
      "",
      "64-digit key:",
      "0243 579e 34ac b5f6",
      "0905 5458 b1eb 501b",
      "28fa 3a1d 82b6 865a",
      "c8cb 3381 056c 8799",
      `Fingerprint: ${keyIdOfHex(HEX)}`,
      "Phone number ends in: 34",
      "Saved in Sixtyfour on: 2026-11-23",
      "Name: Pixel 8",
      "Note: in the attic",
      "",
    ].join("\n");
    const [found, ...more] = (await read(file)).keys;
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      label: "Pixel 8",
      phoneEnding: "34",
      createdAtMs: Date.UTC(2026, 10, 23),
      isDoubtful: false,
    });
    expect(found && formatBackupKey(found.key)).toBe(HEX);
    expect(found?.note).toContain("in the attic");
  });

  test("long ones are cut between characters", async () => {
    const [found] = (await read(item({ name: `x${"😀".repeat(100)}`, ...login }))).keys;
    expect(found?.label).toBe(`x${"😀".repeat(49)}`);
    const notes = `Key ID: 12345678\nNote: x${"😀".repeat(2000)}`;
    const [noted] = (await read(item({ notes, ...login }))).keys;
    expect(noted?.note).toHaveLength(LONGEST_NOTE - 1);
    expect(noted?.note).not.toMatch(/\p{Cs}/u);
  });
});

describe("dates that no entry can have", () => {
  test.each([
    "0001-01-01T00:00:00Z",
    "1969-12-31T23:59:59Z",
    "+275760-09-13T00:00:00Z",
    "2026-99-99T00:00:00Z",
  ])("Bitwarden, %s", async (creationDate) =>
    expect((await read(item({ creationDate, ...login }))).keys).toMatchObject([{ createdAtMs: null }]),
  );

  test.each([
    ["KDBX 4, year 1", Buffer.alloc(8).toString("base64")],
    ["KDBX 4, year 200000", Buffer.from(toLittleEndian(6_300_000_000_000, 8)).toString("base64")],
    ["KDBX 4, beyond numbers", Buffer.alloc(8, 255).toString("base64")],
    ["KDBX 3.1, year 1", "0001-01-01T00:00:00Z"],
  ])("%s", async (_, time) => {
    const xml = `<KeePassFile><Root><Group><Entry><Times><CreationTime>${time}</CreationTime></Times><String><Key>Notes</Key><Value>${HEX}</Value></String></Entry></Group></Root></KeePassFile>`;
    const { keys } = await read(await sealKdbx(kdbxContent(xml), "pass"), "pass");
    expect(keys).toMatchObject([{ createdAtMs: null }]);
  });

  test("one that it can have stays", async () => {
    const { keys } = await read(item({ creationDate: "2026-11-23T00:00:00Z", ...login }));
    expect(keys).toMatchObject([{ createdAtMs: Date.UTC(2026, 10, 23) }]);
  });
});

describe("a place is not verified by what an entry was before", () => {
  const KEY = hexToBytes(HEX);

  test("Bitwarden's password history", async () => {
    const passwordHistory = [{ password: HEX }];
    const before = await read(item({ login: { password: OTHER_HEX }, passwordHistory }));
    expect(before.keys).toHaveLength(2);
    expect(findInImport(before, KEY)).toBeNull();
    expect(findInImport(await read(item({ ...login, passwordHistory })), KEY)).not.toBeNull();
  });

  test("KeePass's history", async () => {
    const string = (hex: string) => `<String><Key>Password</Key><Value>${hex}</Value></String>`;
    const xml = (now: string) =>
      `<KeePassFile><Root><Group><Entry>${string(now)}<History><Entry>${string(HEX)}</Entry></History></Entry></Group></Root></KeePassFile>`;
    const open = async (now: string) => read(await sealKdbx(kdbxContent(xml(now)), "pass"), "pass");
    expect(findInImport(await open(OTHER_HEX), KEY)).toBeNull();
    expect(findInImport(await open(OTHER_HEX), hexToBytes(OTHER_HEX))).not.toBeNull();
    expect(findInImport(await open(HEX), KEY)).not.toBeNull();
  });
});

describe("recycle bins", () => {
  const entry = (hex: string) => `<Entry><String><Key>Password</Key><Value>${hex}</Value></String></Entry>`;
  const group = (id: string, content: string) => `<Group><UUID>${id}</UUID>${content}</Group>`;
  const open = async (bin: string, content: string) => {
    const meta = `<Meta><RecycleBinUUID>${bin}</RecycleBinUUID></Meta>`;
    const xml = `<KeePassFile>${meta}<Root>${group("r", content)}</Root></KeePassFile>`;
    return read(await sealKdbx(kdbxContent(xml), "pass"), "pass");
  };
  const verifies = (found: Import, hex: string) => findInImport(found, hexToBytes(hex)) !== null;

  test("with groups in them and groups after them", async () => {
    const content = group("b", group("x", entry(HEX)) + entry(HEX)) + group("y", entry(OTHER_HEX));
    const found = await open("b", content);
    expect([verifies(found, HEX), verifies(found, OTHER_HEX)]).toEqual([false, true]);
    const both = await open("b", content + entry(HEX));
    expect([verifies(both, HEX), verifies(both, OTHER_HEX)]).toEqual([true, true]);
  });

  test("none, or one that no group is: everything counts", async () => {
    expect(verifies(await open("", group("", entry(HEX))), HEX)).toBe(true);
    expect(verifies(await open("b", group("x", entry(HEX))), HEX)).toBe(true);
  });
});

describe("memory", () => {
  afterEach(() => vi.restoreAllMocks());

  test.runIf(ALL)(
    "a name of a megabyte above a million others: their paths are not written out",
    async () => {
      const long = "n".repeat(1_000_000);
      for (const leaf of ['{"a":""}', `{"a":"${HEX}"}`]) {
        const many = `${leaf},`.repeat(Math.floor(14_000_000 / (leaf.length + 1)));
        const found = await read(`{"${long}":[${many}${leaf}]}`);
        expect(found.keys.length).toBe(leaf.includes(HEX) ? 1 : 0);
        for (const { field } of found.keys.flatMap(({ places }) => places))
          expect(field?.length).toBeLessThanOrEqual(LONGEST_LABEL);
      }
    },
  );

  test("where Argon2 gets none: said of the browser, not of the file, and not a throw", async () => {
    const file = await sealKdbx(kdbxContent("<a/>"), "pass");
    const salt = { encrypted: true, passwordProtected: true, salt: "x", data: "", kdfType: 1 };
    const box = `2.${Buffer.alloc(16).toString("base64")}|${Buffer.alloc(16).toString("base64")}|${Buffer.alloc(32).toString("base64")}`;
    const costs = { kdfIterations: 3, kdfMemory: 64, kdfParallelism: 4 };
    const json = JSON.stringify({ ...salt, ...costs, encKeyValidation_DO_NOT_EDIT: box, data: box });
    expect(await importFile(utf8ToBytes(json), "pass", deriveKey)).toMatchObject({
      error: { code: "wrong-password" },
    });
    vi.spyOn(WebAssembly, "instantiate").mockRejectedValue(new RangeError("out of memory"));
    expect(await importFile(file, "pass", deriveKey)).toMatchObject({ error: { code: "cannot-derive" } });
    expect(await importFile(utf8ToBytes(json), "pass", deriveKey)).toMatchObject({
      error: { code: "cannot-derive" },
    });
  });

  test("memory that is no whole number of KiB is what KeePass makes of it", async () => {
    const xml = `<KeePassFile><Root><Group><Entry/></Group></Root></KeePassFile>`;
    // The file is sealed with 8 KiB: the header that says 8,193 bytes has to be authentic, and is.
    const file = await sealKdbx(kdbxContent(xml), "pass", setAfter(MEMORY, toLittleEndian(8193, 8)));
    expect(await read(file, "pass")).toMatchObject({ entries: 1 });
  });
});

test("guarding a cell and taking it back are each other's inverse, however many apostrophes there are", () => {
  const text = fc.tuple(fc.nat({ max: 205 }), fc.constantFrom("", "=", "x", "@a", "-1", "＝1"));
  fc.assert(
    fc.property(text, ([count, rest]) => {
      const cell = "'".repeat(count) + rest;
      expect(unguardCell(guardCell(cell))).toBe(cell);
    }),
    { numRuns: 2000 },
  );
});
