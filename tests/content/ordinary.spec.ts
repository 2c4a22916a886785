/** Hundreds of ordinary forms: never offered. The good form beside them is. */
import { expect, type Found, find, test } from "./isolated-world.ts";

type Ordinary = { ordinary: { count: number; show(number: number): string } };

test("of more than 300 ordinary forms none is offered", async ({ page, open, probe }) => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await open("ordinary");
  const world = await probe();
  const count = await page.evaluate(() => (window as unknown as Ordinary).ordinary.count);
  expect(count).toBeGreaterThan(300);
  const offered: [string, Found][] = [];
  for (let number = 0; number < count; number++) {
    const name = await page.evaluate((n) => (window as unknown as Ordinary).ordinary.show(n), number);
    const found = await find(world);
    if (found.kind !== "no-form") offered.push([name, found]);
  }
  expect(offered).toEqual([]);
  // Control: the same page can show a form that is.
  await page.evaluate(() => {
    document.body.innerHTML = `<form><h1>Restore chat history</h1><label>64-digit encryption key <input maxlength=64></label></form>`;
  });
  expect((await find(world)).kind).toBe("form");
});
