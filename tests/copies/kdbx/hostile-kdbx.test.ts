/**
 * KeePass databases that are cut, altered, or made to hurt: a code each, no throw, no hang, bounded memory.
 */
import { gzipSync } from "node:zlib";
import { argon2d, argon2id } from "hash-wasm";
import { describe, expect, test, vi } from "vitest";
import { toLittleEndian } from "../../../src/copies/kdbx/byte-reader.ts";
import { readHmacBlocks } from "../../../src/copies/kdbx/kdbx-blocks.ts";
import { readKdbx, writeKdbx } from "../../../src/copies/kdbx/kdbx-file.ts";
import { blockHmacKey, blockNumber } from "../../../src/copies/kdbx/kdbx-keys.ts";
import { concatBytes } from "../../../src/core/bytes.ts";
import { entriesOf, HEX, sourceOf } from "../../support/export-sources.ts";
import { makeByKdbxweb } from "../../support/kdbxweb.ts";
import {
  ARGON2_VERSION,
  CIPHER,
  COMPRESSION,
  ITERATIONS,
  KDF_ID,
  kdbxContent,
  LANES,
  MEMORY,
  sealKdbx,
  setAfter,
} from "../../support/made-kdbx.ts";

vi.mock("hash-wasm", { spy: true });

const PASSWORD = "pass";
const XML = `<KeePassFile><Root><Group><Entry><String><Key>Notes</Key><Value>${HEX}</Value></String></Entry></Group></Root></KeePassFile>`;

async function read(bytes: Uint8Array, password = PASSWORD) {
  const result = await readKdbx(bytes, password);
  return result.ok ? result.value.keys.length : result.error.code;
}

async function readXml(xml: string, stream?: number) {
  return read(await sealKdbx(kdbxContent(xml, stream), PASSWORD));
}

/** A document around something in an entry's field. */
const around = (value: string, before = "") => before + XML.replace(HEX, value);

test("what the made files are made from is read", async () => {
  expect(await readXml(XML)).toBe(1);
  expect(await readXml(XML, 2)).toBe(1);
  const packed = gzipSync(kdbxContent(XML));
  expect(await read(await sealKdbx(packed, PASSWORD, setAfter(COMPRESSION, toLittleEndian(1, 4))))).toBe(1);
});

