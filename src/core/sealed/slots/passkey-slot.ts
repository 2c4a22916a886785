/**
 * Slot kind 2: a passkey, by the output of its PRF (WebAuthn Level 3 §10.1.4). Beside the passphrase, at most
 * 8.
 *
 * ```
 *  0  32  salt, random: the input `eval.first` of the PRF, and the salt of HKDF
 * 32   …  credential id, 1 to 1,023 bytes
 * ```
 * wrapping key = HKDF-SHA-256 (RFC 5869) of the 32 bytes that the authenticator gives for the salt, with the
 * info `sixtyfour/v1/passkey-slot`. Not done here: the ceremony. A page of ours asks the authenticator.
 */
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, equalBytes, utf8ToBytes } from "../../bytes.ts";
import { AEAD_KEY_BYTES } from "../aead.ts";
import { WRAPPED_KEY_BYTES } from "./slot.ts";
import type { SlotKind, UnlockMethod } from "./unlock-method.ts";

export const PASSKEY_SALT_BYTES = 32;
export const PRF_OUTPUT_BYTES = 32;
/** WebAuthn Level 3 §5.8.3. */
export const MOST_CREDENTIAL_ID_BYTES = 1023;
export const MOST_PASSKEYS = 8;

const KIND = 2;

export type Passkey = { credentialId: Uint8Array; salt: Uint8Array };

/** What an authenticator gave for a salt. `prfOutput`: 32 bytes, wiped by whoever asked for them. */
export type PasskeyAnswer = Passkey & { prfOutput: Uint8Array };

/** @returns null if the bytes are none of this kind. */
export function passkeyOf(parameters: Uint8Array): Passkey | null {
  const idBytes = parameters.length - PASSKEY_SALT_BYTES;
  if (idBytes < 1 || idBytes > MOST_CREDENTIAL_ID_BYTES) return null;
  return {
    salt: parameters.slice(0, PASSKEY_SALT_BYTES),
    credentialId: parameters.slice(PASSKEY_SALT_BYTES),
  };
}

export function passkeyParameters({ credentialId, salt }: Passkey): Uint8Array {
  const parameters = concatBytes(salt, credentialId);
  if (salt.length !== PASSKEY_SALT_BYTES || !passkeyOf(parameters)) throw new RangeError("not a passkey");
  return parameters;
}

export const passkeySlots: SlotKind = {
  kind: KIND,
  least: 0,
  most: MOST_PASSKEYS,
  isWhole: ({ parameters, wrapped }) =>
    passkeyOf(parameters) !== null && wrapped.length === WRAPPED_KEY_BYTES,
};

export function byPasskey({ prfOutput, ...passkey }: PasskeyAnswer): UnlockMethod {
  if (prfOutput.length !== PRF_OUTPUT_BYTES) throw new RangeError("PRF output of a wrong length");
  const own = passkeyParameters(passkey);
  return {
    kind: KIND,
    async wrappingKey(parameters) {
      if (!equalBytes(parameters, own)) return null;
      const info = utf8ToBytes("sixtyfour/v1/passkey-slot");
      return hkdf(sha256, prfOutput, passkey.salt, info, AEAD_KEY_BYTES);
    },
  };
}
