/** What was sealed once must open for ever. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { bytesToHex, fromBase64 } from "../../../src/core/bytes.ts";
import { deriveKey } from "../../../src/core/sealed/derive-key.ts";
import { inspectSealed, openKeyring } from "../../../src/core/sealed/sealed-keyring.ts";
import { byPassphrase } from "../../../src/core/sealed/slots/passphrase-slot.ts";
import { unwrapKeyringKey } from "../../../src/core/sealed/wrapping.ts";
import { readToday } from "../../support/frozen-bodies.ts";

const vectorIn = (name: string) =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../../vectors/${name}.json`), "utf8"));
const vector = vectorIn("keyring-v1");
const sealed = fromBase64(vector.sealed) ?? new Uint8Array();

test.each([
  ["1, which knew no reminder", vector],
  ["2, which knew no vaults", vectorIn("keyring-body-2")],
  ["3, which had other names", vectorIn("keyring-body-3")],
  ["4, with a setting from a later program", vectorIn("keyring-body-4")],
  ["5, with a mark of a later program", vectorIn("keyring-body-5")],
])("the frozen keyring with a body of version %s opens, value for value", async (_, frozen) => {
  const sealed = fromBase64(frozen.sealed) ?? new Uint8Array();
  const header = inspectSealed(sealed);
  if (!header.ok) throw new Error(header.error.code);
  expect(header.value).toMatchObject(frozen.header);
  const key = await unwrapKeyringKey(header.value.wrapping, byPassphrase(frozen.passphrase, deriveKey));
  if (!key.ok) throw new Error(key.error.code);
  expect(bytesToHex(key.value)).toBe(frozen.keyringKey);
  const keyring = openKeyring(sealed, key.value);
  if (!keyring.ok) throw new Error(keyring.error.code);
  const entries = keyring.value.entries.map((e) => ({ ...e, key: bytesToHex(e.key) }));
  expect({ ...keyring.value, entries }).toEqual(readToday(frozen.keyring));
});

test("the passphrase with its accents typed apart opens it too", async () => {
  const header = inspectSealed(sealed);
  const apart = vector.passphrase.normalize("NFD");
  expect(apart).not.toBe(vector.passphrase);
  expect(
    header.ok && (await unwrapKeyringKey(header.value.wrapping, byPassphrase(apart, deriveKey))).ok,
  ).toBe(true);
});

test("the closing hash is an ordinary SHA-256, by another program", () => {
  const input = Buffer.from(sealed.subarray(0, -32));
  const printed = execFileSync("sha256sum", { input }).toString().slice(0, 64);
  expect(printed).toBe(bytesToHex(sealed.subarray(-32)));
});
