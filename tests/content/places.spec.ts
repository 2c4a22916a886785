/** Look-alike origins and frames of every kind, in Chromium: nothing is offered, in no document. */
import type { Page } from "@playwright/test";
import { practicePage } from "../support/practice-pages.ts";
import { ORIGIN } from "./cases.ts";
import { FRAMED, OTHER_ORIGINS, USERINFO } from "./foe-places.ts";
import { allText, expect, fill, find, IsolatedWorld, test } from "./isolated-world.ts";

const NO_FORM = { kind: "no-form" };

/** Everything at any address is the same good form, but for what is given. */
async function serveEverywhere(page: Page, given: Record<string, string> = {}): Promise<void> {
  await page.route(/^https?:/, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: given[route.request().url()] ?? practicePage("plain"),
    }),
  );
}

for (const origin of OTHER_ORIGINS.filter((one) => one.startsWith("http:"))) {
  test(`origin gate: ${origin} is another site`, async ({ page, probe }) => {
    await serveEverywhere(page);
    await page.goto(`${origin}/plain`);
    expect(new URL(page.url()).origin).toBe(origin);
    await page.getByRole("button", { name: "Restore" }).waitFor();
    expect(await find(await probe())).toEqual(NO_FORM);
  });
}

test("origin gate: a user name that reads like our site is none", async ({ page, probe }) => {
  await serveEverywhere(page);
  await page.goto(`${USERINFO}/plain`);
  await page.getByRole("button", { name: "Restore" }).waitFor();
  expect(await find(await probe())).toEqual(NO_FORM);
});

test("origin gate, control: a user name at our own site changes nothing", async ({ page, probe }) => {
  await serveEverywhere(page);
  await page.goto(`${ORIGIN.replace("//", "//someone@")}/plain`);
  const world = await probe();
  expect((await find(world)).kind).toBe("form");
  expect(await fill(world)).toBe("filled");
});

/** A world of our own in the first child frame, in whatever process it is. */
async function worldInFrame(page: Page, script: string): Promise<IsolatedWorld> {
  const frame = page.frames()[1];
  if (!frame) throw new Error("no child frame");
  // A frame in its own process has a session of its own; one in its parent's does not.
  const own = await page
    .context()
    .newCDPSession(frame)
    .catch(() => null);
  const cdp = own ?? (await page.context().newCDPSession(page));
  const { frameTree } = await cdp.send("Page.getFrameTree");
  const frameId = own ? frameTree.frame.id : frameTree.childFrames?.[0]?.frame.id;
  if (frameId === undefined) throw new Error("no child frame");
  const { executionContextId } = await cdp.send("Page.createIsolatedWorld", { frameId });
  const world = new IsolatedWorld(cdp, executionContextId);
  await world.run(script);
  return world;
}

for (const [name, address, html] of FRAMED) {
  test(`frame gate: ${name} is offered neither from within nor from above`, async ({
    page,
    probe,
    probeScript,
  }) => {
    await serveEverywhere(page, { [address]: html });
    await page.goto(address);
    await page.frameLocator("iframe").getByRole("button", { name: "Restore" }).waitFor();
    const within = await worldInFrame(page, probeScript);
    expect(await within.run("window !== window.top")).toBe(true);
    expect(await find(within)).toEqual(NO_FORM);
    expect(await find(await probe())).toEqual(NO_FORM);
    expect(await allText(page)).toBe("");
  });
}

for (const address of ["about:blank", "data:text/html,<title>x</title>"]) {
  test(`origin gate: ${address} is no site`, async ({ page, probe }) => {
    await page.goto(address);
    await page.setContent(practicePage("plain").replace(/<meta http-equiv[^>]*>/, ""));
    await page.getByRole("button", { name: "Restore" }).waitFor();
    expect(await find(await probe())).toEqual(NO_FORM);
  });
}

test("the site goes elsewhere while it is filled: the next document holds nothing", async ({
  page,
  open,
  probe,
}) => {
  await open("foe?boxes=16");
  const world = await probe();
  expect((await find(world)).kind).toBe("form");
  await page.evaluate(() => {
    document.addEventListener("input", () => location.assign("/plain"), { once: true });
  });
  const ended = fill(world).catch(() => "interrupted");
  await page.waitForURL("**/plain");
  expect(["interrupted", "filled", "field-not-usable", "page-changed-it"]).toContain(await ended);
  await page.getByRole("button", { name: "Restore" }).waitFor();
  expect(await allText(page)).toBe("");
});
