/** The whole keyring in one file: opened by our reader and, after the document, without it. */
import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { argon2id } from "@noble/hashes/argon2.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { beforeAll, describe, expect, test } from "vitest";
import { hexToBytes, randomBytes, utf8ToBytes } from "../../../src/core/bytes.ts";
import { writeBody } from "../../../src/core/keyring/keyring-body.ts";
import { BODY_VERSION } from "../../../src/core/keyring/keyring-migrations.ts";
import type { Keyring } from "../../../src/core/keyring/opened-keyring.ts";
import { RESTORABLE_MS } from "../../../src/core/keyring/opened-keyring.ts";
import { MOST_EXPORT_BYTES } from "../../../src/core/keyring/storage-budget.ts";
import { deriveKey as deriveByArgon2id } from "../../../src/core/sealed/derive-key.ts";
import { CURRENT_KDF } from "../../../src/core/sealed/kdf.ts";
import {
  inspectKeyringExport,
  readKeyringExport,
  writeKeyringExport,
} from "../../../src/core/sealed/keyring-export.ts";
import { exportFileName } from "../../../src/core/sealed/keyring-file.ts";
import { deriveKey } from "../../support/cheap-derivation.ts";
import { HEX, keyringOf, NOW_MS, OTHER_HEX } from "../../support/keyrings.ts";
import { whatIsOverwritten } from "../../support/overwritten.ts";

const PASSPHRASE = "plain wide river störe";
const KEYRING: Keyring = keyringOf([
  {
    hex: HEX,
    label: "Pixel 8 😀",
    note: 'two\nlines "and" quotes',
    testedAtMs: NOW_MS,
    lastUsedAtMs: NOW_MS - 5,
    places: [
      { place: "Bitwarden", verifiedAtMs: NOW_MS - 1, goneAtMs: null },
      { place: "paper", verifiedAtMs: null, goneAtMs: null },
    ],
    supersededBy: "b".repeat(32),
  },
  { hex: OTHER_HEX, id: "b".repeat(32), origin: "generated", deletedAtMs: NOW_MS - RESTORABLE_MS + 1 },
]);
let file: Uint8Array;

const hashAgain = (bytes: Uint8Array) =>
  Uint8Array.from([...bytes.subarray(0, -32), ...sha256(bytes.subarray(0, -32))]);
const flip = (at: number) => file.with(at, (file[at] ?? 0) ^ (1 << (at % 8)));

async function codeOf(bytes: Uint8Array, passphrase = PASSPHRASE): Promise<string> {
  const read = await readKeyringExport(bytes, passphrase, deriveKey);
  return read.ok ? "ok" : read.error.code;
}

function inspectedAs(bytes: Uint8Array): string {
  const header = inspectKeyringExport(bytes);
  return header.ok ? "ok" : header.error.code;
}

beforeAll(async () => {
  const written = await writeKeyringExport({ keyring: KEYRING, atMs: NOW_MS }, PASSPHRASE, deriveKey);
  if (!written.ok) throw new Error(written.error.code);
  file = written.value;
});

test("comes back whole, history and proofs included, also with accents typed apart", async () => {
  const expected = { ok: true, value: { keyring: KEYRING, atMs: NOW_MS } };
  expect(await readKeyringExport(file, PASSPHRASE, deriveKey)).toEqual(expected);
  expect(await readKeyringExport(file, PASSPHRASE.normalize("NFD"), deriveKey)).toEqual(expected);
});

test("docs/formats.md §6, followed step by step with other primitives", async () => {
  const written = await writeKeyringExport({ keyring: KEYRING, atMs: NOW_MS }, PASSPHRASE, deriveByArgon2id);
  if (!written.ok) throw new Error(written.error.code);
  const file = written.value;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  expect(new TextDecoder().decode(file.subarray(0, 8))).toBe("64EXPORT");
  expect([view.getUint16(8), view.getUint8(10)]).toEqual([1, 1]);
  const [m, t, p] = [view.getUint32(11), view.getUint32(15), view.getUint8(19)];
  expect([m, t, p]).toEqual([65_536, 3, 4]);
  const n = view.getUint32(44);
  expect(file.length).toBe(48 + n + 32);
  expect(file.subarray(48 + n)).toEqual(sha256(file.subarray(0, 48 + n)));
  const password = new TextEncoder().encode(PASSPHRASE.normalize("NFKC"));
  const key = argon2id(password, file.slice(20, 36), { m, t, p, dkLen: 32, version: 0x13 });
  const associated = Buffer.concat([Buffer.from("sixtyfour/v1/keyring-export\0"), file.subarray(0, 48)]);
  const box = xchacha20poly1305(key, file.subarray(48, 72), associated);
  const text = new TextDecoder("utf-8", { fatal: true }).decode(box.decrypt(file.subarray(72, 48 + n)));
  expect((n - 40) % 1024).toBe(0);
  const body = JSON.parse(text) as { version: number; entries: Record<string, unknown>[] };
  expect(body.version).toBe(BODY_VERSION);
  expect(body.entries.map(({ key: hex }) => hex)).toEqual([HEX, OTHER_HEX]);
  expect(body.entries.map(({ places }) => places)).toEqual(KEYRING.entries.map(({ places }) => places));
  expect(body.entries[0]?.["supersededBy"]).toBe(body.entries[1]?.["id"]);
  expect(Number(view.getBigUint64(36))).toBe(NOW_MS);
});

