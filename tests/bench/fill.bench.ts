/**
 * From *Fill* to the read-back: of one field against two animation frames of the same page plus one empty
 * message round trip of the same popup; of 64 boxes against the bare sequence of the same page (focus,
 * select, insert, a task to yield, `change`; then two frames) plus such a round trip.
 */
import { randomBytes } from "node:crypto";
import { launchBrowser, SHIPPED_BUILDS } from "../drivers/launch.ts";
import type { Page } from "../drivers/page.ts";
import { practicePage, SITE } from "../e2e/practice.ts";
import { ask, createKeyring, openPractice, POPUP } from "../e2e/steps.ts";
import { interleave, type Ratio } from "./measure.ts";

const ROUNDS = 15;
const BOUND = 1.5;

/** Milliseconds that one request of a page of ours takes. */
function timeRequest(page: Page, type: string, payload: unknown): Promise<number> {
  return page.evaluate(
    async (message) => {
      const startMs = performance.now();
      const reply = await chrome.runtime.sendMessage(message);
      const tookMs = performance.now() - startMs;
      if (!reply.ok || (reply.value.outcome ?? "filled") !== "filled") throw new Error(JSON.stringify(reply));
      return tookMs;
    },
    { protocol: "sixtyfour/page", version: 1, type, payload },
  );
}

/**
 * Of a page in motion, as one is whose field was just focused and filled: a page at rest answers the first request
 * at once instead of with the next frame.
 */
function twoFrames(tab: Page): Promise<number> {
  return tab.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const frame = (next: () => void) => {
          for (const field of document.querySelectorAll("input")) field.value += "0";
          requestAnimationFrame(next);
        };
        frame(() => {
          const startMs = performance.now();
          frame(() => frame(() => resolve(performance.now() - startMs)));
        });
      }),
  );
}

/** What is measured needs at least this, whoever does it: nothing is looked at, checked or read back. */
function bareBoxes(tab: Page): Promise<number> {
  return tab.evaluate(async () => {
    const nextTask = () =>
      new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve();
        };
        port2.postMessage(null);
      });
    const boxes = [...document.querySelectorAll<HTMLInputElement>("[role=dialog] input")];
    if (boxes.length !== 64) throw new Error(`${boxes.length} boxes`);
    const startMs = performance.now();
    for (const box of boxes) {
      box.focus({ preventScroll: true });
      box.select();
      document.execCommand("insertText", false, "a");
      await nextTask();
      box.dispatchEvent(new Event("change", { bubbles: true }));
    }
    await new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
    return performance.now() - startMs;
  });
}

export async function bench(): Promise<Ratio[]> {
  const browser = await launchBrowser("chromium", { extension: SHIPPED_BUILDS.chromium });
  try {
    await createKeyring(browser);
    const tab = await openPractice(browser, "plain");
    const popupUrl = browser.extUrl(`${POPUP}?window=1`);
    await browser.evaluateInWorker(async (url) => {
      await chrome.windows.create({ url, type: "popup" });
    }, popupUrl);
    const popup = await browser.waitForPage(popupUrl);
    const { id: entryId } = await ask(popup, "entry.generate", { label: "", phoneEnding: "" });
    const goTo = (path: string) => tab.goto(`${SITE}/${path}?${randomBytes(4).toString("hex")}`);
    const fill = async (path = "") => {
      await goTo(path);
      const look = await ask(popup, "fill.look", {});
      if (look.kind !== "form") throw new Error(look.kind);
      return timeRequest(popup, "fill.run", { offerId: look.offerId, entryId });
    };
    const yardstick = async () => (await twoFrames(tab)) + (await timeRequest(popup, "keyring.state", {}));
    const one = await interleave(ROUNDS, () => fill(), yardstick);
    await browser.serve(SITE, { "/boxes64": practicePage("boxes64") });
    const bare = async () => {
      await goTo("boxes64");
      return (await bareBoxes(tab)) + (await timeRequest(popup, "keyring.state", {}));
    };
    const boxes = await interleave(ROUNDS, () => fill("boxes64"), bare);
    return [
      { name: "fill/two-frames-and-a-message", ratio: one.ours / one.yardstick, bound: BOUND },
      { name: "fill-64-boxes/the-bare-sequence", ratio: boxes.ours / boxes.yardstick, bound: BOUND },
    ];
  } finally {
    await browser.close();
  }
}
