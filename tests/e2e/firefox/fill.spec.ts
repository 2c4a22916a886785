/** One fill after the other through the real toolbar popup: every form, every outcome, the choice of the key. */

import { halfIn } from "../../content/sample.ts";
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import type { FirefoxPage } from "../../drivers/firefox/firefox-page.ts";
import {
  ALERT,
  addKey,
  appState,
  button,
  createKeyring,
  expect,
  expectShown,
  expectText,
  FILL,
  launch,
  NO_FORM_MARK,
  openPractice,
  pickKey,
  pressFill,
  SITE,
  STATUS,
  test,
  typedText,
  withPopup,
} from "./setup.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const OTHER = "c2a1".repeat(16);
const WARNING = "page can read a key that is filled in, and so can other extensions";
const NO_FORM = "No restore form on this page.";
const CHOSEN = "input[type=radio]:checked";
let firefox: Firefox;
let app: FirefoxPage;

test.beforeAll(async () => {
  firefox = await launch();
  app = await createKeyring(firefox);
  await addKey(app, KEY, "My phone", "4711");
});
test.afterAll(() => firefox.close());

const expectBadge = (text: string) => expect.poll(() => firefox.window.badgeText()).toBe(text);
const keyOf = async (tab: FirefoxPage) => (await appState(tab)).key;

/** What the markup of the form's fields says, each different answer once. */
const autocompletes = (tab: FirefoxPage) =>
  tab.evaluate<(string | null)[]>(`[...new Set([...document.querySelectorAll(
    ":is([role=dialog], form) :is(input, textarea)")].map((field) => field.getAttribute("autocomplete")))]`);

async function expectFilled(popup: FirefoxPage, tab: FirefoxPage): Promise<void> {
  await expectText(popup, STATUS, /^Filled\. The page holds the whole key/);
  expect(await keyOf(tab)).toBe(KEY);
  expect(await tab.on({ role: "button", name: "Restore" }, "(it) => it.disabled")).toBe(false);
  expect((await appState(tab)).events).not.toContain("submitted");
  expect(await autocompletes(tab)).toEqual(["off"]);
  await expectBadge(NO_FORM_MARK);
}

test("the first fill: badge, origin, form, key and warning, then the whole key and no badge", async () => {
  await withPopup(firefox, ["single"], async (popup, tab) => {
    await expectBadge("64");
    expect(await autocompletes(tab)).toEqual([null]);
    await popup.find(FILL);
    for (const part of [WARNING, SITE, "One text field", "Phone ending in 4711"])
      await expectShown(popup, part);
    expect(await popup.on(CHOSEN, "(it) => it.labels[0].innerText")).toContain("My phone");
    await pressFill(popup);
    await expectFilled(popup, tab);
  });
});

const FORMS = [
  ["textarea", "", "One text area"],
  ["boxes16", "", "16 boxes of 4 digits"],
  ["boxes64", "", "64 boxes of 1 digit"],
  ["rerender", "", "16 boxes of 4 digits"],
  ["rerender", "?boxes=1", "One text field"],
  ["plain", "", "One text field"],
] as const;

for (const [form, query, shape] of halfIn("firefox", FORMS)) {
  test(`the key arrives whole in ${form}${query}, and the page's own button wakes`, async () => {
    await withPopup(firefox, [form, query], async (popup, tab) => {
      await expectBadge("64");
      await popup.find(FILL);
      await expectShown(popup, shape);
      expect(await popup.text("body")).not.toContain(WARNING);
      await pressFill(popup);
      await expectFilled(popup, tab);
    });
  });
}

test("a form that comes late is offered in the popup that is open already", async () => {
  await withPopup(firefox, ["late", "?asked"], async (popup, tab) => {
    await popup.find(button("Lock"));
    expect(await popup.has(FILL)).toBe(false);
    await tab.evaluate("dispatchEvent(new Event('show-form'))");
    await pressFill(popup);
    await expectFilled(popup, tab);
  });
});

test("a page whose own button stays switched off: filled, and said", async () => {
  await withPopup(firefox, ["button-disabled"], async (popup, tab) => {
    await pressFill(popup);
    await expectText(popup, STATUS, "its own button is still switched off");
    expect(await keyOf(tab)).toBe(KEY);
  });
});

for (const how of ["cut", "later"]) {
  test(`a page that changes the key (${how}): an alert, and nothing left behind`, async () => {
    await withPopup(firefox, ["refuses", `?how=${how}`], async (popup, tab) => {
      await pressFill(popup);
      await expectText(popup, ALERT, "The page changed what was filled in");
      expect(await typedText(tab)).toBe("");
      expect(await keyOf(tab)).toBe("");
    });
  });
}

const REFUSED = [
  ["chat", "", NO_FORM, NO_FORM_MARK],
  ["negatives", "", "This page asks for another code", NO_FORM_MARK],
  ["ambiguous", "", "Two forms on this page look alike.", "64"],
  ["hidden", "?how=opacity", NO_FORM, NO_FORM_MARK],
  ["hidden", "?how=covered", NO_FORM, NO_FORM_MARK],
] as const;

for (const [form, query, sentence, badge] of halfIn("firefox", REFUSED)) {
  test(`nothing to press on ${form}${query}; asked for a fill, the popup says why`, async () => {
    const tab = await openPractice(firefox, form, query);
    await firefox.window.pressShortcut("fill");
    const popup = await firefox.waitForPopup();
    await expectShown(popup, sentence);
    expect(await popup.has(FILL)).toBe(false);
    await expectBadge(badge);
    await firefox.window.closePopup();
    await tab.close();
  });
}

test("control: the good form among the others is filled", async () => {
  await withPopup(firefox, ["negatives", "?with=form"], async (popup, tab) => {
    await pressFill(popup);
    await expectText(popup, STATUS, "Filled.");
    expect(await keyOf(tab)).toBe(KEY);
  });
});

test("several keys: the last used is offered first, and the user may pick another", async () => {
  await addKey(app, OTHER, "Another phone");
  const fillWith = (pick?: string) =>
    withPopup(firefox, ["single"], async (popup, tab) => {
      await popup.find(FILL);
      if (pick !== undefined) await pickKey(popup, pick);
      await pressFill(popup);
      await expectText(popup, STATUS, "Filled.");
      return keyOf(tab);
    });
  expect(await fillWith()).toBe(KEY);
  expect(await fillWith("Another phone")).toBe(OTHER);
  expect(await fillWith()).toBe(OTHER);
});
