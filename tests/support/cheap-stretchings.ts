/**
 * Stands in for `vault-client/stretchings.ts` where the price of a vault password is not what is tested: the
 * least that Argon2id takes. It protects nothing. The test build (`scripts/exchange-derivation.mjs`) has this text in
 * that file's place: it must export the same names and import nothing but types.
 */
import type { Stretchings } from "../../src/vault-client/opaque.ts";

export const stretchings: Stretchings = {
  "argon2id-64mib-3-4": { memoryKib: 8, iterations: 1, parallelism: 1 },
};
