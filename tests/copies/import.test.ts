/** Every file is recognised by its content and read, or refused with a code of its own. Nothing throws. */
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { writeBitwarden } from "../../src/copies/formats/bitwarden.ts";
import { writeBitwardenProtected } from "../../src/copies/formats/bitwarden-protected.ts";
import { keyFile } from "../../src/copies/formats/key-file.ts";
import { writeKeyText } from "../../src/copies/formats/text.ts";
import { IMPORT_ERRORS, type Import, MOST_IMPORT_BYTES } from "../../src/copies/found.ts";
import { findInImport, importFile } from "../../src/copies/import.ts";
import { writeKdbx } from "../../src/copies/kdbx/kdbx-file.ts";
import { recogniseFile } from "../../src/copies/recognise.ts";
import { hexToBytes, utf8ToBytes } from "../../src/core/bytes.ts";
import { writeKeyFile } from "../../src/core/key/key-file.ts";
import { writeKeyringExport } from "../../src/core/sealed/keyring-export.ts";
import { createWrapping } from "../../src/core/sealed/rotation.ts";
import { sealKeyring } from "../../src/core/sealed/sealed-keyring.ts";
import { ALL } from "../support/all.ts";
import { deriveKey } from "../support/cheap-derivation.ts";
import {
  anySources,
  entriesOf,
  expected,
  HEX,
  hexesOf,
  OTHER_HEX,
  SAVED_MS,
  sourceOf,
  TABLE_IDS,
  tableText,
} from "../support/export-sources.ts";
import { keyringOf } from "../support/keyrings.ts";
import { kdbxContent, sealKdbx } from "../support/made-kdbx.ts";

/** A part of the largest import in every run: what takes longer than its length shows in that too. */
const PART = ALL ? 1 : 16;

const PASSWORD = "pass by the river";
const ENCRYPTED = ["kdbx", "bitwarden-protected", "keyring-export", "sealed-keyring"];
const SOURCES = [
  sourceOf({ note: 'a "b", c\n=1' }),
  sourceOf({ key: hexToBytes(OTHER_HEX), label: "", origin: "generated" }),
];
const ENTRIES = entriesOf(SOURCES);

async function read(given: Uint8Array | string, password: string | null = null): Promise<Import | string> {
  const result = await importFile(
    typeof given === "string" ? utf8ToBytes(given) : given,
    password,
    deriveKey,
  );
  return result.ok ? result.value : result.error.code;
}

const KEYRING = keyringOf([
  {
    hex: HEX,
    id: "a".repeat(32),
    label: "Pixel 8",
    phoneEnding: "34",
    note: 'a "b", c\n=1',
    createdAtMs: SAVED_MS,
  },
  { hex: OTHER_HEX, origin: "generated", phoneEnding: "34", createdAtMs: SAVED_MS, deletedAtMs: SAVED_MS },
]);

async function sealedKeyring(): Promise<Uint8Array> {
  const { wrapping, keyringKey } = await createWrapping(PASSWORD, deriveKey);
  return sealKeyring(wrapping, keyringKey, 7, KEYRING);
}

async function exportedKeyring(): Promise<Uint8Array> {
  const file = await writeKeyringExport({ keyring: KEYRING, atMs: SAVED_MS }, PASSWORD, deriveKey);
  if (!file.ok) throw new Error(file.error.code);
  return file.value;
}

/** One of each that we write; those with a password under {@link PASSWORD}. */
async function everyCopy(): Promise<[string, Uint8Array][]> {
  return [
    ...TABLE_IDS.map((format): [string, Uint8Array] => [format, utf8ToBytes(tableText(format, ENTRIES))]),
    ["bitwarden", utf8ToBytes(writeBitwarden(ENTRIES))],
    ["bitwarden-protected", utf8ToBytes(await writeBitwardenProtected(ENTRIES, PASSWORD))],
    ["kdbx", await writeKdbx(ENTRIES, PASSWORD)],
    ["keyring-export", await exportedKeyring()],
    ["sealed-keyring", await sealedKeyring()],
    ["text", utf8ToBytes(writeKeyText(ENTRIES))],
    ["key-file", keyFile.write(ENTRIES)],
  ];
}

