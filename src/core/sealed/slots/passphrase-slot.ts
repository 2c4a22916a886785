/**
 * Slot kind 1: a passphrase, by Argon2id v1.3. A keyring has exactly one.
 *
 * ```
 *  0   1  KDF, 1 = Argon2id v1.3
 *  1   4  memory in KiB     5  4  iterations     9  1  parallelism
 * 10  16  KDF salt, random
 * ```
 * Floor and ceiling of the numbers: `kdf.ts`.
 */
import { concatBytes, randomBytes } from "../../bytes.ts";
import {
  areAcceptable,
  type DeriveKey,
  deriveWrappingKey,
  KDF_SALT_BYTES,
  type KdfParameters,
} from "../kdf.ts";
import { WRAPPED_KEY_BYTES } from "./slot.ts";
import type { SlotKind, UnlockMethod } from "./unlock-method.ts";

const KDF_ARGON2ID = 1;
const AT_SALT = 10;
export const PASSPHRASE_PARAMETER_BYTES = AT_SALT + KDF_SALT_BYTES;

const KIND = 1;

/** @returns null if the numbers are out of bounds, or the bytes are none of this kind. */
export function kdfOf(parameters: Uint8Array): KdfParameters | null {
  if (parameters.length !== PASSPHRASE_PARAMETER_BYTES || parameters[0] !== KDF_ARGON2ID) return null;
  const view = new DataView(parameters.buffer, parameters.byteOffset, parameters.byteLength);
  const kdf = { memoryKib: view.getUint32(1), iterations: view.getUint32(5), parallelism: view.getUint8(9) };
  return areAcceptable(kdf) ? kdf : null;
}

/** With a fresh salt. */
export function passphraseParameters(kdf: KdfParameters): Uint8Array {
  const numbers = new Uint8Array(AT_SALT);
  const view = new DataView(numbers.buffer);
  view.setUint8(0, KDF_ARGON2ID);
  view.setUint32(1, kdf.memoryKib);
  view.setUint32(5, kdf.iterations);
  view.setUint8(9, kdf.parallelism);
  return concatBytes(numbers, randomBytes(KDF_SALT_BYTES));
}

export const passphraseSlots: SlotKind = {
  kind: KIND,
  least: 1,
  most: 1,
  isWhole: ({ parameters, wrapped }) => kdfOf(parameters) !== null && wrapped.length === WRAPPED_KEY_BYTES,
};

/** @param passphrase - as typed. Takes as long as the KDF. */
export function byPassphrase(passphrase: string, deriveKey: DeriveKey): UnlockMethod {
  return {
    kind: KIND,
    async wrappingKey(parameters) {
      const kdf = kdfOf(parameters);
      return kdf && deriveWrappingKey(passphrase, parameters.slice(AT_SALT), kdf, deriveKey);
    },
  };
}
