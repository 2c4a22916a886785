/**
 * Every view in a language that nobody speaks (`ui/text/pseudo.ts`): accented, half as long again, from right
 * to left. What stays English does not come from the messages; what is too wide would break elsewhere too. Nothing lies over what can be pressed.
 */
import { basename } from "node:path";
import { type Browser, chromium, expect, type Page, test } from "@playwright/test";
import type { PreviewServer } from "vite";
import { accented, pseudoText } from "../../src/ui/text/pseudo.ts";
import { ALL } from "../support/all.ts";
import { PATIENCE_MS } from "../support/wait.ts";
import { acts, BACKUPS, type Step } from "./gallery/acts.ts";
import { scenes } from "./gallery/scenes.ts";
import { serveGallery } from "./gallery/serve.mjs";

let browser: Browser;
let page: Page;
let server: PreviewServer;
let base: string;

test.beforeAll(async () => {
  ({ server, base } = await serveGallery());
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  page = await browser.newPage({ viewport: { width: 400, height: 700 } });
  page.setDefaultTimeout(PATIENCE_MS);
});
test.afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Not ours to translate: our name, what users, pages and files are called, keys, the report for helpers. */
function isData(text: string, data: readonly string[]): boolean {
  const rest = data.reduce((left, part) => (part === "" ? left : left.replaceAll(part, "")), text);
  return !/[A-Za-z]{3}/.test(rest) || /^[0-9a-f ]+$/.test(rest);
}

/** All that a person can see or hear of the page, what does not fit, cannot be pressed, or has two numbers. */
function look() {
  const said: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    // Commands, keys and addresses are no language; what a page calls its form is that page's.
    if (parent?.closest("script, style, pre, .mono, .group, q")) continue;
    said.push((walker.currentNode.textContent ?? "").trim());
  }
  const attributes = ["aria-label", "aria-valuetext", "title", "placeholder", "alt"];
  for (const element of document.body.querySelectorAll("*"))
    for (const name of attributes) said.push(element.getAttribute(name) ?? "");
  const clipped = Array.from(document.body.querySelectorAll<HTMLElement>("*"))
    .filter((element) => {
      const { overflowX } = getComputedStyle(element);
      return ["hidden", "clip"].includes(overflowX) && element.scrollWidth > element.clientWidth + 1;
    })
    // Meant to be there without being seen.
    .filter(
      (element) => !element.matches(".visually-hidden, :has(> .visually-hidden), select, input, option"),
    )
    .map((element) => element.outerHTML.slice(0, 200));
  for (const folded of document.body.querySelectorAll("details")) folded.open = true;
  /** Null outside of what is seen without scrolling. */
  const isOver = (control: Element, x: number, y: number) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && !control.contains(hit) && !hit.contains(control);
  };
  /** In the middle of each line of it, or near one of the four edges there. */
  const isCovered = (control: Element) =>
    Array.from(control.getClientRects()).some(({ left, right, top, bottom }) => {
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const [dx, dy] = [(right - left) / 2 - 2, (bottom - top) / 2 - 2];
      const places = [
        [0, 0],
        [dx, 0],
        [-dx, 0],
        [0, dy],
        [0, -dy],
      ] as const;
      return right > left && places.some(([toX, toY]) => isOver(control, x + toX, y + toY));
    });
  const modal = document.querySelector("dialog[open]");
  const controls = "a[href], button, input, select, textarea, summary";
  const covered = Array.from((modal ?? document.body).querySelectorAll(controls))
    .filter((control) => {
      control.scrollIntoView({ block: "center" });
      return !control.closest(".visually-hidden") && control.checkVisibility() && isCovered(control);
    })
    .map((element) => element.outerHTML.slice(0, 120));
  const isCounted = (item: Element) => getComputedStyle(item, "::before").content.includes("counter");
  const twice = Array.from(document.body.querySelectorAll("li"))
    .filter((item) => isCounted(item) && getComputedStyle(item).listStyleType !== "none")
    .map((item) => item.outerHTML.slice(0, 120));
  return { said, clipped, covered, twice, tooWide: document.documentElement.scrollWidth - innerWidth };
}

const PSEUDO = { whole: pseudoText, part: accented };

async function show(name: string, steps: readonly Step[] = []): Promise<string[]> {
  const scene = scenes[name];
  if (!scene) throw new Error(`no scene ${name}`);
  await page.goto("about:blank");
  await page.goto(`${base}/${scene.page}.html?scene=${name}&language=pseudo&window`);
  await page.getByText("⟦").first().waitFor();
  for (const step of steps) await step(page, PSEUDO);
  const api = scene.api();
  const ofPages = [api.look, api.other].flatMap((seen) => (seen.kind === "form" ? [seen.title] : []));
  return [
    "Sixtyfour",
    ...BACKUPS.map((path) => basename(path)),
    ...ofPages,
    ...api.knownPasskeys.map(({ name }) => name),
    // One scene has a label that is no text, so that the page breaks.
    ...api.entries.flatMap(({ label, note, keyId }) =>
      typeof label === "string" ? [label, note, keyId] : [],
    ),
  ].sort((a, b) => b.length - a.length);
}

async function check(data: readonly string[]): Promise<void> {
  const seen = await page.evaluate(look);
  const foreign = seen.said.filter((text) => !text.includes("⟦") && !isData(text, data));
  expect(foreign).toEqual([]);
  expect(seen.clipped).toEqual([]);
  expect(seen.covered).toEqual([]);
  expect(seen.twice).toEqual([]);
  expect(seen.tooWide).toBeLessThanOrEqual(0);
}

test("what lies over the edge of a control is seen", async () => {
  const data = await show("app-places");
  await page.evaluate(() => {
    const { left, top } = document.querySelector("select")?.getBoundingClientRect() ?? new DOMRect();
    const cover = document.createElement("div");
    cover.style.cssText = `position: absolute; width: 9px; height: 99px; left: ${left + scrollX}px; top: ${top + scrollY}px`;
    document.body.append(cover);
  });
  await expect(check(data)).rejects.toThrow("<select");
});

test("an item that is numbered twice is seen", async () => {
  const data = await show("app-places");
  await page.evaluate(() => document.querySelector("ol")?.classList.add("numbered"));
  await expect(check(data)).rejects.toThrow("<li");
});

for (const name of Object.keys(scenes))
  test(`nothing stays English, overflows or is covered: ${name}`, async () => {
    await check(await show(name));
  });

if (ALL)
  for (const [name, { scene, steps }] of Object.entries(acts))
    test(`nothing stays English, overflows or is covered: ${name}`, async () => {
      await check(await show(scene, steps));
    });
