/** One fill after the other through the real popup: every form, every outcome, the choice of the key. */

import { lookText } from "../../src/ui/text/en/page-acts.ts";
import { FRAMED, OTHER_ORIGINS } from "../content/foe-places.ts";
import { NOT_FILLED, NOT_OFFERED } from "../content/not-offered.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { LIBRARY_PAGES } from "../pages/libraries/catalogue.mjs";
import { NO_FORM_MARK, practicePage, SITE } from "./practice.ts";
import type { Runs } from "./runs.ts";
import {
  ALERT,
  addKey,
  appState,
  button,
  createKeyring,
  expectNoOffer,
  FILL,
  openPractice,
  pickKey,
  popupOver,
  pressFill,
  STATUS,
  text,
  typedText,
  waitForFill,
  waitForFrame,
  withPopup,
} from "./steps.ts";
import { both, browserName, expect, launch, long, one, setUp, story } from "./story.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const OTHER = "c2a1".repeat(16);
const WARNING = text("page can read a key once it is filled in. Other extensions");
const NO_FORM = lookText["no-form"];
const COVERED = "This form is covered or partly out of sight.";
const ELSEWHERE = "The current page is not WhatsApp Web. Open WhatsApp Web to fill in a key.";
const RESTORE = button("Restore");
/** The page's own, also where a library names it in a way of its own. */
const RESTORE_OF_LIBRARY = "[role=dialog] > button";
const BOTH = both("text is put in by the browser's own editing, and popup and badge are its own");
const CLOSED = both("into a closed shadow tree each browser has a way of its own");
const VARIANT = long("a variant: another one stands for its cause");
const OURS_HERE = one("chromium", "our own gates and sentences, alike in both");
let browser: Driver;
let app: Page;

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, KEY, "My phone", "4711");
});

const expectBadge = (tab: Page, mark: string) => expect.poll(() => browser.badgeText(tab)).toBe(mark);
const keyOf = async (tab: Page) => (await appState(tab)).key;

/** What the markup of the form's fields says, each different answer once. */
const autocompletes = (tab: Page) =>
  tab.evaluate(() => {
    const fields = document.querySelectorAll(":is([role=dialog], form) :is(input, textarea)");
    return [...new Set([...fields].map((field) => field.getAttribute("autocomplete")))];
  });

const isDisabled = (tab: Page, target = RESTORE) => tab.on(target, (it: HTMLButtonElement) => it.disabled);

async function expectFilled(popup: Page, tab: Page): Promise<void> {
  await popup.expectText(STATUS, /^Filled in\. The page holds the whole key/);
  expect(await keyOf(tab)).toBe(KEY);
  await expect.poll(() => isDisabled(tab)).toBe(false);
  expect((await appState(tab)).events).not.toContain("submitted");
  expect(await autocompletes(tab)).toEqual(["off"]);
  await expectBadge(tab, NO_FORM_MARK);
}

story(
  "the first fill: badge, origin, form, key and warning, then the whole key and no badge",
  BOTH,
  async () => {
    await withPopup(browser, ["single"], async (popup, tab) => {
      await expectBadge(tab, "64");
      expect(await autocompletes(tab)).toEqual([null]);
      await popup.expectShown(WARNING, text(/^https:\/\/web\.whatsapp\.com$/), text("One text field"));
      await popup.expectShown(text("Phone ending in 4711"));
      const chosen = await popup.on(
        "input[type=radio]:checked",
        (it: HTMLInputElement) => it.labels?.[0]?.innerText,
      );
      expect(chosen).toContain("My phone");
      await pressFill(popup);
      await expectFilled(popup, tab);
    });
  },
);

const FORMS: readonly (readonly [string, string, string, Runs])[] = [
  ["textarea", "", "One text area", VARIANT],
  ["boxes16", "", "16 boxes of 4 digits", BOTH],
  ["boxes64", "", "64 boxes of 1 digit", VARIANT],
  ["rerender", "", "16 boxes of 4 digits", VARIANT], // the page draws its fields again
  ["rerender", "?boxes=1", "One text field", VARIANT],
  ["plain", "", "One text field", VARIANT],
  ["swap", "?while=empty", "One text area", VARIANT], // another element each 0.7 s until it holds something
];

