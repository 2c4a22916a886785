/** Restore forms of published component libraries, filled through the real popup: the application holds the key. */
import { sample } from "../../content/sample.ts";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { LIBRARY_PAGES } from "../../pages/libraries/catalogue.mjs";
import {
  addKey,
  appState,
  button,
  createKeyring,
  expect,
  launch,
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

// Firefox takes other ones.
for (const { name } of sample(LIBRARY_PAGES, 6)) {
  test(`${name}: filled through the popup`, async () => {
    const tab = await openPractice(browser, `lib-${name}`);
    await tab.locator("[data-ready]").waitFor();
    const { page, close } = await popupOver(browser, tab);
    await pressFill(page);
    await expect(page.getByRole("status")).toContainText("Filled", { timeout: 60_000 }); // some draw 64 boxes anew for each digit
    await expect.poll(async () => (await appState(tab)).key).toBe(KEY);
    await expect(button(tab, "Restore")).toBeEnabled();
    expect((await appState(tab)).events).not.toContain("submitted");
    await close();
    await tab.close();
  });
}
