import { hkdfSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { randomBytes, randomId } from "../../../../src/core/bytes.ts";
import { byPasskey, passkeyOf, passkeyParameters } from "../../../../src/core/sealed/slots/passkey-slot.ts";
import { unwrapKeyringKey, wrapKey } from "../../../../src/core/sealed/wrapping.ts";
import { whatIsOverwritten } from "../../../support/overwritten.ts";
import { passkeyAnswer, wrappingOf } from "../../../support/wrappings.ts";

test("the wrapping key is HKDF-SHA-256 of the PRF output, by another implementation", async () => {
  const answer = await passkeyAnswer(randomBytes(20));
  const { salt, prfOutput } = answer;
  const expected = hkdfSync("sha256", prfOutput, salt, "sixtyfour/v1/passkey-slot", 32);
  const key = await byPasskey(answer).wrappingKey(passkeyParameters(answer));
  expect(key).toEqual(new Uint8Array(expected));
});

test("the wrapping key is wiped once the keyring key is wrapped, and once it is unwrapped", async () => {
  const answer = await passkeyAnswer(randomBytes(20));
  const method = byPasskey(answer);
  const key = await method.wrappingKey(passkeyParameters(answer));
  if (!key) throw new Error("no key");
  const { wrapping } = await wrappingOf("plain wide river stone", []);
  const start = wrapping.slice(0, 30);
  const slot = { id: randomId(), generation: 3, parameters: passkeyParameters(answer) };
  const wrap = () => wrapKey(start, slot, method, randomBytes(32));
  expect(await whatIsOverwritten([key], wrap)).toEqual([key]);
  const own = await wrappingOf("plain wide river stone", [answer]);
  const unwrap = async () => expect((await unwrapKeyringKey(own.wrapping, method)).ok).toBe(true);
  expect(await whatIsOverwritten([key], unwrap)).toEqual([key]);
});

test("a slot of another credential, or with another salt, is not asked for its key", async () => {
  const answer = await passkeyAnswer(new Uint8Array([1, 2, 3]));
  const others = [await passkeyAnswer(new Uint8Array([1, 2, 4])), { ...answer, salt: randomBytes(32) }];
  for (const other of others)
    expect(await byPasskey(answer).wrappingKey(passkeyParameters(other))).toBeNull();
});

describe("bounds", () => {
  test.each([1, 64, 1023])("a credential id of %i bytes is read as it was written", (length) => {
    const passkey = { credentialId: randomBytes(length), salt: randomBytes(32) };
    expect(passkeyOf(passkeyParameters(passkey))).toEqual(passkey);
  });

  test.each([0, 1024])("one of %i bytes is refused", (length) => {
    const passkey = { credentialId: new Uint8Array(length), salt: randomBytes(32) };
    expect(() => passkeyParameters(passkey)).toThrow(RangeError);
    expect(passkeyOf(new Uint8Array(32 + length))).toBeNull();
  });

  test("a salt or a PRF output of another length is refused", () => {
    const credentialId = randomBytes(20);
    const [salt, prfOutput] = [randomBytes(32), randomBytes(32)];
    expect(() => passkeyParameters({ credentialId, salt: randomBytes(31) })).toThrow(RangeError);
    for (const wrong of [new Uint8Array(), randomBytes(31), randomBytes(64)])
      expect(() => byPasskey({ credentialId, salt, prfOutput: wrong })).toThrow(RangeError);
    expect(() => byPasskey({ credentialId, salt, prfOutput })).not.toThrow();
  });
});
