/** What the user can do with the page in front beside filling what was recognised: point, catch, fill elsewhere. */
import type { Page } from "@playwright/test";
import { halfIn } from "../../content/sample.ts";
import type { Chromium, Popup } from "../../drivers/chromium/chromium.ts";
import { badgeText, dispatchMenu } from "../../drivers/chromium/chromium-controls.ts";
import {
  addKey,
  appState,
  ask,
  button,
  createKeyring,
  expect,
  launch,
  NO_FORM_MARK,
  openPractice,
  popupOver,
  practicePage,
  pressFill,
  SITE,
  shownKey,
  test,
  textBox,
  typedText,
  withPopup,
} from "./setup.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
/** What the practice page `shown-key` shows. */
const SHOWN = "0123456789abcdeffedcba98765432100f1e2d3c4b5a69788796a5b4c3d2e1f0";
const VIEWER = "https://viewer.example";
let browser: Chromium;
let app: Page;

test.beforeAll(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, KEY, "My phone");
});
test.afterAll(() => browser.close());

const keyOf = async (tab: Page) => (await appState(tab)).key;
const expectBadge = (text: string) => expect.poll(() => badgeText(browser, SITE)).toBe(text);
const outlineOf = (tab: Page, selector: string) =>
  tab.locator(selector).evaluate((field) => getComputedStyle(field).outlineStyle);

/** *Choose the field* in the popup, which closes for it. */
async function startChoosing(tab: Page): Promise<void> {
  const { page, close } = await popupOver(browser, tab);
  await button(page, "Choose the field").click();
  await expect.poll(() => page.isClosed()).toBe(true);
  await close();
}

for (const boxes of halfIn("chromium", [1, 16])) {
  test(`point at it: a form of ${boxes} that no words tell is filled after a click on it`, async () => {
    const tab = await openPractice(browser, "bare", `?boxes=${boxes}`);
    await startChoosing(tab);
    await tab
      .locator("input")
      .nth(boxes - 1)
      .click();
    const { page, close } = await browser.waitForPopup();
    await expect(page.getByText("The field that you pointed at")).toBeVisible();
    await pressFill(page);
    await expect(page.getByRole("status")).toContainText("Filled.");
    expect(await keyOf(tab)).toBe(KEY);
    // The click picked the field and did not reach the page.
    expect((await appState(tab)).events).not.toContain("submitted");
    await close();
    await tab.close();
  });
}

test("point at it: the field under the pointer is outlined while choosing, whatever the page's styles say", async () => {
  const tab = await openPractice(browser, "bare");
  await tab.locator("#other").evaluate((field) => field.style.setProperty("outline", "none", "important"));
  await startChoosing(tab);
  await tab.locator("#other").hover();
  expect(await outlineOf(tab, "#other")).toBe("solid");
  expect(await tab.evaluate(() => document.styleSheets.length)).toBe(1);
  await tab.keyboard.press("Escape");
  await expect.poll(() => outlineOf(tab, "#other")).toBe("none");
  await tab.close();
});

test("point at it: Escape, and a click beside every field, choose nothing", async () => {
  const tab = await openPractice(browser, "bare");
  for (const giveUp of [() => tab.keyboard.press("Escape"), () => tab.locator("h1").click()]) {
    await startChoosing(tab);
    await giveUp();
    const { page, close } = await popupOver(browser, tab);
    await expect(button(page, "Choose the field")).toBeVisible();
    await expect(button(page, "Fill on this page")).toHaveCount(0);
    await close();
  }
  await tab.close();
});

test("point at it: a click that the page's script makes chooses nothing", async () => {
  const tab = await openPractice(browser, "bare");
  await startChoosing(tab);
  await tab
    .locator("input")
    .first()
    .evaluate((field: HTMLInputElement) => {
      for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
        field.dispatchEvent(
          new MouseEvent(type, { bubbles: true, composed: true, clientX: 200, clientY: 100 }),
        );
      field.click();
    });
  await tab.keyboard.press("Escape");
  const { page, close } = await popupOver(browser, tab);
  await expect(button(page, "Choose the field")).toBeVisible();
  await expect(button(page, "Fill on this page")).toHaveCount(0);
  await close();
  await tab.close();
});

