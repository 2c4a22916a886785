/**
 * Every new wrapping brings a new key: what opened before opens the new one only where it was given again.
 */
import { beforeAll, describe, expect, test, vi } from "vitest";
import { randomBytes } from "../../../src/core/bytes.ts";
import {
  addPasskeySlot,
  changePassphrase,
  createWrapping,
  passkeysOf,
  removeSlot,
  rotate,
  type Wrapped,
} from "../../../src/core/sealed/rotation.ts";
import { byPasskey, MOST_PASSKEYS, type PasskeyAnswer } from "../../../src/core/sealed/slots/passkey-slot.ts";
import { byPassphrase } from "../../../src/core/sealed/slots/passphrase-slot.ts";
import { fieldsOf, isOfLineage, lineageKeyOf, unwrapKeyringKey } from "../../../src/core/sealed/wrapping.ts";
import { deriveKey } from "../../support/cheap-derivation.ts";
import { sealedByVersion1 } from "../../support/first-version.ts";
import { whatIsOverwritten } from "../../support/overwritten.ts";
import { passkeyAnswer, unknownSlot, wrappingOf } from "../../support/wrappings.ts";

const PASSPHRASE = "plain wide river stone";
const NEXT = "another tall quiet lamp";
const [PHONE, STICK, NEW] = [randomBytes(20), randomBytes(64), randomBytes(32)];
const waysOf = (passphrase: string, ...passkeys: PasskeyAnswer[]) => ({ passphrase, passkeys, deriveKey });

let old: Wrapped;
let phone: PasskeyAnswer;
let stick: PasskeyAnswer;

beforeAll(async () => {
  [phone, stick] = [await passkeyAnswer(PHONE), await passkeyAnswer(STICK)];
  old = await wrappingOf(PASSPHRASE, [phone, stick], [unknownSlot(2)]);
});

const opensByPassphrase = async ({ wrapping, keyringKey }: Wrapped, passphrase: string) => {
  const key = await unwrapKeyringKey(wrapping, byPassphrase(passphrase, deriveKey));
  return key.ok && String(key.value) === String(keyringKey);
};
const opensByPasskey = async ({ wrapping, keyringKey }: Wrapped, answer: PasskeyAnswer) => {
  const key = await unwrapKeyringKey(wrapping, byPasskey(answer));
  return key.ok && String(key.value) === String(keyringKey);
};
const slotIdOf = ({ wrapping }: Wrapped, credential: Uint8Array) =>
  passkeysOf(wrapping).find(({ credentialId }) => String(credentialId) === String(credential))?.id ?? "none";

describe("a new key", () => {
  test("is another one, of the next generation, in the same keyring; the ways given open it", async () => {
    const [nextPhone, nextStick] = [await passkeyAnswer(PHONE), await passkeyAnswer(STICK)];
    const rotated = await rotate(old, waysOf(PASSPHRASE, nextPhone, nextStick));
    expect(rotated.keyringKey).not.toEqual(old.keyringKey);
    const [before, after] = [fieldsOf(old.wrapping), fieldsOf(rotated.wrapping)];
    expect(after).toMatchObject({ version: 2, keyringId: before.keyringId, wrapGeneration: 4 });
    expect(after.slots.map(({ id }) => id)).toEqual(before.slots.map(({ id }) => id));
    expect(await opensByPassphrase(rotated, PASSPHRASE)).toBe(true);
    expect(await opensByPasskey(rotated, nextPhone)).toBe(true);
    expect(await opensByPasskey(rotated, nextStick)).toBe(true);
    expect(rotated.dropped).toEqual([]);
  });

  test("is not opened by what the passkeys answered to the salts of before", async () => {
    const rotated = await rotate(old, waysOf(PASSPHRASE, await passkeyAnswer(PHONE)));
    expect(await opensByPasskey(old, phone)).toBe(true);
    expect(await opensByPasskey(rotated, phone)).toBe(false);
  });

  test("asks for a fresh salt: one of before is a bug", async () => {
    await expect(rotate(old, waysOf(PASSPHRASE, phone))).rejects.toThrow(RangeError);
  });

  test("drops the passkey that does not answer, and says which", async () => {
    const rotated = await rotate(old, waysOf(PASSPHRASE, await passkeyAnswer(STICK)));
    expect(rotated.dropped).toEqual([slotIdOf(old, PHONE)]);
    expect(passkeysOf(rotated.wrapping).map(({ credentialId }) => credentialId)).toEqual([STICK]);
  });

  test("takes no answer for a passkey that nobody has added", async () => {
    const rotated = await rotate(old, waysOf(PASSPHRASE, await passkeyAnswer(NEW)));
    expect(passkeysOf(rotated.wrapping)).toEqual([]);
  });

  test("keeps a slot of an unknown kind byte for byte, with the generation of the key that it wraps", async () => {
    const rotated = await rotate(old, waysOf(PASSPHRASE));
    expect(fieldsOf(rotated.wrapping).slots.at(-1)).toEqual(unknownSlot(2));
  });

  test("needs the key of before", async () => {
    await expect(rotate({ ...old, keyringKey: randomBytes(32) }, waysOf(PASSPHRASE))).rejects.toThrow(
      RangeError,
    );
  });

  test("wipes each key that it has wrapped with", async () => {
    const derived: Uint8Array[] = [];
    const watched = vi.fn(async (...given: Parameters<typeof deriveKey>) => {
      const key = await deriveKey(...given);
      derived.push(key);
      return key;
    });
    await changePassphrase(old, PASSPHRASE, { ...waysOf(NEXT), deriveKey: watched });
    expect(derived).toEqual([new Uint8Array(32), new Uint8Array(32)]);
  });
});

