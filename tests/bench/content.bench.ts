/**
 * Script time that our content script adds to a page that inserts 10,000 or 100,000 nodes a second, as a
 * share of the run: DevTools' ScriptDuration with and without it. Beside it the time its own functions take,
 * by the profiler.
 */
import type { CDPSession } from "@playwright/test";
import type { Driver } from "../drivers/driver.ts";
import { launchBrowser, SHIPPED_BUILDS } from "../drivers/launch.ts";
import { SITE } from "../e2e/practice.ts";
import { openPractice } from "../e2e/steps.ts";
import { median, type Ratio } from "./measure.ts";

const ROUNDS = 7;
const RUN_SECONDS = 5;
const SAMPLE_US = 100;
/** Insertions a second, and the share that may be ours. */
const LOADS = [
  { rate: 10_000, bound: 0.02 },
  { rate: 100_000, bound: 0.03 },
] as const;

type Busy = { startBusy(seconds: number, rate: number): Promise<number> };

async function scriptSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find((m) => m.name === "ScriptDuration")?.value ?? Number.NaN;
}

async function onBusyPage<T>(
  browser: Driver,
  rate: number,
  act: (session: CDPSession, run: () => Promise<unknown>) => Promise<T>,
) {
  const page = await openPractice(browser, "busy", "?start=manual");
  const session = await page.inChromium().context().newCDPSession(page.inChromium());
  const run = () =>
    page.evaluate(([s, r]) => (window as unknown as Busy).startBusy(s, r), [RUN_SECONDS, rate] as const);
  const result = await act(session, run);
  await page.close();
  return result;
}

/** Seconds of script within one busy run. */
function busySeconds(browser: Driver, rate: number): Promise<number> {
  return onBusyPage(browser, rate, async (session, run) => {
    await session.send("Performance.enable");
    const before = await scriptSeconds(session);
    await run();
    return (await scriptSeconds(session)) - before;
  });
}

type Profile = {
  nodes: { id: number; callFrame: { url: string }; children?: number[] }[];
  samples?: number[];
  timeDeltas?: number[];
};

/** Samples of our functions and of what they call: a search of the document is the browser's own code. */
function ownShare({ nodes, samples = [], timeDeltas = [] }: Profile, ours: string): number {
  const parents = new Map(nodes.flatMap(({ id, children }) => (children ?? []).map((child) => [child, id])));
  const urls = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.url]));
  const isOurs = (id: number | undefined): boolean =>
    id !== undefined && (urls.get(id)?.startsWith(ours) || isOurs(parents.get(id)));
  const own = new Set(nodes.filter(({ id }) => isOurs(id)).map(({ id }) => id));
  return samples.reduce((sum, id, i) => sum + (own.has(id) ? (timeDeltas[i] ?? 0) : 0), 0) / 1e6;
}

/** Seconds within our script and what it calls, by samples. */
function ownSeconds(browser: Driver, rate: number): Promise<number> {
  return onBusyPage(browser, rate, async (session, run) => {
    await session.send("Profiler.enable");
    await session.send("Profiler.setSamplingInterval", { interval: SAMPLE_US });
    await session.send("Profiler.start");
    await run();
    const { profile } = await session.send("Profiler.stop");
    return ownShare(profile, browser.extUrl(""));
  });
}

async function shares(withUs: Driver, without: Driver, rate: number, bound: number): Promise<Ratio[]> {
  const added: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    added.push((await busySeconds(withUs, rate)) - (await busySeconds(without, rate)));
  const share = Math.max(0, median(added)) / RUN_SECONDS;
  const own = (await ownSeconds(withUs, rate)) / RUN_SECONDS;
  const load = `${rate / 1000}k-insertions/s`;
  return [
    { name: `content-script-time/run@${load}`, ratio: share, bound },
    { name: `content-script-own-code/run@${load}`, ratio: own, bound },
  ];
}

export async function bench(): Promise<Ratio[]> {
  const withUs = await launchBrowser("chromium", { extension: SHIPPED_BUILDS.chromium });
  const without = await launchBrowser("chromium", { extension: SHIPPED_BUILDS.chromium });
  try {
    // The same browser with the same extension, whose content script has no access to the page.
    await without.setSiteAccess(SITE, false);
    const results: Ratio[] = [];
    for (const { rate, bound } of LOADS) results.push(...(await shares(withUs, without, rate, bound)));
    return results;
  } finally {
    await withUs.close();
    await without.close();
  }
}
