/**
 * Restore forms of published component libraries, filled through the real popup: the application holds the key. Every
 * second one of those that Chromium's twin of this file takes; `npm run test:long` takes all.
 */
import { sample } from "../../content/sample.ts";
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import { LIBRARY_PAGES } from "../../pages/libraries/catalogue.mjs";
import {
  addKey,
  appState,
  createKeyring,
  expect,
  expectText,
  launch,
  openPractice,
  popupOver,
  pressFill,
  STATUS,
  test,
} from "./setup.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
let firefox: Firefox;

test.beforeAll(async () => {
  firefox = await launch();
  await addKey(await createKeyring(firefox), KEY, "My phone");
});
test.afterAll(() => firefox.close());

for (const { name } of sample(LIBRARY_PAGES, 6, undefined, 1)) {
  test(`${name}: filled through the popup`, async () => {
    const tab = await openPractice(firefox, `lib-${name}`);
    await tab.find("[data-ready]");
    const popup = await popupOver(firefox, tab);
    await pressFill(popup);
    // Some draw 64 boxes anew for each digit.
    await expectText(popup, STATUS, "Filled", 60_000);
    await expect.poll(async () => (await appState(tab)).key).toBe(KEY);
    expect(await tab.evaluate<boolean>(`document.querySelector("[role=dialog] > button").disabled`)).toBe(
      false,
    );
    expect((await appState(tab)).events).not.toContain("submitted");
    await firefox.window.closePopup();
    await tab.close();
  });
}
