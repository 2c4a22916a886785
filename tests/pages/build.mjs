/**
 * Builds the practice pages: dist/pages/<name>.html, each one file under a policy as strict as WhatsApp Web's.
 *
 * Use: `node tests/pages/build.mjs`, or `buildPages()` from a test. `PAGES` names them all.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const here = import.meta.dirname;
const outDir = resolve(here, "../../dist/pages");

export const PAGES = [
  "single",
  "textarea",
  "boxes16",
  "boxes64",
  "late",
  "rerender",
  "plain",
  "refuses",
  "button-disabled",
  "ambiguous",
  "negatives",
  "hidden",
  "framed",
  "focus-thief",
  "swap",
  "hostile",
  "busy",
  "chat",
];

const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Modules of all pages in one script; `data-page` on the body says which one to show. */
async function bundle() {
  // Whoever calls may have it set otherwise: React's two halves would then not fit each other.
  process.env.NODE_ENV = "production";
  const { output } = (
    await build({
      configFile: false,
      root: here,
      logLevel: "warn",
      define: { "process.env.NODE_ENV": '"production"' },
      build: {
        write: false,
        target: "es2023",
        lib: { entry: join(here, "main.jsx"), formats: ["iife"], name: "practice" },
      },
    })
  )[0];
  // The text stands inside a script element.
  return output[0].code.replaceAll("</script", "<\\/script");
}

function pageOf(name, script, style) {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Practice page: ${name}</title>
<style>${style}</style>
</head>
<body data-page="${name}">
<div id="root"></div>
<script>${script}</script>
</body>
</html>
`;
}

/** @returns {Promise<Record<string, string>>} the HTML of each page by its name. */
export async function buildPages() {
  const script = await bundle();
  const style = readFileSync(join(here, "page.css"), "utf8");
  return Object.fromEntries(PAGES.map((name) => [name, pageOf(name, script, style)]));
}

/** Writes them to dist/pages too. */
export async function writePages() {
  const pages = await buildPages();
  mkdirSync(outDir, { recursive: true });
  for (const [name, html] of Object.entries(pages)) writeFileSync(join(outDir, `${name}.html`), html);
  return pages;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await writePages();
