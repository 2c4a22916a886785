/** What leaves the copies that were set aside once the keyring has a new key, and what never does. */
import { beforeAll, describe, expect, test } from "vitest";
import { followedBy } from "../../../src/core/keyring/earlier-states.ts";
import type { VaultNote } from "../../../src/core/keyring/opened-keyring.ts";
import { isReplacedCopy, type ReplacedState } from "../../../src/core/sealed/replaced-copies.ts";
import { createWrapping, rotate, type Wrapped } from "../../../src/core/sealed/rotation.ts";
import { sealKeyring, stateName } from "../../../src/core/sealed/sealed-keyring.ts";
import { deriveKey } from "../../support/cheap-derivation.ts";
import { rehashed } from "../../support/first-version.ts";
import { HEX, keyringOf, OTHER_HEX } from "../../support/keyrings.ts";

const ways = { passphrase: "another tall quiet lamp", passkeys: [], deriveKey };
let now: ReplacedState;
let older: Wrapped;
let stranger: Wrapped;

beforeAll(async () => {
  older = await createWrapping("plain wide river stone", deriveKey);
  now = { ...(await rotate(older, ways)), keyring: keyringOf([{ hex: HEX }]), counter: 7 };
  stranger = await createWrapping("somebody else entirely", deriveKey);
});

const sealedAt = ({ wrapping, keyringKey }: Wrapped, counter: number, ...hexes: string[]) =>
  sealKeyring(wrapping, keyringKey, counter, keyringOf(hexes.map((hex) => ({ hex }))));
const leaves = (aside: Uint8Array) => [false, true].map((ends) => isReplacedCopy(aside, now, ends));

test("an earlier state whose keys are all here leaves at any new key", () => {
  expect(leaves(sealedAt(now, 7, HEX))).toEqual([true, true]);
  expect(leaves(sealedAt(now, 3))).toEqual([true, true]);
});

test("one that says it has our key, and does not open with it, leaves: nobody opens it", () => {
  expect(leaves(rehashed(sealedAt(now, 7, HEX).with(400, 0)))).toEqual([true, true]);
});

test("a damaged one leaves only with an old way to unlock", () => {
  const sealed = sealedAt(now, 7, HEX);
  for (const torn of [sealed.slice(0, 700), sealed.slice(0, now.wrapping.length), sealed.with(400, 0)])
    expect(leaves(torn)).toEqual([false, true]);
  expect(leaves(sealedAt(older, 5, HEX).slice(0, 700))).toEqual([false, true]);
});

test("a damaged one that opens all the same is judged by what is in it", () => {
  const hash = (bytes: Uint8Array) => bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1);
  expect(leaves(hash(sealedAt(now, 7, HEX)))).toEqual([true, true]);
  expect(leaves(hash(sealedAt(now, 7, OTHER_HEX)))).toEqual([false, false]);
});

describe("with records in vaults", () => {
  const note = { id: "1".repeat(32), text: "a record" };
  const aside = () =>
    sealKeyring(now.wrapping, now.keyringKey, 6, { ...keyringOf([{ hex: HEX }]), vaults: [note] });
  const leavesFor = (vaults: VaultNote[]) =>
    isReplacedCopy(aside(), { ...now, keyring: { ...now.keyring, vaults } }, true);

  test("stays with one that is not here", () => {
    expect(leavesFor([])).toBe(false);
    expect(leavesFor([{ ...note, id: "2".repeat(32) }])).toBe(false);
  });

  test("leaves where each is here, in another state or forgotten", () => {
    for (const text of ["a record", "a later state of it", ""])
      expect(leavesFor([{ ...note, text }])).toBe(true);
  });
});

test("a state that ours comes from leaves, although a key in it was deleted for good since", () => {
  const aside = sealedAt(now, 5, HEX, OTHER_HEX);
  const keyring = followedBy(now.keyring, [stateName(aside)], now.keyring, false);
  expect(isReplacedCopy(aside, { ...now, keyring }, false)).toBe(true);
  const prepared = new Uint8Array([...sealedAt(now, 5, OTHER_HEX).slice(0, -32), ...aside.slice(-32)]);
  expect(isReplacedCopy(prepared, { ...now, keyring }, false)).toBe(false);
});

describe("stays", () => {
  test.each([
    ["what holds a key that is not here", () => sealedAt(now, 7, HEX, OTHER_HEX)],
    ["a later state", () => sealedAt(now, 8, HEX)],
    ["a later state that is damaged", () => sealedAt(now, 8, HEX).slice(0, 700)],
    ["what is whole under another key", () => sealedAt(older, 5, HEX)],
    ["another keyring", () => sealedAt(stranger, 3)],
    ["another keyring that is damaged", () => sealedAt(stranger, 3).slice(0, 700)],
    ["what is no keyring", () => new Uint8Array([1, 2, 3])],
    ["nothing", () => new Uint8Array()],
    ["a newer version", () => rehashed(sealedAt(now, 3).with(9, 3))],
  ])("%s", (_, aside) => expect(leaves(aside())).toEqual([false, false]));
});
