/** Every kind of unlock slot that this program knows, one file each. */
import { passkeySlots } from "./passkey-slot.ts";
import { passphraseSlots } from "./passphrase-slot.ts";
import { MOST_SLOTS, type Slot } from "./slot.ts";
import type { SlotKind } from "./unlock-method.ts";

const KINDS: readonly SlotKind[] = [passphraseSlots, passkeySlots];

export const isKnown = ({ kind }: Slot): boolean => KINDS.some((known) => known.kind === kind);

/**
 * Can these be the slots of a keyring whose key has this generation? A known kind is always rewritten with a
 * new key. A slot of an unknown kind may be older: it then opens nothing any more.
 */
export function areWhole(slots: readonly Slot[], generation: number): boolean {
  if (slots.length > MOST_SLOTS || slots.some((slot) => slot.generation > generation)) return false;
  return KINDS.every(({ kind, least, most, isWhole }) => {
    const own = slots.filter((slot) => slot.kind === kind);
    const isOwnWhole = own.every((slot) => slot.generation === generation && isWhole(slot));
    return isOwnWhole && own.length >= least && own.length <= most;
  });
}