describe("the lineage", () => {
  test("any older key of the keyring tells a real newer wrapping, and opens none", async () => {
    const first = await createWrapping(PASSPHRASE, deriveKey);
    const second = await rotate(first, waysOf(NEXT));
    const third = await rotate(second, waysOf(PASSPHRASE));
    for (const older of [first, second, third]) {
      const lineageKey = lineageKeyOf(older.wrapping, older.keyringKey) ?? new Uint8Array(32);
      for (const one of [first, second, third]) expect(isOfLineage(one.wrapping, lineageKey)).toBe(true);
    }
    expect(lineageKeyOf(third.wrapping, first.keyringKey)).toBeNull();
  });

  test("no byte of a wrapping can be exchanged, and another keyring's is none", async () => {
    const first = await createWrapping(PASSPHRASE, deriveKey);
    const lineageKey = lineageKeyOf(first.wrapping, first.keyringKey) ?? new Uint8Array(32);
    const { wrapping } = await rotate(first, waysOf(NEXT));
    // Those that leave it readable: id, generation's low byte, lineage key, the slot's id, salt and key, and
    // the seal.
    for (const at of [10, 25, 30, 101, 104, 136, 154, 225, 226, wrapping.length - 1])
      expect(isOfLineage(wrapping.with(at, (wrapping[at] ?? 0) ^ 1), lineageKey), `byte ${at}`).toBe(false);
    expect(isOfLineage(old.wrapping, lineageKey)).toBe(false);
  });

  test("version 1, whose key never changed, leads to it from every copy", async () => {
    const { older, newer, keyringKey } = await sealedByVersion1(PASSPHRASE, NEXT);
    const rotated = await rotate({ wrapping: newer.slice(0, 128), keyringKey }, waysOf(NEXT));
    const lineageKey = lineageKeyOf(older.slice(0, 128), keyringKey) ?? new Uint8Array(32);
    expect(isOfLineage(rotated.wrapping, lineageKey)).toBe(true);
    expect(isOfLineage(newer.slice(0, 128), lineageKey)).toBe(false);
    const [slot] = fieldsOf(rotated.wrapping).slots;
    expect(slot?.id).not.toBe(fieldsOf(rotated.wrapping).keyringId);
  });
});

describe("changing the passphrase", () => {
  test("the new one opens, the old one does not; a passkey that answers stays", async () => {
    const answer = await passkeyAnswer(PHONE);
    const changed = await changePassphrase(old, PASSPHRASE, waysOf(NEXT, answer));
    if (!changed.ok) throw new Error(changed.error.code);
    expect(await opensByPassphrase(changed.value, NEXT)).toBe(true);
    expect(await opensByPassphrase(changed.value, PASSPHRASE)).toBe(false);
    expect(await opensByPasskey(changed.value, answer)).toBe(true);
    expect(changed.value.dropped).toEqual([slotIdOf(old, STICK)]);
  });

  test("a wrong current one changes nothing", async () => {
    const changed = await changePassphrase(old, NEXT, waysOf(NEXT));
    expect(changed).toMatchObject({ error: { code: "wrong-passphrase" } });
  });
});

