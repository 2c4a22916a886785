/**
 * An unlock slot: one way to the keyring key, as it is stored. Numbers are big endian.
 *
 * ```
 *    0   1  kind (`slot-kinds.ts`)
 *    1  16  id, random
 *   17   4  generation of the keyring key that is wrapped here
 *   21   2  p, at most 2,048      23   p  parameters, as the kind has them
 * 23+p   2  w, at most 512      25+p   w  the wrapped keyring key
 * ```
 * A slot of a kind that this program does not know keeps every byte. It may belong to a newer program.
 */
import { bytesToHex, concatBytes, hexToBytes } from "../../bytes.ts";
import { AEAD_KEY_BYTES, NONCE_BYTES, TAG_BYTES } from "../aead.ts";

export const MOST_SLOTS = 16;
export const MOST_PARAMETER_BYTES = 2048;
export const MOST_WRAPPED_BYTES = 512;
/** A wrapped keyring key of the kinds that we know. */
export const WRAPPED_KEY_BYTES = NONCE_BYTES + AEAD_KEY_BYTES + TAG_BYTES;

const ID_BYTES = 16;
const AT_GENERATION = 1 + ID_BYTES;
const AT_PARAMETERS = AT_GENERATION + 4 + 2;

export type Slot = {
  /** 0 to 255. */
  kind: number;
  /** 32 hex characters. */
  id: string;
  generation: number;
  parameters: Uint8Array;
  wrapped: Uint8Array;
};

/** Everything in front of the wrapped key: the wrapping is bound to it. */
export function slotHead({ kind, id, generation, parameters }: Omit<Slot, "wrapped">): Uint8Array {
  const head = new Uint8Array(AT_PARAMETERS);
  const view = new DataView(head.buffer);
  view.setUint8(0, kind);
  head.set(hexToBytes(id), 1);
  view.setUint32(AT_GENERATION, generation);
  view.setUint16(AT_PARAMETERS - 2, parameters.length);
  return concatBytes(head, parameters);
}

export function writeSlot(slot: Slot): Uint8Array {
  const length = new Uint8Array(2);
  new DataView(length.buffer).setUint16(0, slot.wrapped.length);
  return concatBytes(slotHead(slot), length, slot.wrapped);
}

/** @returns the slot that begins at `at` and where it ends; null if its lengths do not fit. */
export function readSlot(bytes: Uint8Array, at: number): { slot: Slot; end: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const atParameters = at + AT_PARAMETERS;
  if (bytes.length < atParameters) return null;
  const parameterBytes = view.getUint16(atParameters - 2);
  const atWrapped = atParameters + parameterBytes + 2;
  if (parameterBytes > MOST_PARAMETER_BYTES || bytes.length < atWrapped) return null;
  const wrappedBytes = view.getUint16(atWrapped - 2);
  const end = atWrapped + wrappedBytes;
  if (wrappedBytes > MOST_WRAPPED_BYTES || bytes.length < end) return null;
  const slot = {
    kind: view.getUint8(at),
    id: bytesToHex(bytes.subarray(at + 1, at + AT_GENERATION)),
    generation: view.getUint32(at + AT_GENERATION),
    parameters: bytes.slice(atParameters, atWrapped - 2),
    wrapped: bytes.slice(atWrapped, end),
  };
  return { slot, end };
}
