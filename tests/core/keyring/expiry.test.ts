/** A deleted key goes when its days were over at two looks a day apart, and not by one look at a clock. */
import { describe, expect, test } from "vitest";
import { eraseExpired, SEEN_TWICE_AFTER_MS, type Sightings } from "../../../src/core/keyring/expiry.ts";
import { RESTORABLE_MS } from "../../../src/core/keyring/opened-keyring.ts";
import { HEX, keyringOf, NOW_MS, OTHER_HEX } from "../../support/keyrings.ts";

const DAY_MS = 86_400_000;
const keyring = keyringOf([
  { hex: HEX, id: "a".repeat(32), deletedAtMs: NOW_MS },
  { hex: OTHER_HEX, id: "b".repeat(32) },
]);
const id = keyring.entries[0]?.id ?? "";
const OVER_MS = NOW_MS + RESTORABLE_MS;
const isThere = (seen: Sightings, nowMs: number) => eraseExpired(keyring, seen, nowMs).keyring === keyring;

describe("a deleted key", () => {
  test("stays for 30 days, and nothing is noted", () => {
    expect(eraseExpired(keyring, {}, OVER_MS - 1)).toEqual({ keyring, seen: {} });
    expect(eraseExpired(keyring, { [id]: NOW_MS }, OVER_MS - 1)).toEqual({ keyring, seen: {} });
  });

  test("is noted at the first look after them, and goes a day later", () => {
    expect(SEEN_TWICE_AFTER_MS).toBe(DAY_MS);
    const { seen } = eraseExpired(keyring, {}, OVER_MS);
    expect(seen).toEqual({ [id]: OVER_MS });
    expect(eraseExpired(keyring, seen, OVER_MS + DAY_MS - 1)).toEqual({ keyring, seen });
    const gone = eraseExpired(keyring, seen, OVER_MS + DAY_MS);
    expect(gone.keyring.entries.map((entry) => entry.id)).toEqual([keyring.entries[1]?.id]);
    expect(gone.seen).toEqual({});
  });

  test("stays when the clock had jumped ahead and is right again", () => {
    const jumped = eraseExpired(keyring, {}, OVER_MS + 400 * DAY_MS);
    expect(jumped.keyring).toBe(keyring);
    const right = eraseExpired(keyring, jumped.seen, NOW_MS + DAY_MS);
    expect(right).toEqual({ keyring, seen: {} });
    // A note of the wrong time that was not taken back says nothing either.
    const later = eraseExpired(keyring, jumped.seen, OVER_MS);
    expect(later).toEqual({ keyring, seen: { [id]: OVER_MS } });
    expect(isThere(later.seen, OVER_MS + DAY_MS)).toBe(false);
  });

  test("the kept one is never noted, and another's note does not count", () => {
    const other = { [keyring.entries[1]?.id ?? ""]: NOW_MS };
    expect(eraseExpired(keyring, other, OVER_MS + DAY_MS)).toEqual({
      keyring,
      seen: { [id]: OVER_MS + DAY_MS },
    });
  });
});
