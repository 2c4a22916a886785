/**
 * Verifying a place in the background: only the key itself verifies one, and only what is stored is
 * acknowledged.
 */
import { beforeEach, describe, expect, test } from "vitest";
import { hexToBytes } from "../../../src/core/bytes.ts";
import { keyDigest } from "../../../src/core/key/backup-key.ts";
import type { FilePlace } from "../../../src/core/keyring/verified-places.ts";
import { type Payload, pageRequests } from "../../../src/protocol/page-requests.ts";
import type { PlaceEvidence } from "../../../src/protocol/requests/kept-places.ts";
import type { MemoryBrowser } from "../../support/memory-browser.ts";
import { PASSPHRASE, unlockedBrowser } from "../../support/unlocked-browser.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const OTHER = "00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0";

let browser: MemoryBrowser;
let id: string;
let otherId: string;

const add = async (hex: string) =>
  (await browser.get("entry.add", { hex, label: "", phoneEnding: "", replaces: null })).id;
const places = async (of = id) =>
  (await browser.get("entry.list", {})).find((entry) => entry.id === of)?.places;
const verify = (evidence: PlaceEvidence, place: Payload<"place.verify">["place"] = "paper") =>
  browser.get("place.verify", { id, place, evidence });
const inFile = (place: FilePlace, ...keys: string[]) =>
  browser.get("place.verify-file", { place, digests: keys.map((hex) => keyDigest(hexToBytes(hex))) });
const group = (at: number, hex = KEY) => ({ at, digits: hex.slice(at * 4, at * 4 + 4) });

beforeEach(async () => {
  browser = await unlockedBrowser();
  id = await add(KEY);
  otherId = await add(OTHER);
});

test("the key verifies the place, which stays verified after a lock", async () => {
  expect(await verify({ kind: "key", hex: KEY }, "bitwarden")).toEqual({ outcome: "verified" });
  expect(await verify({ kind: "groups", groups: [group(3), group(12)] })).toEqual({ outcome: "verified" });
  await browser.get("keyring.lock", {});
  await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
  expect((await places())?.map(({ place }) => place)).toEqual(["bitwarden", "paper"]);
  expect(await places(otherId)).toEqual([]);
  const [entry] = await browser.get("entry.list", {});
  expect(entry?.safe).toBe(true);
});

test("another key verifies nothing, and is named when it is here", async () => {
  expect(await verify({ kind: "key", hex: OTHER })).toEqual({ outcome: "another-key", entryId: otherId });
  const unknown = { kind: "key", hex: "9".repeat(64) } as const;
  expect(await verify(unknown)).toEqual({ outcome: "another-key", entryId: null });
  expect(await places()).toEqual([]);
});

test("one digit that differs verifies nothing", async () => {
  for (const groups of [
    [group(3), { at: 12, digits: "0000" }],
    [group(3), { at: 2, digits: group(3).digits }],
  ] as const)
    expect(await verify({ kind: "groups", groups: [...groups] })).toEqual({ outcome: "not-equal" });
  expect(await places()).toEqual([]);
});

test("a deleted key, a locked keyring", async () => {
  const right = { id, place: "elsewhere", evidence: { kind: "key", hex: KEY } } as const;
  await browser.get("entry.delete", { id });
  expect(await browser.ask("place.verify", right)).toMatchObject({ error: { code: "not-found" } });
  expect(await inFile("file", KEY)).toEqual({ ids: [] });
  await browser.get("keyring.lock", {});
  expect(await browser.ask("place.verify", right)).toMatchObject({ error: { code: "locked" } });
  const digests = [keyDigest(hexToBytes(KEY))];
  expect(await browser.ask("place.verify-file", { place: "file", digests })).toMatchObject({
    error: { code: "locked" },
  });
});

