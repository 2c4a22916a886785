/** Keys among other words: found in every spelling, and nothing else is taken for a key. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findKeys, holdsKey } from "../../src/copies/key-search.ts";
import { hexToBytes } from "../../src/core/bytes.ts";
import { formatBackupKey } from "../../src/core/key/backup-key.ts";
import { ALL } from "../support/all.ts";
import { HEX, OTHER_HEX } from "../support/export-sources.ts";

const find = (text: string) => findKeys(text).map(formatBackupKey);
const groups = (hex: string, length = 4) => hex.match(new RegExp(`.{${length}}`, "g")) ?? [];
const rows = (hex: string) => groups(hex, 16).map((row) => groups(row).join(" "));

describe("is found", () => {
  test.each([
    ["bare", HEX],
    ["in capitals", HEX.toUpperCase()],
    ["in quotes, after a label", `{"key":"${HEX}"}`],
    ["in groups of 4", groups(HEX).join(" ")],
    ["in groups of 2 with colons", groups(HEX, 2).join(":")],
    ["in groups of 8, 16 and 32", [8, 16, 32].map((n) => `${groups(HEX, n).join("-")};`).join(" or ")],
    ["in four rows", rows(HEX).join("\n")],
    ["in rows with Windows's line ends", rows(HEX).join("\r\n")],
    [
      "with no-break spaces, soft hyphens and direction marks",
      `\u200e${groups(HEX).join("\u00a0\u00ad")}\u2069`,
    ],
    ["in full-width digits", HEX.replace(/./g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
    ["after a year on its own line", `2026\n${rows(HEX).join("\n")}\nface`],
    ["after a sentence that ends like a group", `I feed\nit: ${groups(HEX).join(" ")}`],
  ])("%s", (_, text) => expect(find(text)).toEqual([HEX]));

  test("in mathematical digits, two units each", () => {
    const digits = Array.from(HEX, (d) => (/[0-9]/.test(d) ? String.fromCodePoint(0x1d7ce + Number(d)) : d));
    expect(find(digits.join(""))).toEqual([HEX]);
    expect(find("\u{1d7ce}".repeat(64))).toEqual(["0".repeat(64)]);
  });

  test("two, one after the other, in any form", () => {
    expect(find(`${HEX} ${OTHER_HEX}`)).toEqual([HEX, OTHER_HEX]);
    expect(find([...rows(HEX), "", ...rows(OTHER_HEX)].join("\n"))).toEqual([HEX, OTHER_HEX]);
    expect(find(`${rows(HEX).join("\n")}\n${OTHER_HEX}`)).toEqual([HEX, OTHER_HEX]);
  });

  test("each once, however often it stands there", () =>
    expect(find(`${HEX} ${rows(HEX)} ${HEX}`)).toEqual([HEX]));
});

describe("is not made up", () => {
  test.each([
    ["63 characters", HEX.slice(1)],
    ["65 characters", `${HEX}0`],
    ["128 characters", HEX + OTHER_HEX],
    ["the end of a long word", "a".repeat(129) + HEX],
    ["the end of a longer one", "a".repeat(129 * 3) + HEX],
    ["a letter beside it", `x${HEX}`],
    ["a wrong digit", HEX.replace("5", "o")],
    ["15 groups", groups(HEX).slice(1).join(" ")],
    ["17 groups in a line", `2026 ${groups(HEX).join(" ")}`],
    ["groups of unequal length", `0243 579 e34a ${groups(HEX).slice(3).join(" ")}`],
    ["five rows, all alike", ["0000 0000 0000 0000", ...rows(HEX)].join("\n")],
    ["UUIDs", Array(8).fill("01234567-89ab-cdef-0123-456789abcdef").join(" ")],
    ["nothing", ""],
  ])("from %s", (_, text) => expect(find(text)).toEqual([]));

  test("any text: no throw, and only what stands there", () => {
    const part = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(HEX, ...groups(HEX), "\n", " ", "-"),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join("");
        const digits = text
          .normalize("NFKC")
          .toLowerCase()
          .replace(/[^0-9a-f]/g, "");
        for (const hex of find(text)) expect(digits).toContain(hex);
      }),
    );
  });
});

test("one key is looked for", () => {
  expect(holdsKey(`key: ${rows(HEX).join("\n")}`, hexToBytes(HEX))).toBe(true);
  expect(holdsKey(HEX, hexToBytes(OTHER_HEX))).toBe(false);
});

// A search that started over at each group would take hours.
test("megabytes of groups that make no key hold nobody up", () => {
  // 16 MB and 5 MB, or a sixteenth: quadratic, neither would end. A group more than whole keys, or it would
  // be keys.
  const [blanks, lines] = ALL ? [3_200_001, 1_000_001] : [200_001, 62_501];
  expect(find("0243 ".repeat(blanks))).toEqual([]);
  expect(find("0243\n".repeat(lines))).toEqual([]);
});
