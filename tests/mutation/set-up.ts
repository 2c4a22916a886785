/** Leaves out what takes too long to be run for each of hundreds of mutants. */
import { beforeEach } from "vitest";

/** Names of tests, by their files. */
const SLOW: Readonly<Record<string, readonly string[]>> = {
  // Six seconds: the real Argon2id.
  "tests/core/keyring-export.test.ts": ["docs/formats.md §6, followed step by step with other primitives"],
};

const slow = new Set(Object.values(SLOW).flat());

beforeEach(({ task, skip }) => {
  if (slow.has(task.name)) skip("takes too long for each mutant");
});
