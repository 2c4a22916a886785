/**
 * What somebody has to give to open a keyring, made into the key that wraps the keyring key. The two methods
 * that we know have a file each: `passphrase-slot.ts`, `passkey-slot.ts`.
 */
import type { Slot } from "./slot.ts";

/** What a kind of slot allows. */
export type SlotKind = {
  kind: number;
  /** How many slots of this kind a keyring has. */
  least: number;
  most: number;
  /** Are parameters and wrapped key within this kind's bounds? */
  isWhole(slot: Slot): boolean;
};

export type UnlockMethod = {
  kind: number;
  /** 32 bytes, wiped by the caller; null if these parameters belong to somebody else's slot. */
  wrappingKey(parameters: Uint8Array): Promise<Uint8Array | null>;
};
