/** The gates of backups: what must fail when one is taken out. */
import type { Gate } from "./gates.ts";

export const BACKUP_GATES: readonly Gate[] = [
  {
    gate: "encrypt: a fresh IV for every attempt",
    file: "src/backup/encrypt.ts",
    find: "const iv = randomBytes(IV_BYTES)",
    replace: "const iv = new Uint8Array(IV_BYTES).fill(randomBytes(1).length)",
    suite: "tests/backup/encrypt.test.ts",
    test: "two attempts on the same files share no IV",
  },
  {
    gate: "key test: acknowledged only when it is stored",
    file: "src/background/keyring/key-test-service.ts",
    find: "return stored.ok ? ok({ attempts }) : stored;",
    replace: "return stored.ok || attempts.length > 0 ? ok({ attempts }) : stored;",
    suite: "tests/background/keyring/key-test-service.test.ts",
    test: "what cannot be stored is not acknowledged",
  },
  {
    gate: "key test: bytes of a bounded length",
    file: "src/protocol/requests/backup.ts",
    find: "text(Math.ceil(most / 3) * 4, 1)",
    replace: "text(most * 1e9, 1)",
    suite: "tests/background/keyring/key-test-service.test.ts",
    test: "more than a kilobyte",
  },
  {
    gate: "key test: a damaged file does not show that the key fits",
    file: "src/background/keyring/key-test-service.ts",
    find: `const isRight = attempt.answer === "right-key";`,
    replace: `const isRight = attempt.answer === "right-key" || attempt.answer === "damaged";`,
    suite: "tests/background/keyring/key-test-service.test.ts",
    test: "a damaged description names it and stores nothing",
  },
  {
    gate: "key test: locked meanwhile, it answers nothing",
    file: "src/background/keyring/key-test-service.ts",
    find: `if (due.length === 0) return keyring.read().ok ? ok({ attempts }) : fail("locked");`,
    replace: "if (due.length === 0) return ok({ attempts });",
    suite: "tests/background/keyring/key-test-service.test.ts",
    test: "locked while it tries the last of keys that do not fit",
  },
  {
    gate: "key test: only a file that is whole by its checksum rules a key out",
    file: "src/backup/key-test.ts",
    find: `const isAnother = md5 === "ok" && undecided.length === 0;`,
    replace: "const isAnother = undecided.length === 0;",
    suite: "tests/backup/damage.test.ts",
    test: "the right key is never called another",
  },
  {
    gate: "key test: beyond 16 MiB the beginning rules no key out",
    file: "src/backup/key-test.ts",
    find: `return { ...NO_KEY, undecided, read: "beginning" };`,
    replace: `return { ...NO_KEY, verdict: "not-its-key", undecided, read: "beginning" };`,
    suite: "tests/backup/damage.test.ts",
    test: "the beginning alone rules no key out",
  },
  {
    gate: "key file: damage to a salt is no other registration",
    file: "src/backup/phone-registration.ts",
    find: "different >= a.length * FEWEST_DIFFERENT",
    replace: "different > 0",
    suite: "tests/backup/named-kinds.test.ts",
    test: "damage is none",
  },
];
