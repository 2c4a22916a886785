/** Names the keys that a sentence is about. */
import { keyIdOf } from "../core/key/backup-key.ts";
import { keyPlaceText, whichKeysText } from "../ui/text/en/command.ts";
import type { KeyInHand } from "./key-input.ts";

/** Null if only one key was given, or if none is meant. A Key ID reveals nothing of the key. */
export function whichKeys(places: readonly number[], keys: readonly KeyInHand[]): string | null {
  if (keys.length < 2 || places.length === 0) return null;
  const named = places.map((at) => {
    const key = keys[at] as KeyInHand;
    return keyPlaceText(at + 1, key.kind === "backup-key" ? keyIdOf(key.key) : null);
  });
  return whichKeysText(named, keys.length);
}
