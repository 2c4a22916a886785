/**
 * How long after a form comes, or goes, the background hears of it, over 200 ms: on a page at rest and on
 * pages that never rest. The median of many moments; page and background read the same clock.
 */
import type { Worker } from "@playwright/test";
import type { Driver } from "../drivers/driver.ts";
import { launchBrowser, SHIPPED_BUILDS } from "../drivers/launch.ts";
import type { Page } from "../drivers/page.ts";
import { openPractice } from "../e2e/steps.ts";
import { pause, waitFor } from "../support/wait.ts";
import { median, type Ratio } from "./measure.ts";

const BOUND_MS = 200;
const CHANGES = 30;
const SETTLE_MS = 2_000;
/** Moments fall anywhere between two looks. */
const STEP_MS = 37;
const RATES = [0, 10_000, 100_000];

type Heard = { form: boolean; atMs: number };
type Practice = { showForm(): number; hideForm(): number };

async function listen(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const heard: Heard[] = [];
    Object.assign(globalThis, { heard });
    chrome.runtime.onMessage.addListener((message: { type?: string; payload?: { form: boolean } }) => {
      if (message.type === "page.waiting" && message.payload)
        heard.push({ form: message.payload.form, atMs: Date.now() });
    });
  });
}

const lastHeard = (worker: Worker): Promise<Heard | undefined> =>
  worker.evaluate(() => (globalThis as unknown as { heard: Heard[] }).heard.at(-1));

function change(page: Page, form: boolean): Promise<number> {
  return page.evaluate((shown) => {
    const practice = window as unknown as Practice;
    return shown ? practice.showForm() : practice.hideForm();
  }, form);
}

async function delaysMs(browser: Driver, rate: number): Promise<number[]> {
  const start = rate === 0 ? "?start=manual" : `?rate=${rate}&seconds=600`;
  const page = await openPractice(browser, "busy", start);
  // One handle for all: to look the worker up again for every question would be work beside what is measured.
  const worker = await browser.inChromium().worker();
  await listen(worker);
  await pause(SETTLE_MS);
  const delays: number[] = [];
  for (let i = 0; i < CHANGES; i++) {
    const form = i % 2 === 0;
    const changedMs = await change(page, form);
    const heard = await waitFor(
      "word of the change",
      async () => {
        const last = await lastHeard(worker);
        return last && last.atMs >= changedMs && last.form === form ? last : null;
      },
      { everyMs: 20 },
    );
    delays.push(heard.atMs - changedMs);
    await pause(100 + ((i * STEP_MS) % 300));
  }
  await page.close();
  return delays;
}

export async function bench(): Promise<Ratio[]> {
  const browser = await launchBrowser("chromium", { extension: SHIPPED_BUILDS.chromium });
  try {
    const results: Ratio[] = [];
    for (const rate of RATES) {
      const name = `noticing/200ms@${rate / 1000}k-insertions/s`;
      results.push({ name, ratio: median(await delaysMs(browser, rate)) / BOUND_MS, bound: 1 });
    }
    return results;
  } finally {
    await browser.close();
  }
}
