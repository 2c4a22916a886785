// Runs TypeScript from tests/ in Node through Vite, since Node 20 does not read it by itself.
import { ROOT } from "./paths.mjs";

/** The exports of a TypeScript module. */
export async function importTypeScript(file) {
  const { runnerImport } = await import("vite");
  const { module } = await runnerImport(file, {
    root: ROOT,
    configFile: false,
    logLevel: "warn",
    define: { __BROWSER__: JSON.stringify("chrome") },
  });
  return module;
}
