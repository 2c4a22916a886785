/** What a page asks for beside a restore key is never offered; among all of it, the real form is. */
import { NEGATIVES } from "./cases.ts";
import { allText, appState, expect, fill, find, KEY, keepTab, test } from "./isolated-world.ts";

keepTab();

test("the list names every field of the page", async ({ page, open }) => {
  await open("negatives");
  expect(await page.evaluate("negatives.names")).toEqual(NEGATIVES);
});

test("never offered: all of them on one page", async ({ open, probe }) => {
  await open("negatives");
  expect(await find(await probe())).toEqual({ kind: "no-form" });
});

test("control: the real form among all of them is found and filled, and nothing else", async ({
  page,
  open,
  probe,
}) => {
  await page.setViewportSize({ width: 1280, height: 2000 });
  await open("negatives?with=form");
  const before = await allText(page);
  const world = await probe();
  expect((await find(world)).kind).toBe("form");
  expect(await fill(world)).toBe("filled");
  expect((await appState(page)).key).toBe(KEY);
  expect((await allText(page)).replace(KEY, "")).toBe(before);
});
