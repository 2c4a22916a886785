/** Copies under several keyring keys: which of them is believed, and what becomes of the others. */
import { beforeAll, describe, expect, test } from "vitest";
import { equalBytes, hexToBytes } from "../../../src/core/bytes.ts";
import { followedBy } from "../../../src/core/keyring/earlier-states.ts";
import { writeBody } from "../../../src/core/keyring/keyring-body.ts";
import { emptyKeyring } from "../../../src/core/keyring/opened-keyring.ts";
import { openCopies } from "../../../src/core/sealed/opened-copies.ts";
import { createWrapping, rotate, type Wrapped } from "../../../src/core/sealed/rotation.ts";
import { sealKeyring, stateName } from "../../../src/core/sealed/sealed-keyring.ts";
import { readCopies, type StoredCopies } from "../../../src/core/sealed/stored-copies.ts";
import { lineageKeyOf } from "../../../src/core/sealed/wrapping.ts";
import { deriveKey } from "../../support/cheap-derivation.ts";
import { rehashed, sealedByVersion1 } from "../../support/first-version.ts";
import { HEX, keyringOf, OTHER_HEX } from "../../support/keyrings.ts";
import { whatIsOverwritten } from "../../support/overwritten.ts";

const waysOf = (passphrase: string) => ({ passphrase, passkeys: [], deriveKey });
const sealedAt = ({ wrapping, keyringKey }: Wrapped, counter: number) =>
  sealKeyring(wrapping, keyringKey, counter, emptyKeyring());
const opened = (copies: StoredCopies, { keyringKey }: Pick<Wrapped, "keyringKey">) =>
  openCopies(readCopies(copies), keyringKey);

let first: Wrapped;
let second: Wrapped;
let third: Wrapped;

beforeAll(async () => {
  first = await createWrapping("plain wide river stone", deriveKey);
  second = await rotate(first, waysOf("another tall quiet lamp"));
  third = await rotate(second, waysOf("one more long evening"));
});

describe("an old key", () => {
  test.each([
    ["the next", () => second],
    ["a later one, with none between", () => third],
  ])("beside one copy under %s: replaced, whatever the counters say", (_, newer) => {
    for (const counter of [1, 9]) {
      const copies = {
        "copy-a": sealedAt(first, 5),
        "copy-b": sealedAt(newer(), counter),
        third: sealedAt(first, 4),
      };
      expect(opened(copies, first)).toMatchObject({ error: { code: "replaced" } });
    }
  });

  test("beside copies that only claim to be newer: it opens, and they are kept", async () => {
    const newer = sealedAt(second, 9);
    const altered = rehashed(newer.with(140, (newer[140] ?? 0) ^ 1));
    const stranger = await createWrapping("somebody else entirely", deriveKey);
    const foreign = sealedAt(await rotate(stranger, waysOf("somebody else again")), 9);
    const reading = opened({ "copy-a": altered, "copy-b": foreign, third: sealedAt(first, 4) }, first);
    expect(reading).toMatchObject({ value: { best: { place: "third" } } });
    expect(reading.ok && reading.value.unopened.map(({ place }) => place)).toEqual(["copy-a", "copy-b"]);
  });
});

test("of the keys that are read, only those that are returned stay in memory", async () => {
  const keyring = keyringOf([{ hex: HEX }]);
  const sealed = ({ wrapping, keyringKey }: Wrapped, counter: number) =>
    sealKeyring(wrapping, keyringKey, counter, keyring);
  const three = { "copy-a": sealed(first, 5), "copy-b": sealed(first, 4), third: sealed(first, 3) };
  const lineageKey = lineageKeyOf(first.wrapping, first.keyringKey) ?? new Uint8Array();
  const wiped = async (copies: StoredCopies) => {
    const secrets = { key: hexToBytes(HEX), body: writeBody(keyring), "lineage key": lineageKey };
    const overwritten = await whatIsOverwritten(Object.values(secrets), () => opened(copies, first));
    const nameOf = (bytes: Uint8Array) =>
      Object.entries(secrets).find(([, secret]) => equalBytes(secret, bytes))?.[0];
    return overwritten.map(nameOf).sort();
  };
  // None of them names the states before it: so the older two are read too, and their keys compared.
  const [bodies, keys] = [Array.from({ length: 5 }, () => "body"), ["key", "key"]];
  expect(await wiped(three)).toEqual([...bodies, ...keys, "lineage key"]);
  expect(await wiped({ ...three, "copy-b": sealed(second, 6) })).toEqual([
    "body",
    "body",
    "key",
    "lineage key",
  ]);
  const returned = opened(three, first);
  expect(returned.ok && returned.value.keyring).toEqual(keyring);
});

