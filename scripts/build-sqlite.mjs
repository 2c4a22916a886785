// Puts SQLite's WebAssembly into what is built. Our pages cannot load it as a file: they reach no network, not
// even their own. So it comes as text: compressed, then base64.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { ROOT } from "./paths.mjs";

const MODULE = "virtual:sixtyfour-sqlite";

/** The same bytes from every Node: the zlib inside it differs from version to version. */
async function packedWasm() {
  const { zlibSync } = await import("fflate");
  const file = createRequire(import.meta.url).resolve("@sqlite.org/sqlite-wasm/sqlite3.wasm");
  return Buffer.from(zlibSync(await readFile(file), { level: 9 })).toString("base64");
}

/**
 * Gives it as text to whoever imports `virtual:sixtyfour-sqlite`.
 *
 * @returns {import("vite").Plugin}
 */
export function sqlitePlugin() {
  // There is no such file, but a chunk may be named after it (see `readerPlugin`).
  const id = resolve(ROOT, "dist/sqlite/sqlite-wasm.js").replaceAll("\\", "/");
  return {
    name: "sixtyfour-sqlite",
    config: () => ({ optimizeDeps: { exclude: [MODULE] } }),
    resolveId: (source) => (source === MODULE ? id : null),
    load: async (loaded) =>
      loaded === id ? `export const packedWasm = ${JSON.stringify(await packedWasm())};` : null,
  };
}
