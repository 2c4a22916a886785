/** What the user can do with the page in front beside filling what was recognised: point, catch, fill elsewhere. */

import { halfIn } from "../../content/sample.ts";
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import { type FirefoxPage, KEYS } from "../../drivers/firefox/firefox-page.ts";
import { waitFor } from "../../support/wait.ts";
import {
  ALERT,
  addKey,
  appState,
  ask,
  button,
  createKeyring,
  expect,
  expectShown,
  expectText,
  FILL,
  field,
  launch,
  NO_FORM_MARK,
  openPractice,
  popupOver,
  practicePage,
  pressFill,
  STATUS,
  shownKey,
  test,
  typedText,
  withPopup,
} from "./setup.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
/** What the practice page `shown-key` shows. */
const SHOWN = "0123456789abcdeffedcba98765432100f1e2d3c4b5a69788796a5b4c3d2e1f0";
const VIEWER = "https://viewer.example";
const HOST = field("Type the page's host to allow one fill");
const FILL_ONCE = button("Fill this page once");
let firefox: Firefox;
let app: FirefoxPage;

test.beforeAll(async () => {
  firefox = await launch();
  app = await createKeyring(firefox);
  await addKey(app, KEY, "My phone");
});
test.afterAll(() => firefox.close());

const keyOf = async (tab: FirefoxPage) => (await appState(tab)).key;
const expectBadge = (text: string) => expect.poll(() => firefox.window.badgeText()).toBe(text);
const outlineOf = (tab: FirefoxPage, selector: string) =>
  tab.on<string>(selector, "(it) => getComputedStyle(it).outlineStyle");

async function leave(tab: FirefoxPage): Promise<void> {
  await firefox.window.closePopup();
  await tab.close();
}

/** *Choose the field* in the popup, which closes for it. */
async function startChoosing(tab: FirefoxPage): Promise<void> {
  const popup = await popupOver(firefox, tab);
  await popup.click(button("Choose the field"));
  await waitFor("the popup closed", async () => (await firefox.window.popupContext()) === null);
}

for (const boxes of halfIn("firefox", [1, 16])) {
  test(`point at it: a form of ${boxes} that no words tell is filled after a click on it`, async () => {
    const tab = await openPractice(firefox, "bare", `?boxes=${boxes}`);
    await startChoosing(tab);
    await tab.click(".boxes input:last-child");
    const popup = await firefox.waitForPopup();
    await expectShown(popup, "The field that you pointed at");
    await pressFill(popup);
    await expectText(popup, STATUS, "Filled.");
    expect(await keyOf(tab)).toBe(KEY);
    expect((await appState(tab)).events).not.toContain("submitted");
    await leave(tab);
  });
}

test("point at it: the field under the pointer is outlined while choosing, whatever the page's styles say", async () => {
  const tab = await openPractice(firefox, "bare");
  await tab.on("#other", `(it) => it.style.setProperty("outline", "none", "important")`);
  await startChoosing(tab);
  await tab.hover("#other");
  await expect.poll(() => outlineOf(tab, "#other")).toBe("solid");
  expect(await tab.evaluate("document.styleSheets.length")).toBe(1);
  await tab.press(KEYS.Escape);
  await expect.poll(() => outlineOf(tab, "#other")).toBe("none");
  await tab.close();
});

test("point at it: Escape, and a click beside every field, choose nothing", async () => {
  const tab = await openPractice(firefox, "bare");
  for (const giveUp of [() => tab.press(KEYS.Escape), () => tab.click("h1")]) {
    await startChoosing(tab);
    await giveUp();
    const popup = await popupOver(firefox, tab);
    await popup.find(button("Choose the field"));
    expect(await popup.has(FILL)).toBe(false);
    await firefox.window.closePopup();
  }
  await tab.close();
});

for (const [what, selector] of [
  ["a field that is too short", "#other"],
  ["a password box", "#secret"],
] as const) {
  test(`point at it: ${what} passes no gate and is not offered`, async () => {
    const tab = await openPractice(firefox, "bare");
    await startChoosing(tab);
    await tab.click(selector);
    const popup = await firefox.waitForPopup();
    await expectShown(popup, "No restore form on this page.");
    expect(await popup.has(FILL)).toBe(false);
    await leave(tab);
  });
}