for (const [what, selector] of [
  ["a field that is too short", "#other"],
  ["a password box", "#secret"],
] as const) {
  test(`point at it: ${what} passes no gate and is not offered`, async () => {
    const tab = await openPractice(browser, "bare");
    await startChoosing(tab);
    await tab.locator(selector).click();
    const { page, close } = await browser.waitForPopup();
    await expect(page.getByText("No restore form on this page.")).toBeVisible();
    await expect(button(page, "Fill on this page")).toHaveCount(0);
    await close();
    await tab.close();
  });
}

test("point at it: one of two forms that look alike is filled, and the other is not", async () => {
  const tab = await openPractice(browser, "ambiguous");
  await startChoosing(tab);
  await tab.locator("input").nth(1).click();
  const { page, close } = await browser.waitForPopup();
  await pressFill(page);
  await expect(page.getByRole("status")).toContainText("Filled.");
  expect(await tab.locator("input").nth(0).inputValue()).toBe("");
  expect(await tab.locator("input").nth(1).inputValue()).toBe(KEY);
  await close();
  await tab.close();
});

for (const how of halfIn("chromium", ["line", "groups", "elements", "digits", "capitals", "page"])) {
  test(`catch it: a key shown as ${how} is noticed, and shown in groups when asked for`, async () => {
    await withPopup(browser, ["shown-key", `?how=${how}`], async (popup) => {
      await expectBadge("64");
      await expect(popup.getByText("This page shows a 64-digit key.")).toBeVisible();
      await button(popup, "Add from this page").click();
      expect(await shownKey(popup)).toBe(SHOWN);
      expect((await ask(app, "entry.list", {})).length).toBe(1);
    });
  });
}

test("catch it: what was read is saved on a press, and known the next time", async () => {
  await withPopup(browser, ["shown-key"], async (popup) => {
    await button(popup, "Add from this page").click();
    await button(popup, "Save key").click();
    await expect(textBox(popup, "Label")).toBeVisible();
    const added = (await ask(app, "entry.list", {})).find(({ label }) => label === "");
    expect(await ask(app, "key.reveal", { id: added?.id ?? "" })).toEqual({ hex: SHOWN });
  });
  await withPopup(browser, ["shown-key"], async (popup) => {
    await button(popup, "Add from this page").click();
    await expect(popup.getByText("This key is in the keyring already:")).toBeVisible();
    await expect(button(popup, "Save key")).toHaveCount(0);
  });
});

for (const how of halfIn("chromium", ["hash", "long", "short", "hidden", "chat"])) {
  test(`catch it: ${how} is no key that a page shows`, async () => {
    const tab = await openPractice(browser, "shown-key", `?how=${how}`);
    const { page, close } = await popupOver(browser, tab);
    await expect(button(page, "Add from this page")).toBeVisible();
    await expect(page.getByText("This page shows a 64-digit key.")).toHaveCount(0);
    await expectBadge(NO_FORM_MARK);
    await close();
    await tab.close();
  });
}

test("catch it: of two keys neither is taken, and the user is told to select one", async () => {
  await withPopup(browser, ["shown-key", "?how=two"], async (popup) => {
    await button(popup, "Add from this page").click();
    await expect(popup.getByText("More than one 64-digit key")).toBeVisible();
    await expect(button(popup, "Save key")).toHaveCount(0);
  });
});

async function menuOverSelection(tab: Page, selector: string): Promise<Popup> {
  await tab.locator(selector).evaluate((element) => getSelection()?.selectAllChildren(element));
  await dispatchMenu(browser, "add");
  return browser.waitForPopup();
}

test("catch it: what is selected is read by the menu, in a chat too", async () => {
  const tab = await openPractice(browser, "shown-key", "?how=line");
  const { page, close } = await menuOverSelection(tab, "[role=dialog] p + p");
  expect(await shownKey(page)).toBe(SHOWN);
  await close();
  const other = await menuOverSelection(tab, "h1");
  await expect(other.page.getByText("What is selected is not a 64-digit key.")).toBeVisible();
  await other.close();
  await tab.close();
});

