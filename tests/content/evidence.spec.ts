/** What is evidence of a restore form, and what is not, case by case. In both browsers: evidence-in-each.spec.ts. */
import { OFFERED, REAL_CODES, REFUSED } from "./evidence-cases.ts";
import { expect, find, test } from "./isolated-world.ts";

for (const [what, html] of REAL_CODES)
  test(`not for Choose the field: ${what}`, async ({ show }) => {
    expect(await (await show(html)).run(`probe.choose("[autocomplete]")`)).toBe("no-form");
  });

for (const [what, html, count] of OFFERED)
  test(`offered: ${what}`, async ({ show }) => {
    expect(await find(await show(html))).toMatchObject({ kind: "form", shape: { boxes: count } });
  });

for (const [what, html] of REFUSED)
  test(`not offered: ${what}`, async ({ show }) => {
    expect(await find(await show(html))).toEqual({ kind: "no-form" });
  });