/** What derives at its real cost: our own files are given a cheap derivation. */
const SLOW = ["kdbx", "bitwarden-protected"];
const SLOW_PLACES = ALL ? 24 : 6;

describe("every copy that we write comes back", async () => {
  const copies = await everyCopy();

  test.each(copies)("%s", async (format, bytes) => {
    const found = (await read(bytes, PASSWORD)) as Import;
    expect(found).toMatchObject({ format, ignored: 0 });
    expect(found.state?.keyring ?? null).toEqual(/keyring/.test(format) ? KEYRING : null);
    const wanted = format === "key-file" ? [HEX] : [HEX, OTHER_HEX];
    expect(hexesOf(found.keys)).toEqual(wanted);
    if (format !== "key-file" && format !== "firefox")
      expect(found.keys).toMatchObject(SOURCES.map(expected));
    expect(findInImport(found, hexToBytes(HEX))?.key).toEqual(hexToBytes(HEX));
    expect(findInImport(found, new Uint8Array(32))).toBeNull();
  });

  test.each(copies)("%s tells whether it asks for a password", async (format, bytes) => {
    const recognised = recogniseFile(bytes);
    expect(recognised).toMatchObject({ ok: true, value: { format: { id: format } } });
    const asks = ENCRYPTED.includes(format);
    expect((await read(bytes)) === "needs-password").toBe(asks);
    if (asks) expect(await read(bytes, "another word")).toBe("wrong-password");
  });

  test.each(copies)("%s: a browser without Argon2 is not a wrong password", async (format, bytes) => {
    const refuses = () => Promise.reject(new RangeError("no memory"));
    vi.spyOn(WebAssembly, "instantiate").mockImplementation(refuses);
    const reply = await importFile(bytes, PASSWORD, refuses);
    vi.restoreAllMocks();
    const isDerived = ["keyring-export", "sealed-keyring", "kdbx"].includes(format);
    expect(reply.ok ? null : reply.error.code).toBe(isDerived ? "cannot-derive" : null);
  });

  test.each(copies)("%s, cut at every place or with a bit turned: no throw", async (format, bytes) => {
    const codes: readonly string[] = IMPORT_ERRORS;
    const places = SLOW.includes(format) ? SLOW_PLACES : ALL ? 300 : 60;
    const step = Math.max(1, Math.floor(bytes.length / places));
    for (let at = 0; at < bytes.length; at += step) {
      for (const changed of [bytes.subarray(0, at), bytes.with(at, (bytes[at] ?? 0) ^ (1 << (at % 8)))]) {
        const found = await read(changed, PASSWORD);
        if (typeof found === "string") expect([...codes, "picture"]).toContain(found);
      }
    }
  });

  test("with a mark, and with the line ends of another system", async () => {
    for (const [format, bytes] of copies) {
      if (["key-file", ...ENCRYPTED].includes(format)) continue;
      const text = new TextDecoder().decode(bytes);
      expect(await read(`\ufeff${text}`), format).toMatchObject({ format, ignored: 0 });
      const found = (await read(text.replaceAll("\r\n", "\n").replaceAll("\n", "\r\n"))) as Import;
      expect(hexesOf(found.keys), format).toEqual([HEX, OTHER_HEX]);
    }
  });
});

test("plain text comes back with all that is known of each key", () => {
  return fc.assert(
    fc.asyncProperty(anySources, async (sources) => {
      fc.pre(sources.every(({ note }) => !/^-{8,}$/m.test(note)));
      expect(await read(writeKeyText(entriesOf(sources)))).toMatchObject({
        format: "text",
        keys: sources.map(expected),
      });
    }),
  );
});

