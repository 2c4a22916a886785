/**
 * Traps around a good form and the real popup: twins, crowds, a page that never rests, layers that let clicks
 * through, acts while it is filled. What the content script makes of each is the subject of `tests/content`,
 * in both browsers.
 */
import { POPUP_CLOAKS, POPUP_THEFTS, POPUP_TWINS } from "../content/foe-cases.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { holdLooks } from "./held-page.ts";
import { NOT_FILLED } from "./practice.ts";
import type { Runs } from "./runs.ts";
import {
  addKey,
  appState,
  createKeyring,
  expectNoOffer,
  FILL,
  openPractice,
  popupOver,
  pressFill,
  STATUS,
  text,
  waitForFill,
  withPopup,
} from "./steps.ts";
import { expect, launch, long, one, setUp, story } from "./story.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const OURS = one("chromium", "our own gates and sentences; a popup that opens sooner");
const VARIANT = long("a variant: another one stands for its cause");
let browser: Driver;

setUp(async () => {
  browser = await launch();
  await addKey(await createKeyring(browser), KEY, "My phone");
});

type Foe = { loot(): { where: string; text: string }[]; act(): void };
const lootOf = (tab: Page) => tab.evaluate(() => (window as unknown as { foe: Foe }).foe.loot());

const TWINS: Record<string, Runs> = {
  "twin=opacity&first=1": one("chromium", "a twin that has its place and is not drawn"),
};

for (const query of POPUP_TWINS) {
  const where = TWINS[query] ?? VARIANT;
  story(`a hidden twin before the form (${query}): the form in sight alone is filled`, where, async () => {
    await withPopup(browser, ["foe", `?${query}`], async (popup, tab) => {
      await pressFill(popup);
      await popup.expectText(STATUS, "Filled in.");
      expect(await lootOf(tab)).toEqual([{ where: "form", text: KEY }]);
    });
  });
}

story("a thousand forms: the popup asks to point at one", VARIANT, async () => {
  await withPopup(browser, ["foe", "?how=thousand-forms"], async (popup, tab) => {
    await popup.expectShown(
      text("Two forms on this page look alike. Press “Choose the field”, then click yours."),
    );
    expect(await popup.count(FILL)).toBe(0);
    expect(await lootOf(tab)).toEqual([]);
  });
});

type Busy = { showForm(): void; inserted: number };
const insertedInto = (tab: Page) => tab.evaluate(() => (window as unknown as Busy).inserted);

/** A thousand elements at each turn, as soon as the browser gives the page another one. */
function insertWithoutEnd(): void {
  const page = window as unknown as Busy;
  const place = document.querySelector(".unseen");
  page.inserted = 0;
  const insert = () => {
    if (page.inserted % 20_000 === 0) place?.replaceChildren();
    for (let times = 0; times < 1_000; times++) place?.append(document.createElement("span"));
    page.inserted += 1_000;
    setTimeout(insert);
  };
  insert();
}

story("insertions without end: the form that appears meanwhile is filled", VARIANT, async () => {
  const tab = await openPractice(browser, "busy", "?start=manual");
  await tab.evaluate(insertWithoutEnd);
  await tab.evaluate(() => (window as unknown as Busy).showForm());
  const popup = await popupOver(browser, tab);
  await pressFill(popup);
  await popup.expectText(STATUS, "Filled in.");
  expect((await appState(tab)).key).toBe(KEY);
  const untilNow = await insertedInto(tab);
  await expect.poll(() => insertedInto(tab)).toBeGreaterThan(untilNow);
  await popup.close();
  await tab.close();
});

const CLOAKS: Record<string, Runs> = {
  "frame-veil": one("chromium", "a layer with a document of its own"),
};

for (const how of POPUP_CLOAKS) {
  const where = CLOAKS[how] ?? VARIANT;
  story(`hidden by ${how}: asked for a fill, the popup says that it is covered`, where, async () => {
    const tab = await openPractice(browser, "foe", `?how=${how}`);
    await expectNoOffer(browser, tab, "This form is covered");
    await tab.close();
  });
}

story("hidden after the offer: the fill is refused, and nothing is in the page", OURS, async () => {
  await withPopup(browser, ["foe", "?how=veil-absolute&when=call"], async (popup, tab) => {
    await waitForFill(popup);
    await holdLooks(popup);
    await tab.evaluate(() => (window as unknown as { foe: Foe }).foe.act());
    await pressFill(popup);
    await popup.expectShown(text("Sixtyfour could not fill in the form: it is covered"));
    expect(await lootOf(tab)).toEqual([]);
  });
});

const THEFTS: Record<string, Runs> = {
  "how=frame-field&when=focusin&always=1&boxes=16": one(
    "chromium",
    "another document takes the focus, at every box",
    "focus-behind-popup",
  ),
  "how=refuse&when=input&wait=frame&always=1&boxes=16": one(
    "chromium",
    "the page takes back what it was given",
  ),
};
/** Where a page behind the popup is told of no focus, what acts on it never comes to act. */
const VARIANT_OF_FOCUS = long("a variant: another one stands for its cause", "focus-behind-popup");

for (const query of POPUP_THEFTS) {
  const where = THEFTS[query] ?? (query.includes("when=focus") ? VARIANT_OF_FOCUS : VARIANT);
  story(
    `the page acts while it is filled (${query}): nothing remains, and the popup says so`,
    where,
    async () => {
      await withPopup(browser, ["foe", `?${query}`], async (popup, tab) => {
        await pressFill(popup);
        await popup.expectShown(text(NOT_FILLED));
        expect((await appState(tab)).events.join()).toContain("acted on");
        expect(await lootOf(tab)).toEqual([]);
      });
    },
  );
}

story("control: the same form in sight is filled", OURS, async () => {
  await withPopup(browser, ["foe", "?how=none"], async (popup) => {
    await pressFill(popup);
    await popup.expectText(STATUS, "Filled");
  });
});
