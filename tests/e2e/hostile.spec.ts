/**
 * A page at the right origin that does all it can: it starts no fill, learns no key that was not filled,
 * misleads nobody.
 */
import { randomUUID } from "node:crypto";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { holds, waitFor } from "../support/wait.ts";
import { holdLooks } from "./held-page.ts";
import { NO_FORM_MARK, practicePage, SITE } from "./practice.ts";
import type { Runs } from "./runs.ts";
import {
  ALERT,
  addKey,
  appState,
  ask,
  button,
  createKeyring,
  FILL,
  inFrames,
  openPractice,
  popupOver,
  pressFill,
  STATUS,
  sendRaw,
  typedText,
  waitForFill,
  waitForFrame,
  withPopup,
} from "./steps.ts";
import { both, expect, launch, long, one, setUp, story } from "./story.ts";
import { changedAttributes, watched, watchPage } from "./watched-page.ts";

const KEY = "1b8d6f02".repeat(8);
const NOT_USABLE =
  "Sixtyfour could not fill in the form: it is covered, hidden, not empty, or the page moved the focus.";
/** What Chromium's own `chrome` has in every page. */
const OF_EVERY_PAGE = ["app", "csi", "loadTimes"];
const ISOLATED = both("what of our script a page can reach is the browser's doing");
const MATCHED = both("into which documents our script comes is the browser's doing");
const PINNED = both("to which document a message goes is the browser's doing");
const VARIANT = long("a variant: another one stands for its cause");
let browser: Driver;
let app: Page;
let entryId: string;
/** All that pages print. */
let printed: string[];

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  entryId = (await addKey(app, KEY, "My phone")).id;
  await browser.addPreloadScript(watchPage);
  printed = await browser.recordConsole();
});

/** Of the page and of all frames in it. */
async function markup(tab: Page): Promise<string> {
  return (await tab.evaluateInFrames(() => document.documentElement.outerHTML)).join("");
}

/** The key is in fields at most: no attribute, text, message, name or printed line has it or a row of it. */
async function expectNowhereElse(tab: Page): Promise<void> {
  const control = randomUUID();
  await tab.evaluate((line) => console.log(line), control);
  await waitFor("what is printed", () => printed.some((line) => line.includes(control)));
  const all = [await markup(tab), JSON.stringify(await watched(tab)), await tab.url(), ...printed].join("\n");
  expect(all).not.toContain(KEY.slice(0, 16));
}

/** What a look at the tab in front offers. */
const offer = () =>
  waitFor("an offer", async () => {
    const look = await ask(app, "fill.look", {});
    return look.kind === "form" ? { offerId: look.offerId, entryId } : null;
  });

story(
  "until a fill the page is exactly as its own script made it; the fill sets autocomplete, no more",
  ISOLATED,
  async () => {
    await withPopup(browser, ["plain"], async (popup, tab) => {
      await waitForFill(popup);
      const before = await watched(tab);
      expect(changedAttributes(before)).toEqual([]);
      expect(before.heard).toEqual([]);
      expect(before.names.sort()).toEqual(["appState", "watched"]);
      expect(await markup(tab)).not.toContain(new URL(browser.extUrl("")).host);
      expect(await markup(tab)).not.toMatch(/(?:moz|chrome)-extension/);
      await pressFill(popup);
      await popup.expectText(STATUS, "Filled in.");
      expect(changedAttributes(await watched(tab))).toEqual([
        "attributes BUTTON disabled ",
        "attributes INPUT autocomplete off",
      ]);
      expect((await appState(tab)).key).toBe(KEY);
      await expectNowhereElse(tab);
    });
  },
);

