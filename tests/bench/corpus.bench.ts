/**
 * Which cases of the labelled corpus does the finder misjudge, and does docs/fill.md state their numbers?
 * A figure counts what differs, so its bound is 0. With `WRITE=1` in the environment the document's tables
 * are written anew.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { chromium, type Page } from "@playwright/test";
import type { Signals } from "../../src/content/find/form-score.ts";
import { bundleProbe } from "../content/bundles.ts";
import { ORIGIN } from "../content/cases.ts";
import {
  CASES,
  type Case,
  keyAgeCases,
  LAST_CASES,
  MORE_CASES,
  NEVER_CASES,
  NEVER_COUNTED_CASES,
  NEW_PHONE_CASES,
  UNSEEN_CASES,
} from "../content/corpus/cases.ts";
import { MISJUDGED, MISJUDGED_MORE, MISJUDGED_UNSEEN } from "../content/corpus/misjudged.ts";
import { between, qualityTable, signsTable } from "../content/corpus/tables.ts";
import { isOffered, type Labelled, tally } from "../content/corpus/tally.ts";
import { IsolatedWorld } from "../content/isolated-world.ts";
import { practicePage } from "../support/practice-pages.ts";
import type { Ratio } from "./measure.ts";

const DOCUMENT = resolve("docs/fill.md");

type Ordinary = { ordinary: { count: number; show(number: number): string } };

type Named = Labelled & { name: string };

const signalsOf = (world: IsolatedWorld) => world.run<Signals[]>("probe.signals()");

async function readCorpus(page: Page, world: IsolatedWorld, cases: readonly Case[]): Promise<Named[]> {
  const read: Named[] = [];
  for (const { name, group, restore, html } of cases) {
    await page.evaluate((text) => {
      document.querySelector("#root")?.replaceChildren();
      document.querySelector("#root")?.insertAdjacentHTML("beforeend", text);
    }, html);
    for (const signals of await signalsOf(world)) read.push({ name, group, restore, signals });
  }
  return read;
}

async function readOrdinary(page: Page, world: IsolatedWorld): Promise<Named[]> {
  const count = await page.evaluate(() => (window as unknown as Ordinary).ordinary.count);
  const read: Named[] = [];
  for (let number = 0; number < count; number++) {
    const name = await page.evaluate((n) => (window as unknown as Ordinary).ordinary.show(n), number);
    const group = `ordinary: ${name.replace(/^\d+: /, "")}`;
    for (const signals of await signalsOf(world)) read.push({ name, group, restore: false, signals });
  }
  return read;
}

/** Names of the cases judged other than labelled. */
const misjudged = (cases: readonly Named[]) =>
  cases.filter(({ restore, signals }) => restore !== isOffered(signals)).map(({ name }) => name);

/** How many stand in one list and not in the other; they are printed. */
function differences(what: string, found: readonly string[], expected: readonly string[]): Ratio {
  const strange = [
    ...found.filter((one) => !expected.includes(one)).map((one) => `+ ${one}`),
    ...expected.filter((one) => !found.includes(one)).map((one) => `- ${one}`),
  ];
  for (const one of strange) console.log(`${what}: ${one}`);
  return { name: `corpus/${what}`, ratio: strange.length, bound: 0 };
}

type Set =
  | "cases"
  | "unseen"
  | "more"
  | "last"
  | "newPhone"
  | "keyAge"
  | "keyAgeKept"
  | "never"
  | "neverCounted";

async function readAll(): Promise<Record<Set, Named[]>> {
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.route(/^https:/, (route) =>
      route.fulfill({ contentType: "text/html", body: practicePage("ordinary") }),
    );
    await page.goto(`${ORIGIN}/ordinary`);
    const cdp = await page.context().newCDPSession(page);
    const { frameTree } = await cdp.send("Page.getFrameTree");
    const { executionContextId } = await cdp.send("Page.createIsolatedWorld", {
      frameId: frameTree.frame.id,
    });
    const world = new IsolatedWorld(cdp, executionContextId);
    await world.run(await bundleProbe("chrome"));
    const cases = [...(await readCorpus(page, world, CASES)), ...(await readOrdinary(page, world))];
    return {
      cases,
      unseen: await readCorpus(page, world, UNSEEN_CASES),
      more: await readCorpus(page, world, MORE_CASES),
      last: await readCorpus(page, world, LAST_CASES),
      newPhone: await readCorpus(page, world, NEW_PHONE_CASES),
      keyAge: await readCorpus(page, world, keyAgeCases(true)),
      keyAgeKept: await readCorpus(page, world, keyAgeCases(false)),
      never: await readCorpus(page, world, NEVER_CASES),
      neverCounted: await readCorpus(page, world, NEVER_COUNTED_CASES),
    };
  } finally {
    await browser.close();
  }
}

export async function bench(): Promise<Ratio[]> {
  const { cases, unseen, more, last, newPhone, keyAge, keyAgeKept, never, neverCounted } = await readAll();
  const isField = ({ signals }: Named) => signals.boxes === 1;
  const quality = qualityTable({
    "eleven languages": tally(cases),
    "the same, written blind": tally(unseen),
    "nineteen further ones, written blind": tally(more),
    "thirty, written blind after the signs were chosen": tally(last),
    "of these, single fields": tally(last.filter(isField)),
    "new phones and new keys in thirty, written blind": tally(newPhone),
    "keys just made and made long ago, fifteen languages to fit on": tally(keyAge),
    "the same, fifteen that were only counted": tally(keyAgeKept),
    "what is never to get the key, nine languages": tally(never),
    "the same, eight languages that were only counted": tally(neverCounted),
  });
  const tables = { signs: signsTable(), quality };
  const document = readFileSync(DOCUMENT, "utf8");
  const written = Object.entries(tables).reduce(
    (text, [name, table]) => between(text, name, table),
    document,
  );
  if (process.env["WRITE"] === "1") writeFileSync(DOCUMENT, written);
  const forms = (list: readonly Named[]) => [`${list.filter(({ restore }) => restore).length} forms`];
  return [
    differences(
      "more-forms",
      [...forms(more), ...forms(last), ...forms(newPhone)],
      ["456 forms", "360 forms", "180 forms"],
    ),
    differences("forms", forms(cases), [`${44 * 6 + 11 * 2} forms`]),
    differences("unseen-forms", forms(unseen), [`${66 * 6} forms`]),
    differences(
      "unseen-read",
      unseen.map(({ name }) => name),
      UNSEEN_CASES.map(({ name }) => name),
    ),
    differences("misjudged", misjudged(cases), MISJUDGED),
    differences("unseen-misjudged", misjudged(unseen), MISJUDGED_UNSEEN),
    differences("more-misjudged", misjudged(more), MISJUDGED_MORE),
    differences("new-key-misjudged", misjudged([...newPhone, ...keyAge, ...keyAgeKept]), []),
    differences("never-misjudged", misjudged([...never, ...neverCounted]), []),
    differences("tables", written.split("\n"), document.split("\n")),
  ];
}
