/**
 * The same evidence in each browser, with every gate of a look; `npm run test:all` adds what is never to get the
 * key, in seventeen languages and six layouts.
 */
import { ALL } from "../support/all.ts";
import { type Case, NEVER_CASES, NEVER_COUNTED_CASES } from "./corpus/cases.ts";
import { OFFERED, REAL_CODES, REFUSED } from "./evidence-cases.ts";
import type { Found } from "./isolated-world.ts";
import { expect, inEachBrowser, type Stage, test } from "./stage.ts";

async function findIn(stage: Stage, html: string): Promise<Found> {
  await stage.page(`(() => {
    document.body.innerHTML = ${JSON.stringify(html)};
    for (const one of document.querySelectorAll("[data-style]")) one.style.cssText = one.dataset.style;
  })()`);
  return stage.find();
}

async function kindsOf(stage: Stage, cases: readonly Case[]): Promise<string[]> {
  const strange: string[] = [];
  for (const { name, restore, html } of cases)
    if ((await findIn(stage, html)).kind !== (restore ? "form" : "no-form")) strange.push(name);
  return strange;
}

inEachBrowser(() => {
  test("evidence: each form is offered, and each of the others is not, whoever points at a code's", async ({
    stage,
  }) => {
    await stage.open("plain");
    for (const [what, html, boxes] of OFFERED)
      expect([what, await findIn(stage, html)]).toMatchObject([what, { kind: "form", shape: { boxes } }]);
    for (const [what, html] of REFUSED)
      expect([what, await findIn(stage, html)]).toEqual([what, { kind: "no-form" }]);
    for (const [what, html] of REAL_CODES) {
      await findIn(stage, html);
      expect([what, await stage.ours(`probe.choose("[autocomplete]")`)]).toEqual([what, "no-form"]);
    }
  });

  if (ALL)
    test("what is never to get the key, and restore forms by the same hands, in each layout", async ({
      stage,
    }) => {
      await stage.open("plain");
      expect(await kindsOf(stage, [...NEVER_CASES, ...NEVER_COUNTED_CASES])).toEqual([]);
    });
});