describe("is refused, each with its own code", () => {
  const utf16 = (text: string, mark: string) => new Uint8Array(Buffer.from(mark + text, "utf16le"));
  const csv = tableText("chromium", ENTRIES);
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  test.each<[string, string, Uint8Array | string]>([
    ["nothing", "empty", ""],
    ["100 MB", "too-large", new Uint8Array(100 * 1024 * 1024)],
    ["one byte above the bound", "too-large", new Uint8Array(MOST_IMPORT_BYTES + 1).fill(0x20)],
    ["UTF-16 with a mark", "wrong-encoding", utf16(csv, "\ufeff")],
    ["UTF-16 without one", "wrong-encoding", utf16(csv, "")],
    [
      "UTF-16, the other way round",
      "wrong-encoding",
      new Uint8Array(Buffer.from(utf16(csv, "\ufeff")).swap16()),
    ],
    ["Latin-1", "wrong-encoding", new Uint8Array(Buffer.from("name,password\nSchlüssel,x\n", "latin1"))],
    ["bytes that are no text", "unknown-format", new Uint8Array(1000)],
    ["a ZIP (1Password, Proton Pass)", "unknown-format", Buffer.from("504b0304140000000000", "hex")],
    ["a PDF", "unknown-format", "%PDF-1.7\n"],
    ["KeePass 1", "unsupported", Buffer.from("03d9a29a65fb4bb503000000", "hex")],
    ["a picture", "picture", png],
    ["our sealed keyring, damaged", "damaged", "64KEYRNG and more"],
    ["our export of the whole keyring, damaged", "damaged", "64EXPORT and more"],
    ["JSON that is cut", "damaged", writeBitwarden(ENTRIES).slice(0, -10)],
    ["a table that is cut", "damaged", csv.slice(0, -200)],
    ["Bitwarden's without items", "damaged", '{"encrypted":false}'],
    ["a file that only the account opens", "account-restricted", '{"encrypted":true,"items":[]}'],
    ["two million rows", "too-many-entries", `name,password\n${"a,b\n".repeat(2_000_000)}`],
    ["two million items", "too-many-entries", `{"encrypted":false,"items":[${"{},".repeat(2_000_000)}{}]}`],
    ["two million elements", "too-many-entries", `[${"{},".repeat(2_000_000)}{}]`],
    ["as many texts with rules between them", "too-many-entries", "--------\n".repeat(1_000_000)],
    [
      "WhatsApp's own key for crypt14",
      "crypt14-key",
      Uint8Array.from([
        ...writeKeyFile(new Uint8Array(32)).subarray(0, 26),
        131,
        0,
        1,
        ...new Uint8Array(129),
      ]),
    ],
  ])("%s: %s", async (_, code, given) => expect(await read(given, PASSWORD)).toBe(code));

  test("millions of lists, each in the other: refused or empty", async () => {
    const lists = 8_000_000 / PART;
    const found = await read("[".repeat(lists) + "]".repeat(lists));
    expect(typeof found === "string" ? found : found.keys).toEqual(
      typeof found === "string" ? "damaged" : [],
    );
  });

  test("a database of more than a million entries", async () => {
    const xml = `<KeePassFile><Root><Group>${"<Entry/>".repeat(1_500_000)}</Group></Root></KeePassFile>`;
    expect(await read(await sealKdbx(kdbxContent(xml), PASSWORD), PASSWORD)).toBe("too-many-entries");
  });
});

