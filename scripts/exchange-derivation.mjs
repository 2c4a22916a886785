// Replaces two modules in the build for tests, so that tests of everything else need not pay for Argon2id at
// 64 MiB. Nothing that is shipped knows of it.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ROOT } from "./paths.mjs";

/** A shipped module → the text that replaces it. */
const CHEAP = new Map([
  [resolve(ROOT, "src/core/sealed/derive-key.ts"), resolve(ROOT, "tests/support/cheap-derivation.ts")],
  [resolve(ROOT, "src/vault-client/stretchings.ts"), resolve(ROOT, "tests/support/cheap-stretchings.ts")],
]);

/**
 * A module keeps its name and place, so that everything else comes out byte for byte as it is shipped.
 *
 * @returns {import("vite").Plugin}
 */
export function exchangeDerivation() {
  return {
    name: "exchange-derivation",
    enforce: "pre",
    load: (id) => {
      const cheap = CHEAP.get(id);
      return cheap === undefined ? null : readFileSync(cheap, "utf8");
    },
  };
}