test("older states that the newest one names are not read", async () => {
  const before = keyringOf([{ hex: HEX }]);
  const older = sealKeyring(first.wrapping, first.keyringKey, 4, before);
  const after = followedBy(before, [stateName(older)], before, false);
  const copies = {
    "copy-a": sealKeyring(first.wrapping, first.keyringKey, 5, after),
    "copy-b": older,
    third: null,
  };
  const overwritten = await whatIsOverwritten([hexToBytes(HEX), writeBody(before)], () =>
    opened(copies, first),
  );
  expect(overwritten).toEqual([writeBody(before)]);
  expect(opened(copies, first)).toMatchObject({ value: { forked: [] } });
});

test("the newest state twice is opened once", async () => {
  const keyring = keyringOf([{ hex: HEX }]);
  const newest = sealKeyring(first.wrapping, first.keyringKey, 5, keyring);
  const body = writeBody(keyring);
  const copies = { "copy-a": newest, "copy-b": newest.slice(), third: null };
  expect(await whatIsOverwritten([body], () => opened(copies, first))).toHaveLength(1);
  expect(opened(copies, first)).toMatchObject({ value: { unopened: [], outdated: [], otherWrapping: [] } });
});

test("an older copy whose body was altered is kept aside, though it is not read", () => {
  const older = sealedAt(first, 4);
  const atBody = older.length - 40;
  const altered = rehashed(older.with(atBody, (older[atBody] ?? 0) ^ 1));
  const reading = opened({ "copy-a": sealedAt(first, 5), "copy-b": altered, third: null }, first);
  expect(reading).toMatchObject({ value: { unopened: [{ place: "copy-b" }], outdated: [] } });
});

describe("the newest key, beside copies under older ones", () => {
  test("they are older states, to be written over; not something unopened that must be kept", () => {
    const reading = opened(
      { "copy-a": sealedAt(second, 7), "copy-b": sealedAt(third, 8), third: sealedAt(first, 3) },
      third,
    );
    expect(reading).toMatchObject({
      value: { unopened: [], outdated: ["third"], otherWrapping: ["copy-a", "third"] },
    });
  });

  test("so are those of version 1, from before it was taken over", async () => {
    const { older, newer, keyringKey } = await sealedByVersion1("of old", "of late");
    const now = await rotate({ wrapping: newer.slice(0, 128), keyringKey }, waysOf("of late"));
    const reading = opened({ "copy-a": sealedAt(now, 6), "copy-b": newer, third: older }, now);
    expect(reading).toMatchObject({
      value: { unopened: [], outdated: ["third"], otherWrapping: ["copy-b", "third"] },
    });
  });

  test.each([
    ["with a later state", () => sealedAt(first, 9)],
    ["with the same counter", () => sealedAt(first, 8)],
    ["that are altered", () => rehashed(sealedAt(first, 3).with(140, 0))],
    ["under the same key, whose body is altered", () => rehashed(sealedAt(third, 3).with(400, 0))],
  ])("%s: kept as they are", (_, copy) => {
    const reading = opened({ "copy-a": sealedAt(third, 8), "copy-b": copy(), third: null }, third);
    expect(reading.ok && reading.value.unopened.map(({ place }) => place)).toEqual(["copy-b"]);
  });

  test("of another keyring: kept as they are", async () => {
    const other = await createWrapping("somebody else entirely", deriveKey);
    const reading = opened(
      { "copy-a": sealedAt(third, 8), "copy-b": sealedAt(other, 3), third: null },
      third,
    );
    expect(reading.ok && reading.value.unopened.map(({ place }) => place)).toEqual(["copy-b"]);
  });
});

describe("a state that names none before it, as an older program wrote it", () => {
  const at = (wrapped: Wrapped, counter: number, ...hexes: string[]) =>
    sealKeyring(wrapped.wrapping, wrapped.keyringKey, counter, keyringOf(hexes.map((hex) => ({ hex }))));
  const forked = (other: Uint8Array) => {
    const reading = opened({ "copy-a": at(second, 9, HEX), "copy-b": other, third: null }, second);
    return reading.ok && reading.value.forked;
  };

  test("a copy that opens is told by its keys", () => {
    expect(forked(at(second, 8, HEX))).toEqual([]);
    expect(forked(at(second, 8, OTHER_HEX))).toEqual(["copy-b"]);
  });

  test("one under an earlier key is kept", () => expect(forked(at(first, 8, HEX))).toEqual(["copy-b"]));
});
