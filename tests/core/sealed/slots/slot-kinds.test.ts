import { beforeAll, describe, expect, test } from "vitest";
import { MOST_PASSKEYS } from "../../../../src/core/sealed/slots/passkey-slot.ts";
import { MOST_SLOTS, type Slot } from "../../../../src/core/sealed/slots/slot.ts";
import { areWhole, isKnown } from "../../../../src/core/sealed/slots/slot-kinds.ts";
import { fieldsOf } from "../../../../src/core/sealed/wrapping.ts";
import { passkeyAnswer, unknownSlot, wrappingOf } from "../../../support/wrappings.ts";

let passphrase: Slot;
let passkey: Slot;
const unknown = unknownSlot(3);

beforeAll(async () => {
  const { wrapping } = await wrappingOf("plain wide river stone", [await passkeyAnswer(new Uint8Array(20))]);
  [passphrase, passkey] = fieldsOf(wrapping).slots as [Slot, Slot];
});

test("one passphrase, some passkeys, and whatever is not known, in any order", () => {
  expect(areWhole([passphrase], 3)).toBe(true);
  expect(areWhole([unknown, passkey, passphrase, passkey], 3)).toBe(true);
  expect(areWhole([passphrase, { ...unknown, generation: 1 }], 3)).toBe(true);
  expect([passphrase, passkey, unknown].map(isKnown)).toEqual([true, true, false]);
});

describe("is refused", () => {
  const cases: [string, () => Slot[]][] = [
    ["no slot", () => []],
    ["no passphrase", () => [passkey]],
    ["two passphrases: each would cost a derivation", () => [passphrase, passphrase]],
    ["too many passkeys", () => [passphrase, ...Array.from({ length: MOST_PASSKEYS + 1 }, () => passkey)]],
    ["too many slots", () => [passphrase, ...Array.from({ length: MOST_SLOTS }, () => unknown)]],
    ["a passphrase of an older key", () => [{ ...passphrase, generation: 2 }]],
    ["a passkey of an older key", () => [passphrase, { ...passkey, generation: 2 }]],
    ["an unknown slot of a key to come", () => [passphrase, { ...unknown, generation: 4 }]],
    ["a passphrase with a byte more", () => [{ ...passphrase, parameters: new Uint8Array(27) }]],
    ["a passphrase's key with a byte less", () => [{ ...passphrase, wrapped: new Uint8Array(71) }]],
    ["a passkey without credential", () => [passphrase, { ...passkey, parameters: new Uint8Array(32) }]],
    ["a passkey's key with a byte more", () => [passphrase, { ...passkey, wrapped: new Uint8Array(73) }]],
  ];
  test.each(cases)("%s", (_, slots) => expect(areWhole(slots(), 3)).toBe(false));

  test("but as many as are allowed are not", () => {
    expect(areWhole([passphrase, ...Array.from({ length: MOST_PASSKEYS }, () => passkey)], 3)).toBe(true);
    expect(areWhole([passphrase, ...Array.from({ length: MOST_SLOTS - 1 }, () => unknown)], 3)).toBe(true);
  });
});
