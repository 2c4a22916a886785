/**
 * Two keys of one Key ID: what tells them apart where one is chosen or named. Their digits would, and are
 * shown only where somebody asks for them.
 */
import type { EntrySummary } from "../../../protocol/page.ts";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";

/** Which of the keys with this Key ID it is, counted from 1 in the order in which they were saved. */
export type TwinPlace = { number: number; of: number };

export function twinPlaceOf({ id, keyId }: EntrySummary, entries: readonly EntrySummary[]): TwinPlace | null {
  const same = entries
    .filter((entry) => entry.keyId === keyId)
    .sort((a, b) => a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1));
  if (same.length < 2) return null;
  return { number: same.findIndex((entry) => entry.id === id) + 1, of: same.length };
}

type KeyName = (entry: EntrySummary) => string;

/** A key's name in a sentence, as one of several to choose from, as one that fits: no two of them are the same. */
export function useKeyNames(): { nameOf: KeyName; choiceOf: KeyName; fittingOf: KeyName } {
  const entries = useEntries();
  const { entryName, fittingKeyText, keyChoiceText, twinChoiceText, twinNameText } = useText();
  const named =
    (text: KeyName, twinText = twinNameText): KeyName =>
    (entry) => {
      const place = twinPlaceOf(entry, entries);
      return place === null ? text(entry) : twinText(text(entry), place, entry.createdAtMs);
    };
  return {
    nameOf: named(entryName),
    choiceOf: named(keyChoiceText, twinChoiceText),
    fittingOf: named(fittingKeyText),
  };
}