async function openViewer(name: string, query = "", origin = VIEWER): Promise<Page> {
  await browser.serve(origin, { "/": practicePage(name) });
  const tab = await browser.newPage(`${origin}/${query}`);
  await tab.bringToFront();
  return tab;
}

/** From the toolbar button over the tab to the key's own view. */
async function keyViewOver(tab: Page): Promise<Popup> {
  const popup = await browser.pressToolbarButton(tab);
  await button(popup.page, "My phone").click();
  await button(popup.page, "Fill on another page").click();
  return popup;
}

test("another page: the host is typed, one fill is made, and the next asks again", async () => {
  const tab = await openViewer("plain");
  const { page, close } = await keyViewOver(tab);
  await expect(page.getByText("viewer.example", { exact: true })).toBeVisible();
  await expect(page.getByText("can read the key and send it anywhere")).toBeVisible();
  const fill = button(page, "Fill this page once");
  await expect(fill).toHaveAttribute("aria-disabled", "false");
  await fill.click();
  await expect(page.getByRole("alert")).toContainText("not this page's host");
  await textBox(page, "Type the page's host to allow one fill").fill("viewer.example.com");
  await fill.click();
  await expect(page.getByRole("alert")).toContainText("not this page's host");
  expect(await typedText(tab)).toBe("");
  await textBox(page, "Type the page's host to allow one fill").fill("Viewer.example");
  await fill.click();
  await expect(page.getByRole("status")).toContainText("Filled.");
  expect(await keyOf(tab)).toBe(KEY);
  await expect(fill).toHaveCount(0);
  await close();
  await tab.close();
});

test("another page: the field that the user has clicked is meant where no words tell", async () => {
  const tab = await openViewer("bare");
  await tab.locator("input").first().click();
  const { page, close } = await keyViewOver(tab);
  await expect(page.getByText("The field that you pointed at")).toBeVisible();
  await textBox(page, "Type the page's host to allow one fill").fill("viewer.example");
  const fill = button(page, "Fill this page once");
  await expect(fill).toHaveAttribute("aria-disabled", "false");
  await fill.click();
  await expect(page.getByRole("status")).toContainText("Filled.");
  expect(await keyOf(tab)).toBe(KEY);
  await close();
  await tab.close();
});

test("another page: nothing goes to a page that took the offered one's place", async () => {
  const tab = await openViewer("plain");
  const { page, close } = await keyViewOver(tab);
  await textBox(page, "Type the page's host to allow one fill").fill("viewer.example");
  const fill = button(page, "Fill this page once");
  await expect(fill).toHaveAttribute("aria-disabled", "false");
  await tab.reload();
  await fill.click();
  await expect(page.getByRole("alert")).toContainText("The page may have changed");
  expect(await typedText(tab)).toBe("");
  await close();
  await tab.close();
});

test("another page: without a press on the toolbar button there is no leave", async () => {
  const tab = await openViewer("plain", "", "https://other-viewer.example");
  const { page, close } = await popupOver(browser, tab);
  await button(page, "My phone").click();
  await button(page, "Fill on another page").click();
  await expect(page.getByText("Press the toolbar button on that page")).toBeVisible();
  await close();
  await tab.close();
});

test("another page: WhatsApp Web itself is filled from the list of keys only", async () => {
  const tab = await openPractice(browser, "plain");
  const { page, close } = await keyViewOver(tab);
  await expect(page.getByText("The page in front is WhatsApp Web")).toBeVisible();
  await close();
  await tab.close();
});

test("another page: a badge, the shortcut's step and the list never offer one", async () => {
  const tab = await openViewer("plain");
  const { page, close } = await browser.pressToolbarButton(tab);
  await expect(button(page, "My phone")).toBeVisible();
  await expect(button(page, "Fill on this page")).toHaveCount(0);
  await expect(button(page, "Fill on another page")).toHaveCount(0);
  expect(await badgeText(browser, VIEWER)).toBe(NO_FORM_MARK);
  await close();
  await tab.close();
});
