/**
 * What the user can do with the page in front beside filling what was recognised: point, catch, fill
 * elsewhere.
 */
import type { Driver, MenuEntry } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { NO_FORM_MARK, practicePage } from "./practice.ts";
import { openReader, SCRIPT_HOSTS } from "./reader-page.ts";
import {
  ALERT,
  addKey,
  appState,
  ask,
  button,
  createKeyring,
  FILL,
  field,
  openPractice,
  popupOver,
  pressFill,
  STATUS,
  shownKey,
  type Target,
  text,
  typedText,
  withPopup,
} from "./steps.ts";
import { both, expect, launch, long, one, setUp, story } from "./story.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
/** What the practice page `shown-key` shows. */
const SHOWN = "0123456789abcdeffedcba98765432100f1e2d3c4b5a69788796a5b4c3d2e1f0";
const VIEWER = "https://viewer.example";
const HOST = field("To fill in once, type the page's host");
const FILL_ONCE = button("Fill in once");
const CHOOSE = button("Choose the field");
const CATCH = button("Add from this page");
const ELSEWHERE = button("Fill in another page");
const POINTED = text("The field you chose");
const SHOWN_TEXT = "[role=dialog] p + p";
const ADD_SELECTED: MenuEntry = { id: "add", title: "Add the selected 64-digit key…" };
const BOTH = both("popup, menus, trusted events and access to a tab are the browser's own");
const VARIANT = long("a variant: another one stands for its cause");
const OURS_HERE = one("chromium", "our own gates and sentences, alike in both");
let browser: Driver;
let app: Page;

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, KEY, "My phone");
});

const keyOf = async (tab: Page) => (await appState(tab)).key;
const outlineOf = (tab: Page, target: Target) => tab.on(target, (it) => getComputedStyle(it).outlineStyle);

async function leave(popup: Page, tab: Page): Promise<void> {
  await popup.close();
  await tab.close();
}

/** *Choose the field* in the popup, which closes for it. */
async function startChoosing(tab: Page): Promise<void> {
  const popup = await popupOver(browser, tab);
  await popup.click(CHOOSE);
  await expect.poll(() => browser.isPopupOpen()).toBe(false);
  await popup.close();
}

async function expectNothingChosen(tab: Page): Promise<void> {
  const popup = await popupOver(browser, tab);
  await popup.expectShown(CHOOSE);
  expect(await popup.count(FILL)).toBe(0);
  await popup.close();
}

for (const [boxes, where] of [
  [1, VARIANT],
  [16, BOTH],
] as const) {
  const title = `point at it: a form of ${boxes} that no words tell is filled after a click on it`;
  story(title, where, async () => {
    const tab = await openPractice(browser, "bare", `?boxes=${boxes}`);
    await startChoosing(tab);
    await tab.click(".boxes input:last-child");
    const popup = await browser.waitForPopup();
    await popup.expectShown(POINTED);
    await pressFill(popup);
    await popup.expectText(STATUS, "Filled in.");
    expect(await keyOf(tab)).toBe(KEY);
    // The click picked the field and did not reach the page.
    expect((await appState(tab)).events).not.toContain("submitted");
    await leave(popup, tab);
  });
}

story(
  "point at it: the field under the pointer is outlined while choosing, whatever the page's styles say",
  one("chromium", "that styles of the user's own win is the same rule in both"),
  async () => {
    const tab = await openPractice(browser, "bare");
    await tab.on("#other", (it) => it.style.setProperty("outline", "none", "important"));
    await startChoosing(tab);
    await tab.pointAt("#other");
    await expect.poll(() => outlineOf(tab, "#other")).toBe("solid");
    expect(await tab.evaluate(() => document.styleSheets.length)).toBe(1);
    await tab.press("Escape");
    await expect.poll(() => outlineOf(tab, "#other")).toBe("none");
    await tab.close();
  },
);

story("point at it: Escape, and a click beside every field, choose nothing", VARIANT, async () => {
  const tab = await openPractice(browser, "bare");
  for (const giveUp of [() => tab.press("Escape"), () => tab.click("h1")]) {
    await startChoosing(tab);
    await giveUp();
    await expectNothingChosen(tab);
  }
  await tab.close();
});

