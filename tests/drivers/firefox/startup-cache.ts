/**
 * Firefox reads its own scripts for a first start, 3 s of processor time, and keeps what it has read in the
 * profile. A new profile of the same test run begins with that file: nothing else of another profile, nothing
 * of an add-on.
 */
import { copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The second says for which build the first was written; Firefox throws it away for another. */
const FILES = ["startupCache/startupCache.8.little", "compatibility.ini"];
/** Playwright empties this folder when a run begins, so that no run begins with an older one's. */
const KEPT = resolve(import.meta.dirname, "../../../test-results/.firefox");

function copy(from: string, to: string): void {
  for (const file of FILES) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    copyFileSync(join(from, file), join(to, file));
  }
}

/** Into a profile that has not been started. */
export function bringStartupCache(profile: string): void {
  if (existsSync(KEPT)) copy(KEPT, profile);
}

/** From a profile whose browser has quit, for those that come after it. */
export function keepStartupCache(profile: string): void {
  if (existsSync(KEPT) || FILES.some((file) => !existsSync(join(profile, file)))) return;
  const draft = `${KEPT}-${process.pid}`;
  copy(profile, draft);
  try {
    renameSync(draft, KEPT);
  } catch (error) {
    // Another worker was first.
    if (!existsSync(KEPT)) throw error;
  }
}
