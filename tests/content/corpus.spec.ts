/**
 * The points in score.ts are those that the fitted half of the labelled corpus gives, and docs/fill.md says what they
 * come to on the other half. With `FIT=write` in the environment the document's tables are written anew.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { RULES, type Signals, scoreOf } from "../../src/content/score.ts";
import { CASES, isFitted } from "./corpus/cases.ts";
import { fitPoints, type Labelled, tally } from "./corpus/fit.ts";
import { between, qualityTable, weightsTable } from "./corpus/tables.ts";
import { expect, type IsolatedWorld, test } from "./isolated-world.ts";

const DOCUMENT = resolve(import.meta.dirname, "../../docs/fill.md");

/** Boxes need not be named, and these stand under words of a backup and its key. None is missed. */
const FALSELY_OFFERED = [
  "OTHER_FIELDS, en: Restore your backup / Your name, dialog, 16 boxes",
  "OTHER_FIELDS, en: Restore your backup / Your name, form, 16 boxes",
  "OTHER_FIELDS, en: Report a problem / Your message, dialog, 16 boxes",
  "OTHER_FIELDS, en: Report a problem / Your message, form, 16 boxes",
];

type Ordinary = { ordinary: { count: number; show(number: number): string } };

const signalsOf = (world: IsolatedWorld) => world.run<Signals[]>("probe.signals()");

async function readCorpus(page: Page, world: IsolatedWorld): Promise<(Labelled & { name: string })[]> {
  const read: (Labelled & { name: string })[] = [];
  for (const { name, group, restore, html } of CASES) {
    await page.evaluate((text) => {
      document.querySelector("#root")?.replaceChildren();
      document.querySelector("#root")?.insertAdjacentHTML("beforeend", text);
    }, html);
    for (const signals of await signalsOf(world)) read.push({ name, group, restore, signals });
  }
  return read;
}

async function readOrdinary(page: Page, world: IsolatedWorld): Promise<(Labelled & { name: string })[]> {
  const count = await page.evaluate(() => (window as unknown as Ordinary).ordinary.count);
  const read: (Labelled & { name: string })[] = [];
  for (let number = 0; number < count; number++) {
    const name = await page.evaluate((n) => (window as unknown as Ordinary).ordinary.show(n), number);
    const group = `ordinary: ${name.replace(/^\d+: /, "")}`;
    for (const signals of await signalsOf(world)) read.push({ name, group, restore: false, signals });
  }
  return read;
}

test("the points are fitted on one half of the corpus and reported on the other", async ({
  page,
  open,
  probe,
}) => {
  await open("ordinary");
  const world = await probe();
  const cases = [...(await readCorpus(page, world)), ...(await readOrdinary(page, world))];
  expect(cases.filter(({ restore }) => restore)).toHaveLength(44 * 6 + 11 * 2);
  const fitted = cases.filter(({ group }) => isFitted(group));
  const others = cases.filter(({ group }) => !isFitted(group));
  const misjudged = cases.filter(({ restore, signals }) => restore !== (scoreOf(signals) !== null));
  expect(misjudged.map(({ name }) => name)).toEqual(FALSELY_OFFERED);
  const tables = { weights: weightsTable(), quality: qualityTable(tally(fitted), tally(others)) };
  const document = readFileSync(DOCUMENT, "utf8");
  if (process.env["FIT"] === "write") {
    writeFileSync(
      DOCUMENT,
      Object.entries(tables).reduce((text, [name, table]) => between(text, name, table), document),
    );
  }
  expect(Object.fromEntries(RULES.map(({ signal, points }) => [signal, points]))).toEqual(fitPoints(fitted));
  for (const [name, table] of Object.entries(tables)) expect(between(document, name, table)).toBe(document);
});
