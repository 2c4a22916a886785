/**
 * Stands in for `core/sealed/derive-key.ts` where Argon2id is not what is tested: HKDF-SHA-256 (RFC 5869) of
 * passphrase, salt and parameters. It protects nothing. The test build (`scripts/exchange-derivation.mjs`) has this text
 * in that file's place: it must export the same names and import nothing but types.
 */
import type { DeriveKey } from "../../src/core/sealed/kdf.ts";

/** `tests/bundle.test.ts` looks for it in what is shipped. */
export const CHEAP_MARK = "sixtyfour/tests/cheap-derivation";

export const deriveKey: DeriveKey = async (password, salt, { memoryKib, iterations, parallelism }) => {
  const info = new TextEncoder().encode(`${CHEAP_MARK} ${memoryKib} ${iterations} ${parallelism}`);
  const [secret, fixedSalt] = [password.slice(), salt.slice()];
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const parameters = { name: "HKDF", hash: "SHA-256", salt: fixedSalt, info };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256));
};
