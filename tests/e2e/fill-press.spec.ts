/** What starts a fill, what does not, and what the popup says where it cannot reach the page. */
import { manifestText } from "../../src/ui/text/en/manifest.ts";
import { lookText } from "../../src/ui/text/en/page-acts.ts";
import type { Driver, MenuEntry } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { holds } from "../support/wait.ts";
import { holdTimers } from "./held-page.ts";
import { SITE } from "./practice.ts";
import {
  APP,
  addKey,
  appState,
  button,
  createKeyring,
  FILL,
  openPractice,
  popOut,
  popupOver,
  pressFill,
  STATUS,
  sendRaw,
  type Target,
  text,
  unlock,
  waitForFill,
  withPopup,
} from "./steps.ts";
import { both, expect, launch, long, one, setUp, story } from "./story.ts";

const KEYS = { "Phone A": "a4b3".repeat(16), "Phone B": "b5c7".repeat(16) };
const OURS = one("chromium", "our own gates, alike in both");
const BOTH = both("events, popup, menus, shortcuts and access to sites are the browser's own");
const ENTRY: MenuEntry = { id: "fill", title: manifestText.fillMenu };
const FIELD = "[role=dialog] input";
const REGION: Target = { role: "region", name: "Fill in this page" };
const NO_FORM = lookText["no-form"];
const NO_ACCESS = text("Sixtyfour has no access to web.whatsapp.com");
const ALLOW = button("Allow access to web.whatsapp.com");
const OLD_TAB = text("This page was opened before Sixtyfour");
let browser: Driver;
let app: Page;

setUp(async () => {
  // Without its own prompt, which no test can reach, Firefox grants what is asked within a user's act.
  browser = await launch({ prefs: { "extensions.webextOptionalPermissionPrompts": false } });
  app = await createKeyring(browser);
  for (const [label, hex] of Object.entries(KEYS)) await addKey(app, hex, label);
  await withPopup(browser, ["single"], (popup) => pressFill(popup)); // the first one, with its warning
});

const filledKey = async (tab: Page) => (await appState(tab)).key;

/** A fill that had started would be through by the end of it. */
async function expectNothingFilled(popup: Page, tab: Page): Promise<void> {
  await holds("nothing filled", 500, async () => (await filledKey(tab)) === "");
  expect(await popup.text(STATUS)).toBe("");
}

async function expectFilled(popup: Page, tab: Page): Promise<void> {
  await popup.expectText(STATUS, "Filled in.");
  expect(Object.values(KEYS)).toContain(await filledKey(tab));
}

/** `act` while the half second after another key was picked is held back, however slow this machine is. */
async function actEarly(popup: Page, act: () => Promise<void>): Promise<void> {
  const release = await holdTimers(popup, 500);
  await popup.click("input[type=radio]:not(:checked)");
  await act();
  expect(await popup.attribute(FILL, "aria-disabled")).toBe("true");
  await release();
}

/** How many clicks reached the button; those that it takes no notice of too. */
async function countClicks(popup: Page): Promise<() => Promise<number>> {
  await popup.on(FILL, (fill) => {
    fill.addEventListener("click", () => {
      fill.dataset["clicks"] = String(Number(fill.dataset["clicks"] ?? 0) + 1);
    });
  });
  return async () => Number((await popup.attribute(FILL, "data-clicks")) ?? 0);
}

story(
  "guard: events that a script makes do nothing, nor is the button focused when the popup opens",
  BOTH,
  async () => {
    await withPopup(browser, ["single"], async (popup, tab) => {
      await waitForFill(popup);
      expect(await popup.hasFocus(FILL)).toBe(false);
      await popup.focus(FILL);
      await popup.expectFocus(FILL);
      const clicks = await countClicks(popup);
      await popup.on(FILL, (fill) => {
        fill.click();
        fill.dispatchEvent(new MouseEvent("click", { bubbles: true }));
        fill.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
      });
      expect(await clicks()).toBe(2);
      await expectNothingFilled(popup, tab);
      await pressFill(popup);
      await expectFilled(popup, tab);
    });
  },
);

story(
  "guard: a click, and a press that begins, within half a second after a change do nothing",
  OURS,
  async () => {
    await withPopup(browser, ["single"], async (popup, tab) => {
      await waitForFill(popup);
      const clicks = await countClicks(popup);
      await actEarly(popup, async () => {
        await popup.pointAt(FILL);
        await popup.pointerDown();
        await popup.pointerUp();
      });
      expect(await clicks()).toBeGreaterThan(0);
      await actEarly(popup, async () => {
        await popup.pointerUp();
        await popup.pointAt(FILL);
        await popup.pointerDown();
      });
      await waitForFill(popup);
      const before = await clicks();
      await popup.pointerUp();
      await expect.poll(clicks).toBe(before + 1);
      await expectNothingFilled(popup, tab);
      await popup.pointerDown();
      await popup.pointerUp();
      await expectFilled(popup, tab);
    });
  },
);

for (const [key, where] of [
  ["Enter", OURS],
  ["Space", long("the same guard; pressed when it is let go")],
] as const) {
  story(
    `guard: ${key} held since before the wait was over fills nothing, pressed anew it does`,
    where,
    async () => {
      await withPopup(browser, ["single"], async (popup, tab) => {
        await waitForFill(popup);
        await actEarly(popup, async () => {
          await popup.keyUp(key);
          await popup.focus(FILL);
          await popup.keyDown(key);
        });
        await waitForFill(popup);
        for (let times = 0; times < 5; times++) await popup.keyDown(key);
        if (key === "Space") await popup.keyUp(key);
        await expectNothingFilled(popup, tab);
        await popup.keyUp(key);
        await popup.press(key);
        await expectFilled(popup, tab);
      });
    },
  );
}

