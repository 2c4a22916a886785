/** The badge's watcher in a real page: what it notices, when, and what it costs. */
import { expect, type IsolatedWorld, test } from "./isolated-world.ts";

type Report = { waiting: boolean };
const reports = (world: IsolatedWorld): Promise<Report[]> => world.run("probe.reports()");
const lastWaiting = async (world: IsolatedWorld) => (await reports(world)).at(-1)?.waiting ?? false;

test("a form that is there is noticed at once, and nothing is said of a page without one", async ({
  open,
  probe,
}) => {
  await open("plain");
  const withForm = await probe();
  await withForm.run("probe.watch()");
  expect(await reports(withForm)).toMatchObject([{ waiting: true }]);

  await open("chat");
  const without = await probe();
  await without.run("probe.watch()");
  await without.run("new Promise((done) => setTimeout(done, 500))");
  expect(await reports(without)).toEqual([]);
});

test("a form that comes late is noticed, and that it went", async ({ page, open, probe }) => {
  await open("late");
  const world = await probe();
  await world.run("probe.watch()");
  expect(await reports(world)).toEqual([]);
  await expect.poll(() => lastWaiting(world)).toBe(true);
  await page.evaluate(() => document.querySelector("[role=dialog]")?.remove());
  await expect.poll(() => lastWaiting(world)).toBe(false);
  expect(await reports(world)).toMatchObject([{ waiting: true }, { waiting: false }]);
});

test("who has looked hears once of the next change that the badge does not show, and of no other", async ({
  page,
  open,
  probe,
}) => {
  const add = () => page.evaluate(() => document.body.append(document.createElement("p")));
  await open("plain");
  const world = await probe();
  await world.run("probe.watch()");
  expect(await reports(world)).toHaveLength(1);
  await add();
  await page.waitForTimeout(1_500);
  expect(await reports(world)).toHaveLength(1);
  await world.run("probe.reportNext()");
  await page.waitForTimeout(1_500);
  expect(await reports(world)).toHaveLength(1);
  await add();
  await expect.poll(() => reports(world)).toMatchObject([{ waiting: true }, { waiting: true }]);
  await add();
  await page.waitForTimeout(1_500);
  expect(await reports(world)).toHaveLength(2);
});

test("a change right after a look is told of too, and a page that never rests is told of once", async ({
  page,
  open,
  probe,
}) => {
  await open("chat");
  const world = await probe();
  await world.run("probe.watch()");
  await world.run("probe.reportNext()");
  await page.evaluate(() => document.body.append(document.createElement("p")));
  await expect.poll(() => reports(world)).toEqual([{ waiting: false }]);
  await page.evaluate(() => {
    setInterval(() => document.body.append(document.createElement("p")), 20);
  });
  await world.run("probe.reportNext()");
  await page.waitForTimeout(3_000);
  expect(await reports(world)).toHaveLength(2);
});

test("a form is noticed on a page that never rests", async ({ page, open, probe }) => {
  await open("busy?seconds=3600");
  const world = await probe();
  await world.run("probe.watch()");
  // By then it knows what a look costs here.
  await page.waitForTimeout(3000);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      "afterbegin",
      `<form><h1>Restore chat history</h1><label>64-digit encryption key <input maxlength=64></label></form>`,
    );
  });
  // The page goes on for an hour. How soon it is noticed is for `npm run bench noticing`.
  await expect.poll(() => lastWaiting(world)).toBe(true);
});

const ASKING = "<h1>Restore your backup</h1><p>Enter your 64-digit encryption key.</p>";
const EDITOR = `<p contenteditable role=textbox aria-label="64-digit key" style="min-height: 30px"></p>`;
const LARGE = {
  "an input": `<form>${ASKING}<label>64-digit key <input maxlength=64></label></form>`,
  "a text area": `<form>${ASKING}<label>64-digit key <textarea maxlength=64></textarea></label></form>`,
  "an editor in a dialog": `<dialog open>${ASKING}${EDITOR}</dialog>`,
  "an editor in an alert": `<div role=alertdialog>${ASKING}${EDITOR}</div>`,
};

for (const [what, html] of Object.entries(LARGE)) {
  test(`on a page of thousands of elements is noticed: ${what}`, async ({ page, open, probe }) => {
    await open("chat");
    await page.evaluate(() => {
      document.body.replaceChildren(document.createElement("main"), document.createElement("div"));
      const many = Array.from({ length: 5_000 }, () => document.createElement("span"));
      document.querySelector("div")?.append(...many);
    });
    const world = await probe();
    await world.run("probe.watch()");
    expect(await reports(world)).toEqual([]);
    await page.evaluate((text) => {
      document.querySelector("main")?.insertAdjacentHTML("beforeend", text);
    }, html);
    await expect.poll(() => lastWaiting(world)).toBe(true);
  });
}

test("a form that fades in, without another change to the page, is noticed", async ({
  page,
  open,
  probe,
}) => {
  await open("hidden?how=opacity");
  const world = await probe();
  await world.run("probe.watch()");
  expect(await reports(world)).toEqual([]);
  await page.evaluate(() => document.querySelector(".faint")?.classList.remove("faint"));
  await expect.poll(() => lastWaiting(world)).toBe(true);
});

test("in a hidden tab nothing is looked at until it is shown", async ({ page, open, probe }) => {
  await open("chat");
  const world = await probe();
  const show = (hidden: boolean) =>
    world.run<boolean>(`
      Object.defineProperty(document, "hidden", { configurable: true, value: ${String(hidden)} });
      document.dispatchEvent(new Event("visibilitychange"))`);
  await world.run("probe.watch()");
  await show(true);
  await page.evaluate(() => {
    document.body.innerHTML = `<form><h1>Restore chat history</h1><label>64-digit encryption key <input maxlength=64></label></form>`;
  });
  await page.waitForTimeout(500);
  expect(await reports(world)).toEqual([]);
  await show(false);
  expect(await reports(world)).toMatchObject([{ waiting: true }]);
});
