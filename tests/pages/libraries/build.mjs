/** Builds the pages of the catalogue, each one file with its libraries in it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { build } from "vite";
import { pageOf } from "../page-of.mjs";
import { LIBRARY_PAGES } from "./catalogue.mjs";

const here = import.meta.dirname;

async function bundle(entry) {
  const { output } = (
    await build({
      configFile: false,
      root: here,
      logLevel: "error",
      plugins: entry.includes("svelte") ? [svelte({ configFile: false, emitCss: false })] : [],
      define: { "process.env.NODE_ENV": '"production"', "process.env": "{}" },
      build: {
        write: false,
        target: "es2023",
        lib: { entry: join(here, entry), formats: ["iife"], name: "practice" },
      },
    })
  )[0];
  const style = output.find(({ fileName }) => fileName.endsWith(".css"))?.source ?? "";
  return { script: output[0].code.replaceAll("</script", "<\\/script"), style };
}

/** @returns {Promise<Record<string, string>>} the HTML of each page by its name, `lib-<name>`. */
export async function buildLibraryPages() {
  const common = readFileSync(join(here, "../page.css"), "utf8");
  const pages = {};
  for (const { name, entry, code = false } of LIBRARY_PAGES) {
    const { script, style } = await bundle(entry);
    const page = `lib-${name}`;
    pages[page] = pageOf(page, script, common + style, { styles: true, code });
  }
  return pages;
}
