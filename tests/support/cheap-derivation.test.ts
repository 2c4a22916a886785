import { expect, test } from "vitest";
import { utf8ToBytes } from "../../src/core/bytes.ts";
import { CURRENT_KDF } from "../../src/core/sealed/kdf.ts";
import { deriveKey } from "./cheap-derivation.ts";

test("another passphrase, salt or parameter gives another key, the same ones the same", async () => {
  const [password, salt] = [utf8ToBytes("plain wide river stone"), new Uint8Array(16)];
  const given: Parameters<typeof deriveKey>[] = [
    [password, salt, CURRENT_KDF],
    [utf8ToBytes("plain wide river stones"), salt, CURRENT_KDF],
    [password, salt.with(15, 1), CURRENT_KDF],
    [password, salt, { ...CURRENT_KDF, memoryKib: CURRENT_KDF.memoryKib * 2 }],
    [password, salt, { ...CURRENT_KDF, iterations: CURRENT_KDF.iterations + 1 }],
    [password, salt, { ...CURRENT_KDF, parallelism: CURRENT_KDF.parallelism - 1 }],
  ];
  const keys = await Promise.all(given.map((one) => deriveKey(...one)));
  expect(keys.map((key) => key.length)).toEqual(given.map(() => 32));
  expect(new Set(keys.map(String)).size).toBe(given.length);
  expect(await deriveKey(password, salt, CURRENT_KDF)).toEqual(keys[0]);
});
