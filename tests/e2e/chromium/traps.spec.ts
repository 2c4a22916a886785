/** Traps around a good form and the real popup: twins, crowds, restless pages, other documents, other sites. */
import type { Page } from "@playwright/test";
import { POPUP_TWINS } from "../../content/foe-cases.ts";
import { FRAMED, OTHER_ORIGINS } from "../../content/foe-places.ts";
import { HANGS_MS } from "../../content/foe-trials.ts";
import { halfIn } from "../../content/sample.ts";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { dispatchCommand } from "../../drivers/chromium/chromium-controls.ts";
import {
  addKey,
  appState,
  button,
  createKeyring,
  expect,
  fillButton,
  launch,
  openPractice,
  popupOver,
  practicePage,
  pressFill,
  SITE,
  test,
  typedText,
  withPopup,
} from "./setup.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const ELSEWHERE = "The page in front is not WhatsApp Web. Sixtyfour fills nowhere else.";
const NO_ANSWER = "The page gave no answer. Look at the form before you try again.";
let browser: Chromium;

test.beforeAll(async () => {
  browser = await launch();
  await addKey(await createKeyring(browser), KEY, "My phone");
});
test.afterAll(() => browser.close());

for (const query of halfIn("chromium", POPUP_TWINS)) {
  test(`a hidden twin before the form (${query}): the form in sight alone is filled`, async () => {
    await withPopup(browser, ["foe", `?${query}`], async (popup, tab) => {
      await pressFill(popup);
      await expect(popup.getByRole("status")).toContainText("Filled.");
      expect(await tab.evaluate("foe.loot()")).toEqual([{ where: "form", text: KEY }]);
    });
  });
}

test("a thousand forms: the popup asks to point at one, and the page is not held up", async () => {
  await withPopup(browser, ["foe", "?how=thousand-forms"], async (popup, tab) => {
    await expect(popup.getByText("Two forms on this page look alike. Point at yours.")).toBeVisible();
    await expect(button(popup, "Fill on this page")).toHaveCount(0);
    expect(await tab.evaluate("foe.loot()")).toEqual([]);
    expect(await tab.evaluate("foe.longestGapMs()")).toBeLessThan(HANGS_MS);
  });
});

test("100,000 insertions a second: the form that appears meanwhile is filled", async () => {
  const tab = await openPractice(browser, "busy", "?rate=100000&seconds=600");
  await tab.evaluate("showForm()");
  const { page, close } = await popupOver(browser, tab);
  await pressFill(page);
  await expect(page.getByRole("status")).toContainText("Filled.");
  expect((await appState(tab)).key).toBe(KEY);
  expect((await appState(tab)).events.join()).not.toContain("inserted"); // it has gone on until now
  await close();
  await tab.close();
});

for (const [what, origin] of [
  ["a chat of WhatsApp Web", SITE],
  ["the same form of another site", "https://evil.example"],
] as const) {
  test(`${what} in the tab between the offer and the press: it holds nothing, and the popup says so`, async () => {
    await browser.serve("https://evil.example", { "/next": practicePage("plain") });
    await browser.serve(SITE, { "/": practicePage("plain"), "/next": practicePage("chat") });
    const tab = await browser.newPage(`${SITE}/`);
    const { page, close } = await popupOver(browser, tab);
    const fill = await fillButton(page);
    await tab.goto(`${origin}/next`);
    await fill.click();
    await expect(page.getByText(NO_ANSWER)).toBeVisible();
    expect(await typedText(tab)).toBe("");
    await close();
    await tab.close();
  });
}

async function expectNoFill(tab: Page, sentence: string): Promise<void> {
  await tab.bringToFront();
  await dispatchCommand(browser, "fill");
  const { page, close } = await browser.waitForPopup();
  await expect(page.getByText(sentence, { exact: false })).toBeVisible();
  await expect(button(page, "Fill on this page")).toHaveCount(0);
  await close();
}

for (const [name, address, html] of halfIn("chromium", FRAMED)) {
  test(`a good form of ${name}: asked for a fill, the popup says that there is none`, async () => {
    for (const origin of [SITE, "https://evil.example"]) {
      await browser.serve(origin, { "/plain": practicePage("plain"), "/top": html });
    }
    const tab = await browser.newPage(address);
    await tab.frameLocator("iframe").getByRole("button", { name: "Restore" }).waitFor();
    await expectNoFill(tab, address.startsWith(SITE) ? "No restore form on this page." : ELSEWHERE);
    expect(await typedText(tab)).toBe("");
    await tab.close();
  });
}

for (const origin of halfIn(
  "chromium",
  OTHER_ORIGINS.filter((one) => one.startsWith("https:")),
)) {
  test(`the same form at ${origin}: asked for a fill, the popup says that it fills nowhere else`, async () => {
    await browser.serve(origin, { "/": practicePage("plain") });
    const tab = await browser.newPage(`${origin}/`);
    await button(tab, "Restore").waitFor();
    expect(await tab.evaluate("location.origin")).toBe(origin);
    await expectNoFill(tab, ELSEWHERE);
    await tab.close();
  });
}
