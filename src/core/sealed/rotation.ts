/**
 * A keyring's wrappings, made: the first one, and each later one, which always brings a new keyring key.
 * Whoever has an older key or an older way to unlock (in a saved file, in a profile whose storage is a log)
 * opens nothing that is saved afterwards.
 *
 * The passphrase is part of each of them: it is the one way that no keyring is without. A passkey is asked
 * again with a fresh salt; one that gives no answer is left out. Slots of unknown kinds stay, byte for byte.
 * They wrap an older key and open nothing new; the program that knows them sees that by their generation.
 */
import { equalBytes, hexToBytes, randomBytes, randomId, wipe } from "../bytes.ts";
import { fail, ok, type Result } from "../errors.ts";
import { AEAD_KEY_BYTES } from "./aead.ts";
import { CURRENT_KDF, type DeriveKey, type KdfParameters } from "./kdf.ts";
import {
  byPasskey,
  MOST_PASSKEYS,
  type Passkey,
  type PasskeyAnswer,
  passkeyOf,
  passkeyParameters,
  passkeySlots,
} from "./slots/passkey-slot.ts";
import { byPassphrase, passphraseParameters, passphraseSlots } from "./slots/passphrase-slot.ts";
import { MOST_SLOTS, type Slot } from "./slots/slot.ts";
import { isKnown } from "./slots/slot-kinds.ts";
import type { UnlockMethod } from "./slots/unlock-method.ts";
import {
  fieldsOf,
  KEYRING_ID_BYTES,
  lineageKeyOf,
  unwrapKeyringKey,
  type Wrapping,
  wrapKey,
  wrappingStart,
  writeWrapping,
} from "./wrapping.ts";

/** `keyringKey`: 32 bytes, those that `wrapping` wraps. */
export type Wrapped = { wrapping: Wrapping; keyringKey: Uint8Array };

/** `dropped`: ids of the passkeys' slots that are no longer there. */
export type Rotated = Wrapped & { dropped: string[] };

/** Who shall open the keyring from now on. */
export type Ways = {
  /** As typed. */
  passphrase: string;
  /** For a fresh salt each. */
  passkeys: readonly PasskeyAnswer[];
  deriveKey: DeriveKey;
  kdf?: KdfParameters;
};

type Wanted = { id: string; parameters: Uint8Array; method: UnlockMethod };

async function write(
  keyringId: Uint8Array,
  generation: number,
  lineageKey: Uint8Array,
  wanted: readonly Wanted[],
  kept: readonly Slot[],
): Promise<Wrapped> {
  const keyringKey = randomBytes(AEAD_KEY_BYTES);
  const start = wrappingStart(keyringId, generation);
  const slots: Slot[] = [];
  try {
    for (const { id, parameters, method } of wanted) {
      const slot = await wrapKey(start, { id, parameters, generation }, method, keyringKey);
      if (!slot) throw new RangeError("not this method's parameters");
      slots.push(slot);
    }
    return { wrapping: writeWrapping(start, [...slots, ...kept], keyringKey, lineageKey), keyringKey };
  } catch (reason) {
    // No memory to derive a key, say.
    wipe(keyringKey);
    throw reason;
  } finally {
    wipe(lineageKey);
  }
}

const wantedPassphrase = ({ passphrase, deriveKey, kdf = CURRENT_KDF }: Ways, id: string): Wanted => ({
  id,
  parameters: passphraseParameters(kdf),
  method: byPassphrase(passphrase, deriveKey),
});

const wantedPasskey = (answer: PasskeyAnswer, id: string): Wanted => ({
  id,
  parameters: passkeyParameters(answer),
  method: byPasskey(answer),
});

/** A new keyring's wrapping, and its fresh key. */
export function createWrapping(passphrase: string, deriveKey: DeriveKey): Promise<Wrapped> {
  const wanted = wantedPassphrase({ passphrase, passkeys: [], deriveKey }, randomId());
  return write(randomBytes(KEYRING_ID_BYTES), 1, randomBytes(AEAD_KEY_BYTES), [wanted], []);
}

