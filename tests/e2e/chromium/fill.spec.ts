/** One fill after the other through the real action popup: every form, every outcome, the choice of the key. */
import type { Page } from "@playwright/test";
import { halfIn } from "../../content/sample.ts";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { badgeText, dispatchCommand } from "../../drivers/chromium/chromium-controls.ts";
import {
  addKey,
  appState,
  button,
  createKeyring,
  expect,
  fillButton,
  launch,
  NO_FORM_MARK,
  openPractice,
  pressFill,
  SITE,
  test,
  typedText,
  withPopup,
} from "./setup.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const OTHER = "c2a1".repeat(16);
const WARNING = /page can read a key that is filled in, and so can other extensions/;
const NO_FORM = "No restore form on this page.";
let browser: Chromium;
let app: Page;

test.beforeAll(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, KEY, "My phone", "4711");
});
test.afterAll(() => browser.close());

const expectBadge = (text: string) => expect.poll(() => badgeText(browser, SITE)).toBe(text);
const keyOf = async (tab: Page) => (await appState(tab)).key;

/** What the markup of the form's fields says, each different answer once. */
const autocompletes = (tab: Page) =>
  tab.evaluate(() => {
    const fields = document.querySelectorAll(":is([role=dialog], form) :is(input, textarea)");
    return [...new Set([...fields].map((field) => field.getAttribute("autocomplete")))];
  });

async function expectFilled(popup: Page, tab: Page): Promise<void> {
  await expect(popup.getByRole("status")).toHaveText(/^Filled\. The page holds the whole key/);
  expect(await keyOf(tab)).toBe(KEY);
  await expect(button(tab, "Restore")).toBeEnabled();
  expect((await appState(tab)).events).not.toContain("submitted");
  expect(await autocompletes(tab)).toEqual(["off"]);
  await expectBadge(NO_FORM_MARK);
}

test("the first fill: badge, origin, form, key and warning, then the whole key and no badge", async () => {
  await withPopup(browser, ["single"], async (popup, tab) => {
    await expectBadge("64");
    expect(await autocompletes(tab)).toEqual([null]);
    await expect(popup.getByText(WARNING)).toBeVisible();
    await expect(popup.getByText(SITE, { exact: true })).toBeVisible();
    await expect(popup.getByText("One text field")).toBeVisible();
    await expect(popup.getByRole("radio", { name: "My phone" })).toBeChecked();
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

for (const [form, query, shape] of halfIn("chromium", FORMS)) {
  test(`the key arrives whole in ${form}${query}, and the page's own button wakes`, async () => {
    await withPopup(browser, [form, query], async (popup, tab) => {
      await expectBadge("64");
      await fillButton(popup);
      await expect(popup.getByText(shape)).toBeVisible();
      await expect(popup.getByText(WARNING)).toHaveCount(0);
      await pressFill(popup);
      await expectFilled(popup, tab);
    });
  });
}

test("a form that comes late is offered in the popup that is open already", async () => {
  await withPopup(browser, ["late", "?asked"], async (popup, tab) => {
    await expect(button(popup, "Lock")).toBeVisible();
    await expect(button(popup, "Fill on this page")).toHaveCount(0);
    await tab.evaluate(() => dispatchEvent(new Event("show-form")));
    await pressFill(popup);
    await expectFilled(popup, tab);
  });
});

test("a page whose own button stays switched off: filled, and said", async () => {
  await withPopup(browser, ["button-disabled"], async (popup, tab) => {
    await pressFill(popup);
    await expect(popup.getByRole("status")).toContainText("its own button is still switched off");
    expect(await keyOf(tab)).toBe(KEY);
  });
});

for (const how of ["cut", "later"]) {
  test(`a page that changes the key (${how}): an alert, and nothing left behind`, async () => {
    await withPopup(browser, ["refuses", `?how=${how}`], async (popup, tab) => {
      await pressFill(popup);
      await expect(popup.getByRole("alert")).toContainText("The page changed what was filled in");
      expect(await typedText(tab)).toBe("");
      expect(await keyOf(tab)).toBe("");
    });
  });
}

const REFUSED = [
  ["chat", "", NO_FORM],
  ["negatives", "", "This page asks for another code"],
  ["ambiguous", "", "Two forms on this page look alike."],
  ["hidden", "?how=opacity", NO_FORM],
  ["hidden", "?how=covered", NO_FORM],
  ["hidden", "?how=offscreen", NO_FORM],
  ["hidden", "?how=tiny", NO_FORM],
] as const;

for (const [form, query, sentence] of halfIn("chromium", REFUSED)) {
  test(`nothing to press on ${form}${query}; asked for a fill, the popup says why`, async () => {
    const tab = await openPractice(browser, form, query);
    await dispatchCommand(browser, "fill");
    const { page, close } = await browser.waitForPopup();
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(button(page, "Fill on this page")).toHaveCount(0);
    await expectBadge(form === "ambiguous" ? "64" : NO_FORM_MARK);
    await close();
    await tab.close();
  });
}

for (const [form, query] of [
  ["negatives", "?with=form"],
  ["hidden", "?how=none"],
] as const) {
  test(`control: the good form on ${form}${query} is filled`, async () => {
    await withPopup(browser, [form, query], async (popup, tab) => {
      await pressFill(popup);
      await expect(popup.getByRole("status")).toContainText("Filled.");
      expect(await keyOf(tab)).toBe(KEY);
    });
  });
}

test("several keys: the last used is offered first, and the user may pick another", async () => {
  await addKey(app, OTHER, "Another phone");
  const fillWith = (pick?: string) =>
    withPopup(browser, ["single"], async (popup, tab) => {
      await fillButton(popup);
      if (pick !== undefined) await popup.getByRole("radio", { name: pick }).check();
      await pressFill(popup);
      await expect(popup.getByRole("status")).toContainText("Filled.");
      return keyOf(tab);
    });
  expect(await fillWith()).toBe(KEY);
  expect(await fillWith("Another phone")).toBe(OTHER);
  expect(await fillWith()).toBe(OTHER);
});
