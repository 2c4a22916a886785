import { describe, expect, it } from "vitest";
import {
  exposedAtMs,
  importedMarks,
  type Mark,
  mergeMarks,
  withMark,
} from "../../../src/core/keyring/entry-marks.ts";
import { readBody, writeBody } from "../../../src/core/keyring/keyring-body.ts";
import { mergeEntries } from "../../../src/core/keyring/merge-entries.ts";
import { markEntry } from "../../../src/core/keyring/opened-keyring.ts";
import { MOST_MARKS } from "../../../src/core/keyring/storage-budget.ts";
import { entryOf, HEX, keyringOf, NOW_MS } from "../../support/keyrings.ts";

const exposed = (isSet: boolean, atMs: number): Mark => ({ name: "exposed", isSet, atMs });
const later: Mark = { name: "from-a-later-program", isSet: false, atMs: 3 };
const many = Array.from(
  { length: MOST_MARKS },
  (_, at): Mark => ({ name: `later-${at}`, isSet: true, atMs: at }),
);

describe("a key that is marked as exposed", () => {
  const keyring = keyringOf([{ hex: HEX, marks: [later] }]);
  const id = keyring.entries[0]?.id ?? "";

  it("is so until the mark is taken away, and unknown marks stay", () => {
    const marked = markEntry(keyring, id, { mark: "exposed", isSet: true }, NOW_MS);
    if (!marked.ok) throw new Error(marked.error.code);
    const [entry] = marked.value.entries;
    expect(entry && exposedAtMs(entry)).toBe(NOW_MS);
    expect(entry?.marks).toContainEqual(later);
    const back = markEntry(marked.value, id, { mark: "exposed", isSet: false }, NOW_MS + 1);
    if (!back.ok) throw new Error(back.error.code);
    expect(back.value.entries.map(exposedAtMs)).toEqual([null]);
    expect(readBody(writeBody(back.value))).toEqual({ ok: true, value: back.value });
    expect(markEntry(keyring, "f".repeat(32), { mark: "exposed", isSet: true }, NOW_MS).ok).toBe(false);
  });

  it.each([
    [[exposed(true, 1), exposed(false, 2)]],
    [[{ ...exposed(true, 1), name: "Exposed" }]],
    [[{ ...exposed(true, 1), name: "x".repeat(41) }]],
    [[{ ...exposed(true, 1), note: "more" }]],
    [[{ ...exposed(true, 1), atMs: -1 }]],
    [[...many, later]],
  ])("is refused in a body where its marks are not as they are written: %j", (marks) => {
    expect(readBody(writeBody(keyringOf([{ hex: HEX, marks: marks as Mark[] }]))).ok).toBe(false);
  });
});

describe("merging", () => {
  const merged = (...all: Mark[]) => mergeMarks(all).filter(({ name }) => name === "exposed");

  it("takes the latest word of each mark, in whatever order, and of two at once that it is set", () => {
    expect(merged(exposed(true, 1), exposed(false, 2))).toEqual([exposed(false, 2)]);
    expect(merged(exposed(true, 3), exposed(false, 2))).toEqual([exposed(true, 3)]);
    expect(merged(exposed(false, 2), exposed(true, 2))).toEqual([exposed(true, 2)]);
    expect(merged(exposed(true, 2), exposed(false, 2))).toEqual([exposed(true, 2)]);
  });

  it("keeps the mark of either state of a key, and never more marks than are read", () => {
    const states = [
      entryOf({ hex: HEX, marks: many }),
      entryOf({ hex: HEX, marks: [exposed(true, 5), later] }),
    ];
    const { entry } = mergeEntries(states);
    expect(exposedAtMs(entry)).toBe(5);
    expect(entry.marks).toHaveLength(MOST_MARKS);
    expect(withMark({ marks: many }, "exposed", true, 9)).toHaveLength(MOST_MARKS);
  });

  it("lets no file take a mark away, or set one in the future", () => {
    expect(importedMarks({ marks: [exposed(false, 9), later] }, 7)).toEqual([later]);
    expect(importedMarks({ marks: [exposed(true, 9)] }, 7)).toEqual([exposed(true, 7)]);
  });
});
