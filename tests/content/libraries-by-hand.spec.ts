/**
 * The pages of component libraries are right themselves: who types the key by hand gets it into the
 * application.
 */
import { LIBRARY_CAUSES, LIBRARY_PAGES } from "../pages/libraries/catalogue.mjs";
import { appState, expect, KEY, keepTab, test } from "./isolated-world.ts";
import { taken } from "./taken.ts";

keepTab();

const OPEN_PAGES = LIBRARY_PAGES.filter((one) => !one.closed && !one.digitsOnly);
const { "lit-closed": _, ...OPEN_CAUSES } = LIBRARY_CAUSES;

for (const { name, boxes, digitsPerBox } of taken(OPEN_PAGES, ({ name }) => name, OPEN_CAUSES)) {
  test(`${name}: typed by hand`, async ({ page, open }) => {
    await open(`lib-${name}`);
    await page.locator("[data-ready]").waitFor();
    const fields = page
      .locator(".place")
      .locator("input, textarea, [contenteditable]:not([contenteditable=false])")
      // Some carry the whole value in a field that nobody is shown.
      .and(page.locator(":not([aria-hidden=true])"))
      .filter({ visible: true });
    for (let box = 0; box < boxes; box++) {
      const field = fields.nth(box);
      await field.focus();
      await page.keyboard.type(KEY.slice(box * digitsPerBox, (box + 1) * digitsPerBox));
    }
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await expect.poll(async () => (await appState(page)).key).toBe(KEY);
  });
}
