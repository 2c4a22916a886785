/** What keeps Sixtyfour unlocked: what a person does at a page of ours, and nothing that a web page does. */
import { lockWarningText } from "../../src/ui/text/en/unlock.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { stored } from "./planned.ts";
import { ask, button, createKeyring, FILL, link, STATUS, text, waitForFill, withPopup } from "./steps.ts";
import { both, expect, launch, setUp, story } from "./story.ts";

const BOTH = both("which events a page gets, and who scrolls it, is the browser's own");
let browser: Driver;
let app: Page;

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
});

/** Read by the page itself: asking the background would be no test of what it was told. */
const deadline = async (): Promise<number> =>
  (await stored<{ deadlineAtMs: number }>(app, "session", "unlocked"))?.deadlineAtMs ?? 0;

/** What the page does by itself is done, and what it told the background by that is stored. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
  await ask(page, "keyring.state", {});
}

/** By the page's own clock so much time has passed: a use is told every 15 seconds at most. */
const passIn = (page: Page, ms: number) =>
  page.evaluate((ms) => {
    const { now } = Date;
    Date.now = () => now() + ms;
  }, ms);

story("a page warns before it locks, which is no use; staying is one", BOTH, async () => {
  await app.bringToFront();
  await app.useRealFocus();
  await app.click(link("Settings"));
  await passIn(app, 4 * 60_000 - 2_000);
  await app.click(button("Save settings"));
  await app.expectText(STATUS, "Settings saved");
  await app.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await settle(app);
  const before = await deadline();
  // From here on the next use would be told, and soon the page sees that the last minute has come.
  await passIn(app, 15_000);
  await app.expectShown(text(lockWarningText.soon));
  await settle(app);
  expect(await deadline()).toBe(before);
  await app.click(button(lockWarningText.stay));
  await expect.poll(deadline).toBeGreaterThan(before);
  await app.reload();
});

type Seen = typeof globalThis & { dialog?: Element; scrolls?: number };

story("a web page whose form comes and goes scrolls an open popup, which is no use", BOTH, async () => {
  for (let n = 0; n < 8; n++) await ask(app, "entry.generate", { label: `Key ${n}`, phoneEnding: "" });
  await withPopup(browser, ["single"], async (popup, tab) => {
    await waitForFill(popup);
    await popup.useRealFocus();
    await popup.evaluate(() => {
      const main = document.querySelector("main");
      if (main) main.scrollTop = main.scrollHeight;
    });
    await popup.waitFor(() => document.querySelector("main")?.scrollTop || null);
    await settle(popup);
    await passIn(popup, 15_000);
    await popup.evaluate(() => {
      const seen: Seen = Object.assign(globalThis, { scrolls: 0 });
      const count = ({ isTrusted }: Event) => {
        if (isTrusted && document.hasFocus()) seen.scrolls = (seen.scrolls ?? 0) + 1;
      };
      window.addEventListener("scroll", count, true);
    });
    const before = await deadline();
    await tab.evaluate(() => {
      const kept: Seen = globalThis;
      kept.dialog = document.querySelector("[role=dialog]") ?? document.body;
      kept.dialog.remove();
    });
    await popup.expectGone(FILL);
    await tab.evaluate(() => {
      const { dialog }: Seen = globalThis;
      if (dialog) document.body.append(dialog);
    });
    await waitForFill(popup);
    // The control: the web page did scroll the popup, as a person would.
    await popup.waitFor(() => (globalThis as Seen).scrolls || null);
    await settle(popup);
    expect(await deadline()).toBe(before);
  });
});
