/**
 * Takes pictures of every view and runs axe on each: `node tests/ui/gallery/pictures.mjs [regular expression …]`.
 * Pictures go to demo/gallery (ignored by git). Light and dark at 100 % (a tab is 1280 px wide), dark at 200 %, light at 400 px wide.
 */
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright";
import { importTypeScript } from "../../../scripts/run-typescript.mjs";
import { serveGallery } from "./serve.mjs";

const root = resolve(import.meta.dirname, "../../..");
const out = resolve(root, "demo/gallery");
const wanted = process.argv.slice(2);
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** @param {string} file */
const gallery = (file) => importTypeScript(resolve(import.meta.dirname, file));
/** @type {{ scenes: Record<string, unknown> }} */
const { scenes } = await gallery("scenes.ts");
/** @type {{ acts: Record<string, { scene: string, steps: Function[] }>, ENGLISH: unknown }} */
const { acts, ENGLISH } = await gallery("acts.ts");

/** @typedef {{ suffix: string, colorScheme: "light" | "dark", zoom: number, width?: number }} View */
/** @type {readonly View[]} */
const views = [
  { suffix: "light", colorScheme: "light", zoom: 1 },
  { suffix: "dark", colorScheme: "dark", zoom: 1 },
  { suffix: "200", colorScheme: "dark", zoom: 2 },
  { suffix: "400", colorScheme: "light", width: 400, zoom: 1 },
];

/**
 * @param {string} page
 * @param {View} view
 */
function viewport(page, { zoom, width }) {
  if (page === "popup") return { width: width ?? 380, height: Math.round((zoom === 1 ? 560 : 600) / zoom) };
  return { width: width ?? Math.round(1280 / zoom), height: Math.round(800 / zoom) };
}

/**
 * @param {import("playwright").Browser} browser
 * @param {string} base
 * @param {string} name
 * @param {View} view
 */
async function draw(browser, base, name, view) {
  const { scene, steps } = acts[name] ?? { scene: name, steps: [] };
  const [kind = ""] = scene.split("-");
  const context = await browser.newContext({
    viewport: viewport(kind, view),
    deviceScaleFactor: view.zoom,
    colorScheme: view.colorScheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  /** @type {string[]} */
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  const inWindow = view.width === undefined ? "" : "&window=1";
  await page.goto(`${base}/${kind}.html?scene=${scene}${inWindow}`);
  await page.locator("main").waitFor();
  for (const step of steps) await step(page, ENGLISH);
  await page.waitForTimeout(150);
  await page.screenshot({ path: resolve(out, `${name}.${view.suffix}.png`), fullPage: kind === "app" });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) faults.push(`${wide} px too wide`);
  if (view.zoom === 1) {
    const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
    for (const { id, nodes } of violations) faults.push(`axe ${id}: ${nodes.map((n) => n.html).join(" | ")}`);
  }
  await context.close();
  return faults;
}

mkdirSync(out, { recursive: true });
const { server, base } = await serveGallery();
const names = [...Object.keys(scenes), ...Object.keys(acts)].filter(
  (name) => wanted.length === 0 || wanted.some((part) => new RegExp(part).test(name)),
);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
let failed = 0;
for (const name of names)
  for (const view of views) {
    const faults = await draw(browser, base, name, view).catch((error) => [String(error)]);
    for (const fault of faults) console.log(`${name}.${view.suffix}: ${fault}`);
    failed += faults.length;
  }
await browser.close();
await server.close();
console.log(`${names.length} views, ${names.length * views.length} pictures, ${failed} faults`);
process.exitCode = failed === 0 ? 0 : 1;
