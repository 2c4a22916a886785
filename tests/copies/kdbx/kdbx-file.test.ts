/** KeePass databases, with KeePassXC's own command line and kdbxweb as the other side. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Found, FoundKey } from "../../../src/copies/found.ts";
import { findInImport, importFile } from "../../../src/copies/import.ts";
import { readKdbx, writeKdbx } from "../../../src/copies/kdbx/kdbx-file.ts";
import { bytesToHex, hexToBytes, utf8ToBytes } from "../../../src/core/bytes.ts";
import { deriveKey } from "../../support/cheap-derivation.ts";
import { entriesOf, expected, HEX, hexesOf, OTHER_HEX, sourceOf } from "../../support/export-sources.ts";
import { type Making, makeByKdbxweb, openByKdbxweb } from "../../support/kdbxweb.ts";
import { startKeePassXc } from "../../support/keepassxc.ts";

const PASSWORD = "Ünter 12 \u{1f511}";
const SOURCES = [
  sourceOf({ note: 'line one\n=HYPERLINK("x")\n<&>]]> "\'é日本😀' }),
  sourceOf({ key: Uint8Array.from({ length: 32 }, (_, i) => i), label: "", phoneEnding: "" }),
  sourceOf({ key: new Uint8Array(32), origin: "generated", label: "a & b" }),
];
const ENTRIES = entriesOf(SOURCES);

async function read(bytes: Uint8Array, password = PASSWORD): Promise<Found | string> {
  const result = await readKdbx(bytes, password);
  return result.ok ? result.value : result.error.code;
}

const keePassXc = startKeePassXc();
afterAll(() => keePassXc.remove());
let ours: Uint8Array;
beforeAll(async () => {
  ours = await writeKdbx(ENTRIES, PASSWORD);
});

describe("ours", () => {
  test("KeePassXC opens it and shows every field as it was written", async () => {
    keePassXc.put("ours.kdbx", ours);
    const info = keePassXc.run(["db-info", "-q", "ours.kdbx"], [PASSWORD]);
    expect(info).toContain("Cipher: AES 256-bit");
    expect(info).toMatch(/KDF: Argon2id \(3 rounds, 65536 KB\)|KDF: Argon2id/);
    for (const [i, entry] of ENTRIES.entries()) {
      const csv = keePassXc.run(["export", "-q", "-f", "csv", "ours.kdbx"], [PASSWORD]);
      const found = await importFile(utf8ToBytes(csv), null, deriveKey);
      expect(found).toMatchObject({ ok: true, value: { format: "keepassxc", keys: SOURCES.map(expected) } });
      const xml = keePassXc.run(["export", "-q", "-f", "xml", "ours.kdbx"], [PASSWORD]);
      for (const text of [entry.title, entry.username, entry.hex, entry.url])
        expect(
          xml.match(new RegExp(`<Value[^>]*>${text.replace(/[()]/g, "\\$&")}</Value>`, "g"))?.length,
          `${i}`,
        ).toBeGreaterThan(0);
    }
  });

  test("notes of many lines come out of it character by character", async () => {
    keePassXc.put("one.kdbx", await writeKdbx(ENTRIES.slice(0, 1), PASSWORD));
    const title = ENTRIES[0]?.title ?? "";
    for (const [attribute, wanted] of [
      ["Title", title],
      ["UserName", ENTRIES[0]?.username],
      ["Password", HEX],
      ["URL", ENTRIES[0]?.url],
      ["Notes", ENTRIES[0]?.notes],
    ] as const) {
      const shown = keePassXc.run(["show", "-q", "-s", "-a", attribute, "one.kdbx", title], [PASSWORD]);
      expect(shown).toBe(`${wanted}\n`);
    }
  });

  test("KeePassXC adds to it and saves it, and it is still read", async () => {
    keePassXc.put("added.kdbx", ours);
    keePassXc.run(["add", "-q", "-p", "-u", "me", "added.kdbx", "Another"], [PASSWORD, OTHER_HEX]);
    const found = (await read(keePassXc.get("added.kdbx"))) as Found;
    expect(found.keys).toMatchObject([...SOURCES.map(expected), { label: "Another" }]);
    expect(hexesOf(found.keys).at(-1)).toBe(OTHER_HEX);
  });

  test("what KeePassXC throws away is found in its recycle bin, and verifies no place", async () => {
    keePassXc.put("binned.kdbx", await writeKdbx(ENTRIES.slice(0, 1), PASSWORD));
    keePassXc.run(["add", "-q", "-p", "-u", "me", "binned.kdbx", "Another"], [PASSWORD, OTHER_HEX]);
    keePassXc.run(["rm", "-q", "binned.kdbx", ENTRIES[0]?.title ?? ""], [PASSWORD]);
    const found = (await read(keePassXc.get("binned.kdbx"))) as Found;
    expect(hexesOf(found.keys).sort()).toEqual([HEX, OTHER_HEX].sort());
    const binned = found.keys.find(({ key }) => bytesToHex(key) === HEX);
    expect(binned).toMatchObject({ label: "Pixel 8", phoneEnding: "34" });
    expect(new Set(binned?.places.map(({ field }) => field?.split(".")[0]))).toEqual(new Set(["RecycleBin"]));
    expect(findInImport(found, hexToBytes(HEX))).toBeNull();
    expect(findInImport(found, hexToBytes(OTHER_HEX))).not.toBeNull();
  });

  test("kdbxweb opens it", async () => {
    expect(await openByKdbxweb(ours, PASSWORD)).toEqual(
      ENTRIES.map(({ title, username, hex, url, notes }) => ({
        Title: title,
        UserName: username,
        Password: hex,
        URL: url,
        Notes: notes,
      })),
    );
  });

  test("it is read back whole", async () => {
    const found = await importFile(ours, PASSWORD, deriveKey);
    expect(found.ok && found.value).toMatchObject({
      format: "kdbx",
      entries: 3,
      ignored: 0,
      keys: SOURCES.map(expected),
    });
  });

  test("Argon2id at 64 MiB, three passes, four lanes stands in it; no key and no title do", () => {
    const header = Buffer.from(ours.subarray(0, 300)).toString("latin1");
    expect(header).toContain("\x05\x01\x00\x00\x00M\x08\x00\x00\x00\x00\x00\x00\x04\x00\x00\x00\x00");
    expect(header).toContain("\x05\x01\x00\x00\x00I\x08\x00\x00\x00\x03\x00\x00\x00\x00\x00\x00\x00");
    expect(header).toContain("\x04\x01\x00\x00\x00P\x04\x00\x00\x00\x04\x00\x00\x00");
    const text = Buffer.from(ours).toString("latin1");
    expect(text).not.toMatch(new RegExp(`${HEX}|WhatsApp|Pixel`));
  });

  test("an empty one opens too", async () => {
    const empty = await writeKdbx([], PASSWORD);
    expect(await read(empty)).toMatchObject({ entries: 0, keys: [] });
    keePassXc.put("empty.kdbx", empty);
    expect(keePassXc.run(["ls", "-q", "empty.kdbx"], [PASSWORD])).toBe("[empty]\n");
  });
});

describe("KeePassXC's", () => {
  test("made by db-create and add", async () => {
    keePassXc.run(["db-create", "-q", "-p", "-t", "100", "theirs.kdbx"], [PASSWORD, PASSWORD]);
    const beforeMs = Math.floor(Date.now() / 1000) * 1000;
    keePassXc.run(["add", "-q", "-p", "-u", "+49 170 1234567", "theirs.kdbx", "WhatsApp"], [PASSWORD, HEX]);
    const notes = `my key: ${OTHER_HEX.toUpperCase().match(/.{4}/g)?.join(" ")}`;
    keePassXc.run(["add", "-q", "-p", "--notes", notes, "theirs.kdbx", "Note"], [PASSWORD, "hunter2"]);
    const found = (await read(keePassXc.get("theirs.kdbx"))) as Found;
    expect(found).toMatchObject({
      entries: 2,
      keys: [
        { label: "WhatsApp", phoneEnding: "67", places: [{ entry: 1, field: "Password" }] },
        { label: "Note", places: [{ entry: 2, field: "Notes" }] },
      ],
    });
    expect(hexesOf(found.keys)).toEqual([HEX, OTHER_HEX]);
    expect(found.keys[0]?.createdAtMs).toBeGreaterThanOrEqual(beforeMs);
    expect(found.keys[0]?.createdAtMs).toBeLessThanOrEqual(Date.now());
  });

  test.each([
    { version: 3, kdf: "aes", cipher: "aes", isCompressed: true },
    { version: 3, kdf: "aes", cipher: "aes", isCompressed: false },
    { version: 4, kdf: "aes", cipher: "aes", isCompressed: true },
    { version: 4, kdf: "argon2d", cipher: "chacha20", isCompressed: true },
    { version: 4, kdf: "argon2id", cipher: "aes", isCompressed: true },
  ] satisfies Making[])(
    "saved by it: version $version, $kdf, $cipher, compressed $isCompressed",
    async (making) => {
      const made = await makeByKdbxweb(making, PASSWORD, [
        { Title: "A", Secret: `x ${HEX}`, Password: "hunter2" },
      ]);
      keePassXc.put("made.kdbx", made);
      // An earlier password of an entry lies in its history.
      keePassXc.run(["add", "-q", "-p", "made.kdbx", "B"], [PASSWORD, OTHER_HEX]);
      keePassXc.run(["edit", "-q", "-p", "-t", "C", "made.kdbx", "B"], [PASSWORD, "hunter3"]);
      const saved = keePassXc.get("made.kdbx");
      expect(saved[10]).toBe(making.version);
      const places = (keys: FoundKey[]) => keys.map((key) => key.places);
      const [before, after] = [(await read(made)) as Found, (await read(saved)) as Found];
      expect(places(before.keys)).toEqual([[{ entry: 1, field: "Secret" }]]);
      expect(places(after.keys)).toEqual([
        [{ entry: 1, field: "Secret" }],
        [{ entry: 2, field: "History.Password" }],
      ]);
      expect(hexesOf(after.keys)).toEqual([HEX, OTHER_HEX]);
      expect(await read(saved, "another")).toBe("wrong-password");
      expect(await read(saved.with(saved.length - 40, (saved.at(-40) ?? 0) ^ 1))).toBe("damaged");
      expect(await read(saved.subarray(0, -48))).toBe("damaged");
    },
  );
});
