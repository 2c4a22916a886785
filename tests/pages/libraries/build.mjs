/** Builds the pages of the catalogue, each one file with its libraries in it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { scriptOf } from "../built-script.mjs";
import { pageOf } from "../page-of.mjs";
import { LIBRARY_CAUSES, LIBRARY_PAGES } from "./catalogue.mjs";

const here = import.meta.dirname;

/** Not there where only some of the libraries are. */
async function sveltePlugin() {
  const { svelte } = await import("@sveltejs/vite-plugin-svelte");
  return svelte({ configFile: false, emitCss: false });
}

/** For a library that is published as JSX; React's needs none. */
async function solidPlugin() {
  const { default: solid } = await import("vite-plugin-solid");
  return solid();
}

/** @param {string} entry */
async function pluginsFor(entry) {
  if (entry.includes("svelte")) return [await sveltePlugin()];
  return entry.includes("suid") ? [await solidPlugin()] : [];
}

/** @param {string} entry */
async function bundle(entry) {
  const { code, style } = scriptOf(
    await build({
      configFile: false,
      root: here,
      logLevel: "error",
      plugins: await pluginsFor(entry),
      define: { "process.env.NODE_ENV": '"production"', "process.env": "{}" },
      build: {
        write: false,
        target: "es2023",
        lib: { entry: join(here, entry), formats: ["iife"], name: "practice" },
      },
    }),
  );
  return { script: code.replaceAll("</script", "<\\/script"), style };
}

/**
 * @param {"all" | "main" | "none"} which - `all`, `none`, or `main`: those that stand for a cause.
 * @returns {Promise<Record<string, string>>} the HTML of each page by its name, `lib-<name>`.
 */
export async function buildLibraryPages(which) {
  const common = readFileSync(join(here, "../page.css"), "utf8");
  const wanted = {
    all: () => true,
    main: (/** @type {string} */ name) => Object.hasOwn(LIBRARY_CAUSES, name),
    none: () => false,
  }[which];
  /** @type {Record<string, string>} */
  const pages = {};
  for (const { name, entry, code = false } of LIBRARY_PAGES) {
    if (!wanted(name)) continue;
    const { script, style } = await bundle(entry);
    const page = `lib-${name}`;
    pages[page] = pageOf(page, script, common + style, { styles: true, code });
  }
  return pages;
}
