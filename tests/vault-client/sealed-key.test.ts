import { hkdf } from "@noble/hashes/hkdf.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { describe, expect, test } from "vitest";
import { fromBase64Url, toBase64Url } from "../../src/core/base64url.ts";
import { concatBytes, randomBytes, utf8ToBytes } from "../../src/core/bytes.ts";
import { seal } from "../../src/core/sealed/aead.ts";
import { sealedKeyContext } from "../../src/protocol/vault/proof.ts";
import { LONGEST_SEALED_KEY } from "../../src/protocol/vault/wire.ts";
import { openKey, sealKey } from "../../src/vault-client/sealed-key.ts";
import { code, someContent } from "./setting.ts";

const exportKey = toBase64Url(randomBytes(64));
const record = { vaultId: toBase64Url(randomBytes(16)), rowId: toBase64Url(randomBytes(32)), generation: 3 };
const content = someContent();

/** Seals any JSON as an honest client would. */
function sealed(raw: unknown, version = 1): string {
  const secret = fromBase64Url(exportKey) as Uint8Array;
  const key = hkdf(sha512, secret, undefined, utf8ToBytes("sixtyfour/vault/wrap/v1"), 32);
  const padded = new Uint8Array(1024).fill(0x20);
  padded.set(utf8ToBytes(typeof raw === "string" ? raw : JSON.stringify(raw)));
  const [vault, row] = [record.vaultId, record.rowId].map(fromBase64Url) as [Uint8Array, Uint8Array];
  const box = seal("vault-key", key, sealedKeyContext(vault, row, record.generation), padded);
  return toBase64Url(concatBytes(Uint8Array.of(version), box));
}

const { key: _, ...rest } = content;
const fields = { version: 1, key: "0123456789abcdef".repeat(4), ...rest };

describe("a sealed key", () => {
  test("opens with the export key and for the vault entry that it was sealed for", () => {
    expect(openKey(sealKey(content, exportKey, record), exportKey, record)).toEqual({
      ok: true,
      value: content,
    });
    expect(code(openKey(sealed(fields), exportKey, record))).toBe("ok");
  });

  test("has one length, that of the longest, whatever is in it", () => {
    const longest = { ...content, label: "\u0001".repeat(100), phoneEnding: "0815" };
    const shortest = { ...content, label: "", phoneEnding: "" };
    for (const one of [longest, shortest]) {
      const text = sealKey(one, exportKey, record);
      expect(fromBase64Url(text)).toHaveLength(LONGEST_SEALED_KEY);
      expect(openKey(text, exportKey, record)).toEqual({ ok: true, value: one });
    }
  });

  test.each([
    ["another export key", toBase64Url(randomBytes(64)), record],
    ["another generation", exportKey, { ...record, generation: 4 }],
    ["another account", exportKey, { ...record, rowId: toBase64Url(randomBytes(32)) }],
    ["another vault", exportKey, { ...record, vaultId: toBase64Url(randomBytes(16)) }],
  ])("does not open with %s", (_, key, other) => {
    expect(code(openKey(sealKey(content, exportKey, record), key, other))).toBe("damaged");
  });

  test("does not open when any byte of it is another", () => {
    const bytes = fromBase64Url(sealKey(content, exportKey, record)) as Uint8Array;
    for (const at of [1, 25, 500, bytes.length - 1]) {
      const changed = bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
      expect(code(openKey(toBase64Url(changed), exportKey, record))).toBe("damaged");
    }
    for (const short of [new Uint8Array(0), bytes.subarray(0, 1), bytes.subarray(0, 40)])
      expect(code(openKey(toBase64Url(short), exportKey, record))).toBe("damaged");
    expect(code(openKey("not base64url!", exportKey, record))).toBe("damaged");
  });

  test("of a newer version is called that, outside and inside", () => {
    expect(code(openKey(sealed(fields, 2), exportKey, record))).toBe("unsupported-version");
    expect(code(openKey(sealed({ ...fields, version: 2, more: 1 }), exportKey, record))).toBe(
      "unsupported-version",
    );
  });

  test.each<[string, unknown]>([
    ["no JSON", "{"],
    ["a property more", { ...fields, note: "" }],
    ["a property less", { ...fields, label: undefined }],
    ["a short key", { ...fields, key: "00" }],
    ["a long label", { ...fields, label: "a".repeat(101) }],
    ["a phone number", { ...fields, phoneEnding: "12345" }],
    ["an unknown origin", { ...fields, origin: "elsewhere" }],
    ["no time", { ...fields, createdAtMs: "today" }],
    ["version 0", { ...fields, version: 0 }],
  ])("with %s in it is damaged", (_, raw) => {
    expect(code(openKey(sealed(raw), exportKey, record))).toBe("damaged");
  });
});