describe("text of any kind", () => {
  test.each([
    ["a note with a key in it", `Hi, here is my key:\n${HEX}\nKeep it.`, 1],
    ["words with commas that begin like a table", `Notes, password, and more:\n${HEX}\nbye`, 1],
    ["a list in brackets", `[2026] my key: ${HEX}`, 1],
    [
      "an unknown manager's table",
      `Account,Login Name,Password,Web Site,Comments\r\n"a","b","${HEX}","",""\r\n`,
      1,
    ],
    ["another program's JSON", `{"logins":[{"hidden":{"value":"${HEX}"}}]}`, 1],
    ["no key", "Nothing here.", 0],
  ])("%s", async (_, text, count) =>
    expect((await read(text)) as Import).toMatchObject({ keys: { length: count } }),
  );

  test("any bytes at all: no throw, and no key out of noise", async () => {
    const start = fc.constantFrom(
      ...["", "[", '{"', '{"encrypted":true,', "name,url,username,password,note\r\n", '"', "64KEYRNG"].map(
        utf8ToBytes,
      ),
      ...[
        "03d9a29a67fb4bb5",
        "03d9a29a67fb4bb500000400",
        "03d9a29a67fb4bb501000300",
        "fffe",
        "efbbbf",
        "aced0005",
      ].map(hexToBytes),
    );
    const rest = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: "binary", maxLength: 300 }).map((text) => new Uint8Array(Buffer.from(text))),
      fc.json().map(utf8ToBytes),
    );
    await fc.assert(
      fc.asyncProperty(start, rest, async (a, b) => {
        const found = await read(Uint8Array.from([...a, ...b]), PASSWORD);
        if (typeof found !== "string") expect(found.keys).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});

/** Work that grows faster than the file's length would take days. */
const HANGS_MS = 10 * 60_000;

describe("a file made to hurt: no throw, no hang, whatever comes of it", { timeout: HANGS_MS }, () => {
  const bytes = MOST_IMPORT_BYTES / PART;
  const many = (text: string) => text.repeat(Math.floor(bytes / utf8ToBytes(text).length));
  const head = "name,password\n";
  const documentOf = (text: string) => `<KeePassFile><Root><Group>${text}</Group></Root></KeePassFile>`;
  const hashes = () =>
    Array.from({ length: 250_000 / PART }, (_, i) => i.toString(16).padStart(64, "0")).join("\n");

  test.each<[string, () => string]>([
    ["dashes", () => many("-")],
    ["spaces", () => many(" ")],
    ["line ends", () => many("\n")],
    ["one word", () => many("a")],
    ["short words", () => many("ab ")],
    ["letters that grow under NFKC", () => many("\ufdfa")],
    ["quotes", () => many('"')],
    ["empty cells without end", () => head + many('"",').slice(head.length + 3)],
    ["apostrophes in a cell", () => `${head}${many("'").slice(100)},x\n`],
    ["commas", () => head + many(",").slice(head.length)],
    ["braces and blanks", () => `{${many(" ").slice(10)}"`],
    ["groups in lines of 32", () => many(`${"0243 ".repeat(32)}x\n`)],
    ["hashes, each another", hashes],
  ])("%s", async (_, make) => {
    const found = await read(make());
    if (typeof found !== "string") expect(found.keys.length).toBeLessThan(2);
  });

  test.each<[string, () => string]>([
    ["blanks in a tag", () => documentOf(`<a${many(" ")}`)],
    ["a name without end", () => documentOf(`<${many("a")}`)],
    ["an attribute without end", () => documentOf(`<a b="${many("x")}"/>`)],
    ["attributes without end", () => documentOf(`<a${many(" b='c'")}/>`)],
    ["ampersands", () => documentOf(many("&"))],
    ["entities", () => documentOf(many("&lt;"))],
    ["blanks after Protected", () => documentOf(`<a ${many(" ").slice(9)}Protected="True"/>`)],
    ["comments", () => documentOf(many("<!---->"))],
  ])("in a database: %s", async (_, make) => {
    // Sealed without a file's own bound, as a small packed one may hold as much.
    const { readKdbx } = await import("../../src/copies/kdbx/kdbx-file.ts");
    const file = await sealKdbx(kdbxContent(make()), PASSWORD);
    const found = await readKdbx(file, PASSWORD);
    expect(found).toMatchObject(found.ok ? { value: { keys: [] } } : { error: { code: "damaged" } });
  });
});