story("point at it: a click that the page's script makes chooses nothing", OURS_HERE, async () => {
  const tab = await openPractice(browser, "bare");
  await startChoosing(tab);
  await tab.on("input", (input) => {
    const given = { bubbles: true, composed: true, clientX: 200, clientY: 100 };
    for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
      input.dispatchEvent(new MouseEvent(type, given));
    input.click();
  });
  await tab.press("Escape");
  await expectNothingChosen(tab);
  await tab.close();
});

for (const [what, target, why, where] of [
  ["a field that is too short", "#other", "has no room for 64 digits", OURS_HERE],
  ["a password box", "#secret", "is for a password", VARIANT],
] as const) {
  story(`point at it: ${what} passes no gate and is not offered, and the popup says why`, where, async () => {
    const tab = await openPractice(browser, "bare");
    await startChoosing(tab);
    await tab.click(target);
    const popup = await browser.waitForPopup();
    await popup.expectShown(text(`The field you chose ${why}`));
    expect(await popup.count(FILL)).toBe(0);
    await leave(popup, tab);
  });
}

story(
  "point at it: a password box for the key is filled after one sentence more",
  both("how a password box takes text is the browser's own"),
  async () => {
    const tab = await openPractice(browser, "negatives", "?only=password");
    await startChoosing(tab);
    await tab.click("input");
    const popup = await browser.waitForPopup();
    await popup.expectShown(text("This field hides its digits"));
    await pressFill(popup);
    await popup.expectText(STATUS, "Filled");
    expect(await typedText(tab)).toBe(KEY);
    await leave(popup, tab);
  },
);

story(
  "point at it: one of two forms that look alike is filled, and the other is not",
  OURS_HERE,
  async () => {
    const tab = await openPractice(browser, "ambiguous");
    await startChoosing(tab);
    await tab.click({ css: "input", nth: 1 });
    const popup = await browser.waitForPopup();
    await pressFill(popup);
    await popup.expectText(STATUS, "Filled in.");
    expect(await tab.value({ css: "input", nth: 0 })).toBe("");
    expect(await tab.value({ css: "input", nth: 1 })).toBe(KEY);
    await leave(popup, tab);
  },
);

story("catch it: what was read is saved on a press, and known the next time", OURS_HERE, async () => {
  await withPopup(browser, ["shown-key"], async (popup) => {
    await popup.click(CATCH);
    await popup.click(button("Save key"));
    await popup.expectShown(field("Label"));
    const added = (await ask(app, "entry.list", {})).find(({ label }) => label === "");
    expect(await ask(app, "key.reveal", { id: added?.id ?? "" })).toEqual({ hex: SHOWN });
  });
  await withPopup(browser, ["shown-key"], async (popup) => {
    await popup.click(CATCH);
    await popup.expectShown(text("This key is already saved:"));
    expect(await popup.count(button("Save key"))).toBe(0);
  });
});

async function addSelected(tab: Page, target: Target): Promise<Page> {
  await tab.on(target, (it) => getSelection()?.selectAllChildren(it));
  await browser.chooseMenuEntry(tab, target, ADD_SELECTED);
  return browser.waitForPopup();
}

story(
  "catch it: what is selected is read by the menu, and named where it is no key",
  one("chromium", "our own reading of a selection; fill-press.spec.ts chooses a menu's entry in both"),
  async () => {
    const tab = await openPractice(browser, "shown-key", "?how=line");
    const popup = await addSelected(tab, SHOWN_TEXT);
    expect(await shownKey(popup)).toBe(SHOWN);
    await popup.close();
    const other = await addSelected(tab, "h1");
    await other.expectShown(text("The selected text is not a 64-digit key."));
    await leave(other, tab);
  },
);

async function openViewer(name: string, origin = VIEWER): Promise<Page> {
  await browser.serve(origin, { "/": practicePage(name) });
  const tab = await browser.newPage(`${origin}/`);
  await tab.bringToFront();
  return tab;
}