for (const how of halfIn("firefox", ["line", "groups", "elements", "digits", "capitals", "page"])) {
  test(`catch it: a key shown as ${how} is noticed, and shown in groups when asked for`, async () => {
    await withPopup(firefox, ["shown-key", `?how=${how}`], async (popup) => {
      await expectBadge("64");
      await expectShown(popup, "This page shows a 64-digit key.");
      await popup.click(button("Add from this page"));
      expect(await shownKey(popup)).toBe(SHOWN);
      expect((await ask(app, "entry.list", {})).length).toBe(1);
    });
  });
}

test("catch it: what was read is saved on a press, and known the next time", async () => {
  await withPopup(firefox, ["shown-key"], async (popup) => {
    await popup.click(button("Add from this page"));
    await popup.click(button("Save key"));
    await popup.find(field("Label"));
    const added = (await ask(app, "entry.list", {})).find(({ label }) => label === "");
    expect(await ask(app, "key.reveal", { id: added?.id ?? "" })).toEqual({ hex: SHOWN });
  });
  await withPopup(firefox, ["shown-key"], async (popup) => {
    await popup.click(button("Add from this page"));
    await expectShown(popup, "This key is in the keyring already:");
    expect(await popup.has(button("Save key"))).toBe(false);
  });
});

for (const how of halfIn("firefox", ["hash", "long", "short", "hidden", "chat"])) {
  test(`catch it: ${how} is no key that a page shows`, async () => {
    await withPopup(firefox, ["shown-key", `?how=${how}`], async (popup) => {
      await popup.find(button("Add from this page"));
      expect(await popup.text("body")).not.toContain("This page shows a 64-digit key.");
      await expectBadge(NO_FORM_MARK);
    });
  });
}

test("catch it: what is selected is read by the menu", async () => {
  const tab = await openPractice(firefox, "shown-key", "?how=line");
  await tab.on("[role=dialog] p + p", "(it) => getSelection().selectAllChildren(it)");
  await tab.click("[role=dialog] p + p", "right");
  await firefox.window.chooseMenuEntry("Add the selected 64-digit key…");
  expect(await shownKey(await firefox.waitForPopup())).toBe(SHOWN);
  await leave(tab);
});

/** A practice page at a site that is not WhatsApp Web, and the key's own view over it. */
async function openViewer(name: string, query = ""): Promise<FirefoxPage> {
  await firefox.serve(VIEWER, { "/": practicePage(name) });
  const tab = await firefox.newPage(`${VIEWER}/${query}`);
  await tab.bringToFront();
  return tab;
}

async function keyViewOver(tab: FirefoxPage): Promise<FirefoxPage> {
  const popup = await popupOver(firefox, tab);
  await popup.click(button("My phone"));
  await popup.click(button("Fill on another page"));
  return popup;
}

async function fillOnce(popup: FirefoxPage, host: string): Promise<void> {
  await popup.fill(HOST, host);
  await waitFor("the button's wait over", () =>
    popup.on(FILL_ONCE, '(it) => it.getAttribute("aria-disabled") === "false"'),
  );
  await popup.click(FILL_ONCE);
}

test("another page: the host is typed, one fill is made, and the next asks again", async () => {
  const tab = await openViewer("plain");
  const popup = await keyViewOver(tab);
  await expectShown(popup, "viewer.example");
  await expectShown(popup, "can read the key and send it anywhere");
  await fillOnce(popup, "viewer.example.com");
  await expectText(popup, ALERT, "not this page's host");
  expect(await typedText(tab)).toBe("");
  await fillOnce(popup, "Viewer.example");
  await expectText(popup, STATUS, "Filled.");
  expect(await keyOf(tab)).toBe(KEY);
  await popup.waitForGone(FILL_ONCE);
  await leave(tab);
});

test("another page: the field that the user has clicked is meant where no words tell", async () => {
  const tab = await openViewer("bare");
  await tab.click(".boxes input");
  const popup = await keyViewOver(tab);
  await expectShown(popup, "The field that you pointed at");
  await fillOnce(popup, "viewer.example");
  await expectText(popup, STATUS, "Filled.");
  expect(await keyOf(tab)).toBe(KEY);
  await leave(tab);
});

test("another page: nothing goes to a page that took the offered one's place", async () => {
  const tab = await openViewer("plain");
  const popup = await keyViewOver(tab);
  await popup.find(HOST);
  await tab.reload();
  await fillOnce(popup, "viewer.example");
  await expectText(popup, ALERT, "The page may have changed");
  expect(await typedText(tab)).toBe("");
  await leave(tab);
});

test("another page: WhatsApp Web itself is filled from the list of keys only", async () => {
  const tab = await openPractice(firefox, "plain");
  const popup = await keyViewOver(tab);
  await expectShown(popup, "The page in front is WhatsApp Web");
  await leave(tab);
});
