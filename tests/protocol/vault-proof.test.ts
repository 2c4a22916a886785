/** The bytes that devices and the vault sign: no two meanings share them. */
import { expect, test } from "vitest";
import { bytesToHex } from "../../src/core/bytes.ts";
import { deviceText, sealedKeyContext, stateSigned } from "../../src/protocol/vault/proof.ts";

const of = (length: number, value: number) => new Uint8Array(length).fill(value);
const TEXT = {
  path: "/v2/status",
  vaultId: of(16, 1),
  rowId: of(32, 2),
  generation: 3,
  nonce: of(32, 4),
  bodyHash: of(32, 5),
};

test.each([
  ["path", { path: "/v2/delete" }],
  ["vault", { vaultId: of(16, 9) }],
  ["account", { rowId: of(32, 9) }],
  ["generation", { generation: 4 }],
  ["nonce", { nonce: of(32, 9) }],
  ["body", { bodyHash: of(32, 9) }],
])("what a device signs changes with the %s", (_, other) => {
  expect(deviceText({ ...TEXT, ...other })).not.toEqual(deviceText(TEXT));
});

test("each part stands behind its length", () => {
  const part = (hex: string) => (hex.length / 2).toString(16).padStart(8, "0") + hex;
  const utf8 = (text: string) => part(Buffer.from(text).toString("hex"));
  expect(bytesToHex(deviceText(TEXT))).toBe(
    utf8("sixtyfour/vault/v2/device") +
      utf8("POST /v2/status") +
      part("01".repeat(16)) +
      part("02".repeat(32)) +
      part("00000003") +
      part("04".repeat(32)) +
      part("05".repeat(32)),
  );
});

test("a border between parts cannot move", () => {
  const one = sealedKeyContext(of(16, 1), of(32, 1), 1);
  const other = sealedKeyContext(of(17, 1), of(31, 1), 1);
  expect(one.length).toBe(other.length);
  expect(one).not.toEqual(other);
});

test("no state is a device's text", () => {
  const prefix = bytesToHex(deviceText(TEXT)).slice(0, 60);
  expect(bytesToHex(stateSigned(deviceText(TEXT))).startsWith(prefix)).toBe(false);
});
