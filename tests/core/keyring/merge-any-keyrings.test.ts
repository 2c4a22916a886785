/** Merging states that are made up: what holds for any of them, in any order. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatBackupKey } from "../../../src/core/key/backup-key.ts";
import { readBody, writeBody } from "../../../src/core/keyring/keyring-body.ts";
import { type DatedKeyring, type Merged, mergeKeyrings } from "../../../src/core/keyring/merge-keyrings.ts";
import { runs } from "../../support/all.ts";
import { type Given, HEX, keyringOf, OTHER_HEX } from "../../support/keyrings.ts";

const THIRD_HEX = "1".repeat(64);
const ID = "a".repeat(32);
const OTHER_ID = "b".repeat(32);

const merge = (...states: DatedKeyring[]): Merged => mergeKeyrings(states);

const time = fc.integer({ min: 0, max: 5 });
const maybe = fc.option(time, { nil: null });
const few = (...texts: string[]) => fc.constantFrom("", ...texts);
const id = fc.constantFrom(ID, OTHER_ID, "c".repeat(32), "d".repeat(32));
const copy = fc
  .record({ place: fc.constantFrom("p", "q", "r"), atMs: maybe, isGone: fc.boolean() })
  .map(({ place, atMs, isGone }) => ({
    ...{ place, verifiedAtMs: isGone ? null : atMs, goneAtMs: isGone ? atMs : null },
  }));
const given: fc.Arbitrary<Given> = fc.record({
  hex: fc.constantFrom(HEX, OTHER_HEX, THIRD_HEX, "2".repeat(64)),
  id,
  label: few("a", "b"),
  phoneEnding: few("34", "56"),
  note: few("x", "y\nx", "z"),
  origin: fc.constantFrom("whatsapp", "generated"),
  createdAtMs: time,
  lastUsedAtMs: maybe,
  testedAtMs: maybe,
  places: fc.uniqueArray(copy, { selector: ({ place }) => place }),
  supersededBy: fc.option(id, { nil: null }),
  deletedAtMs: maybe,
});
const keyring = fc
  .uniqueArray(given, { maxLength: 4, selector: (e) => e.hex })
  .map((entries) => keyringOf(entries.filter((e, i) => entries.findIndex((o) => o.id === e.id) === i)));
const state: fc.Arbitrary<DatedKeyring> = fc.record({ keyring, atMs: time });
const states = fc.array(state, { minLength: 1, maxLength: 4 });

test("the order in which they come tells nothing", () => {
  fc.assert(
    fc.property(states, fc.infiniteStream(fc.nat()), (given, chance) => {
      const shuffled = given
        .map((one) => ({ one, by: chance.next().value as number }))
        .sort((a, b) => a.by - b.by)
        .map(({ one }) => one);
      expect(merge(...shuffled)).toEqual(merge(...given));
    }),
    { numRuns: runs(1000) },
  );
});

test("nothing is lost, no id is shared, and what comes out is a keyring", () => {
  fc.assert(
    fc.property(states, (given) => {
      const { keyring: merged } = merge(...given);
      expect(new Set(merged.entries.map((e) => e.id)).size).toBe(merged.entries.length);
      expect(readBody(writeBody(merged))).toEqual({ ok: true, value: merged });
      for (const entry of given.flatMap((one) => one.keyring.entries)) {
        const kept = merged.entries.find((e) => formatBackupKey(e.key) === formatBackupKey(entry.key));
        if (!kept) throw new Error("a key is lost");
        for (const line of entry.note.split("\n"))
          expect(kept.note.split("\n")).toContain(line || kept.note.split("\n")[0]);
        for (const copy of entry.places) {
          const there = kept.places.find((c) => c.place === copy.place);
          const atMs = (one: typeof there) => one?.verifiedAtMs ?? one?.goneAtMs ?? -1;
          expect(atMs(there)).toBeGreaterThanOrEqual(atMs(copy));
        }
        expect(kept.testedAtMs ?? -1).toBeGreaterThanOrEqual(entry.testedAtMs ?? -1);
        expect(kept.lastUsedAtMs ?? -1).toBeGreaterThanOrEqual(entry.lastUsedAtMs ?? -1);
        expect(kept.createdAtMs).toBeLessThanOrEqual(entry.createdAtMs);
        if (entry.deletedAtMs === null) expect(kept.deletedAtMs).toBeNull();
      }
    }),
    { numRuns: runs(1000) },
  );
});

test("merging again changes nothing, whichever way states meet", () => {
  fc.assert(
    fc.property(state, state, state, (a, b, c) => {
      const once = merge(a, b).keyring;
      const atMs = Math.max(a.atMs, b.atMs);
      expect(merge({ keyring: once, atMs }, { keyring: once, atMs }).keyring).toEqual(once);
      const kept = ({ keyring: { entries } }: Merged) =>
        entries
          .map((e) => ({
            key: formatBackupKey(e.key),
            origin: e.origin,
            notes: e.note.split("\n").sort(),
            places: [...e.places].sort((x, y) => (x.place < y.place ? -1 : 1)),
            times: [e.createdAtMs, e.lastUsedAtMs, e.testedAtMs],
            isDeleted: e.deletedAtMs !== null,
          }))
          .sort((x, y) => (x.key < y.key ? -1 : 1));
      const stepwise = merge({ keyring: once, atMs }, c);
      const other = merge(a, { keyring: merge(b, c).keyring, atMs: Math.max(b.atMs, c.atMs) });
      expect(kept(stepwise)).toEqual(kept(other));
      expect(kept(stepwise)).toEqual(kept(merge(a, b, c)));
    }),
    { numRuns: runs(1000) },
  );
});
