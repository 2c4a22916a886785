/** The popped-out window acts on the tab in front of the normal window that had the focus last. */
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { practicePage, SITE } from "./practice.ts";
import {
  addKey,
  appState,
  button,
  createKeyring,
  FILL,
  POPUP,
  popOut,
  pressFill,
  STATUS,
  text,
  waitForFill,
} from "./steps.ts";
import { expect, launch, long, one, setUp, story } from "./story.ts";

const KEY = "9d3e".repeat(16);
const ONE_FIELD = text("One text field");
const BOXES = text("16 boxes of 4 digits");
const OURS = one(
  "chromium",
  "which window was last is kept by us, alike in both; a browser that starts sooner",
);
const REFUSED = one("chromium", "the browser's refusal is made by the test, and its answer is ours");
let browser: Driver;
/** In the first window and, alone, in the second. */
let single: Page;
let boxes: Page;
let out: Page;

setUp(async () => {
  browser = await launch();
  await addKey(await createKeyring(browser), KEY, "My phone");
  await browser.serve(SITE, { "/single": practicePage("single"), "/boxes16": practicePage("boxes16") });
  single = await browser.newPage(`${SITE}/single`);
  await single.bringToFront();
  out = await popOut(browser);
  boxes = await browser.newPage(`${SITE}/boxes16`, "window");
});

/** What the browser says of the window that this page of ours is in. */
const windowOf = (page: Page) =>
  page.evaluate(async () => {
    const { type, focused } = await chrome.windows.getCurrent();
    return { type, focused };
  });

async function comeFrom(page: Page): Promise<void> {
  await browser.focusWindow(page);
  await browser.focusWindow(out);
}

const poppedOut = () => browser.pages(`${browser.extUrl(POPUP)}?window`);

story("it is a window of its own, and has no Pop out itself", OURS, async () => {
  expect(await windowOf(out)).toMatchObject({ type: "popup" });
  await out.expectShown(button("Lock"));
  expect(await out.count(button("Pop out"))).toBe(0);
});

story(
  "two normal windows: it follows the one that had the focus last, and keeps it while in front",
  one("chromium", "the same event of the platform in both"),
  async () => {
    await comeFrom(boxes);
    await waitForFill(out);
    await out.expectShown(BOXES);
    await comeFrom(single);
    await out.expectShown(ONE_FIELD);
    await pressFill(out);
    await out.expectText(STATUS, "Filled in.");
    expect((await appState(single)).key).toBe(KEY);
    expect((await appState(boxes)).key).toBe("");
  },
);

story("the worker's death does not change which window it acts on", OURS, async () => {
  await comeFrom(boxes);
  await out.expectShown(BOXES);
  await browser.killWorker();
  await pressFill(out);
  await out.expectText(STATUS, "Filled in.");
  expect((await appState(boxes)).key).toBe(KEY);
});

story(
  "the shortcut over a popped-out window brings that to the fill",
  long(
    "the browser itself refuses the popup; Chromium's story makes the refusal",
    "no-popup-over-popped-out",
  ),
  async () => {
    await single.reload();
    await comeFrom(single);
    await browser.pressShortcut("fill");
    await out.expectShown(FILL, ONE_FIELD);
    expect(await browser.isPopupOpen()).toBe(false);
    await pressFill(out);
    await expect.poll(async () => (await appState(single)).key).toBe(KEY);
  },
);

const refusePopups = () =>
  browser.evaluateInWorker(() => {
    // Two objects in Chromium since 148; ours asks by the second.
    for (const name of ["chrome", "browser"]) {
      const root = Reflect.get(globalThis, name) as typeof chrome | undefined;
      if (root) root.action.openPopup = () => Promise.reject(new Error("refused"));
    }
  });

story(
  "where the browser refuses to open the popup, the shortcut brings this window to the front",
  REFUSED,
  async () => {
    await browser.focusWindow(single);
    await single.reload();
    await refusePopups();
    await browser.pressShortcut("fill");
    await expect.poll(async () => (await windowOf(out)).focused).toBe(true);
    expect(await poppedOut()).toHaveLength(1);
    await out.expectShown(FILL, ONE_FIELD);
    expect((await appState(single)).key).toBe("");
  },
);

story("without the popped-out window, it opens where the popup is refused", REFUSED, async () => {
  for (const page of await poppedOut()) await page.close();
  await browser.focusWindow(single);
  await single.reload();
  await refusePopups();
  await browser.pressShortcut("fill");
  const again = await browser.waitForPage(`${browser.extUrl(POPUP)}?window`);
  await pressFill(again);
  await expect.poll(async () => (await appState(single)).key).toBe(KEY);
});
