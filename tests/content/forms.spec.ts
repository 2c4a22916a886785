/**
 * What a fill leaves behind, and what it leaves alone, in Chromium; forms-in-each.spec.ts holds what is found
 * and filled.
 */
import type { Page } from "@playwright/test";
import { allText, appState, expect, fill, find, KEY, test, virtualTime } from "./isolated-world.ts";

test("every field is kept out of session restore before it holds anything, and stays so", async ({
  page,
  open,
  probe,
}) => {
  await open("boxes16");
  const world = await probe();
  await find(world);
  expect(await page.locator("input[autocomplete]").count()).toBe(0);
  await page.evaluate(() => {
    document.addEventListener("input", (event) => {
      const field = event.target as HTMLInputElement;
      (window as unknown as { appState: { events: string[] } }).appState.events.push(
        `autocomplete ${field.autocomplete}`,
      );
    });
  });

  await fill(world);

  const { events } = await appState(page);
  expect(new Set(events.filter((event) => event.startsWith("autocomplete")))).toEqual(
    new Set(["autocomplete off"]),
  );
  expect(await page.locator("input[autocomplete=off]").count()).toBe(16);
});

test("remounted fields are kept out of session restore too", async ({ page, open, probe }) => {
  await open("rerender?boxes=1");
  const world = await probe();
  await find(world);
  expect(await fill(world)).toBe("filled");
  expect((await appState(page)).events).toContain("remounted");
  expect(await page.locator("input[autocomplete=off]").count()).toBe(1);
});

/**
 * The page puts the same form up again: new elements with the value of the old ones and none of our
 * attributes.
 *
 * @param mark - the `autocomplete` that the page itself sets.
 */
const remount = (page: Page, selector: string, mark: string): Promise<void> =>
  page.locator(selector).evaluate((old, own) => {
    const values = [...document.querySelectorAll("input")].map((field) => field.value);
    const fresh = old.cloneNode(true) as Element;
    for (const field of fresh.matches("input") ? [fresh] : fresh.querySelectorAll("input"))
      field.setAttribute("autocomplete", own);
    old.replaceWith(fresh);
    for (const [i, field] of document.querySelectorAll("input").entries()) field.value = values[i] ?? "";
  }, mark);

for (const [what, selector, mark] of [
  ["one field", "input >> nth=0", ""],
  ["the whole dialog", "[role=dialog]", ""],
  ["the whole dialog, marked as a one-time code,", "[role=dialog]", "one-time-code"],
] as const) {
  test(`kept out of session restore when the page puts up ${what} again later`, async ({
    page,
    open,
    probe,
  }) => {
    await open("boxes16");
    const world = await probe();
    if (mark)
      await page.evaluate((own) => {
        for (const field of document.querySelectorAll("input")) field.setAttribute("autocomplete", own);
      }, mark);
    await find(world);
    expect(await fill(world)).toBe("filled");
    await page.waitForTimeout(500);
    await remount(page, selector, mark);
    expect(await allText(page)).toBe(KEY);
    expect(await page.locator("input[autocomplete=off]").count()).toBe(16);
  });
}

test("new plain text fields are kept out for ten minutes after a fill, and not before", async ({
  page,
  open,
  probe,
}) => {
  await open("single");
  const world = await probe();
  await find(world);
  /** What a new field's `autocomplete` is one microtask after it came. */
  const add = (html: string) =>
    page.evaluate(async (inner) => {
      const added = document.createElement("p");
      added.innerHTML = inner;
      document.body.append(added);
      await Promise.resolve();
      return added.querySelector("input")?.getAttribute("autocomplete");
    }, html);
  expect(await add("<input>")).toBe(null);
  const pass = await virtualTime(page);

  expect(await fill(world)).toBe("filled");

  expect(await add('<input autocomplete="one-time-code">')).toBe("one-time-code");
  expect(await add('<input type="password">')).toBe(null);
  expect(await add('<input aria-label="verification input">')).toBe("off");
  await pass(9 * 60_000);
  expect(await add("<input>")).toBe("off");
  await pass(70_000);
  expect(await add("<input>")).toBe(null);
});

test("looking leaves no trace in the page", async ({ page, open, probe }) => {
  await open("single");
  const before = await page.locator("#root").innerHTML();
  const world = await probe();
  expect((await find(world)).kind).toBe("form");
  expect(await page.locator("#root").innerHTML()).toBe(before);
  expect((await appState(page)).events).toEqual([]);
});

test("the page's own script is not used, bent or not", async ({ page, open, probe }) => {
  await open("hostile");
  const world = await probe();
  await find(world);
  expect(await fill(world)).toBe("filled");
  const { events } = await appState(page);
  expect(events.filter((event) => event.startsWith("ran") || event.startsWith("answered"))).toEqual([]);
});

test("a page that undoes typing and takes a value over on change gets it set and announced", async ({
  page,
  open,
  probe,
}) => {
  await open("plain");
  const world = await probe();
  await find(world);
  await page.evaluate(() => {
    const field = document.querySelector("input");
    const { appState } = window as unknown as { appState: { events: string[] } };
    const undo = () => {
      if (field) field.value = "";
    };
    field?.addEventListener("input", undo, { once: true });
    // The browser's own change event, which comes when the focus leaves, is not composed.
    field?.addEventListener("change", (event) => {
      if (event.composed) appState.events.push(`taken: ${field.value.length}`);
    });
  });
  expect(await fill(world)).toBe("filled");
  expect((await appState(page)).events).toContain("taken: 64");
  expect((await appState(page)).key).toBe(KEY);
});
