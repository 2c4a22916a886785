/**
 * Script time that our content script adds to a page that inserts 10,000 nodes a second, as a share of the run:
 * DevTools' ScriptDuration with and without it. Beside it the time its own functions take, by the profiler.
 */
import type { CDPSession, Page } from "@playwright/test";
import { EXTENSION, openPractice } from "../e2e/chromium/setup.ts";
import { Chromium } from "../support/chromium.ts";
import { setSiteAccess } from "../support/chromium-controls.ts";
import { median, type Ratio } from "./measure.ts";

const ROUNDS = 9;
const RUN_SECONDS = 5;
const SAMPLE_US = 100;
const BOUND = 0.02;

type Busy = { startBusy(seconds: number): Promise<number> };

async function scriptSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find((m) => m.name === "ScriptDuration")?.value ?? Number.NaN;
}

async function onBusyPage<T>(
  browser: Chromium,
  act: (session: CDPSession, run: () => Promise<unknown>) => Promise<T>,
) {
  const page: Page = await openPractice(browser, "busy", "?start=manual");
  const session = await page.context().newCDPSession(page);
  const run = () => page.evaluate((s) => (window as unknown as Busy).startBusy(s), RUN_SECONDS);
  const result = await act(session, run);
  await page.close();
  return result;
}

/** Seconds of script within one busy run. */
function busySeconds(browser: Chromium): Promise<number> {
  return onBusyPage(browser, async (session, run) => {
    await session.send("Performance.enable");
    const before = await scriptSeconds(session);
    await run();
    return (await scriptSeconds(session)) - before;
  });
}

/** Seconds within functions of our script, by samples of its own code. */
function ownSeconds(browser: Chromium): Promise<number> {
  return onBusyPage(browser, async (session, run) => {
    await session.send("Profiler.enable");
    await session.send("Profiler.setSamplingInterval", { interval: SAMPLE_US });
    await session.send("Profiler.start");
    await run();
    const { profile } = await session.send("Profiler.stop");
    const ours = profile.nodes.filter(({ callFrame }) => callFrame.url.startsWith(browser.extUrl("")));
    const ids = new Set(ours.map(({ id }) => id));
    const deltas = profile.timeDeltas ?? [];
    const samples = profile.samples ?? [];
    return samples.reduce((sum, id, i) => sum + (ids.has(id) ? (deltas[i] ?? 0) : 0), 0) / 1e6;
  });
}

export async function bench(): Promise<Ratio[]> {
  const withUs = await Chromium.launch({ extensions: [EXTENSION] });
  const without = await Chromium.launch({ extensions: [EXTENSION] });
  try {
    // The same browser with the same extension, whose content script has no access to the page.
    await setSiteAccess(without, "ON_CLICK");
    const added: number[] = [];
    for (let round = 0; round < ROUNDS; round++)
      added.push((await busySeconds(withUs)) - (await busySeconds(without)));
    const share = Math.max(0, median(added)) / RUN_SECONDS;
    const own = (await ownSeconds(withUs)) / RUN_SECONDS;
    return [
      { name: "content-script-time/run", ratio: share, bound: BOUND },
      { name: "content-script-own-code/run", ratio: own, bound: BOUND },
    ];
  } finally {
    await withUs.close();
    await without.close();
  }
}
