/**
 * What a look for the form costs on pages that hold too much of something, against the same look at the same
 * form on a page without it, in Chromium.
 */
import { chromium, type Page } from "@playwright/test";
import { bundleProbe } from "../content/bundles.ts";
import { ORIGIN } from "../content/cases.ts";
import { CROWDS } from "../content/foe-cases.ts";
import { IsolatedWorld } from "../content/isolated-world.ts";
import { practicePage } from "../support/practice-pages.ts";
import { median, type Ratio } from "./measure.ts";

const ROUNDS = 5;
/** Of ten million letters or 2,000 levels; what starts over at each of them is beyond it by far. */
const BOUND = 2000;
const FIND = `(async () => {
  const startMs = performance.now();
  await probe.find();
  return performance.now() - startMs;
})()`;

async function costOf(page: Page, query: string, probeScript: string): Promise<number> {
  await page.goto(`${ORIGIN}/foe?${query}`);
  const cdp = await page.context().newCDPSession(page);
  const { frameTree } = await cdp.send("Page.getFrameTree");
  const { executionContextId } = await cdp.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
  const world = new IsolatedWorld(cdp, executionContextId);
  await world.run(probeScript);
  const costs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) costs.push(await world.run<number>(FIND));
  await cdp.detach();
  return median(costs);
}

export async function bench(): Promise<Ratio[]> {
  const probeScript = await bundleProbe("chrome");
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    const page = await browser.newPage();
    await page.route(/^https:/, (route) =>
      route.fulfill({ contentType: "text/html", body: practicePage("foe") }),
    );
    const results: Ratio[] = [];
    // What never rests is for `npm run bench noticing`.
    const still = CROWDS.map(([query]) => query).filter((query) => !query.includes("restless"));
    for (const query of [...still, "how=named-over-and-over"]) {
      const plain = await costOf(page, "how=none", probeScript);
      const ratio = (await costOf(page, query, probeScript)) / plain;
      results.push({ name: `crowds/${query.replace("how=", "")}`, ratio, bound: BOUND });
    }
    return results;
  } finally {
    await browser.close();
  }
}
