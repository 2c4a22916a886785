// Builds the reader for Sixtyfour files: one HTML file that loads nothing and can be opened from a disk.
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { ROOT } from "./paths.mjs";
import { importTypeScript } from "./run-typescript.mjs";

export const BUILT_READER = resolve(ROOT, "dist/reader/sixtyfour-reader.html");
const PACKAGE = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\/.*$/;

/** @param {string} text */
const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The script in one piece, readable, and the packages that are in it. */
async function bundle() {
  const { build } = await import("vite");
  const { createStrictLogger } = await import("./strict-logger.mjs");
  const built = await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    customLogger: createStrictLogger(),
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      write: false,
      minify: false,
      target: ["chrome110", "firefox115", "safari16.4"],
      modulePreload: false,
      lib: { entry: resolve(ROOT, "src/reader/main.ts"), formats: ["iife"], name: "reader" },
    },
  });
  const [first] = Array.isArray(built) ? built : [];
  if (!first) throw new Error("the reader was not built");
  const [{ code, moduleIds }] = first.output;
  const packages = moduleIds.filter((id) => PACKAGE.test(id)).map((id) => id.replace(PACKAGE, "$1"));
  // The bundler names each file by its path from the current folder, which would make the build depend on
  // where it was started. And `</script` within a text would end the element.
  const script = code.replace(/^\s*\/\/ \S+\.m?[jt]s\n/gm, "").replaceAll("</script", "<\\/script");
  return { script: `\n${script}`, packages: new Set(packages) };
}

/** @param {ReadonlySet<string>} packages */
async function noticesOf(packages) {
  const { bundledPackages } = await import("./licences.mjs");
  const ours = { id: "Sixtyfour", license: "MIT", text: await readFile(resolve(ROOT, "LICENSE"), "utf8") };
  const used = (await bundledPackages()).filter(({ id }) => packages.has(id.slice(0, id.lastIndexOf(" "))));
  const parts = [ours, ...used].map(({ id, license, text }) => `${id} (${license})\n\n${text.trim()}\n`);
  return `<!--\n${parts.join("\n\n").replaceAll("--", "- -")}-->\n`;
}

/** What stands on the page, as HTML takes it. */
async function pageWords() {
  /** @type {{ readerPage: Record<string, string> }} */
  const { readerPage } = await importTypeScript(resolve(ROOT, "src/ui/text/en/reader.ts"));
  const asHtml = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  return Object.fromEntries(Object.entries(readerPage).map(([name, text]) => [name, asHtml(text)]));
}

/**
 * @param {string} name
 * @returns {never}
 */
function missing(name) {
  throw new Error(`reader.html has {{${name}}}, and readerPage has not`);
}

/** The file as text: the same for the same sources and packages. */
export async function renderReader() {
  const page = await readFile(resolve(ROOT, "src/reader/reader.html"), "utf8");
  const style = `\n${await readFile(resolve(ROOT, "src/reader/reader.css"), "utf8")}`;
  const { script, packages } = await bundle();
  const policy = [
    "default-src 'none'",
    // Argon2 is WebAssembly, and the last word allows nothing else.
    `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  /** @type {Record<string, string>} */
  const words = { ...(await pageWords()), policy };
  const filled = page
    .replace(/\{\{(\w+)\}\}/g, (_, /** @type {string} */ name) => words[name] ?? missing(name))
    .replace("<!-- style -->", () => `<style>${style}</style>`)
    .replace("<!-- script -->", () => `<script>${script}</script>`);
  return filled + (await noticesOf(packages));
}

/** Writes it to dist/reader. */
export async function buildReader() {
  await mkdir(dirname(BUILT_READER), { recursive: true });
  await writeFile(BUILT_READER, await renderReader());
}

const READER_MODULE = "virtual:sixtyfour-reader";

/**
 * Gives the file as text to whoever imports `virtual:sixtyfour-reader`: the extension brings the reader of
 * its own sources.
 *
 * @returns {import("vite").Plugin}
 */
export function readerPlugin() {
  // There is no such file, but its chunk is named after it, and Chromium does not load an extension with a
  // file whose name begins with "_".
  const id = resolve(ROOT, "dist/reader/sixtyfour-reader.js").replaceAll("\\", "/");
  return {
    name: "sixtyfour-reader",
    config: () => ({ optimizeDeps: { exclude: [READER_MODULE] } }),
    resolveId: (source) => (source === READER_MODULE ? id : null),
    load: async (loaded) =>
      loaded === id ? `export const readerHtml = ${JSON.stringify(await renderReader())};` : null,
  };
}
