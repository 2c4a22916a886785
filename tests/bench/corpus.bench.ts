/**
 * Are the points in score.ts those that the fitted half of the labelled corpus gives, and does docs/fill.md say what they
 * come to on the other half and on wordings that no half holds? A figure counts what differs, so its bound is 0.
 * With `FIT=write` in the environment the document's tables are written anew.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { RULES, type Signals, scoreOf } from "../../src/content/score.ts";
import { bundleProbe } from "../content/bundles.ts";
import { ORIGIN } from "../content/cases.ts";
import { CASES, type Case, isFitted, UNSEEN_CASES } from "../content/corpus/cases.ts";
import { fitPoints, type Labelled, tally } from "../content/corpus/fit.ts";
import { UNSEEN_FALSELY_OFFERED, UNSEEN_MISSED } from "../content/corpus/misjudged.ts";
import { between, qualityTable, weightsTable } from "../content/corpus/tables.ts";
import { IsolatedWorld } from "../content/isolated-world.ts";
import { practicePage } from "../support/practice-pages.ts";
import type { Ratio } from "./measure.ts";

const DOCUMENT = resolve("docs/fill.md");

/** Boxes need not be named, and these stand under words of a backup and its key. None is missed. */
const FALSELY_OFFERED = [
  "OTHER_FIELDS, en: Restore your backup / Your name, dialog, 16 boxes",
  "OTHER_FIELDS, en: Restore your backup / Your name, form, 16 boxes",
  "OTHER_FIELDS, en: Report a problem / Your message, dialog, 16 boxes",
  "OTHER_FIELDS, en: Report a problem / Your message, form, 16 boxes",
];

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
  cases.filter(({ restore, signals }) => restore !== (scoreOf(signals) !== null)).map(({ name }) => name);

/** How many stand in one list and not in the other; they are printed. */
function differences(what: string, found: readonly string[], expected: readonly string[]): Ratio {
  const strange = [
    ...found.filter((one) => !expected.includes(one)).map((one) => `+ ${one}`),
    ...expected.filter((one) => !found.includes(one)).map((one) => `- ${one}`),
  ];
  for (const one of strange) console.log(`${what}: ${one}`);
  return { name: `corpus/${what}`, ratio: strange.length, bound: 0 };
}

const pairs = (values: Record<string, string | number>): string[] =>
  Object.entries(values).map(([name, value]) => `${name}: ${value}`);

async function readAll(): Promise<{ cases: Named[]; unseen: Named[] }> {
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
    return { cases, unseen: await readCorpus(page, world, UNSEEN_CASES) };
  } finally {
    await browser.close();
  }
}

export async function bench(): Promise<Ratio[]> {
  const { cases, unseen } = await readAll();
  const fitted = cases.filter(({ group }) => isFitted(group));
  const others = cases.filter(({ group }) => !isFitted(group));
  const quality = qualityTable(tally(fitted), tally(others), tally(unseen));
  const tables = { weights: weightsTable(), quality };
  const document = readFileSync(DOCUMENT, "utf8");
  const written = Object.entries(tables).reduce(
    (text, [name, table]) => between(text, name, table),
    document,
  );
  if (process.env["FIT"] === "write") writeFileSync(DOCUMENT, written);
  const points = Object.fromEntries(RULES.map((rule) => [rule.signal, rule.points]));
  const forms = (list: readonly Named[]) => [`${list.filter(({ restore }) => restore).length} forms`];
  return [
    differences("forms", forms(cases), [`${44 * 6 + 11 * 2} forms`]),
    differences("unseen-forms", forms(unseen), [`${66 * 6} forms`]),
    differences(
      "unseen-read",
      unseen.map(({ name }) => name),
      UNSEEN_CASES.map(({ name }) => name),
    ),
    differences("misjudged", misjudged(cases), FALSELY_OFFERED),
    differences("unseen-misjudged", misjudged(unseen), [...UNSEEN_MISSED, ...UNSEEN_FALSELY_OFFERED]),
    differences("points", pairs(points), pairs(fitPoints(fitted))),
    differences("tables", written.split("\n"), document.split("\n")),
  ];
}