test("a new salt and nonce each time, and nothing of the keys in the file", async () => {
  const again = await writeKeyringExport({ keyring: KEYRING, atMs: NOW_MS }, PASSPHRASE, deriveKey);
  if (!again.ok) throw new Error(again.error.code);
  expect(again.value.subarray(20, 36)).not.toEqual(file.subarray(20, 36));
  expect(again.value.subarray(48, 72)).not.toEqual(file.subarray(48, 72));
  for (const trace of [hexToBytes(HEX), utf8ToBytes(HEX), utf8ToBytes("Pixel"), utf8ToBytes("plain wide")])
    expect(Buffer.from(file).includes(Buffer.from(trace))).toBe(false);
});

describe("is refused", () => {
  test.each(["", "plain", `${PASSPHRASE} `, PASSPHRASE.toUpperCase(), "x".repeat(5000)])(
    "wrong passphrase %#",
    async (passphrase) => expect(await codeOf(file, passphrase)).toBe("wrong-passphrase"),
  );

  test("cut anywhere, or with a byte more: damaged, without deriving anything", () => {
    for (let end = 0; end < file.length; end++)
      expect(inspectedAs(file.subarray(0, end)), `cut at ${end}`).toBe(
        end < 8 ? "not-a-keyring-file" : "damaged",
      );
    expect(inspectedAs(Uint8Array.from([...file, 0]))).toBe("damaged");
  });

  test("one bit anywhere: damaged", () => {
    for (let at = 0; at < file.length; at++)
      expect(inspectedAs(flip(at)), `byte ${at}`).toBe(at < 8 ? "not-a-keyring-file" : "damaged");
  });

  test("the same hidden behind a new closing hash: no byte of header or body can be exchanged", async () => {
    const altered = [9, 10, 11, 12, 15, 18, 19, 20, 35, 36, 43, 44, 47, 48, 71, 72, 500, file.length - 33];
    for (const at of altered) {
      const code = await codeOf(hashAgain(flip(at)));
      expect(["damaged", "unsupported-version", "wrong-passphrase"], `byte ${at}: ${code}`).toContain(code);
    }
  });

  test.each([
    ["version 2", "unsupported-version", 8, [0, 2]],
    ["version 65535", "unsupported-version", 8, [255, 255]],
    ["version 0", "damaged", 8, [0, 0]],
    ["another KDF", "damaged", 10, [2]],
    ["1 MiB of memory", "damaged", 11, [0, 0, 4, 0]],
    ["4 TiB of memory", "damaged", 11, [255, 255, 255, 255]],
    ["two passes", "damaged", 15, [0, 0, 0, 2]],
    ["four billion passes", "damaged", 15, [255, 255, 255, 255]],
    ["no lanes", "damaged", 19, [0]],
    ["255 lanes", "damaged", 19, [255]],
    ["written in a year without a name", "damaged", 36, [0, 31, 255, 255, 255, 255, 255, 255]],
    ["another length", "damaged", 44, [0, 0, 0, 40]],
  ])("%s: %s", (_, code, at, bytes) => {
    const changed = file.slice();
    changed.set(bytes, at);
    expect(inspectedAs(hashAgain(changed))).toBe(code);
  });

  test("a body newer than this code, and one that is no keyring", async () => {
    const password = utf8ToBytes(PASSPHRASE.normalize("NFKC"));
    const key = await deriveKey(password, file.slice(20, 36), CURRENT_KDF);
    for (const [text, code] of [
      [`{"version":${BODY_VERSION + 1},"settings":{},"entries":[],"new":1}`, "unsupported-version"],
      ['{"version":1,"settings":{},"entries":{}}', "damaged"],
      ["", "damaged"],
    ] as const) {
      const nonce = randomBytes(24);
      const head = file.slice(0, 48);
      new DataView(head.buffer).setUint32(44, text.length + 40);
      const associated = Buffer.concat([Buffer.from("sixtyfour/v1/keyring-export\0"), head]);
      const box = xchacha20poly1305(key, nonce, associated).encrypt(utf8ToBytes(text));
      expect(await codeOf(hashAgain(Buffer.concat([head, nonce, box, Buffer.alloc(32)])))).toBe(code);
    }
  });

  test("another file, nothing, one that is too large", () => {
    expect(inspectedAs(new Uint8Array(0))).toBe("not-a-keyring-file");
    expect(inspectedAs(utf8ToBytes("64KEYRNG and more"))).toBe("not-a-keyring-file");
    const large = new Uint8Array(MOST_EXPORT_BYTES + 1);
    large.set(file.subarray(0, 48));
    expect(inspectedAs(large)).toBe("damaged");
  });
});

test("too much to export is said, a passphrase that nobody could choose is a bug", async () => {
  const places = Array.from({ length: 1000 }, (_, i) => ({
    ...{ place: `${i}`.padEnd(100, "日"), verifiedAtMs: 1, goneAtMs: null },
  }));
  const large = keyringOf(Array.from({ length: 60 }, (_, i) => ({ hex: `${i}`.padStart(64, "0"), places })));
  expect(await writeKeyringExport({ keyring: large, atMs: NOW_MS }, PASSPHRASE, deriveKey)).toEqual({
    ok: false,
    error: { code: "not-stored" },
  });
  const short = writeKeyringExport({ keyring: KEYRING, atMs: NOW_MS }, "short", deriveKey);
  await expect(short).rejects.toThrow(RangeError);
});

test("the file's name has the day in UTC", () => {
  expect(exportFileName(Date.UTC(2026, 10, 23, 23, 59))).toBe("sixtyfour-keyring-2026-11-23.sixtyfour");
});

test.each([
  ["the file is written", deriveKey],
  ["no key can be derived", () => Promise.reject(new RangeError("no memory"))],
])("the keys in plain are overwritten once %s", async (_, derive) => {
  const seen = await whatIsOverwritten([writeBody(KEYRING)], () =>
    writeKeyringExport({ keyring: KEYRING, atMs: NOW_MS }, PASSPHRASE, derive).catch(() => undefined),
  );
  expect(seen.length).toBe(1);
});
