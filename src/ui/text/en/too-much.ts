/** What is more than Sixtyfour keeps: said of a change, of an import and of a file. */
import {
  LONGEST_NOTE,
  MOST_DELETED,
  MOST_ENTRIES,
  MOST_PLACES,
  MOST_VAULT_NOTES,
  MOST_WEIGHT,
} from "../../../core/keyring/storage-budget.ts";
import type { TooMuch } from "../../../core/keyring/too-much.ts";
import { numberText } from "./format.ts";

const megabytes = numberText(Math.floor(MOST_WEIGHT / 100_000) / 10);

export const tooMuchText: Record<TooMuch, string> = {
  "too-many-keys": `Sixtyfour keeps at most ${numberText(MOST_ENTRIES)} keys, and this would be more. Nothing was changed. Delete keys that you no longer need.`,
  "too-many-deleted": `An import may bring at most ${numberText(MOST_DELETED)} deleted keys. Nothing was changed. Leave some out.`,
  "too-many-places": `Sixtyfour keeps at most ${numberText(MOST_PLACES)} places for one key, and this would be more. Nothing was changed.`,
  "too-many-vault-entries": `Sixtyfour keeps at most ${numberText(MOST_VAULT_NOTES)} vault entries, and this would be more. Nothing was changed.`,
  "too-many-settings":
    "The settings in this file are larger than any that Sixtyfour saves. Nothing was changed. Choose another file.",
  "too-long-text": `A name, note or vault entry in this file is longer than Sixtyfour keeps. A note has at most ${numberText(LONGEST_NOTE)} characters. Nothing was changed.`,
  "keyring-full": `Your keys and notes would take more than ${megabytes} MB, which is all the room there is. Nothing was changed. Delete keys for good, shorten notes, or import fewer keys.`,
};
