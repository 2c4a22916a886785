/**
 * Verifying a place in the background: only the key itself verifies one, and only what is stored is
 * acknowledged.
 */
import { beforeEach, describe, expect, test } from "vitest";
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
  const right = { id, place: "file", evidence: { kind: "key", hex: KEY } } as const;
  await browser.get("entry.delete", { id });
  expect(await browser.ask("place.verify", right)).toMatchObject({ error: { code: "not-found" } });
  await browser.get("keyring.lock", {});
  expect(await browser.ask("place.verify", right)).toMatchObject({ error: { code: "locked" } });
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
