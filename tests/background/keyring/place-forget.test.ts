/** A place that no longer holds a key is no place of it. */
import { beforeEach, expect, test } from "vitest";
import { vaultPlace } from "../../../src/core/keyring/verified-places.ts";
import { envelope } from "../../../src/protocol/envelope.ts";
import { HEX, OTHER_HEX } from "../../support/keyrings.ts";
import { createMemoryBrowser, type MemoryBrowser } from "../../support/memory-browser.ts";

const VAULT = vaultPlace("A".repeat(22), "A".repeat(43));
let browser: MemoryBrowser;

beforeEach(async () => {
  browser = createMemoryBrowser();
  await browser.get("keyring.create", { passphrase: "plain wide river stone" });
});

test("the one place goes, others and other keys' stay, and it stays so after the worker has died", async () => {
  const ids: string[] = [];
  for (const hex of [HEX, OTHER_HEX]) {
    const { id } = await browser.get("entry.add", { hex, label: "", phoneEnding: "", replaces: null });
    for (const place of [VAULT, "paper"] as const)
      await browser.get("place.verify", { id, place, evidence: { kind: "key", hex } });
    ids.push(id);
  }
  await browser.get("place.forget", { id: ids[0] ?? "", place: VAULT });
  await browser.wake();
  const entries = await browser.get("entry.list", {});
  expect(entries.map(({ places, safe }) => [places.map(({ place }) => place), safe])).toEqual([
    [["paper"], false],
    [[VAULT, "paper"], true],
  ]);
});

test.each(["page", "vault-page"] as const)("a %s verifies no place that is another page's", async (page) => {
  const { id } = await browser.get("entry.add", { hex: HEX, label: "", phoneEnding: "", replaces: null });
  for (const place of [VAULT, "paper"] as const) {
    const asked = envelope("sixtyfour/page", "place.verify", {
      id,
      place,
      evidence: { kind: "key", hex: HEX },
    });
    const isItsOwn = (place === VAULT) === (page === "vault-page");
    expect(await browser.background().route(asked, { kind: page })).toMatchObject(
      isItsOwn ? { ok: true } : { error: { code: "refused-sender" } },
    );
  }
  const [entry] = await browser.get("entry.list", {});
  expect(entry?.places.map(({ place }) => place)).toEqual([page === "page" ? "paper" : VAULT]);
});

test.each([
  { id: "x", place: VAULT },
  { id: "1".repeat(32), place: "the moon" },
  { id: "1".repeat(32), place: "vault" },
  { id: "1".repeat(32), place: "vault:short" },
  { id: "1".repeat(32) },
])("is refused: %j", async (payload) => {
  expect(await browser.ask("place.forget", payload as never)).toMatchObject({
    error: { code: "invalid-request" },
  });
});
