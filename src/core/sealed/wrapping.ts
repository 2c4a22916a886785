/**
 * Who can open a sealed keyring: all that stands in front of its counter. It stays the same from state to
 * state, until the keyring gets a new key (`rotation.ts`).
 *
 * ```
 *   0   8  "64KEYRNG"
 *   8   2  format version, 2                            numbers are big endian
 *  10  16  keyring id, random, for life
 *  26   4  generation of the keyring key: 1 at creation, +1 with every new one
 *  30  72  lineage key, sealed under the keyring key    associated data: bytes 0–29
 * 102   1  number of slots, at most 16
 * 103   …  the slots (`slots/slot.ts`), each key wrapped with bytes 0–29 ‖ the slot's head as associated data
 *   …  40  lineage seal: nonce 24 ‖ tag 16              associated data: everything before
 * ```
 * Version 1, which had a passphrase and nothing else, is read for ever:
 *
 * ```
 *   8   2  format version, 1
 *  10  26  what is now the parameters of a passphrase slot
 *  36  16  keyring id     52  4  generation of the wrapping; the key stayed the same
 *  56  72  keyring key, wrapped                         associated data: bytes 0–55
 * ```
 */
import { bytesToHex, concatBytes, wipe } from "../bytes.ts";
import { fail, ok, type Result } from "../errors.ts";
import { open, seal } from "./aead.ts";
import { beginsWith, CURRENT_VERSION, SEALED_MAGIC } from "./keyring-file.ts";
import {
  firstLineageKey,
  isLineageSeal,
  LINEAGE_SEAL_BYTES,
  openLineageKey,
  SEALED_LINEAGE_KEY_BYTES,
  sealLineage,
  sealLineageKey,
} from "./lineage.ts";
import { PASSPHRASE_PARAMETER_BYTES, passphraseSlots } from "./slots/passphrase-slot.ts";
import { readSlot, type Slot, slotHead, WRAPPED_KEY_BYTES, writeSlot } from "./slots/slot.ts";
import { areWhole } from "./slots/slot-kinds.ts";
import type { UnlockMethod } from "./slots/unlock-method.ts";

export const KEYRING_ID_BYTES = 16;
const AT_VERSION = 8;
const AT_ID = 10;
const AT_GENERATION = AT_ID + KEYRING_ID_BYTES;
const AT_LINEAGE_KEY = AT_GENERATION + 4;
const AT_COUNT = AT_LINEAGE_KEY + SEALED_LINEAGE_KEY_BYTES;

const FIRST_VERSION = 1;
const FIRST_AT_PARAMETERS = 10;
const FIRST_AT_ID = FIRST_AT_PARAMETERS + PASSPHRASE_PARAMETER_BYTES;
const FIRST_AT_GENERATION = FIRST_AT_ID + KEYRING_ID_BYTES;
const FIRST_AT_WRAPPED = FIRST_AT_GENERATION + 4;
const FIRST_END = FIRST_AT_WRAPPED + WRAPPED_KEY_BYTES;

/** The bytes above, exactly. */
export type Wrapping = Uint8Array;

export type WrappingFields = {
  version: number;
  /** 32 hex characters. */
  keyringId: string;
  wrapGeneration: number;
  slots: Slot[];
  /** How many bytes it has. */
  length: number;
};

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function readFirst(bytes: Uint8Array): WrappingFields | null {
  if (bytes.length < FIRST_END) return null;
  const keyringId = bytesToHex(bytes.subarray(FIRST_AT_ID, FIRST_AT_GENERATION));
  const wrapGeneration = viewOf(bytes).getUint32(FIRST_AT_GENERATION);
  const slot = {
    kind: passphraseSlots.kind,
    id: keyringId,
    generation: wrapGeneration,
    parameters: bytes.slice(FIRST_AT_PARAMETERS, FIRST_AT_ID),
    wrapped: bytes.slice(FIRST_AT_WRAPPED, FIRST_END),
  };
  if (!passphraseSlots.isWhole(slot)) return null;
  return { version: FIRST_VERSION, keyringId, wrapGeneration, slots: [slot], length: FIRST_END };
}

/** @param bytes - a wrapping with anything behind it. @returns null if it is not whole. */
export function readWrapping(bytes: Uint8Array): WrappingFields | null {
  if (!beginsWith(bytes, SEALED_MAGIC) || bytes.length <= AT_COUNT) return null;
  const version = viewOf(bytes).getUint16(AT_VERSION);
  if (version === FIRST_VERSION) return readFirst(bytes);
  if (version !== CURRENT_VERSION) return null;
  const wrapGeneration = viewOf(bytes).getUint32(AT_GENERATION);
  const slots: Slot[] = [];
  let at = AT_COUNT + 1;
  for (let left = viewOf(bytes).getUint8(AT_COUNT); left > 0; left--) {
    const next = readSlot(bytes, at);
    if (!next) return null;
    slots.push(next.slot);
    at = next.end;
  }
  const length = at + LINEAGE_SEAL_BYTES;
  if (bytes.length < length || !areWhole(slots, wrapGeneration)) return null;
  const keyringId = bytesToHex(bytes.subarray(AT_ID, AT_GENERATION));
  return { version, keyringId, wrapGeneration, slots, length };
}

