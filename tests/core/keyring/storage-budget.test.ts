/** The one budget holds: what it allows fits into Chromium's storage, and the numbers within it are true. */
import { expect, test } from "vitest";
import { randomId, toBase64 } from "../../../src/core/bytes.ts";
import { writeBody } from "../../../src/core/keyring/keyring-body.ts";
import { emptyKeyring, type Keyring } from "../../../src/core/keyring/opened-keyring.ts";
import {
  BESIDE_BYTES,
  KNOWN_SETTINGS_BYTES,
  LEAST_ENTRY_BYTES,
  LONGEST_VAULT_NOTE,
  MOST_FORGOTTEN_NOTES,
  MOST_SEALED_BYTES,
  MOST_SETTINGS_BYTES,
  MOST_STORED,
  MOST_VAULT_NOTES,
  MOST_WEIGHT,
  MOST_WRAPPING_BYTES,
} from "../../../src/core/keyring/storage-budget.ts";
import { weigh } from "../../../src/core/keyring/too-much.ts";
import { sealSightings } from "../../../src/core/sealed/sealed-sightings.ts";
import { QUOTA_BYTES } from "../../support/chrome-storage.ts";
import { type Given, keyringOf } from "../../support/keyrings.ts";

const hexOf = (i: number) => `${i}`.padStart(64, "0");
const LATE_MS = 8_640_000_000_000_000;
/** What `sealKeyring` puts around the body, but for the wrapping. */
const AROUND_BYTES = 12 + 24 + 16 + 32;
const sealedBytes = (keyring: Keyring) => writeBody(keyring).length + AROUND_BYTES + MOST_WRAPPING_BYTES;

test("two slots, a third text and what lies beside them fit into the quota", () => {
  const text = JSON.stringify(toBase64(new Uint8Array(MOST_SEALED_BYTES)));
  const keys = ["keyring.slot-a", "keyring.slot-b", "keyring.set-aside"].join("");
  const seen = Object.fromEntries(Array.from({ length: MOST_STORED }, () => [randomId(), LATE_MS]));
  const sightings = toBase64(sealSightings(new Uint8Array(32).fill(1), seen));
  const beside = JSON.stringify({ "keyring.sightings": sightings }).length + keys.length + "[]".length;
  expect(beside).toBeLessThan(BESIDE_BYTES);
  expect(3 * text.length + beside).toBeLessThan(QUOTA_BYTES);
});

test("the longest wrapping fits into what is left for it", () => {
  // 16 slots with parameters of 2,048 bytes and a wrapped key of 512.
  expect(143 + 16 * (25 + 2048 + 512)).toBeLessThan(MOST_WRAPPING_BYTES);
});

test("the lightest entry weighs what is said, so a list of the most entries is never a full keyring", () => {
  const one = keyringOf([{ hex: hexOf(1) }]);
  const two = keyringOf([{ hex: hexOf(1) }, { hex: hexOf(2) }]);
  expect(weigh(two) - weigh(one)).toBeGreaterThanOrEqual(LEAST_ENTRY_BYTES);
  expect(MOST_STORED).toBeGreaterThan(2000);
});

const texts: [string, string][] = [
  ["letters", "a"],
  ["letters of three bytes", "\u0905"],
  ["control characters, six bytes in JSON", "\u0001"],
  ["halves of a pair, six bytes in JSON", "\ud800"],
];

test.each(texts)("a keyring at its heaviest has room when it is sealed: notes of %s", (_, letter) => {
  const filledUp = (count: number): Given[] =>
    Array.from({ length: count }, (_, i) => ({
      hex: hexOf(i),
      note: letter.repeat(2000),
      places: [{ place: "keyring-file", verifiedAtMs: LATE_MS, goneAtMs: null }],
      createdAtMs: LATE_MS,
      lastUsedAtMs: LATE_MS,
      testedAtMs: LATE_MS,
      deletedAtMs: LATE_MS,
    }));
  const vaults = [
    ...Array.from({ length: MOST_VAULT_NOTES }, () => ({
      id: randomId(),
      text: "a".repeat(LONGEST_VAULT_NOTE),
    })),
    ...Array.from({ length: MOST_FORGOTTEN_NOTES }, () => ({ id: randomId(), text: "" })),
  ];
  const settings = Object.assign(emptyKeyring().settings, {
    later: "x".repeat(MOST_SETTINGS_BYTES + KNOWN_SETTINGS_BYTES - 300),
  });
  const made = (count: number): Keyring => ({ ...keyringOf(filledUp(count)), vaults, settings });
  const each = weigh(made(2)) - weigh(made(1));
  const full = made(Math.floor((MOST_WEIGHT - weigh(made(0))) / each));
  expect(weigh(full)).toBeGreaterThan(MOST_WEIGHT - each);
  expect(sealedBytes(full)).toBeLessThanOrEqual(MOST_SEALED_BYTES);
});
