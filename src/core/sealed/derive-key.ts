/**
 * Argon2id v1.3 (RFC 9106) by hash-wasm: the one derivation that is shipped.
 *
 * Apart from `kdf.ts`, so that only entry points import it. Everything else is given a {@link DeriveKey}. The
 * test build puts a cheap one in the place of this file, and `tests/bundle.test.ts` compares the two builds.
 */
import { argon2id } from "hash-wasm";
import { AEAD_KEY_BYTES } from "./aead.ts";
import type { DeriveKey } from "./kdf.ts";

/** Takes 0.4–0.6 s with today's parameters. Throws where the browser has not that much memory left. */
export const deriveKey: DeriveKey = (password, salt, { memoryKib, iterations, parallelism }) =>
  argon2id({
    password,
    salt,
    memorySize: memoryKib,
    iterations,
    parallelism,
    hashLength: AEAD_KEY_BYTES,
    outputType: "binary",
  });
