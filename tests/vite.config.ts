/**
 * The test build: the shipped one with one module's text exchanged, so that tests of everything else need not pay
 * Argon2id at 64 MiB. `node scripts/build.mjs --test` writes dist/test-chrome and dist/test-firefox. Nothing that is
 * shipped knows of this file.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, mergeConfig, type Plugin } from "vite";
import shipped from "../vite.config.ts";

const REAL = resolve(import.meta.dirname, "../src/core/derive-key.ts");
const CHEAP = resolve(import.meta.dirname, "support/cheap-derivation.ts");

/** The module keeps its name and place, so that everything else comes out byte for byte as it is shipped. */
function exchangeDerivation(): Plugin {
  return {
    name: "exchange-derivation",
    enforce: "pre",
    load: (id) => (id === REAL ? readFileSync(CHEAP, "utf8") : null),
  };
}

export default defineConfig((env) =>
  mergeConfig(shipped(env), {
    plugins: [exchangeDerivation()],
    build: { outDir: resolve(import.meta.dirname, `../dist/test-${process.env["TARGET"]}`) },
  }),
);