/** For a wrapping that was read before. */
export function fieldsOf(wrapping: Wrapping): WrappingFields {
  const fields = readWrapping(wrapping);
  if (!fields) throw new RangeError("not a wrapping");
  return fields;
}

/** 32 hex characters. */
export function keyringIdOf(wrapping: Wrapping): string {
  return fieldsOf(wrapping).keyringId;
}

/** Bytes 0–29: what is the same for every slot. */
export function wrappingStart(keyringId: Uint8Array, generation: number): Uint8Array {
  const start = new Uint8Array(AT_LINEAGE_KEY);
  start.set(SEALED_MAGIC);
  start.set(keyringId, AT_ID);
  viewOf(start).setUint16(AT_VERSION, CURRENT_VERSION);
  viewOf(start).setUint32(AT_GENERATION, generation);
  return start;
}

/** @param slots - of {@link wrapKey} with the same start and keyring key, or of an unknown kind. */
export function writeWrapping(
  start: Uint8Array,
  slots: readonly Slot[],
  keyringKey: Uint8Array,
  lineageKey: Uint8Array,
): Wrapping {
  const sealedLineageKey = sealLineageKey(start, keyringKey, lineageKey);
  const count = new Uint8Array([slots.length]);
  const header = concatBytes(start, sealedLineageKey, count, ...slots.map(writeSlot));
  const wrapping = concatBytes(header, sealLineage(header, lineageKey));
  // What would not be read again must not be written: too many slots, or two passphrases.
  fieldsOf(wrapping);
  return wrapping;
}

/** @returns the slot with the keyring key wrapped in it; null if the method does not fit these parameters. */
export async function wrapKey(
  start: Uint8Array,
  slot: Omit<Slot, "wrapped" | "kind">,
  method: UnlockMethod,
  keyringKey: Uint8Array,
): Promise<Slot | null> {
  const wrappingKey = await method.wrappingKey(slot.parameters);
  if (!wrappingKey) return null;
  const own = { ...slot, kind: method.kind };
  const context = concatBytes(start, slotHead(own));
  const wrapped = seal("wrap-keyring-key", wrappingKey, context, keyringKey);
  wipe(wrappingKey);
  return { ...own, wrapped };
}

/**
 * @param wrapping - read before. @param method - what was given to open it.
 * @returns the 32-byte keyring key. Takes as long as the method.
 */
export async function unwrapKeyringKey(
  wrapping: Wrapping,
  method: UnlockMethod,
): Promise<Result<Uint8Array, "wrong-passphrase">> {
  const { version, slots } = fieldsOf(wrapping);
  for (const slot of slots.filter(({ kind }) => kind === method.kind)) {
    const wrappingKey = await method.wrappingKey(slot.parameters);
    if (!wrappingKey) continue;
    const context =
      version === FIRST_VERSION
        ? wrapping.subarray(0, FIRST_AT_WRAPPED)
        : concatBytes(wrapping.subarray(0, AT_LINEAGE_KEY), slotHead(slot));
    const keyringKey = open("wrap-keyring-key", wrappingKey, context, slot.wrapped);
    wipe(wrappingKey);
    if (keyringKey) return ok(keyringKey);
  }
  return fail("wrong-passphrase");
}

/** @param keyringKey - of this wrapping. @returns null if it is another's. */
export function lineageKeyOf(wrapping: Wrapping, keyringKey: Uint8Array): Uint8Array | null {
  if (fieldsOf(wrapping).version === FIRST_VERSION) return firstLineageKey(keyringKey);
  const sealed = wrapping.subarray(AT_LINEAGE_KEY, AT_COUNT);
  return openLineageKey(wrapping.subarray(0, AT_LINEAGE_KEY), keyringKey, sealed);
}

/** Was this wrapping made by somebody who had this keyring open? False for version 1, which does not say. */
export function isOfLineage(wrapping: Wrapping, lineageKey: Uint8Array): boolean {
  if (fieldsOf(wrapping).version === FIRST_VERSION) return false;
  const end = wrapping.length - LINEAGE_SEAL_BYTES;
  return isLineageSeal(wrapping.subarray(0, end), lineageKey, wrapping.subarray(end));
}
