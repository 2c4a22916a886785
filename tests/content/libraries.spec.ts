/**
 * Forms of published libraries, in three wordings and three structures each: found by our script, and filled.
 */
import { LIBRARY_CAUSES, LIBRARY_PAGES } from "../pages/libraries/catalogue.mjs";
import { ALL } from "../support/all.ts";
import { appState, expect, fill, find, KEY, keepTab, test } from "./isolated-world.ts";
import { NOT_FILLED, NOT_OFFERED } from "./not-offered.ts";
import { taken } from "./taken.ts";

keepTab();

const EACH = [0, 1, 2] as const;
const LOOKS = EACH.flatMap((wording) => EACH.map((structure) => ({ wording, structure })));
/** The very same words and structure as another one's, so that it stands for a cause by itself. */
const TRIED = LOOKS.filter(({ wording, structure }) => ALL || wording === structure);

const { "lit-closed": _, ...OPEN_CAUSES } = LIBRARY_CAUSES;
/** A closed shadow tree is open to an extension alone: e2e/fill.spec.ts. */
const OPEN_PAGES = LIBRARY_PAGES.filter(({ closed }) => !closed);

for (const { name } of taken(OPEN_PAGES, (one) => one.name, OPEN_CAUSES))
  for (const { wording, structure } of TRIED) {
    const exception = NOT_OFFERED[name];
    const isOffered = !exception?.looks.includes(`${wording}${structure}`);
    const title = isOffered ? "found and filled" : `not offered: ${exception?.why}`;
    test(`${name}, wording ${wording}, structure ${structure}: ${title}`, async ({ page, open, probe }) => {
      await open(`lib-${name}?wording=${wording}&structure=${structure}`);
      await page.locator("[data-ready]").waitFor();
      const world = await probe();
      // Some draw their field late, as the popup looks again.
      await expect.poll(async () => (await find(world)).kind).toBe(isOffered ? "form" : "no-form");
      if (!isOffered) return;
      const refusal = NOT_FILLED[name];
      expect(await fill(world)).toBe(refusal?.outcome ?? "filled");
      if (refusal) return;
      await expect.poll(async () => (await appState(page)).key).toBe(KEY);
    });
  }
