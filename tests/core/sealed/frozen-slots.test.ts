/** What version 2 sealed once must open for ever, by each of its ways. */
import { hkdfSync } from "node:crypto";
import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { expect, test } from "vitest";
import { bytesToHex, fromBase64, hexToBytes } from "../../../src/core/bytes.ts";
import { deriveKey } from "../../../src/core/sealed/derive-key.ts";
import { rotate } from "../../../src/core/sealed/rotation.ts";
import { inspectSealed, openKeyring } from "../../../src/core/sealed/sealed-keyring.ts";
import { byPasskey } from "../../../src/core/sealed/slots/passkey-slot.ts";
import { byPassphrase } from "../../../src/core/sealed/slots/passphrase-slot.ts";
import { fieldsOf, lineageKeyOf, unwrapKeyringKey } from "../../../src/core/sealed/wrapping.ts";
import { readText } from "../../checks/files.ts";
import { readToday } from "../../support/frozen-bodies.ts";

const vector = JSON.parse(readText("tests/vectors/keyring-v2.json"));
const sealed = fromBase64(vector.sealed) ?? new Uint8Array();
const bytesOf = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, hex]) => [name, hexToBytes(hex)]));
const passkey = bytesOf(vector.passkey) as Parameters<typeof byPasskey>[0];

test.each([
  ["its passphrase", () => byPassphrase(vector.passphrase, deriveKey)],
  ["its passkey", () => byPasskey(passkey)],
])("the frozen keyring of version 2 opens by %s, value for value", async (_, method) => {
  const header = inspectSealed(sealed);
  if (!header.ok) throw new Error(header.error.code);
  expect(header.value).toMatchObject(vector.header);
  const key = await unwrapKeyringKey(header.value.wrapping, method());
  if (!key.ok) throw new Error(key.error.code);
  expect(bytesToHex(key.value)).toBe(vector.keyringKey);
  expect(bytesToHex(lineageKeyOf(header.value.wrapping, key.value) ?? new Uint8Array())).toBe(
    vector.lineageKey,
  );
  const keyring = openKeyring(sealed, key.value);
  if (!keyring.ok) throw new Error(keyring.error.code);
  const entries = keyring.value.entries.map((e) => ({ ...e, key: bytesToHex(e.key) }));
  // Its body has version 3.
  expect({ ...keyring.value, entries }).toEqual(readToday(vector.keyring));
});

test("its slot of an unknown kind stays as it is through a new key", async () => {
  const header = inspectSealed(sealed);
  if (!header.ok) throw new Error(header.error.code);
  const old = { wrapping: header.value.wrapping, keyringKey: hexToBytes(vector.keyringKey) };
  const rotated = await rotate(old, { passphrase: vector.passphrase, passkeys: [], deriveKey });
  const { kind, id, generation, parameters, wrapped } = vector.unknownSlot;
  const expected = { kind, id, generation, ...bytesOf({ parameters, wrapped }) };
  expect(fieldsOf(old.wrapping).slots[2]).toEqual(expected);
  expect(fieldsOf(rotated.wrapping).slots[1]).toEqual(expected);
});

test("docs/formats.md §2, followed step by step with other primitives, from the passkey to the body", () => {
  const file = Buffer.from(sealed);
  const decrypt = (key: Uint8Array, purpose: string, context: Uint8Array, box: Uint8Array) => {
    const associated = Buffer.concat([Buffer.from(`sixtyfour/v1/${purpose}\0`), context]);
    return xchacha20poly1305(key, box.subarray(0, 24), associated).decrypt(box.subarray(24));
  };
  expect(file.toString("latin1", 0, 8)).toBe("64KEYRNG");
  expect([file.readUInt16BE(8), file.readUInt32BE(26), file[102]]).toEqual([2, 3, 3]);
  const start = file.subarray(0, 30);
  const slots = [];
  let at = 103;
  for (let left = file.readUInt8(102); left > 0; left--) {
    const p = file.readUInt16BE(at + 21);
    const w = file.readUInt16BE(at + 23 + p);
    const head = file.subarray(at, at + 23 + p);
    slots.push({ head, parameters: head.subarray(23), wrapped: file.subarray(at + 25 + p, at + 25 + p + w) });
    at += 25 + p + w;
  }
  expect(slots.map(({ head }) => head[0])).toEqual([1, 2, 200]);
  const slot = slots[1];
  if (!slot) throw new Error("no passkey");
  expect(slot.parameters.subarray(32).toString("hex")).toBe(vector.passkey.credentialId);
  const prfOutput = Buffer.from(vector.passkey.prfOutput, "hex");
  const info = "sixtyfour/v1/passkey-slot";
  const wrappingKey = new Uint8Array(
    hkdfSync("sha256", prfOutput, slot.parameters.subarray(0, 32), info, 32),
  );
  const context = Buffer.concat([start, slot.head]);
  const keyringKey = decrypt(wrappingKey, "wrap-keyring-key", context, slot.wrapped);
  expect(bytesToHex(keyringKey)).toBe(vector.keyringKey);
  const lineageKey = decrypt(keyringKey, "lineage-key", start, file.subarray(30, 102));
  expect(bytesToHex(lineageKey)).toBe(vector.lineageKey);
  expect(decrypt(lineageKey, "lineage", file.subarray(0, at), file.subarray(at, at + 40))).toHaveLength(0);
  expect(file.readBigUInt64BE(at + 40)).toBe(BigInt(vector.header.counter));
  const [n, atBody] = [file.readUInt32BE(at + 48), at + 52];
  expect(file.length).toBe(atBody + n + 32);
  expect(Uint8Array.from(file.subarray(atBody + n))).toEqual(sha256(file.subarray(0, atBody + n)));
  const body = decrypt(keyringKey, "keyring", file.subarray(0, atBody), file.subarray(atBody, atBody + n));
  expect(JSON.parse(new TextDecoder().decode(body))).toMatchObject(vector.keyring);
});
