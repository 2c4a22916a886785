/**
 * The test build: the shipped one with the text of two modules exchanged, so that tests of everything else
 * need not pay Argon2id at 64 MiB. `node scripts/build.mjs --test` writes dist/test-chrome and
 * dist/test-firefox. Nothing that is shipped knows of this file.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, mergeConfig, type Plugin } from "vite";
import shipped from "../vite.config.ts";

/** By what is shipped, what stands in its place. */
const CHEAP = new Map(
  [
    ["../src/core/sealed/derive-key.ts", "support/cheap-derivation.ts"],
    ["../src/vault-client/stretchings.ts", "support/cheap-stretchings.ts"],
  ].map((paths) => paths.map((path) => resolve(import.meta.dirname, path)) as [string, string]),
);

/** A module keeps its name and place, so that everything else comes out byte for byte as it is shipped. */
function exchangeDerivation(): Plugin {
  return {
    name: "exchange-derivation",
    enforce: "pre",
    load: (id) => {
      const cheap = CHEAP.get(id);
      return cheap === undefined ? null : readFileSync(cheap, "utf8");
    },
  };
}

export default defineConfig((env) =>
  mergeConfig(shipped(env), {
    plugins: [exchangeDerivation()],
    build: { outDir: resolve(import.meta.dirname, `../dist/test-${process.env["TARGET"]}`) },
  }),
);