/** The passkeys' slots, with what a page needs to ask for each. */
export function passkeysOf(wrapping: Wrapping): (Passkey & { id: string })[] {
  return fieldsOf(wrapping).slots.flatMap(({ kind, id, parameters }) => {
    const passkey = kind === passkeySlots.kind ? passkeyOf(parameters) : null;
    return passkey ? [{ ...passkey, id }] : [];
  });
}

type Change = { added?: PasskeyAnswer; leftOut?: string };

/**
 * A new keyring key for the same keyring and the same ways to unlock it.
 *
 * @param ways - an answer for a passkey that has no slot counts for nothing. Throws where a salt was used
 *   before.
 */
export async function rotate(old: Wrapped, ways: Ways, { added, leftOut }: Change = {}): Promise<Rotated> {
  const { version, keyringId, wrapGeneration, slots } = fieldsOf(old.wrapping);
  const there = passkeysOf(old.wrapping);
  // What version 1 had in place of a slot had no id of its own.
  const own = version === 1 ? null : slots.find(({ kind }) => kind === passphraseSlots.kind);
  const wanted = [wantedPassphrase(ways, own?.id ?? randomId())];
  for (const { id, credentialId, salt } of there) {
    const answer = ways.passkeys.find((given) => equalBytes(given.credentialId, credentialId));
    if (!answer || id === leftOut) continue;
    if (equalBytes(answer.salt, salt)) throw new RangeError("a salt of before");
    wanted.push(wantedPasskey(answer, id));
  }
  if (added) wanted.push(wantedPasskey(added, randomId()));
  const kept = slots.filter((slot) => !isKnown(slot) && slot.id !== leftOut);
  // After all that may throw: whoever writes it wipes it.
  const lineageKey = lineageKeyOf(old.wrapping, old.keyringKey);
  if (!lineageKey) throw new RangeError("not this wrapping's key");
  const rotated = await write(hexToBytes(keyringId), wrapGeneration + 1, lineageKey, wanted, kept);
  const dropped = there.map(({ id }) => id).filter((id) => !wanted.some((slot) => slot.id === id));
  return { ...rotated, dropped };
}

async function isPassphrase(old: Wrapped, { passphrase, deriveKey }: Ways): Promise<boolean> {
  const key = await unwrapKeyringKey(old.wrapping, byPassphrase(passphrase, deriveKey));
  const fits = key.ok && equalBytes(key.value, old.keyringKey);
  if (key.ok) wipe(key.value);
  return fits;
}

/** Another passphrase. `ways.passphrase`: the new one. */
export async function changePassphrase(
  old: Wrapped,
  current: string,
  ways: Ways,
): Promise<Result<Rotated, "wrong-passphrase">> {
  if (!(await isPassphrase(old, { ...ways, passphrase: current }))) return fail("wrong-passphrase");
  return ok(await rotate(old, ways));
}

/** One more passkey. @param ways - the passphrase of now, and the answers of the passkeys that are there. */
export async function addPasskeySlot(
  old: Wrapped,
  added: PasskeyAnswer,
  ways: Ways,
): Promise<Result<Rotated, "wrong-passphrase" | "already-there" | "not-stored">> {
  const there = passkeysOf(old.wrapping);
  const isThere = there.some(({ credentialId }) => equalBytes(credentialId, added.credentialId));
  if (isThere) return fail("already-there");
  if (there.length >= MOST_PASSKEYS || fieldsOf(old.wrapping).slots.length >= MOST_SLOTS)
    return fail("not-stored");
  if (!(await isPassphrase(old, ways))) return fail("wrong-passphrase");
  return ok(await rotate(old, ways, { added }));
}

/** One way less; never the passphrase. @param ways - as for {@link addPasskeySlot}. */
export async function removeSlot(
  old: Wrapped,
  id: string,
  ways: Ways,
): Promise<Result<Rotated, "wrong-passphrase" | "not-found">> {
  const { slots } = fieldsOf(old.wrapping);
  if (!slots.some((slot) => slot.id === id && slot.kind !== passphraseSlots.kind)) return fail("not-found");
  if (!(await isPassphrase(old, ways))) return fail("wrong-passphrase");
  return ok(await rotate(old, ways, { leftOut: id }));
}
