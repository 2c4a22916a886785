/**
 * Passphrase → wrapping key, by Argon2id v1.3 (RFC 9106). The function itself is an argument: `derive-key.ts`
 * has the one that is shipped, most tests pass a cheap one. Bounds and normalisation are the same for both.
 *
 * Parameters: the second recommended choice of RFC 9106 §4 (64 MiB, t = 3, p = 4). They are stored with what
 * they protect and authenticated there. On reading they must lie between a floor and a ceiling. The floor
 * keeps an attacker from making guesses cheap; the ceiling keeps a prepared file from hanging the browser.
 */
import { wipe } from "../bytes.ts";
import { fail, type Result } from "../errors.ts";
import { passphraseBytes } from "./passphrase.ts";

/** `memoryKib` in KiB; `iterations` = t; `parallelism` = p. */
export type KdfParameters = { memoryKib: number; iterations: number; parallelism: number };

/**
 * Derives 32 bytes. Never called directly: {@link deriveWrappingKey} checks the parameters first.
 *
 * @param password - UTF-8 of the normalised passphrase; the caller wipes it. @param salt - 16 bytes.
 */
export type DeriveKey = (
  password: Uint8Array,
  salt: Uint8Array,
  parameters: KdfParameters,
) => Promise<Uint8Array>;

export const KDF_SALT_BYTES = 16;

export const CURRENT_KDF: KdfParameters = { memoryKib: 65_536, iterations: 3, parallelism: 4 };
const FLOOR: KdfParameters = { memoryKib: 65_536, iterations: 3, parallelism: 1 };
/** Four times the memory and twice the passes of today: some five seconds, once, for each prepared header. */
const CEILING: KdfParameters = { memoryKib: 262_144, iterations: 8, parallelism: 8 };

/** Are these integers within floor and ceiling? */
export function areAcceptable(parameters: KdfParameters): boolean {
  return (["memoryKib", "iterations", "parallelism"] as const).every((name) => {
    const value = parameters[name];
    return Number.isInteger(value) && value >= FLOOR[name] && value <= CEILING[name];
  });
}

/** True when a keyring wrapped with these should be wrapped again with `wanted`. */
export function areOutdated(p: KdfParameters, wanted: KdfParameters): boolean {
  return p.memoryKib < wanted.memoryKib || p.iterations < wanted.iterations;
}

/**
 * The browser could not run the KDF: it has no WebAssembly, or too little memory. That says nothing of the
 * passphrase, so it must not pass for a wrong one.
 */
export class DerivationError extends Error {
  constructor() {
    super("cannot-derive");
  }
}

/** Makes a failure with a code of {@link DerivationError}, for whoever answers a request. */
export async function orCannotDerive<T, C extends string>(
  work: Promise<Result<T, C>>,
): Promise<Result<T, C | "cannot-derive">> {
  try {
    return await work;
  } catch (reason) {
    if (reason instanceof DerivationError) return fail("cannot-derive");
    throw reason;
  }
}

/**
 * @param passphrase - as typed; NFKC happens here. @param salt - 16 bytes.
 * @returns 32 bytes. Throws a RangeError for parameters out of bounds, before anything is derived, and a
 *   {@link DerivationError} when `deriveKey` fails.
 */
export async function deriveWrappingKey(
  passphrase: string,
  salt: Uint8Array,
  parameters: KdfParameters,
  deriveKey: DeriveKey,
): Promise<Uint8Array> {
  if (!areAcceptable(parameters)) throw new RangeError("KDF parameters out of bounds");
  const password = passphraseBytes(passphrase);
  try {
    return await deriveKey(password, salt, parameters);
  } catch {
    throw new DerivationError();
  } finally {
    wipe(password);
  }
}
