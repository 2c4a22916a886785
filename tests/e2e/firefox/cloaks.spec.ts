/** Forms that a page hides under a layer which lets clicks through: the popup offers nothing to press. */
import { POPUP_CLOAKS } from "../../content/foe-cases.ts";
import type { Firefox } from "../../support/firefox.ts";
import {
  addKey,
  createKeyring,
  expect,
  expectShown,
  expectText,
  FILL,
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

for (const how of POPUP_CLOAKS) {
  test(`hidden by ${how}: asked for a fill, the popup says that there is no form`, async () => {
    const tab = await openPractice(firefox, "foe", `?how=${how}`);
    await firefox.window.pressShortcut("fill");
    const popup = await firefox.waitForPopup();
    await expectShown(popup, "No restore form on this page.");
    expect(await popup.has(FILL)).toBe(false);
    await firefox.window.closePopup();
    await tab.close();
  });
}

test("control: the same form in sight is filled", async () => {
  const tab = await openPractice(firefox, "foe", "?how=none");
  const popup = await popupOver(firefox, tab);
  await pressFill(popup);
  await expectText(popup, STATUS, "Filled");
  await firefox.window.closePopup();
  await tab.close();
});