for (const [form, query, shape, where] of FORMS) {
  story(`the key arrives whole in ${form}${query}, and the page's own button wakes`, where, async () => {
    await withPopup(browser, [form, query], async (popup, tab) => {
      await expectBadge(tab, "64");
      await waitForFill(popup);
      await popup.expectShown(text(shape));
      expect(await popup.count(WARNING)).toBe(0);
      await pressFill(popup);
      await expectFilled(popup, tab);
    });
  });
}

/** In words of no language. @param words - beside them. */
const strange = (words: string) =>
  `<!doctype html><div role=dialog><h1>Lorem ipsum</h1><p>Dolor sit amet. ${words}</p>${"<input maxlength=4>".repeat(16)}</div>`;

for (const [words, isOffered] of [
  ["", true],
  ["Genera tu clave de 64 dígitos y escríbela aquí para confirmar que la guardaste.", false],
] as const)
  story(
    isOffered
      ? "boxes that make 64 are offered in words that nobody here knows, and filled"
      : "boxes that have a new key confirmed are not offered",
    OURS_HERE,
    async () => {
      await browser.serve(SITE, { "/": strange(words) });
      const tab = await browser.newPage(`${SITE}/`);
      if (isOffered) {
        await expectBadge(tab, "64");
        const popup = await popupOver(browser, tab);
        await pressFill(popup);
        await popup.expectText(STATUS, "Filled");
        await popup.close();
      } else await expectNoOffer(browser, tab, NO_FORM);
      expect(await typedText(tab)).toBe(isOffered ? KEY : "");
      await tab.close();
    },
  );

story("a form that comes late is offered in the popup that is open already", OURS_HERE, async () => {
  await withPopup(browser, ["late", "?asked"], async (popup, tab) => {
    await popup.expectShown(button("Lock"));
    expect(await popup.count(FILL)).toBe(0);
    await tab.evaluate(() => dispatchEvent(new Event("show-form")));
    await pressFill(popup);
    await expectFilled(popup, tab);
  });
});

story("a page whose own button stays switched off: filled, and said", OURS_HERE, async () => {
  await withPopup(browser, ["button-disabled"], async (popup, tab) => {
    await pressFill(popup);
    await popup.expectText(STATUS, "own button is still disabled. The page may not have accepted the key");
    expect(await keyOf(tab)).toBe(KEY);
  });
});

for (const [how, where] of [
  ["cut", VARIANT],
  ["later", OURS_HERE],
] as const) {
  story(`a page that changes the key (${how}): an alert, and nothing left behind`, where, async () => {
    await withPopup(browser, ["refuses", `?how=${how}`], async (popup, tab) => {
      await pressFill(popup);
      await popup.expectText(ALERT, "The page changed the digits");
      expect(await typedText(tab)).toBe("");
      expect(await keyOf(tab)).toBe("");
    });
  });
}

/** The badge tells of a form that only a look, which costs more, finds unfit. */
const NOTICED = ["ambiguous", "foe"];
const REFUSED: readonly (readonly [string, string, string, Runs])[] = [
  ["chat", "", NO_FORM, VARIANT],
  ["negatives", "", "This form is for something else", OURS_HERE],
  ["ambiguous", "", lookText.ambiguous, VARIANT],
  ["foe", "?how=veil-closed", COVERED, CLOSED], // a layer in such a tree
  ["hidden", "?how=covered", COVERED, VARIANT],
  ["hidden", "?how=opacity", COVERED, VARIANT],
  ["hidden", "?how=offscreen", COVERED, VARIANT],
  ["hidden", "?how=tiny", COVERED, VARIANT],
];

for (const [form, query, sentence, where] of REFUSED) {
  story(`nothing to press on ${form}${query}; asked for a fill, the popup says why`, where, async () => {
    const tab = await openPractice(browser, form, query);
    await expectNoOffer(browser, tab, sentence);
    await expectBadge(tab, NOTICED.includes(form) ? "64" : NO_FORM_MARK);
    await tab.close();
  });
}

const AROUND: Record<string, Runs> = {
  "our site in another site's frame": both("into which documents our script comes is the browser's doing"),
};