story(
  "forged messages, events and prototypes: nothing starts, nothing answers, nothing of ours runs theirs",
  ISOLATED,
  async () => {
    await withPopup(browser, ["hostile"], async (popup, tab) => {
      await waitForFill(popup);
      await holds("nothing filled, the badge as it was", 1500, async () => {
        return (await typedText(tab)) === "" && (await browser.badgeText(tab)) === "64";
      });
      expect((await watched(tab)).heard.length).toBeGreaterThan(0); // it does forge
      const ran = async () => (await appState(tab)).events.filter((event) => /^(answered|ran)/.test(event));
      expect(await ran()).toEqual([]);
      const apis = await tab.evaluate(() =>
        ["browser", "chrome"].flatMap((name) => Object.keys(Reflect.get(globalThis, name) ?? {})),
      );
      expect(apis.filter((name) => !OF_EVERY_PAGE.includes(name))).toEqual([]);
      await tab.evaluate(() => document.execCommand("insertText", false, "x")); // control: it does notice
      expect(await ran()).toEqual(["ran: execCommand"]);
      await pressFill(popup);
      await popup.expectText(STATUS, "Filled in.");
      expect((await appState(tab)).key).toBe(KEY);
      expect(await ran()).toEqual(["ran: execCommand"]);
      await expectNowhereElse(tab);
    });
  },
);

// Ordered past the popup: not behind every browser's popup does a page hear of a focus that it could steal.
const THIEVES: Record<string, Runs> = {
  composer: one("chromium", "another field takes the focus; alike in both"),
};

async function expectStolen(tab: Page, how: string): Promise<void> {
  expect((await appState(tab)).events).toContain("stolen");
  expect(await typedText(tab)).toBe(how === "prefill" ? "0" : "");
  await expectNowhereElse(tab);
}

for (const how of ["composer", "swap", "prefill"]) {
  const title = `a form that is swapped on focus (${how})`;
  story(`${title}: refused, and the key is nowhere on the page`, THIEVES[how] ?? VARIANT, async () => {
    const tab = await openPractice(browser, "focus-thief", `?how=${how}`);
    expect(await ask(app, "fill.run", await offer())).toEqual({ outcome: "field-not-usable" });
    await expectStolen(tab, how);
    await tab.close();
  });

  const behindPopup =
    how === "swap"
      ? one("chromium", "only here the page hears of the focus", "focus-behind-popup")
      : long("a variant of the swapped form", "focus-behind-popup");
  story(`${title}, behind the popup: an alert, and the key is nowhere on the page`, behindPopup, async () => {
    await withPopup(browser, ["focus-thief", `?how=${how}`], async (popup, tab) => {
      await pressFill(popup);
      await popup.expectText(ALERT, NOT_USABLE);
      await expectStolen(tab, how);
    });
  });
}

for (const [how, where] of [
  ["later", one("chromium", "our own order of steps, alike in both")],
  ["microtask", VARIANT],
] as const) {
  story(
    `control: a focus stolen ${how} comes too late, the key is in its own field alone`,
    where,
    async () => {
      const tab = await openPractice(browser, "focus-thief", `?how=${how}`);
      expect(await ask(app, "fill.run", await offer())).toEqual({ outcome: "filled" });
      const { key, events } = await appState(tab);
      expect(key).toBe(KEY);
      expect(events).toContain("stolen");
      expect(events).not.toContain("composer-input");
      expect(await typedText(tab)).toBe(KEY);
      await tab.close();
    },
  );
}

type Acts = { hide(how: string): void };

story(
  "another element in the field's place after the offer, and that one elsewhere: not filled; the new offer is",
  one("chromium", "our own token for one field, alike in both"),
  async () => {
    await withPopup(browser, ["plain"], async (popup, tab) => {
      await waitForFill(popup);
      const release = await holdLooks(popup);
      await tab.evaluate(() => {
        const offered = document.querySelector("form input") as HTMLInputElement;
        offered.replaceWith(offered.cloneNode());
        offered.hidden = true;
        document.body.prepend(offered);
      });
      await popup.click(FILL);
      await popup.expectText(ALERT, NOT_USABLE);
      expect(await typedText(tab)).toBe("");
      await release();
      await pressFill(popup);
      await popup.expectText(STATUS, "Filled");
      expect(await typedText(tab)).toBe(KEY);
    });
  },
);