story("an offer is good for one fill: pressed twice, the key is sent once", OURS, async () => {
  await withPopup(browser, ["single"], async (popup, tab) => {
    await waitForFill(popup);
    await popup.doubleClick(FILL);
    const inputs = async () => (await appState(tab)).events.filter((event) => event === "input").length;
    await expect.poll(inputs).toBe(1);
    await holds("one input", 500, async () => (await inputs()) === 1);
    expect(Object.values(KEYS)).toContain(await filledKey(tab));
  });
});

for (const [name, act] of [
  ["the shortcut", () => browser.pressShortcut("fill")],
  ["the context menu", (tab: Page) => browser.chooseMenuEntry(tab, FIELD, ENTRY)],
] as const) {
  story(`${name} opens the popup where a fill takes one press`, BOTH, async () => {
    const tab = await openPractice(browser, "single");
    await tab.expectShown(FIELD);
    await act(tab);
    const popup = await browser.waitForPopup();
    await popup.expectFocus(REGION);
    expect(await filledKey(tab)).toBe("");
    await pressFill(popup);
    await expectFilled(popup, tab);
    await popup.close();
    await tab.close();
  });
}

story(
  "an open popup follows the page: a form goes, and one that the badge does not see comes",
  OURS,
  async () => {
    await withPopup(browser, ["own-label"], async (popup, tab) => {
      await popup.expectShown(FILL);
      await tab.evaluate(() => document.querySelector("form")?.parentElement?.replaceChildren("Later"));
      await popup.expectText("body", NO_FORM);
      await tab.evaluate(() => location.reload());
      await popup.expectShown(FILL);
      await tab.on("form", (form) => {
        const parent = form.parentElement;
        form.remove();
        setTimeout(() => parent?.append(form), 3_000);
      });
      await popup.expectText("body", NO_FORM);
      await popup.expectShown(FILL);
    });
  },
);

for (const [name, where, address] of [
  ["another site", OURS, () => "https://example.org/"],
  ["a page of ours", OURS, () => browser.extUrl(APP)],
] as const) {
  story(`in front of ${name} nothing is offered`, where, async () => {
    await browser.serve("https://example.org", { "/": "<title>Elsewhere</title>" });
    const tab = await browser.newPage(address());
    await tab.bringToFront();
    expect(await sendRaw(app, "fill.look")).toEqual({ ok: true, value: { kind: "other-page" } });
    const popup = await popupOver(browser, tab);
    await popup.expectShown(button("Generate a key"));
    expect(await popup.isShown(FILL)).toBe(false);
    await popup.close();
    await tab.close();
  });
}

/** In front: a page to which the user has withdrawn our access, and the popped-out popup, which says so. */
async function openWithoutAccess(): Promise<{ tab: Page; out: Page }> {
  await app.bringToFront();
  const out = await popOut(browser);
  await browser.focusWindow(app);
  await browser.setSiteAccess(SITE, false);
  const tab = await openPractice(browser, "single");
  await browser.focusWindow(out);
  await out.expectShown(NO_ACCESS, ALLOW);
  expect(await out.text("body")).not.toContain(NO_FORM);
  return { tab, out };
}

story(
  "without access to the site: said so, with its button; with access again the form is there",
  BOTH,
  async () => {
    const { tab, out } = await openWithoutAccess();
    await browser.setSiteAccess(SITE, true);
    await tab.reload();
    await pressFill(out);
    await expectFilled(out, tab);
    await out.close();
    await tab.close();
  },
);

story(
  "without access to the site: the button asks for it, and the next one reloads the tab",
  one("firefox", "only here a test can give the answer", "site-access-request"),
  async () => {
    const { tab, out } = await openWithoutAccess();
    await out.click(ALLOW);
    await out.expectShown(OLD_TAB);
    expect(await out.text("body")).not.toContain(NO_FORM);
    await out.click(button("Reload this page"));
    await pressFill(out);
    await expectFilled(out, tab);
    await out.close();
    await tab.close();
  },
);

story(
  "without access to the site: the toolbar button itself lends it for this page",
  one("firefox", "the browser brings our script into the page", "popup-lends-access"),
  async () => {
    await browser.setSiteAccess(SITE, false);
    const tab = await openPractice(browser, "single");
    expect(await sendRaw(app, "fill.look")).toEqual({ ok: true, value: { kind: "no-access" } });
    const popup = await browser.pressToolbarButton(tab);
    await pressFill(popup);
    await expectFilled(popup, tab);
    await popup.close();
    await tab.close();
    await browser.setSiteAccess(SITE, true);
  },
);

/** A tab that was open before the extension restarted, and the popup over it, unlocked. */
async function openOldTab(): Promise<{ tab: Page; popup: Page }> {
  const tab = await openPractice(browser, "single");
  await browser.reloadExtension();
  const popup = await popupOver(browser, tab);
  await unlock(popup);
  return { tab, popup };
}

story(
  "a tab older than the extension: said so, and its button reloads it",
  one("chromium", "the other browser brings our script into it", "no-script-in-old-tabs"),
  async () => {
    const { tab, popup } = await openOldTab();
    await popup.expectShown(OLD_TAB);
    expect(await popup.text("body")).not.toContain(NO_FORM);
    await popup.click(button("Reload this page"));
    await pressFill(popup);
    await expectFilled(popup, tab);
    await popup.close();
    await tab.close();
  },
);

story(
  "a tab older than the extension: the browser brings our script into it, and the key with it",
  one("firefox", "the other browser does not", "script-in-old-tabs"),
  async () => {
    const { tab, popup } = await openOldTab();
    await pressFill(popup);
    await expectFilled(popup, tab);
    await popup.close();
    await tab.close();
  },
);
