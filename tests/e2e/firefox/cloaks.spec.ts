/** Hostile pages and the real popup: forms under layers that let clicks through, and acts while it fills. */
import { POPUP_CLOAKS, POPUP_THEFTS } from "../../content/foe-cases.ts";
import { halfIn } from "../../content/sample.ts";
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import {
  addKey,
  createKeyring,
  expect,
  expectShown,
  expectText,
  FILL,
  launch,
  NOT_FILLED,
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

for (const how of halfIn("firefox", POPUP_CLOAKS)) {
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

// A page behind Firefox's popup is told of no focus, so what acts on it never comes to act.
for (const query of halfIn(
  "firefox",
  POPUP_THEFTS.filter((one) => one.includes("when=input")),
)) {
  test(`the page acts while it is filled (${query}): nothing remains, and the popup says so`, async () => {
    const tab = await openPractice(firefox, "foe", `?${query}`);
    const popup = await popupOver(firefox, tab);
    await pressFill(popup);
    await expectShown(popup, NOT_FILLED);
    expect(await tab.evaluate("appState.events.join()")).toContain("acted on");
    expect(await tab.evaluate("foe.loot()")).toEqual([]);
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
