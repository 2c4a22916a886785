/** Traps around a good form and the real popup: twins, crowds, restless pages, other documents, other sites. */
import { POPUP_TWINS } from "../../content/foe-cases.ts";
import { FRAMED, OTHER_ORIGINS } from "../../content/foe-places.ts";
import { HANGS_MS } from "../../content/foe-trials.ts";
import { halfIn } from "../../content/sample.ts";
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import {
  addKey,
  appState,
  button,
  createKeyring,
  expect,
  expectShown,
  expectText,
  FILL,
  launch,
  openPractice,
  popupOver,
  practicePage,
  pressFill,
  SITE,
  STATUS,
  test,
  typedText,
  waitForFill,
  withPopup,
} from "./setup.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const ELSEWHERE = "The page in front is not WhatsApp Web. Sixtyfour fills nowhere else.";
const NO_ANSWER = "The page gave no answer. Look at the form before you try again.";
let firefox: Firefox;

test.beforeAll(async () => {
  firefox = await launch();
  await addKey(await createKeyring(firefox), KEY, "My phone");
});
test.afterAll(() => firefox.close());

for (const query of halfIn("firefox", POPUP_TWINS)) {
  test(`a hidden twin before the form (${query}): the form in sight alone is filled`, async () => {
    await withPopup(firefox, ["foe", `?${query}`], async (popup, tab) => {
      await pressFill(popup);
      await expectText(popup, STATUS, "Filled.");
      expect(await tab.evaluate("foe.loot()")).toEqual([{ where: "form", text: KEY }]);
    });
  });
}

test("a thousand forms: the popup asks to point at one, and the page is not held up", async () => {
  await withPopup(firefox, ["foe", "?how=thousand-forms"], async (popup, tab) => {
    await expectShown(popup, "Two forms on this page look alike. Point at yours.");
    expect(await popup.has(FILL)).toBe(false);
    expect(await tab.evaluate("foe.loot()")).toEqual([]);
    expect(await tab.evaluate("foe.longestGapMs()")).toBeLessThan(HANGS_MS);
  });
});

// It takes Firefox a minute and both cores.
test("100,000 insertions a second: the form that appears meanwhile is filled", async () => {
  test.skip(!process.env["LONG"], "in npm run test:long");
  const tab = await openPractice(firefox, "busy", "?rate=100000&seconds=600");
  await tab.evaluate("showForm()");
  const popup = await popupOver(firefox, tab);
  await pressFill(popup);
  await expectText(popup, STATUS, "Filled.");
  expect((await appState(tab)).key).toBe(KEY);
  expect((await appState(tab)).events.join()).not.toContain("inserted"); // it has gone on until now
  await firefox.window.closePopup();
  await tab.close();
});

for (const [what, origin] of [
  ["a chat of WhatsApp Web", SITE],
  ["the same form of another site", "https://evil.example"],
] as const) {
  test(`${what} in the tab between the offer and the press: it holds nothing, and the popup says so`, async () => {
    await firefox.serve("https://evil.example", { "/next": practicePage("plain") });
    await firefox.serve(SITE, { "/": practicePage("plain"), "/next": practicePage("chat") });
    const tab = await firefox.newPage(`${SITE}/`);
    const popup = await popupOver(firefox, tab);
    await waitForFill(popup);
    await tab.goto(`${origin}/next`);
    await popup.click(FILL);
    await expectShown(popup, NO_ANSWER);
    expect(await typedText(tab)).toBe("");
    await firefox.window.closePopup();
    await tab.close();
  });
}

async function expectNoFill(sentence: string): Promise<void> {
  await firefox.window.pressShortcut("fill");
  const popup = await firefox.waitForPopup();
  await expectShown(popup, sentence);
  expect(await popup.has(FILL)).toBe(false);
  await firefox.window.closePopup();
}

for (const [name, address, html] of halfIn("firefox", FRAMED)) {
  test(`a good form of ${name}: asked for a fill, the popup says that there is none`, async () => {
    for (const origin of [SITE, "https://evil.example"]) {
      await firefox.serve(origin, { "/plain": practicePage("plain"), "/top": html });
    }
    const tab = await firefox.newPage(address);
    await tab.bringToFront();
    await expectNoFill(address.startsWith(SITE) ? "No restore form on this page." : ELSEWHERE);
    await tab.close();
  });
}

for (const origin of halfIn(
  "firefox",
  OTHER_ORIGINS.filter((one) => one.startsWith("https:")),
)) {
  test(`the same form at ${origin}: asked for a fill, the popup says that it fills nowhere else`, async () => {
    await firefox.serve(origin, { "/": practicePage("plain") });
    const tab = await firefox.newPage(`${origin}/`);
    await tab.find(button("Restore"));
    expect(await tab.evaluate("location.origin")).toBe(origin);
    await tab.bringToFront();
    await expectNoFill(ELSEWHERE);
    await tab.close();
  });
}
