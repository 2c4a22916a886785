import { expect, test } from "vitest";
import { AEAD_KEY_BYTES, open, seal } from "../../../src/core/sealed/aead.ts";

const CONTEXT = Uint8Array.of(1, 2);
const PLAINTEXT = Uint8Array.of(3, 4, 5);

test("what was sealed opens with its own key, purpose and context", () => {
  const key = new Uint8Array(AEAD_KEY_BYTES).fill(7);
  const sealed = seal("keyring", key, CONTEXT, PLAINTEXT);
  expect(open("keyring", key, CONTEXT, sealed)).toEqual(PLAINTEXT);
  expect(open("sightings", key, CONTEXT, sealed)).toBeNull();
  expect(open("keyring", key, PLAINTEXT, sealed)).toBeNull();
  expect(open("keyring", key.with(0, 8), CONTEXT, sealed)).toBeNull();
});

test("nothing is sealed with a key that was overwritten; one bit makes a key", () => {
  const key = new Uint8Array(AEAD_KEY_BYTES);
  expect(() => seal("keyring", key, CONTEXT, PLAINTEXT)).toThrow("a key that was overwritten");
  expect(() => seal("keyring", key.with(31, 1), CONTEXT, PLAINTEXT)).not.toThrow();
});
