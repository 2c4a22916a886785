/** Draws public/icons/*.png from icon.svg with the browser: `node scripts/icons.mjs`. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { chromium } from "playwright";

const SIZES = [16, 32, 48, 128];
const icons = resolve(import.meta.dirname, "../public/icons");
const source = readFileSync(resolve(icons, "icon.svg")).toString("base64");

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}img{display:block}</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${source}">`,
  );
  await page.screenshot({ path: resolve(icons, `${size}.png`), omitBackground: true });
}
await browser.close();
