/**
 * Builds the practice pages: dist/pages/<name>.html, each one file under a policy as strict as WhatsApp Web's.
 *
 * Use: `node tests/pages/build.mjs`, with `ALL=1` before it for the page of every library. `SCRIPTS` names them all but those of `libraries/catalogue.mjs`.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { createStrictLogger } from "../../scripts/strict-logger.mjs";
import { scriptOf } from "./built-script.mjs";
import { buildLibraryPages } from "./libraries/build.mjs";
import { pageOf } from "./page-of.mjs";

const here = import.meta.dirname;
const outDir = resolve(here, "../../dist/pages");

/** By their script. Those without React are most of what is opened, and a sixth of its size to read each time. */
const SCRIPTS = {
  "react-pages.jsx": [
    "single",
    "textarea",
    "boxes16",
    "boxes64",
    "late",
    "rerender",
    "refuses",
    "button-disabled",
    "ambiguous",
  ],
  "script-pages.js": [
    "plain",
    "negatives",
    "ordinary",
    "hidden",
    "framed",
    "focus-thief",
    "swap",
    "hostile",
    "bare",
    "before-input",
    "language",
    "own-label",
    "shown-key",
    "sideways",
    "busy",
    "chat",
    "foe",
  ],
};

/**
 * Modules of several pages in one script; `data-page` on the body says which one to show.
 *
 * @param {string} entry
 */
async function bundle(entry) {
  // Whoever calls may have it set otherwise: React's two halves would then not fit each other.
  process.env.NODE_ENV = "production";
  const { code } = scriptOf(
    await build({
      configFile: false,
      root: here,
      logLevel: "warn",
      customLogger: createStrictLogger(),
      define: { "process.env.NODE_ENV": '"production"' },
      build: {
        write: false,
        target: "es2023",
        lib: { entry: join(here, entry), formats: ["iife"], name: "practice" },
      },
    }),
  );
  // The text stands inside a script element.
  return code.replaceAll("</script", "<\\/script");
}

/** @returns {Promise<Record<string, string>>} the HTML of each page by its name. */
async function buildPages() {
  const style = readFileSync(join(here, "page.css"), "utf8");
  /** @type {Record<string, string>} */
  const pages = {};
  for (const [entry, names] of Object.entries(SCRIPTS)) {
    const script = await bundle(entry);
    for (const name of names) pages[name] = pageOf(name, script, style);
  }
  return pages;
}

/**
 * Writes dist/pages/<name>.html.
 *
 * @param {{ libraries: "all" | "main" | "none" }} which - those of published component libraries too, all or the
 * main ones.
 */
export async function writePages({ libraries }) {
  const pages = { ...(await buildPages()), ...(await buildLibraryPages(libraries)) };
  mkdirSync(outDir, { recursive: true });
  for (const [name, html] of Object.entries(pages)) writeFileSync(join(outDir, `${name}.html`), html);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await writePages({ libraries: process.env.ALL === "1" ? "all" : "main" });
