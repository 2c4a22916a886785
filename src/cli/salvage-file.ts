/** `open --salvage`: saves what can be read of a file that cannot be opened. Never counts as done. */
import { dirname, join, resolve } from "node:path";
import { deriveFor } from "../backup/derive.ts";
import { startMd5 } from "../backup/digests.ts";
import type { Facts } from "../backup/facts.ts";
import { importFileKey } from "../backup/gcm-stream.ts";
import type { Kind } from "../backup/kind.ts";
import { openedName } from "../backup/names.ts";
import type { PayloadKind } from "../backup/payload.ts";
import { salvage, UNVERIFIED_ENDING } from "../backup/salvage.ts";
import type { Opener } from "../backup/sealed-pass.ts";
import { numberedName } from "../core/file-names.ts";
import { salvageOutcomeText } from "../ui/text/en/backup-acts.ts";
import type { FileSource } from "./file-source.ts";
import type { KeyInHand } from "./key-input.ts";
import { openerOf } from "./keys-in-hand.ts";
import { startBytesProgress } from "./look-at-files.ts";
import { type Place, pathFor } from "./opened-output.ts";
import { startOutgoing } from "./outgoing.ts";
import { shownName } from "./shown-name.ts";

/** The key for a file whose header does not read: its IV is searched. */
async function openerForData(key: KeyInHand): Promise<Opener> {
  const raw = key.kind === "backup-key" ? await deriveFor(key.key, { use: "backup" }) : key.fileKey.slice();
  return { key: await importFileKey(raw), iv: new Uint8Array(16) };
}

export function payloadOf(facts: Facts): PayloadKind | null {
  return facts.kind === "sqlite" || facts.kind === "zip" ? facts.kind : null;
}

export type SalvageRequest = {
  source: FileSource;
  kind: Kind;
  place: Place;
  /** Below the output folder. Null: the file's own name. */
  planned: string | null;
  mostBytes: number;
};

/**
 * Tries the keys one after the other.
 *
 * @param fits - those of the keys that are known to fit. @returns a sentence on what was saved, and where.
 */
export async function salvageFile(
  { source, kind, place, planned, mostBytes }: SalvageRequest,
  keys: readonly KeyInHand[],
  fits: readonly KeyInHand[],
): Promise<string> {
  let said = salvageOutcomeText({ outcome: "nothing" });
  for (const key of fits.length > 0 ? fits : keys) {
    const opener = kind.kind === "other" ? await openerForData(key) : await openerOf(kind, key);
    if (!opener) continue;
    const target = (name: string) => (planned ? join(place.output, planned) : pathFor(place, source, name));
    const outgoing = await startOutgoing(dirname(resolve(target("x"))));
    const progress = startBytesProgress(source);
    const isKeyKnown = fits.includes(key);
    const options = { startMd5, mostBytes, isKeyKnown, onProgress: progress.at };
    const done = await salvage(source, kind, opener, outgoing.sink, options).finally(progress.end);
    said = salvageOutcomeText(done);
    if (done.outcome === "nothing") continue;
    if (done.outcome === "too-large") return said;
    const name = openedName(source.name, payloadOf(done.salvaged.facts));
    const wanted = `${target(name)}${UNVERIFIED_ENDING}`;
    for (let n = 1; ; n++) {
      const path = numberedName(wanted, n);
      if (await outgoing.place(path)) return salvageOutcomeText(done, shownName(path));
    }
  }
  return said;
}
