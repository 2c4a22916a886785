/** The script as a whole: orders in, messages out. Only the wire is a double. */
import { allText, appState, expect, type IsolatedWorld, KEY, test } from "./isolated-world.ts";

const LOOK_ID = "0".repeat(32);
const sent = (world: IsolatedWorld): Promise<{ type: string; payload: Record<string, unknown> }[]> =>
  world.run("wire.sent");
const order = (world: IsolatedWorld, type: string, payload: unknown): Promise<unknown> =>
  world.run(`wire.order(${JSON.stringify(type)}, ${JSON.stringify(payload)})`);

async function look(world: IsolatedWorld): Promise<{ kind: string; token: string }> {
  expect(await order(world, "form.look", { lookId: LOOK_ID })).toEqual({ ok: true, value: {} });
  const report = (await sent(world)).findLast(({ type }) => type === "form.report");
  expect(report?.payload["lookId"]).toBe(LOOK_ID);
  return report?.payload["report"] as { kind: string; token: string };
}

test("it says that a form waits, reports it when asked, fills once, and says that none waits", async ({
  page,
  open,
  enter,
  mainScript,
  lookingScript,
}) => {
  await open("boxes16");
  const world = await enter(mainScript + lookingScript);
  expect(await sent(world)).toMatchObject([{ type: "page.waiting", payload: { form: true, key: false } }]);
  const report = await look(world);
  expect(report).toMatchObject({ kind: "form", shape: { boxes: 16, digitsPerBox: 4, multiline: false } });
  expect(report.token).toMatch(/^[0-9a-f]{32}$/);

  const fill = { token: report.token, hex: KEY };
  expect(await order(world, "form.fill", fill)).toEqual({ ok: true, value: { outcome: "filled" } });
  expect((await appState(page)).key).toBe(KEY);
  expect((await sent(world)).at(-1)).toMatchObject({
    type: "page.waiting",
    payload: { form: false, key: false },
  });
  expect(await order(world, "form.fill", fill)).toEqual({ ok: false, error: { code: "offer-expired" } });
  expect(JSON.stringify(await sent(world))).not.toContain(KEY.slice(0, 8));
});

test("after a look it says once that the page has changed, where the badge stays as it is", async ({
  page,
  open,
  enter,
  mainScript,
  lookingScript,
}) => {
  await open("single");
  const world = await enter(mainScript + lookingScript);
  const waiting = async () => (await sent(world)).filter(({ type }) => type === "page.waiting");
  await look(world);
  expect(await waiting()).toHaveLength(1);
  await page.evaluate(() => document.body.append(document.createElement("p")));
  await expect.poll(waiting).toHaveLength(2);
  expect((await waiting()).at(-1)?.payload).toEqual({ form: true, key: false });
});

test("token gate: another token, or one that another form's has replaced, fills nothing", async ({
  page,
  open,
  enter,
  mainScript,
  lookingScript,
}) => {
  await open("single");
  const world = await enter(mainScript + lookingScript);
  const first = await look(world);
  expect((await look(world)).token).toBe(first.token);
  await page.getByRole("textbox").evaluate((field) => field.replaceWith(field.cloneNode()));
  expect((await look(world)).token).not.toBe(first.token);
  for (const token of [LOOK_ID, first.token]) {
    const refused = { ok: false, error: { code: "offer-expired" } };
    expect(await order(world, "form.fill", { token, hex: KEY })).toEqual(refused);
  }
  expect(await allText(page)).toBe("");
});

test("orders that do not parse are refused, and what is no order is left to others", async ({
  page,
  open,
  enter,
  mainScript,
  lookingScript,
}) => {
  await open("single");
  const world = await enter(mainScript + lookingScript);
  const { token } = await look(world);
  const invalid = { ok: false, error: { code: "invalid-request" } };
  for (const hex of ["", KEY.slice(1), `${KEY}0`, KEY.toUpperCase(), 64]) {
    expect(await order(world, "form.fill", { token, hex })).toEqual(invalid);
  }
  expect(await order(world, "form.look", { lookId: "1" })).toEqual(invalid);
  for (const type of ["page.waiting", "toString", "__proto__", "key.reveal"]) {
    expect(await order(world, type, {})).toBeUndefined();
  }
  expect(await allText(page)).toBe("");
});

test("origin gate: on another site the script does not even listen", async ({ open, enter, mainScript }) => {
  await open("single", "https://example.com");
  const world = await enter(mainScript);
  expect(await world.run("wire")).toMatchObject({ sent: [], listener: null });
});

test("frame gate: in a frame the script does not even listen", async ({ page, open, enter, mainScript }) => {
  await open("framed?how=url");
  await page.frameLocator("iframe").getByRole("button", { name: "Restore" }).waitFor();
  const world = await enter(mainScript, "child");
  expect(await world.run("wire")).toMatchObject({ sent: [], listener: null });
});

test("no answer to a look before what comes with it is there, with the gate against layers", async ({
  open,
  enter,
  mainScript,
  lookingScript,
}) => {
  await open("single");
  const world = await enter(mainScript);
  expect(await order(world, "form.look", { lookId: LOOK_ID })).toMatchObject({ ok: false });
  expect((await sent(world)).filter(({ type }) => type === "form.report")).toEqual([]);
  await world.run(lookingScript);
  const { token } = await look(world);
  // It comes with every look, and the offer stays.
  await world.run(lookingScript);
  expect((await look(world)).token).toBe(token);
});

test("a choice takes the place of one that goes on: one click ends it, and the next is the page's", async ({
  page,
  open,
  enter,
  mainScript,
  lookingScript,
}) => {
  await open("single");
  const world = await enter(mainScript + lookingScript);
  await page.evaluate(() =>
    document.addEventListener("click", () => document.body.setAttribute("data-clicked", "")),
  );
  const chosen = async () => (await sent(world)).filter(({ type }) => type === "field.chosen");
  for (let times = 0; times < 2; times += 1)
    expect(await order(world, "field.choose", {})).toEqual({ ok: true, value: {} });
  await page.getByRole("textbox").click();
  expect(await chosen()).toMatchObject([{ payload: { chosen: true } }]);
  await expect(page.locator("body")).not.toHaveAttribute("data-clicked");
  await page.getByRole("heading").first().click();
  await expect(page.locator("body")).toHaveAttribute("data-clicked");
  expect(await chosen()).toHaveLength(1);
});

test("what comes with a look does nothing where no script of ours is", async ({
  open,
  enter,
  lookingScript,
}) => {
  await open("single", "https://example.com");
  const names = "JSON.stringify(Object.getOwnPropertyNames(globalThis))";
  const empty = await enter("");
  const before = await empty.run(names);
  const world = await enter(lookingScript);
  expect(await world.run(names)).toBe(before);
  expect(await (await enter("globalThis.named = 1")).run(names)).not.toBe(before);
});
