/**
 * What each try of a vault password costs whoever tries it: Argon2id's parameters by the ids of the protocol.
 * The one list that is shipped; a vault cannot ask for less.
 *
 * Apart from `opaque.ts`, so that only `ui/background-api.ts` imports it. Everything else is given a {@link
 * Stretchings}. The test build puts a cheap one in the place of this file, and `tests/bundle.test.ts`
 * compares the two builds.
 */
import type { Stretchings } from "./opaque.ts";

/** RFC 9106 §4, second choice: some 0.5 s. */
export const stretchings: Stretchings = {
  "argon2id-64mib-3-4": { memoryKib: 65_536, iterations: 3, parallelism: 4 },
};