const HIDDEN: Record<string, Runs> = {
  covered: one("chromium", "under another element; our own gates, alike in both"),
};

// Ordered past the popup: there the offer may be gone as soon as the form is.
for (const how of ["opacity", "covered", "veiled", "offscreen", "readonly"]) {
  story(
    `a form hidden after the offer (${how}): refused, and nothing in it`,
    HIDDEN[how] ?? VARIANT,
    async () => {
      const tab = await openPractice(browser, "hidden");
      const offered = await offer();
      await tab.evaluate((way) => (window as unknown as Acts).hide(way), how);
      expect(await ask(app, "fill.run", offered)).toEqual({ outcome: "field-not-usable" });
      expect(await typedText(tab)).toBe("");
      await tab.close();
    },
  );
}

story(
  "control: the same form left as it was is filled",
  one("chromium", "beside the hidden one"),
  async () => {
    const tab = await openPractice(browser, "hidden");
    expect(await ask(app, "fill.run", await offer())).toEqual({ outcome: "filled" });
    expect(await typedText(tab)).toBe(KEY);
    await tab.close();
  },
);

const FRAMES: Record<string, Runs> = {
  url: MATCHED,
};

for (const how of ["srcdoc", "blank", "url"]) {
  const title = `a form in a frame (${how}) is neither marked nor offered, and stays as it was`;
  story(title, FRAMES[how] ?? VARIANT, async () => {
    await browser.serve(SITE, { "/": practicePage("framed"), "/single": practicePage("single") });
    const tab = await browser.newPage(`${SITE}/?how=${how}`);
    await tab.bringToFront();
    await waitForFrame(tab);
    const kindOfLook = async () => (await ask(app, "fill.look", {})).kind;
    await expect.poll(kindOfLook).toBe("no-form");
    await holds("no badge, no form", 1000, async () => {
      return (await kindOfLook()) === "no-form" && (await browser.badgeText(tab)) === NO_FORM_MARK;
    });
    expect(await inFrames(tab)).toMatchObject([{ inputs: 1, marked: 0 }]);
    expect(await markup(tab)).not.toContain('autocomplete="off"');
    await tab.close();
  });
}

for (const [what, origin] of [
  ["a chat of WhatsApp Web", SITE],
  ["the same form of another site", "https://evil.example"],
] as const) {
  const title = `${what} in the tab after the offer: the offer fills nothing, and goes from the popup`;
  story(title, PINNED, async () => {
    await browser.serve("https://evil.example", { "/next": practicePage("plain") });
    await browser.serve(SITE, { "/": practicePage("plain"), "/next": practicePage("chat") });
    const tab = await browser.newPage(`${SITE}/`);
    const popup = await popupOver(browser, tab);
    await waitForFill(popup);
    const given = await offer();
    await tab.goto(`${origin}/next`);
    expect(await sendRaw(app, "fill.run", given)).toEqual({ ok: true, value: { outcome: "interrupted" } });
    await popup.expectGone(FILL);
    expect(await typedText(tab)).toBe("");
    await popup.close();
    await tab.close();
  });
}

story("an offer is pinned to its document, and spent by one fill", PINNED, async () => {
  const tab = await openPractice(browser, "plain");
  const first = await offer();
  await tab.reload();
  expect(await sendRaw(app, "fill.run", first)).toEqual({ ok: true, value: { outcome: "interrupted" } });
  expect(await typedText(tab)).toBe("");
  const second = await offer();
  expect(await sendRaw(app, "fill.run", second)).toEqual({ ok: true, value: { outcome: "filled" } });
  expect(await sendRaw(app, "fill.run", second)).toEqual({ ok: false, error: { code: "offer-expired" } });
  expect(await typedText(tab)).toBe(KEY);
  expect(await tab.on(button("Restore"), (it: HTMLButtonElement) => it.disabled)).toBe(false);
  await tab.close();
});
