/** Wrappings with every kind of slot. */
import { hexToBytes, randomBytes, randomId } from "../../src/core/bytes.ts";
import { CURRENT_KDF } from "../../src/core/sealed/kdf.ts";
import type { Wrapped } from "../../src/core/sealed/rotation.ts";
import {
  byPasskey,
  type PasskeyAnswer,
  passkeyParameters,
} from "../../src/core/sealed/slots/passkey-slot.ts";
import { byPassphrase, passphraseParameters } from "../../src/core/sealed/slots/passphrase-slot.ts";
import type { Slot } from "../../src/core/sealed/slots/slot.ts";
import { wrapKey, wrappingStart, writeWrapping } from "../../src/core/sealed/wrapping.ts";
import { deriveKey } from "./cheap-derivation.ts";

/**
 * What an authenticator that is made up here answers: the same PRF for each credential, at every salt
 * another.
 */
export async function passkeyAnswer(
  credentialId: Uint8Array,
  salt: Uint8Array = randomBytes(32),
): Promise<PasskeyAnswer> {
  const secret = await crypto.subtle.digest("SHA-256", new Uint8Array([...credentialId, ...salt]));
  return { credentialId, salt, prfOutput: new Uint8Array(secret) };
}

/** Of a newer program: a kind that this one does not know. */
export const unknownSlot = (generation: number): Slot => ({
  kind: 77,
  id: "77".repeat(16),
  generation,
  parameters: new Uint8Array([7, 0, 7]),
  wrapped: new Uint8Array(90).fill(0x77),
});

export async function wrappingOf(
  passphrase: string,
  passkeys: readonly PasskeyAnswer[],
  others: readonly Slot[] = [],
  generation = 3,
  kdf = CURRENT_KDF,
): Promise<Wrapped> {
  const [keyringKey, lineageKey] = [randomBytes(32), randomBytes(32)];
  const start = wrappingStart(hexToBytes("64".repeat(16)), generation);
  const wanted = [
    { parameters: passphraseParameters(kdf), method: byPassphrase(passphrase, deriveKey) },
    ...passkeys.map((answer) => ({ parameters: passkeyParameters(answer), method: byPasskey(answer) })),
  ];
  const slots: Slot[] = [];
  for (const { parameters, method } of wanted) {
    const slot = await wrapKey(start, { id: randomId(), generation, parameters }, method, keyringKey);
    if (slot) slots.push(slot);
  }
  return { wrapping: writeWrapping(start, [...slots, ...others], keyringKey, lineageKey), keyringKey };
}
