import { argon2id } from "@noble/hashes/argon2.js";
import { expect, test, vi } from "vitest";
import { deriveKey } from "../../../src/core/sealed/derive-key.ts";
import {
  areAcceptable,
  areOutdated,
  CURRENT_KDF,
  DerivationError,
  deriveWrappingKey,
} from "../../../src/core/sealed/kdf.ts";

const SALT = Uint8Array.from({ length: 16 }, (_, i) => i);

test("equals an independent Argon2id with the real parameters", async () => {
  const ours = await deriveWrappingKey("correct horse battery staple", SALT, CURRENT_KDF, deriveKey);
  const theirs = argon2id("correct horse battery staple", SALT, { m: 65_536, t: 3, p: 4, dkLen: 32 });
  expect(ours).toEqual(theirs);
});

test("a passphrase is the same however its accents were typed", async () => {
  const [composed, decomposed, other] = await Promise.all([
    deriveWrappingKey("caf\u00e9 au lait", SALT, CURRENT_KDF, deriveKey),
    deriveWrappingKey("cafe\u0301 au lait", SALT, CURRENT_KDF, deriveKey),
    deriveWrappingKey("cafe au lait", SALT, CURRENT_KDF, deriveKey),
  ]);
  expect(composed).toEqual(decomposed);
  expect(composed).not.toEqual(other);
});

test("the passphrase's bytes are wiped, also where the derivation fails", async () => {
  const given: Uint8Array[] = [];
  const fail = (password: Uint8Array) => {
    given.push(password);
    return Promise.reject(new Error("no memory"));
  };
  await expect(deriveWrappingKey("correct horse", SALT, CURRENT_KDF, fail)).rejects.toThrow(DerivationError);
  expect(given).toEqual([new Uint8Array(13)]);
});

test.each([
  ["memory below the floor", { ...CURRENT_KDF, memoryKib: 65_535 }],
  ["memory above the ceiling", { ...CURRENT_KDF, memoryKib: 262_145 }],
  ["too few iterations", { ...CURRENT_KDF, iterations: 2 }],
  ["too many iterations", { ...CURRENT_KDF, iterations: 9 }],
  ["no lanes", { ...CURRENT_KDF, parallelism: 0 }],
  ["too many lanes", { ...CURRENT_KDF, parallelism: 9 }],
  ["a fraction", { ...CURRENT_KDF, iterations: 3.5 }],
])("refuses %s before deriving anything", async (_, parameters) => {
  expect(areAcceptable(parameters)).toBe(false);
  const derive = vi.fn(deriveKey);
  await expect(deriveWrappingKey("passphrase", SALT, parameters, derive)).rejects.toThrow(RangeError);
  expect(derive).not.toHaveBeenCalled();
});

test("only weaker parameters are outdated", () => {
  expect(areAcceptable(CURRENT_KDF)).toBe(true);
  expect(areOutdated(CURRENT_KDF, CURRENT_KDF)).toBe(false);
  expect(areOutdated({ ...CURRENT_KDF, memoryKib: CURRENT_KDF.memoryKib - 1 }, CURRENT_KDF)).toBe(true);
  expect(areOutdated({ ...CURRENT_KDF, iterations: 2 }, CURRENT_KDF)).toBe(true);
  expect(areOutdated({ ...CURRENT_KDF, memoryKib: CURRENT_KDF.memoryKib * 2 }, CURRENT_KDF)).toBe(false);
});
