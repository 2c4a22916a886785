// Runs TypeScript from tests/ in Node through Vite, since Node 20 does not read it by itself.
import { resolve } from "node:path";
import { ROOT } from "./paths.mjs";

/**
 * The exports of a TypeScript module.
 *
 * @template T
 * @param {string} file
 * @returns {Promise<T>}
 */
export async function importTypeScript(file) {
  const { runnerImport } = await import("vite");
  /** @type {import("vite").InlineConfig} */
  const config = {
    root: ROOT,
    configFile: false,
    logLevel: "warn",
    define: { __BROWSER__: JSON.stringify("chrome") },
  };
  // What Node 20 lacks, for the sources.
  await runnerImport(resolve(ROOT, "src/cli/node-bytes.ts"), config);
  const { module } = await runnerImport(file, config);
  return /** @type {T} */ (module);
}