describe("documents", () => {
  const lols = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
  const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">${lols}]>`;
  test.each([
    ["a billion laughs", around("&l10;", laughs)],
    ["an entity from outside", around("&x;", '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
    ["any document type", around(HEX, "<!DOCTYPE x>")],
    ["an unknown entity", around("&nbsp;")],
    ["a lone ampersand", around("a & b")],
    ["a number beyond Unicode", around("&#1114112;")],
    ["elements that cross", around("<a><b></a></b>")],
    ["one that never closes", XML.replace("</Group>", "")],
    ["one that never opened", around("</x>")],
    ["text after the end", `${XML}x`],
    ["two roots", XML + XML],
    ["a comment that never ends", around("<!-- ")],
    [
      "a protected value that is no base64",
      XML.replace("<Value>", '<Value Protected="True">').replace(HEX, "!"),
    ],
    ["half a million elements, each in the other", around("<a>".repeat(500_000))],
    ["nothing", ""],
    ["zeros", "\0\0\0\0"],
  ])("%s: damaged", async (_, xml) => expect(await readXml(xml)).toBe("damaged"));

  test.each([
    ["numbered characters", around(HEX.replace(/[0-9]/g, (d) => `&#${d.charCodeAt(0)};`))],
    ["hexadecimal ones", around(HEX.replace(/a/g, "&#x61;"))],
    ["CDATA and comments", around(`<![CDATA[<${HEX}>]]><!-- & -->`)],
    [
      "attributes, empty elements, a mark",
      around(HEX, "\ufeff<?xml version='1.0'?>\n").replace("<Entry>", "<Entry  a='1' b = \"2\"><x/>"),
    ],
  ])("%s: read", async (_, xml) => expect(await readXml(xml)).toBe(1));

  test("two million entries are refused, a hundred thousand are not", async () => {
    const entries = (count: number) => around(HEX).replace("<Entry>", `${"<Entry/>".repeat(count)}<Entry>`);
    expect(await readXml(entries(2_000_000))).toBe("too-many-entries");
    expect(await readXml(entries(99_999))).toBe(1);
  });

  test("an inner stream that we do not have", async () => expect(await readXml(XML, 1)).toBe("unsupported"));
});

describe("packed content", () => {
  const packed = setAfter(COMPRESSION, toLittleEndian(1, 4));

  test("a bomb is left at the bound, whatever size it names", async () => {
    // 200 MB of zeros; the last four bytes are the size that a careless reader would allocate.
    const bomb = gzipSync(new Uint8Array(200 * 1024 * 1024));
    bomb.fill(0xff, bomb.length - 4);
    const file = await sealKdbx(bomb, PASSWORD, packed);
    const before = process.memoryUsage().rss;
    expect(await read(file)).toBe("too-large");
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
  });

  test("no gzip, cut gzip, gzip with something after it", async () => {
    const whole = gzipSync(kdbxContent(XML));
    for (const content of [kdbxContent(XML), whole.subarray(0, -9), Buffer.concat([whole, Buffer.from("x")])])
      expect(await read(await sealKdbx(content, PASSWORD, packed))).toBe("damaged");
  });
});

describe("headers that ask too much, or for what is not here", () => {
  test.each([
    ["2 GiB of memory", MEMORY, toLittleEndian(2 ** 31, 8), "costly"],
    ["2⁶⁴ bytes of memory", MEMORY, new Uint8Array(8).fill(255), "costly"],
    ["less memory than lanes need", LANES, toLittleEndian(4, 4), "costly"],
    ["2³² lanes", LANES, new Uint8Array(4).fill(255), "costly"],
    ["no lanes", LANES, new Uint8Array(4), "costly"],
    ["2⁴⁰ passes", ITERATIONS, toLittleEndian(2 ** 40, 8), "costly"],
    ["Argon2 1.0", ARGON2_VERSION, toLittleEndian(0x10, 4), "unsupported"],
    ["an unknown KDF", KDF_ID, new Uint8Array(16), "unsupported"],
    ["Twofish", CIPHER, Buffer.from("ad68f29f576f4bb9a36ad47af965346c", "hex"), "unsupported"],
    ["an unknown compression", COMPRESSION, toLittleEndian(2, 4), "unsupported"],
  ])("%s", async (_, marker, value, code) => {
    const file = await sealKdbx(kdbxContent(XML), PASSWORD, setAfter(marker, value));
    for (const derive of [argon2d, argon2id]) vi.mocked(derive).mockClear();
    expect(await read(file)).toBe(code);
    for (const derive of [argon2d, argon2id]) expect(derive).not.toHaveBeenCalled();
  });

  test("KDBX 5, KDBX 2 and KeePass 1", async () => {
    const file = await sealKdbx(kdbxContent(XML), PASSWORD);
    expect(await read(file.with(10, 5))).toBe("unsupported");
    expect(await read(file.with(10, 2))).toBe("unsupported");
    expect(await read(file.with(4, 0x65))).toBe("unsupported");
  });

  test("version 3.1 with more rounds than anybody chooses", async () => {
    const making = { version: 3, kdf: "aes", cipher: "aes", isCompressed: true } as const;
    const file = Buffer.from(await makeByKdbxweb(making, PASSWORD, []));
    const at = file.indexOf(Buffer.from("060800", "hex")) + 3;
    expect(file.readUInt32LE(at)).toBe(70_001);
    file.fill(0xff, at, at + 8);
    expect(await read(file)).toBe("costly");
  });
});

test("as many blocks as nobody writes are left at the bound, as many as one could are read", async () => {
  const keys = { cipher: new Uint8Array(32), hmacBase: new Uint8Array(64) };
  const blocksOf = async (count: number) => {
    const parts: Uint8Array[] = [];
    for (let i = 0; i <= count; i++) {
      const data = new Uint8Array(i < count ? 1 : 0);
      const over = concatBytes(blockNumber(i), toLittleEndian(data.length, 4), data);
      const key = await blockHmacKey(blockNumber(i), keys, "sign");
      parts.push(new Uint8Array(await crypto.subtle.sign("HMAC", key, over)), over.subarray(8));
    }
    return concatBytes(...parts);
  };
  expect(await readHmacBlocks(await blocksOf(4096), keys)).toHaveLength(4096);
  expect(await readHmacBlocks(await blocksOf(4097), keys)).toBeNull();
});

describe("altered", () => {
  test("cut anywhere, 4 and 3.1: never a throw, never a key", async () => {
    const making = { version: 3, kdf: "aes", cipher: "aes", isCompressed: true } as const;
    const made = await makeByKdbxweb(making, PASSWORD, [{ Title: "A", Password: HEX }]);
    for (const file of [await sealKdbx(kdbxContent(XML), PASSWORD), made]) {
      expect(await read(file)).toBe(1);
      for (let end = 0; end < file.length; end += end < 400 ? 1 : 7)
        expect(["damaged", "wrong-password"], `cut at ${end}`).toContain(await read(file.subarray(0, end)));
    }
  });

  test("one bit anywhere in a version 4 file: refused, and not taken for a wrong password after the header", async () => {
    const file = await sealKdbx(kdbxContent(XML), PASSWORD);
    const headerEnds = Buffer.from(file).indexOf("\r\n\r\n") + 4;
    for (let at = 0; at < file.length; at++) {
      const code = await read(file.with(at, (file[at] ?? 0) ^ (1 << (at % 8))));
      const isMac = at >= headerEnds + 32 && at < headerEnds + 64;
      expect(["damaged", "unsupported", "wrong-password"], `byte ${at}`).toContain(code);
      expect(code === "wrong-password", `byte ${at}`).toBe(isMac);
    }
  });

  test("a wrong password, no password, the same letters written otherwise", async () => {
    const file = await writeKdbx(entriesOf([sourceOf()]), "Ünter");
    for (const password of ["", "unter", "Ünter".normalize("NFD"), "Ünter "])
      expect(await read(file, password)).toBe("wrong-password");
    expect(await read(file, "Ünter")).toBe(1);
  });
});
