/** Sizes, colours and times stand in one style sheet, and each page has its sheets in one order. */
import { expect, test } from "vitest";
import { readText } from "../../checks/files.ts";
import { sheet, sheets, TOKENS } from "./sheets.ts";

/** Values that must stand where they are used, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  "margin: 12mm": "paper is measured in millimetres",
  "font-size: 11pt": "print is measured in points",
};
const RAW =
  /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|lab|lch|color-mix|light-dark)\(|(?<![\w.-])-?[\d.]+(?:px|rem|pt|pc|mm|cm|in|ms|s)\b/i;
/** Named colours; system colours belong to forced colours. */
const NAMED = /:[^;]*\b(?:black|white|gr[ae]y|red|green|blue|orange|yellow|silver)\b(?!-)/;

/** Declarations alone: what is asked of the window by `@media` cannot name a token. */
const declarations = (css: string) =>
  css.replaceAll(/@media[^{]*\{/g, "").match(/[\w-]+:[^;{}]+(?=;)/g) ?? [];

test("no style sheet but the tokens' holds a value", () => {
  const raw = [...sheets]
    .filter(([name]) => name !== TOKENS)
    .flatMap(([name, css]) =>
      declarations(css)
        .map((line) => line.replaceAll(/\s+/g, " "))
        .filter((line) => RAW.test(line) || NAMED.test(line.replaceAll(/var\([^)]*\)/g, "")))
        .filter((line) => !(line in ALLOWED))
        .map((line) => `${name}: ${line}`),
    );
  expect(raw).toEqual([]);
});

test("every value that is allowed is there", () => {
  const all = [...sheets.values()].flatMap(declarations);
  for (const line of Object.keys(ALLOWED)) expect(all).toContain(line);
});

test("every token that is used is defined, and the other way round", () => {
  const named = (pattern: RegExp) =>
    new Set([...sheets.values()].flatMap((css) => Array.from(css.matchAll(pattern), ([, name]) => name)));
  const defined = named(/(?<![\w(-])--([\w-]+):/g);
  const used = named(/var\(--([\w-]+)/g);
  expect([...used].filter((name) => !defined.has(name))).toEqual([]);
  expect([...defined].filter((name) => !used.has(name))).toEqual([]);
});

// Several links become several files, which a bundler puts in an order of its own: the tab's text was a pixel
// smaller than it should be.
test.each(["app", "popup", "vault"])(
  "the page %s links one sheet, and the tokens come first in it",
  (page) => {
    const links = readText(`src/ui/pages/${page}/${page}.html`).match(/<link rel="stylesheet"[^>]*>/g);
    expect(links).toEqual([`<link rel="stylesheet" href="../../styles/${page}-page.css" />`]);
    const imported = Array.from(
      sheet(`${page}-page.css`).matchAll(/@import "\.\/(.+)";/g),
      ([, name]) => name,
    );
    expect(imported.slice(0, 3)).toEqual([TOKENS, "base.css", "controls.css"]);
  },
);