describe("a file", () => {
  test("verifies one kind of place for every key in it, however often, also after a restart", async () => {
    for (let time = 0; time < 3; time++) {
      expect(await inFile("file", KEY, OTHER)).toEqual({ ids: [id, otherId] });
      await browser.quit();
      await browser.get("keyring.unlock", { passphrase: PASSPHRASE });
    }
    for (const of of [id, otherId]) expect((await places(of))?.map(({ place }) => place)).toEqual(["file"]);
    expect((await browser.get("entry.list", {})).map(({ verifiedPlaces }) => verifiedPlaces)).toEqual([1, 1]);
  });

  test("without the key verifies nothing and stores nothing", async () => {
    const before = browser.written.length;
    expect(await inFile("keepass", "9".repeat(64))).toEqual({ ids: [] });
    expect(browser.written).toHaveLength(before);
  });

  test("that cannot be noted is not said to be verified", async () => {
    browser.faults["copy-a"] = "refuse";
    browser.faults["copy-b"] = "refuse";
    const digests = [keyDigest(hexToBytes(KEY))];
    expect((await browser.ask("place.verify-file", { place: "file", digests })).ok).toBe(false);
    expect(await places()).toEqual([]);
  });

  test.each([
    "1password",
    "proton-pass",
    "apple-passwords",
    "browser-passwords",
    "paper",
    "phone",
    "elsewhere",
  ])("is never %s", (place) => {
    const payload = { place, digests: [keyDigest(hexToBytes(KEY))] };
    expect(pageRequests.read("place.verify-file", { ...payload, place: "file" })).not.toBeNull();
    expect(pageRequests.read("place.verify-file", payload)).toBeNull();
  });
});

describe("a page that sends what it should not", () => {
  const good = {
    id: "a".repeat(32),
    place: "paper",
    evidence: { kind: "groups", groups: [group(0), group(1)] },
  };
  test("the good one is taken", () => expect(pageRequests.read("place.verify", good)).toEqual(good));
  test.each([
    ["a place of its own", { ...good, place: "my safe" }],
    ["groups of what can be pasted", { ...good, place: "bitwarden" }],
    ["a file without the file", { ...good, place: "file", evidence: { kind: "key", hex: KEY } }],
    [
      "a Sixtyfour file without the file",
      { ...good, place: "keyring-file", evidence: { kind: "key", hex: KEY } },
    ],
    [
      "what was pasted for a vault",
      {
        ...good,
        place: `vault:${"A".repeat(22)}.${"A".repeat(43)}`,
        evidence: { kind: "pasted", msAgo: 0, given: { kind: "key", hex: KEY } },
      },
    ],
    [
      "pasted groups of what is no paper",
      { ...good, place: "bitwarden", evidence: { kind: "pasted", msAgo: 0, given: good.evidence } },
    ],
    ["pasted in the future", { ...good, evidence: { kind: "pasted", msAgo: -1, given: good.evidence } }],
    [
      "pasted in a paste",
      {
        ...good,
        evidence: { kind: "pasted", msAgo: 0, given: { kind: "pasted", msAgo: 0, given: good.evidence } },
      },
    ],
    ["the same group twice", { ...good, evidence: { kind: "groups", groups: [group(1), group(1)] } }],
    ["one group", { ...good, evidence: { kind: "groups", groups: [group(1)] } }],
    ["no group", { ...good, evidence: { kind: "groups", groups: [] } }],
    [
      "a group of one digit",
      { ...good, evidence: { kind: "groups", groups: [{ at: 0, digits: "0" }, group(1)] } },
    ],
    ["an empty group", { ...good, evidence: { kind: "groups", groups: [{ at: 16, digits: "" }, group(1)] } }],
    [
      "a group after the last",
      { ...good, evidence: { kind: "groups", groups: [{ at: 16, digits: "0000" }, group(1)] } },
    ],
    ["a key too long", { ...good, evidence: { kind: "key", hex: "0".repeat(65) } }],
    ["a key in another spelling", { ...good, evidence: { kind: "key", hex: KEY.toUpperCase() } }],
    ["a text", { ...good, evidence: { kind: "key", text: KEY } }],
    ["more than is asked", { ...good, verified: true }],
    ["no evidence", { id: good.id, place: "paper", evidence: null }],
  ])("%s", (_, payload) => expect(pageRequests.read("place.verify", payload)).toBeNull());
});
