/**
 * The kinds of recovery keys that a keyring can hold, as data. A kind is one row, and comes with a new
 * version of the keyring's body: an older program must say "newer" rather than "damaged".
 */

export type KeyKindRow = {
  /** Every digit that a key may have, in lower case. */
  alphabet: string;
  /** How many digits it has. */
  length: number;
  /** How they are laid out where people read and compare them. */
  grouping: { rows: number; groupsPerRow: number; digitsPerGroup: number };
  /** What shows that a key is the right one: a file that was encrypted with it. */
  proof: "encrypted-backup";
};

export const KEY_KINDS = {
  /** Of WhatsApp's end-to-end encrypted backups; also what is made here for one's own files. */
  "whatsapp-64": {
    alphabet: "0123456789abcdef",
    length: 64,
    grouping: { rows: 4, groupsPerRow: 4, digitsPerGroup: 4 },
    proof: "encrypted-backup",
  },
} as const satisfies Readonly<Record<string, KeyKindRow>>;

export type KeyKind = keyof typeof KEY_KINDS;

export const keyKinds = Object.keys(KEY_KINDS) as [KeyKind, ...KeyKind[]];

/** Has this text the digits of such a key, and nothing else? */
export function isKeyText(kind: KeyKind, text: string): boolean {
  const { alphabet, length } = KEY_KINDS[kind];
  return text.length === length && Array.from(text).every((digit) => alphabet.includes(digit));
}
