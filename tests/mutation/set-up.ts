/** Leaves out what takes too long to be run for each of thousands of mutants. */
import fc from "fast-check";
import { beforeEach } from "vitest";

/** How names of tests begin, by their files. */
const SLOW: Readonly<Record<string, readonly string[]>> = {
  // The real Argon2id of 64 MiB.
  "tests/core/sealed/kdf.test.ts": [
    "equals an independent Argon2id with the real parameters",
    "a passphrase is the same however its accents were typed",
  ],
  "tests/core/sealed/keyring-export.test.ts": [
    "docs/formats.md §6, followed step by step with other primitives",
  ],
  // Hundreds of files, each cut or changed in another place: `verdicts.test.ts` has one of each kind.
  "tests/backup/hostile.test.ts": [
    "the right key never becomes a wrong one, a cut file never whole",
    "a wrong key never becomes damage, nor right",
    "nothing is kept of what is opened",
    "cut around the footer",
    "changed anywhere",
  ],
  // Many megabytes.
  "tests/backup/open.test.ts": ["of a bomb beyond the limit", "what follows the end of the zlib stream"],
  "tests/backup/encrypt.test.ts": ["several megabytes"],
  "tests/backup/zip-files.test.ts": ["4096 files"],
  // Ten seconds, until the server ends what is too slow.
  "tests/vault/http.test.ts": ["what comes slowly or not at all"],
  // Tens of thousands of keys.
  "tests/backup/repair.test.ts": [
    "unreadable: 0243579e34acb5f609055458b1eb501b28fa3a1d????",
    "every typo anywhere in a key",
    "the first look seldom takes another key",
  ],
};
const slow = Object.values(SLOW).flat();

// The same values for each mutant, and no search for the smallest one that fails: that it fails is enough.
fc.configureGlobal({ seed: 64, endOnFailure: true });

// The vault sets it when it starts, and Node lets no thread but the first do so.
process.umask = () => 0;

beforeEach(({ task, skip }) => {
  if (slow.some((beginning) => task.name.startsWith(beginning))) skip("takes too long for each mutant");
});
