/** Everybody can read each text on each colour that it stands on: WCAG 2.2, 1.4.3 and 1.4.11, in both themes. */
import { describe, expect, test } from "vitest";
import { coloursOf, rulesOf, sheets, TOKENS } from "./sheets.ts";

/** What text stands on wherever it likes. */
const SURFACES = ["page", "paper", "sunken", "hover", "control", "control-hover"];
/** Text of any size on these. */
const TEXT: readonly (readonly [text: string, on: readonly string[]])[] = [
  ["ink", SURFACES],
  ["soft", ["page", "paper", "sunken", "hover", "control"]],
  ["accent", ["page", "paper", "sunken", "hover", "control", "accent-wash"]],
  ["accent-ink", ["accent", "accent-hover"]],
  ["ink", ["accent-wash", "red-wash"]],
  ["green", ["page", "paper", "hover", "green-wash"]],
  ["amber", ["page", "paper", "hover", "control", "amber-wash"]],
  ["red", ["page", "paper", "hover", "red-wash"]],
  ["print-ink", ["print-paper"]],
];
/** Borders and marks that say something: the box to type in, the ring of the focus, a full step. */
const MARKS: readonly (readonly [mark: string, on: readonly string[]])[] = [
  ["edge", ["page", "paper", "sunken"]],
  ["accent", [...SURFACES, "amber-wash", "red-wash", "green-wash"]],
  ["green-fill", ["page", "paper", "hover", "green-wash"]],
  ["amber-fill", ["page", "paper", "hover", "amber-wash"]],
  ["red-fill", ["page", "paper", "hover", "red-wash"]],
];
/** Only parts two rows that space parts as well. */
const DECORATIVE = ["line"];

/** @param colour - `#` and six hexadecimal digits, in sRGB. Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

test("contrast is measured as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#ffffff", "#767676")).toBeCloseTo(4.54, 2);
});

describe.each(["light", "dark"] as const)("%s", (theme) => {
  const colours = coloursOf(theme);
  const below = (pairs: typeof TEXT, least: number) =>
    pairs.flatMap(([front, backs]) =>
      backs.flatMap((back) => {
        const ratio = contrast(colours.get(front) ?? "", colours.get(back) ?? "");
        return ratio >= least ? [] : [`${front} on ${back}: ${ratio.toFixed(2)}`];
      }),
    );

  test("text has 4.5 to 1", () => expect(below(TEXT, 4.5)).toEqual([]));
  test("borders and marks have 3 to 1", () => expect(below(MARKS, 3)).toEqual([]));
});

test("every colour is in a pair", () => {
  const paired = new Set([...TEXT, ...MARKS].flatMap(([front, backs]) => [front, ...backs]));
  expect([...coloursOf("light").keys()].filter((name) => !paired.has(name))).toEqual(DECORATIVE);
});

test("what a rule of a style sheet puts together is a pair that is measured", () => {
  const token = (value = "") => /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  const known = new Set(TEXT.flatMap(([front, backs]) => backs.map((back) => `${front} on ${back}`)));
  const used = [...sheets]
    .filter(([name]) => name !== TOKENS)
    .flatMap(([, css]) => rulesOf(css))
    .flatMap(({ declarations }) => {
      const front = token(declarations.get("color"));
      const back = token(declarations.get("background"));
      return front && back ? [`${front} on ${back}`] : [];
    });
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter((pair) => !known.has(pair))).toEqual([]);
});