describe("adding a passkey", () => {
  test("it opens beside all that opened before", async () => {
    const answers = [await passkeyAnswer(PHONE), await passkeyAnswer(STICK)] as const;
    const added = await passkeyAnswer(NEW);
    const next = await addPasskeySlot(old, added, waysOf(PASSPHRASE, ...answers));
    if (!next.ok) throw new Error(next.error.code);
    for (const answer of [...answers, added]) expect(await opensByPasskey(next.value, answer)).toBe(true);
    expect(await opensByPassphrase(next.value, PASSPHRASE)).toBe(true);
    expect(next.value.keyringKey).not.toEqual(old.keyringKey);
  });

  test("twice the same, too many, or with a wrong passphrase: refused, each by its name", async () => {
    expect(await addPasskeySlot(old, await passkeyAnswer(PHONE), waysOf(PASSPHRASE))).toMatchObject({
      error: { code: "already-there" },
    });
    expect(await addPasskeySlot(old, await passkeyAnswer(NEW), waysOf(NEXT))).toMatchObject({
      error: { code: "wrong-passphrase" },
    });
    const many = await Promise.all(
      Array.from({ length: MOST_PASSKEYS }, () => passkeyAnswer(randomBytes(9))),
    );
    const full = await wrappingOf(PASSPHRASE, many);
    const strange = Array.from({ length: 15 }, () => unknownSlot(3));
    for (const one of [full, await wrappingOf(PASSPHRASE, [], strange)])
      expect(await addPasskeySlot(one, await passkeyAnswer(NEW), waysOf(PASSPHRASE))).toMatchObject({
        error: { code: "not-stored" },
      });
  });
});

describe("removing a way", () => {
  test("a passkey, and it opens nothing more, whatever it answers; the others stay", async () => {
    const answers = [await passkeyAnswer(PHONE), await passkeyAnswer(STICK)] as const;
    const next = await removeSlot(old, slotIdOf(old, PHONE), waysOf(PASSPHRASE, ...answers));
    if (!next.ok) throw new Error(next.error.code);
    expect(await opensByPasskey(next.value, answers[0])).toBe(false);
    expect(await opensByPasskey(next.value, answers[1])).toBe(true);
    expect(next.value.keyringKey).not.toEqual(old.keyringKey);
  });

  test("a slot of an unknown kind, by its id", async () => {
    const next = await removeSlot(old, unknownSlot(2).id, waysOf(PASSPHRASE));
    expect(next.ok && fieldsOf(next.value.wrapping).slots).toHaveLength(1);
  });

  test("never the passphrase, nothing that is not there, and not with a wrong passphrase", async () => {
    const passphraseId = fieldsOf(old.wrapping).slots[0]?.id ?? "";
    for (const id of [passphraseId, "f".repeat(32)])
      expect(await removeSlot(old, id, waysOf(PASSPHRASE))).toMatchObject({ error: { code: "not-found" } });
    expect(await removeSlot(old, slotIdOf(old, PHONE), waysOf(NEXT))).toMatchObject({
      error: { code: "wrong-passphrase" },
    });
  });
});

describe("where no key can be derived", () => {
  const lineageKey = () => lineageKeyOf(old.wrapping, old.keyringKey) ?? new Uint8Array();

  test("neither the new keyring key nor the lineage key stays in memory", async () => {
    const made: Uint8Array[] = [];
    const { getRandomValues } = crypto;
    const spy = vi.spyOn(crypto, "getRandomValues").mockImplementation((bytes) => {
      getRandomValues.call(crypto, bytes as Uint8Array<ArrayBuffer>);
      made.push(bytes as Uint8Array);
      return bytes;
    });
    const noMemory = () => Promise.reject(new RangeError("memory"));
    const ways = { ...waysOf(NEXT), deriveKey: noMemory };
    const overwritten = await whatIsOverwritten([lineageKey()], () =>
      expect(rotate(old, ways)).rejects.toThrow("cannot-derive"),
    );
    spy.mockRestore();
    expect(overwritten).toEqual([lineageKey()]);
    // Salts and the key come from there; of them only the key has 32 bytes.
    const keys = made.filter(({ length }) => length === 32);
    expect(keys).toEqual([new Uint8Array(32)]);
  });
});
