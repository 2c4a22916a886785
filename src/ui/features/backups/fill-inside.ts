/** Decrypts a database to be looked into, or reads a plain one: into memory, never onto the disk. */
import { open, type Sink } from "../../../backup/open.ts";
import { readChunks } from "../../../backup/source.ts";
import type { BackupFile } from "./backup-file.ts";
import { type Keys, openerFor } from "./opener.ts";

/** Can it be a database of chats: a plain one, or an encrypted one whose key is there? */
export function canLookInside({ kind, test }: BackupFile): boolean {
  if (kind?.kind === "other") return kind.look === "sqlite";
  return kind !== null && "prefix" in kind && test?.verdict === "right-key";
}

/** @returns null once all of it is in the sink; otherwise why it is not. */
export async function fillInside(
  { source, kind, test }: BackupFile,
  keys: Keys,
  sink: Sink,
  mostBytes: number,
  signal: AbortSignal,
): Promise<"refused" | "too-large" | "not-a-database" | null> {
  if (kind?.kind === "other") {
    if (source.size > mostBytes) return "too-large";
    for await (const chunk of readChunks(source, 0, source.size)) {
      signal.throwIfAborted();
      await sink.write(chunk);
    }
    return null;
  }
  const keyId = test?.keys[0];
  if (!kind || keyId === undefined) return "refused";
  const opener = await openerFor(keys, kind, keyId);
  const outcome = await open(source, kind, opener, sink, { startMd5: null, mostBytes, signal });
  if (outcome.outcome === "too-large") return "too-large";
  if (outcome.outcome !== "opened") return "refused";
  return outcome.facts.kind === "sqlite" ? null : "not-a-database";
}
