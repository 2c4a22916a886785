/** Hostile pages and the real popup: forms under layers that let clicks through, and acts while it fills. */
import { POPUP_CLOAKS, POPUP_THEFTS } from "../../content/foe-cases.ts";
import { halfIn } from "../../content/sample.ts";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { dispatchCommand } from "../../drivers/chromium/chromium-controls.ts";
import {
  addKey,
  button,
  createKeyring,
  expect,
  launch,
  NOT_FILLED,
  openPractice,
  popupOver,
  pressFill,
  test,
} from "./setup.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
let browser: Chromium;

test.beforeAll(async () => {
  browser = await launch();
  await addKey(await createKeyring(browser), KEY, "My phone");
});
test.afterAll(() => browser.close());

for (const how of halfIn("chromium", POPUP_CLOAKS)) {
  test(`hidden by ${how}: asked for a fill, the popup says that there is no form`, async () => {
    const tab = await openPractice(browser, "foe", `?how=${how}`);
    await dispatchCommand(browser, "fill");
    const { page, close } = await browser.waitForPopup();
    await expect(page.getByText("No restore form on this page.")).toBeVisible();
    await expect(button(page, "Fill on this page")).toHaveCount(0);
    await close();
    await tab.close();
  });
}

test("hidden after the offer: the fill is refused, and nothing is in the page", async () => {
  const tab = await openPractice(browser, "foe", "?how=veil-absolute&when=call");
  const { page, close } = await popupOver(browser, tab);
  await expect(button(page, "Fill on this page")).toBeEnabled();
  await tab.evaluate("void foe.act()");
  await pressFill(page);
  await expect(page.getByText("The form could not be filled: it is covered", { exact: false })).toBeVisible();
  expect(await tab.evaluate("foe.loot()")).toEqual([]);
  await close();
  await tab.close();
});

for (const query of halfIn("chromium", POPUP_THEFTS)) {
  test(`the page acts while it is filled (${query}): nothing remains, and the popup says so`, async () => {
    const tab = await openPractice(browser, "foe", `?${query}`);
    const { page, close } = await popupOver(browser, tab);
    await pressFill(page);
    await expect(page.getByText(NOT_FILLED)).toBeVisible();
    expect(await tab.evaluate("appState.events.join()")).toContain("acted on");
    expect(await tab.evaluate("foe.loot()")).toEqual([]);
    await close();
    await tab.close();
  });
}

test("control: the same form in sight is filled", async () => {
  const tab = await openPractice(browser, "foe", "?how=none");
  const { page, close } = await popupOver(browser, tab);
  await pressFill(page);
  await expect(page.getByRole("status")).toContainText("Filled");
  await close();
  await tab.close();
});
