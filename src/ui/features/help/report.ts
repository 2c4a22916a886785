/**
 * The report for people who ask for help in public: counts, days, verdicts, Key IDs and faults. It is a
 * format, in English whatever the language of the page, because those who help must be able to read it.
 *
 * It has no keys, labels, notes, phone endings, ids, or names of files and places. It has only numbers and
 * words of closed lists. A value of an unexpected shape is written as `unknown`.
 */
import type { Kind } from "../../../backup/kind.ts";
import type { Verdict } from "../../../backup/verdict.ts";
import { type Fault, faultSchema, formatFault } from "../../../core/fault.ts";
import { read } from "../../../core/schema.ts";
import type { EntrySummary } from "../../../protocol/page.ts";

export type Versions = {
  /** As in the manifest. */
  extension: string;
  /** As the browser names itself to pages: `navigator.userAgent`. */
  userAgent: string;
  /** The version of the sealed keyring. */
  storageFormat: number;
};

/** A file that was dropped since the tab was opened. */
export type LookedAt = {
  kind: Kind | null;
  test: { verdict: Verdict; keys: readonly string[] } | null;
  checked: { verdict: Verdict } | null;
};

const UNKNOWN = "unknown";

function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}

/** `Firefox 142`, `Chromium 140`. No more than that: more could identify a person. */
export function browserOf(userAgent: string): string {
  const [, name, version] = /(Firefox|Chrome)\/(\d{1,4})\b/.exec(userAgent) ?? [];
  if (name === undefined) return UNKNOWN;
  return `${name === "Chrome" ? "Chromium" : name} ${version}`;
}

function versionOf(extension: string): string {
  return /^\d+(\.\d+){0,3}$/.test(extension) ? extension : UNKNOWN;
}

function kindOf(kind: Kind | null): string {
  return kind?.kind ?? UNKNOWN;
}

/** A full check says more than a test of the beginning. */
function verdictOf({ checked, test }: LookedAt): Verdict | null {
  return checked?.verdict ?? test?.verdict ?? null;
}

/** `crypt15 right-key 2, media damaged 1`, or `none`. */
function tally(files: readonly LookedAt[]): string {
  const counts = new Map<string, number>();
  for (const file of files) {
    const name = `${kindOf(file.kind)} ${verdictOf(file) ?? "not tested"}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([name, count]) => `${name} ${count}`).join(", ") || "none";
}

function stateOf({ supersededBy, deletedAtMs }: EntrySummary): string {
  if (deletedAtMs !== null) return "deleted";
  return supersededBy === null ? "current" : "replaced";
}

function describeEntry(entry: EntrySummary, place: number, files: readonly LookedAt[]): string[] {
  const { keyId, origin, createdAtMs, testedAtMs, places } = entry;
  const verified = places.filter((one) => one.verifiedAtMs !== null).length;
  const fitting = files.filter((file) => file.test?.keys.includes(entry.id));
  return [
    "",
    `Key ${place}`,
    `  key ID: ${/^[0-9a-z]{8}$/.test(keyId) ? keyId : UNKNOWN}`,
    `  state: ${stateOf(entry)}`,
    `  origin: ${origin === "generated" ? "generated" : "whatsapp"}`,
    `  added: ${dayOf(createdAtMs)}`,
    `  last tested on a file: ${testedAtMs === null ? "never" : dayOf(testedAtMs)}`,
    `  places: ${places.length}, verified ${verified}`,
    `  files it fits in this tab: ${tally(fitting)}`,
  ];
}

/** Leaves out a fault that has anything but words of closed lists and positions. */
function describeFaults(faults: readonly Fault[]): string[] {
  const lines = faults.map((fault) =>
    read(faultSchema, fault) ? `  ${formatFault(fault)}` : `  ${UNKNOWN}`,
  );
  return ["", `faults: ${faults.length}`, ...lines];
}

/** @param files - what was dropped since the tab was opened. @returns lines of ASCII. */
export function formatReport(
  versions: Versions,
  entries: readonly EntrySummary[],
  files: readonly LookedAt[],
  faults: readonly Fault[],
): string {
  const unfitted = files.filter((file) => (file.test?.keys.length ?? 0) === 0);
  return [
    "Sixtyfour report (no keys, names, numbers or notes)",
    `extension: ${versionOf(versions.extension)}`,
    `browser: ${browserOf(versions.userAgent)}`,
    `storage format: ${versions.storageFormat}`,
    `keys: ${entries.length}`,
    `files looked at in this tab: ${files.length}`,
    `files that no key is known to fit: ${tally(unfitted)}`,
    ...entries.flatMap((entry, index) => describeEntry(entry, index + 1, files)),
    ...describeFaults(faults),
    "",
  ].join("\n");
}