/** From the toolbar button over the tab to the key's own view. */
async function keyViewOver(tab: Page): Promise<Page> {
  const popup = await browser.pressToolbarButton(tab);
  await popup.click(button("My phone"));
  await popup.click(ELSEWHERE);
  return popup;
}

async function fillOnce(popup: Page, host = "viewer.example"): Promise<void> {
  if (host !== "") await popup.fill(HOST, host);
  await popup.expectAttribute(FILL_ONCE, "aria-disabled", "false");
  await popup.click(FILL_ONCE);
}

story(
  "another page: the host is typed, one fill is made, and the next asks again",
  both("leave for one tab is the browser's to give"),
  async () => {
    const tab = await openViewer("plain");
    const popup = await keyViewOver(tab);
    await popup.expectShown(text(/^viewer\.example$/), text("can read the key and send it anywhere"));
    for (const host of ["", "viewer.example.com"]) {
      await fillOnce(popup, host);
      await popup.expectText(ALERT, "not the page's host");
    }
    expect(await typedText(tab)).toBe("");
    await fillOnce(popup, "Viewer.example");
    await popup.expectText(STATUS, "Filled in.");
    expect(await keyOf(tab)).toBe(KEY);
    await popup.expectCount(FILL_ONCE, 0);
    await leave(popup, tab);
  },
);

story(
  "another page: the field that the user has clicked is meant where no words tell",
  OURS_HERE,
  async () => {
    const tab = await openViewer("bare");
    await tab.click(".boxes input");
    const popup = await keyViewOver(tab);
    await popup.expectShown(POINTED);
    await fillOnce(popup);
    await popup.expectText(STATUS, "Filled in.");
    expect(await keyOf(tab)).toBe(KEY);
    await leave(popup, tab);
  },
);

story(
  "another page: a reader's field is filled, and the hosts of its scripts are named before",
  both("what was loaded from where is noted by the browser"),
  async () => {
    const tab = await openReader(browser);
    const popup = await keyViewOver(tab);
    await popup.expectShown(text("Scripts from other sites"), ...SCRIPT_HOSTS.map((host) => text(host)));
    await fillOnce(popup, "reader.example");
    await popup.expectText(STATUS, "Filled in.");
    expect(await keyOf(tab)).toBe(KEY.toUpperCase());
    expect(await tab.attribute("#open", "disabled")).toBeNull();
    await leave(popup, tab);
  },
);

story(
  "another page: nothing goes to a page that took the offered one's place",
  one("chromium", "our own check of the document; hostile.spec.ts changes it in both"),
  async () => {
    const tab = await openViewer("plain");
    const popup = await keyViewOver(tab);
    await popup.expectShown(HOST);
    await tab.reload();
    await fillOnce(popup);
    await popup.expectText(ALERT, "The page may have changed");
    expect(await typedText(tab)).toBe("");
    await leave(popup, tab);
  },
);

story(
  "another page: without a press on the toolbar button there is no leave",
  one("chromium", "the other browser has no way to the popup but that press", "popup-without-leave"),
  async () => {
    const tab = await openViewer("plain", "https://other-viewer.example");
    const popup = await popupOver(browser, tab);
    await popup.click(button("My phone"));
    await popup.click(ELSEWHERE);
    await popup.expectShown(text("Press the Sixtyfour button in the toolbar on that page"));
    await leave(popup, tab);
  },
);

story("another page: WhatsApp Web itself is filled from the list of keys only", OURS_HERE, async () => {
  const tab = await openPractice(browser, "plain");
  const popup = await keyViewOver(tab);
  await popup.expectShown(text("The current page is WhatsApp Web"));
  await leave(popup, tab);
});

story("another page: a badge, the shortcut's step and the list never offer one", OURS_HERE, async () => {
  const tab = await openViewer("plain");
  const popup = await browser.pressToolbarButton(tab);
  await popup.expectShown(button("My phone"));
  expect(await popup.count(FILL)).toBe(0);
  expect(await popup.count(ELSEWHERE)).toBe(0);
  expect(await browser.badgeText(tab)).toBe(NO_FORM_MARK);
  await leave(popup, tab);
});