for (const [name, address, html] of FRAMED) {
  const title = `a good form of ${name}: asked for a fill, the popup says that there is none`;
  story(title, AROUND[name] ?? VARIANT, async () => {
    for (const origin of [SITE, "https://evil.example"])
      await browser.serve(origin, { "/plain": practicePage("plain"), "/top": html });
    const tab = await browser.newPage(address);
    await waitForFrame(tab);
    await expectNoOffer(browser, tab, address.startsWith(SITE) ? NO_FORM : ELSEWHERE);
    expect(await typedText(tab)).toBe("");
    await tab.close();
  });
}

const PLACES: Record<string, Runs> = {
  "https://web.whatsapp.com:444": both("ports count in one browser's match patterns and not in the other's"),
  "https://web.whatsapp.com.": one("firefox", "the same host to a resolver"),
};

for (const origin of OTHER_ORIGINS.filter((one) => one.startsWith("https:"))) {
  const title = `the same form at ${origin}: asked for a fill, the popup says that it fills nowhere else`;
  story(title, PLACES[origin] ?? VARIANT, async () => {
    await browser.serve(origin, { "/": practicePage("plain") });
    const tab = await browser.newPage(`${origin}/`);
    await tab.expectShown(RESTORE);
    expect(await tab.evaluate(() => location.origin)).toBe(origin);
    await expectNoOffer(browser, tab, ELSEWHERE);
    await tab.close();
  });
}

for (const [form, query, where] of [
  ["negatives", "?with=form", VARIANT],
  ["hidden", "?how=none", OURS_HERE],
] as const) {
  story(`control: the good form on ${form}${query} is filled`, where, async () => {
    await withPopup(browser, [form, query], async (popup, tab) => {
      await pressFill(popup);
      await popup.expectText(STATUS, "Filled in.");
      expect(await keyOf(tab)).toBe(KEY);
    });
  });
}

/** What stands for the others: how a library holds its text, and what it does at each digit. */
const LIBRARIES: Record<string, Runs> = {
  "input-otp": one("firefox", "one field that the library draws itself over"),
  "lit-closed": CLOSED,
  lexical: both("an editor with a text of its own takes what each browser's editing tells it"),
};

const OFFERED = LIBRARY_PAGES.filter(
  ({ name }) => !NOT_OFFERED[name]?.looks.includes("00") && !Object.hasOwn(NOT_FILLED, name),
);

/** Its mask undoes what is filled behind the popup: that is said, and nothing is left. */
const UNDOES = "ngx-mask";

for (const { name, asksForFocus = false } of OFFERED) {
  story(
    `the application holds the key that was filled into ${name}`,
    LIBRARIES[name] ?? VARIANT,
    async () => {
      await withPopup(browser, [`lib-${name}`], async (popup, tab) => {
        await tab.expectCount("[data-ready]", 1);
        await pressFill(popup);
        // No field of a page behind the popup has the focus there, so this one stays transparent, and empty.
        if (asksForFocus && browserName() === "firefox") {
          await popup.expectText(ALERT, "Sixtyfour could not fill in the form");
          expect(await keyOf(tab)).toBe("");
          return;
        }
        if (name === UNDOES) {
          await popup.expectText(ALERT, "The page changed the digits");
          expect(await keyOf(tab)).toBe("");
          return;
        }
        // Some draw all 64 boxes again for each digit.
        await expect.poll(() => popup.text(STATUS)).toContain("Filled");
        await expect.poll(() => keyOf(tab)).toBe(KEY);
        await tab.expectText(RESTORE_OF_LIBRARY, "Restore");
        await expect.poll(() => isDisabled(tab, RESTORE_OF_LIBRARY)).toBe(false);
        expect((await appState(tab)).events).not.toContain("submitted");
      });
    },
  );
}

story("several keys: the last used is offered first, and the user may pick another", OURS_HERE, async () => {
  await addKey(app, OTHER, "Another phone");
  const fillWith = (pick?: string) =>
    withPopup(browser, ["single"], async (popup, tab) => {
      await waitForFill(popup);
      if (pick !== undefined) await pickKey(popup, pick);
      await pressFill(popup);
      await popup.expectText(STATUS, "Filled in.");
      return keyOf(tab);
    });
  expect(await fillWith()).toBe(KEY);
  expect(await fillWith("Another phone")).toBe(OTHER);
  expect(await fillWith()).toBe(OTHER);
});
