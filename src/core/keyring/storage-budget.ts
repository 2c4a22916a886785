/**
 * One budget for what `storage.local` holds, and every bound that follows from it.
 *
 * Without the permission `unlimitedStorage` Chromium gives an extension 10,485,760 bytes there, and refuses
 * every write that would go over them. Two local copies lie in them, each the whole keyring in base64, and what
 * stands beside it. One text more must fit: where the browser's database does not work, what has to be set
 * aside goes there too. Firefox gives more, and has the same bounds: a file of the one must open in the other.
 *
 * A bound refuses what makes a keyring larger, and nothing that makes it smaller (`too-much.ts`): a keyring of
 * an earlier version, or a prepared one, may be above it.
 */
const QUOTA_BYTES = 10_485_760;
/** Names of the keys, notes of what is past its 30 days. */
export const BESIDE_BYTES = 512 * 1024;
/** Two local copies, and one that is set aside. */
const TEXTS = 3;

/** Of a sealed keyring, so that so many of them fit in base64: four letters for three bytes. */
export const MOST_SEALED_BYTES = Math.floor((QUOTA_BYTES - BESIDE_BYTES) / TEXTS / 4) * 3;
/**
 * Earlier versions took 4 MiB. That is still read, and what is read can be made smaller; a key that is deleted is
 * noted first, for which there is room in the rest.
 */
export const MOST_READ_BYTES = 4.5 * 1024 * 1024;

/** Of a Sixtyfour file that is read. */
export const MOST_EXPORT_BYTES = 16 * 1024 * 1024;

/** All slots with the longest parameters that there may be, and what stands before and between them. */
export const MOST_WRAPPING_BYTES = 48 * 1024;
/** Of settings that this program does not know, as JSON. */
export const MOST_SETTINGS_BYTES = 32 * 1024;
/** Of those that it knows, at their longest: any change may lengthen them (`known-settings.ts`). */
export const KNOWN_SETTINGS_BYTES = 6 * 1024;
/** Counter, tags, hash, the body's own names, and the spaces at its end. */
const FRAME_BYTES = 2 * 1024;

/** Of entries and vault entries, as `weigh` counts them. */
export const MOST_WEIGHT =
  MOST_SEALED_BYTES - MOST_WRAPPING_BYTES - MOST_SETTINGS_BYTES - KNOWN_SETTINGS_BYTES - FRAME_BYTES;

/** Most characters that people may write about a key. */
export const LONGEST_LABEL = 100;
export const LONGEST_NOTE = 2000;
export const MOST_ENTRIES = 1000;
/**
 * How many deleted keys an import may bring. They take no room from keys that are kept, and deleting is never
 * refused.
 */
export const MOST_DELETED = 1000;
/** The least that an entry weighs. */
export const LEAST_ENTRY_BYTES = 400;
/** How many entries fit at most, kept and deleted together, if each weighs the least. */
export const MOST_STORED = Math.floor(MOST_WEIGHT / LEAST_ENTRY_BYTES);
/** How many places one entry may have. */
export const MOST_PLACES = 20;
/** How many are read: earlier versions took that many. */
export const MOST_PLACES_READ = 1000;
/** Of one entry, known and unknown ones. */
export const MOST_MARKS = 8;
export const MOST_VAULT_NOTES = 100;
/** So many forgotten ones are remembered. */
export const MOST_FORGOTTEN_NOTES = 400;
/** UTF-16 units. */
export const LONGEST_VAULT_NOTE = 6000;
/**
 * What a note of a vault weighs at least. It changes with every step at the vault, and each of them must go
 * through: the last one deletes the vault entry.
 */
export const LEAST_NOTE_BYTES = 8 * 1024;

/** Sealed keyrings that do not open and are set aside: after that nothing more is, and nothing overwritten. */
export const MOST_SET_ASIDE = 16;
/**
 * All of them together. With the three copies, and what may lie in `storage.local`, they travel to a page in one
 * message, in base64, which has at most 64 MiB.
 */
export const MOST_SET_ASIDE_BYTES = 24 * 1024 * 1024;
