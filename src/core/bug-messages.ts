/**
 * Every message that a thrown error of ours can carry.
 *
 * Reports are shown in public, and the message of a foreign error can quote what it was about: `JSON.parse`
 * quotes its text. So a message is kept only if it stands here, where nobody can have typed it.
 * `tests/checks/source-rules.ts` finds what is thrown; `tests/architecture.test.ts` compares it with this
 * list.
 */
export const BUG_MESSAGES = [
  "IndexedDB",
  "IndexedDB is silent",
  "KDF parameters out of bounds",
  "PBKDF2 takes no memory",
  "PRF output of a wrong length",
  "a key file holds one key",
  "a key has four rows",
  "a key that was overwritten",
  "a salt of before",
  "a worker died",
  "an export key comes from OPAQUE",
  "base64url is checked before",
  "costs above the ceiling",
  "no Ed25519 key came out of WebCrypto",
  "no end of a ZIP",
  "no memory for Argon2",
  "no memory for SQLite",
  "no page above",
  "no record above",
  "no room",
  "no such inner stream",
  "no such step",
  "no worker",
  "not a passkey",
  "not a row of a key",
  "not a wrapping",
  "not tested",
  "not stored",
  "not this method's parameters",
  "not this wrapping's key",
  "not unlocked",
  "not whole blocks",
  "nothing to finish",
  "nothing to merge",
  "only the last chunk may end within a block",
  "passphrase of a wrong length",
  "pins are checked before",
  "too long for one IV",
  "version text too long",
  "word list of a wrong size",
] as const;
