/** A key that a page shows: noticed, read when asked for, and told from what is none. */
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { NO_FORM_MARK } from "./practice.ts";
import type { Runs } from "./runs.ts";
import { addKey, ask, button, createKeyring, shownKey, text, withPopup } from "./steps.ts";
import { expect, launch, long, one, setUp, story } from "./story.ts";

/** What the practice page `shown-key` shows. */
const SHOWN = "0123456789abcdeffedcba98765432100f1e2d3c4b5a69788796a5b4c3d2e1f0";
const CATCH = button("Add from this page");
const SHOWS_KEY = text("This page shows a 64-digit key.");
const VARIANT = long("a variant: another one stands for its cause");
let browser: Driver;
let app: Page;

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, "5ec2".repeat(16), "My phone");
});

const expectBadge = (tab: Page, mark: string) => expect.poll(() => browser.badgeText(tab)).toBe(mark);

const SHOWN_AS: Record<string, Runs> = {
  elements: one("chromium", "a key whose parts lie in elements of their own"),
};

for (const how of ["line", "groups", "elements", "digits", "capitals", "page"]) {
  const title = `a key shown as ${how} is noticed, and shown in groups when asked for`;
  story(title, SHOWN_AS[how] ?? VARIANT, async () => {
    await withPopup(browser, ["shown-key", `?how=${how}`], async (popup, tab) => {
      await expectBadge(tab, "64");
      await popup.expectShown(SHOWS_KEY);
      await popup.click(CATCH);
      expect(await shownKey(popup)).toBe(SHOWN);
      expect(await ask(app, "entry.list", {})).toHaveLength(1);
    });
  });
}

const NO_KEY: Record<string, Runs> = {
  chat: one("chromium", "a key that somebody has written"),
};

for (const how of ["hash", "long", "short", "hidden", "chat"]) {
  story(`${how} is no key that a page shows`, NO_KEY[how] ?? VARIANT, async () => {
    await withPopup(browser, ["shown-key", `?how=${how}`], async (popup, tab) => {
      await popup.expectShown(CATCH);
      expect(await popup.count(SHOWS_KEY)).toBe(0);
      await expectBadge(tab, NO_FORM_MARK);
    });
  });
}

story(
  "of two keys neither is taken, and the user is told to select one",
  one("chromium", "our own sentences, alike in both"),
  async () => {
    await withPopup(browser, ["shown-key", "?how=two"], async (popup) => {
      await popup.click(CATCH);
      await popup.expectShown(text("more than one 64-digit key"));
      expect(await popup.count(button("Save key"))).toBe(0);
    });
  },
);
