/**
 * Why nothing is filled: said of the field that the user has pointed at, or of the one that reads like the
 * form's.
 */
import { REFUSALS } from "../../src/protocol/content.ts";
import { expect, test } from "./isolated-world.ts";

const dialog = (fields: string) =>
  `<div role=dialog><h1>Enter your 64-digit encryption key</h1><p>To restore your backup, type it below.</p>${fields}</div>`;
const covered = `<div data-style="position:fixed;inset:0;background:white"></div>`;
const other = (fields: string) => `<form><h1>New chat</h1>${fields}</form>`;

/** Of the page's form, unasked. */
const FOUND = [
  ["a password box", "password", dialog("<input type=password>")],
  ["one with a keyboard of numbers", "other-purpose", dialog("<input inputmode=numeric>")],
  ["a read-only one", "switched-off", dialog("<input readonly>")],
  ["a disabled one", "switched-off", dialog("<input disabled>")],
  ["one that is not empty", "not-empty", dialog("<input value=0a1b>")],
  [
    "an editor that holds a line for each digit: only a text box has a mask",
    "not-empty",
    dialog(`<p contenteditable role=textbox data-style="min-height:30px">____ ____</p>`),
  ],
  [
    "a box of 16 that is not empty",
    "not-empty",
    dialog("<input maxlength=4 value=0>".padEnd(28) + "<input maxlength=4>".repeat(15)),
  ],
  ["a covered one", "hidden", dialog("<input>") + covered],
  ["one that is hidden from people", "hidden", dialog("<div aria-hidden=true><input></div>")],
  ["a PIN's", "other-code", "<form><h1>Enter the PIN of your backup</h1><input maxlength=6></form>"],
] as const;

/** Of a field that was pointed at, in a page that says nothing of a key. */
const CHOSEN = [
  ["a password box", "password", other("<input type=password>")],
  ["one of the key's that is not empty", "not-empty", dialog("<input type=password value=0>")],
  ["a search", "other-purpose", other("<input type=search>")],
  ["a telephone number", "other-purpose", other("<input autocomplete=tel>")],
  [
    "a message",
    "other-purpose",
    `<footer><div contenteditable role=textbox data-style="height:30px"></div></footer>`,
  ],
  ["a read-only one", "switched-off", other("<input readonly>")],
  ["one that is too short", "too-short", other("<input maxlength=63>")],
  ["boxes that make less", "too-short", other("<input maxlength=4>".repeat(4))],
  ["one that is not empty", "not-empty", other("<input value=0>")],
  [
    "boxes of which one is not empty",
    "not-empty",
    other(`${"<input maxlength=4>".repeat(15)}<input maxlength=4 value=0>`),
  ],
  ["a covered one", "hidden", other("<input>") + covered],
  ["a PIN's", "other-code", "<form><h1>Enter the PIN of your backup</h1><input maxlength=6></form>"],
] as const;

for (const [cases, selector] of [
  [FOUND, null],
  [CHOSEN, "input, [contenteditable]"],
] as const)
  for (const [what, why, html] of cases)
    test(`${selector === null ? "on the page" : "pointed at"}: ${what}: ${why}`, async ({ show }) => {
      const world = await show(html);
      expect(await world.run(`probe.explain(${JSON.stringify(selector)})`)).toEqual({
        why,
        chosen: selector !== null,
      });
      expect(await world.run("probe.find().kind")).toBe("no-form");
    });

test("every rule is tried", () => {
  const tried = [...FOUND, ...CHOSEN].map(([, why]) => why);
  expect([...new Set(tried)].sort()).toEqual([...REFUSALS].sort());
});

test("control: nothing is said of a form that can be filled, nor of a page without one", async ({ show }) => {
  for (const html of [dialog("<input>"), other("<input>"), dialog(`<input data-style="display:none">`), ""]) {
    expect(await (await show(html)).run("probe.explain(null)")).toBeNull();
  }
});
