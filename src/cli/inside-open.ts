/** Opens a database to be looked into: an encrypted one into memory and nowhere else, a plain one where it lies. */
import { closeSync, openSync, readSync } from "node:fs";
import { packedWasm } from "virtual:sixtyfour-sqlite";
import type { Kind } from "../backup/kind.ts";
import { open, type Sink } from "../backup/open.ts";
import type { Checked } from "../backup/sealed-pass.ts";
import { holdBytes, MOST_HELD_BYTES } from "../inside/held-bytes.ts";
import type { OpenedDatabase, PageSource } from "../inside/opened-database.ts";
import { openDatabase } from "../inside/sqlite/open-database.ts";
import { unpackWasm } from "../inside/sqlite/unpack-wasm.ts";
import type { FileSource } from "./file-source.ts";
import type { KeyInHand } from "./key-input.ts";
import { openerOf } from "./keys-in-hand.ts";
import { keysToTry, startBytesProgress } from "./look-at-files.ts";

/** Milliseconds for one query: a whole reading of many GiB from a slow disk. */
const MOST_MS = 10 * 60_000;

export type InsideOpened =
  | { opened: true; database: OpenedDatabase; close: () => void; checked: Checked | null }
  | { opened: false; why: "not-a-database" | "no-key" | "too-large" }
  /** No key fits, or the file is damaged. */
  | { opened: false; why: "refused"; checked: Checked | null };

let compiled: ReturnType<typeof unpackWasm> | null = null;

async function openPages(source: PageSource): Promise<OpenedDatabase> {
  compiled ??= unpackWasm(packedWasm);
  return openDatabase(source, { wasm: await compiled, now: () => performance.now(), mostMs: MOST_MS });
}

/** A plain database, over the file itself: however large it is, only pages of it are in memory. */
async function openPlain(file: string, size: number): Promise<InsideOpened> {
  const handle = openSync(file, "r");
  const read = (at: number, into: Uint8Array) => {
    for (let done = 0; done < into.length; ) {
      const bytes = readSync(handle, into, done, into.length - done, at + done);
      if (bytes === 0) return;
      done += bytes;
    }
  };
  try {
    const database = await openPages({ size, read });
    const close = () => {
      database.close();
      closeSync(handle);
    };
    return { opened: true, database, close, checked: null };
  } catch (error) {
    closeSync(handle);
    throw error;
  }
}

async function openSealed(
  file: string,
  source: FileSource,
  kind: Kind,
  keys: readonly KeyInHand[],
): Promise<InsideOpened> {
  if (keys.length === 0) return { opened: false, why: "no-key" };
  let checked: Checked | null = null;
  const { at: tried } = await keysToTry(file, source, kind, keys);
  for (const at of tried) {
    const opener = await openerOf(kind, keys[at] as KeyInHand);
    if (!opener) continue;
    const held = holdBytes();
    const sink: Sink = {
      write: async (bytes) => held.write(bytes),
      commit: async () => undefined,
      abort: async () => held.forget(),
    };
    const progress = startBytesProgress(source);
    const options = { startMd5: null, mostBytes: MOST_HELD_BYTES, onProgress: progress.at };
    const outcome = await open(source, kind, opener, sink, options).finally(progress.end);
    if (outcome.outcome === "too-large") return { opened: false, why: "too-large" };
    checked = outcome.checked;
    if (outcome.outcome !== "opened") continue;
    if (outcome.facts.kind !== "sqlite") return { opened: false, why: "not-a-database" };
    const database = await openPages(held.pages());
    const close = () => {
      database.close();
      held.forget();
    };
    return { opened: true, database, close, checked };
  }
  return { opened: false, why: "refused", checked };
}

/** Rejects with {@link UnreadableDatabaseError}, and if the file cannot be read. */
export function openInside(
  file: string,
  source: FileSource,
  kind: Kind,
  keys: readonly KeyInHand[],
): Promise<InsideOpened> {
  if (kind.kind === "other" && kind.look === "sqlite") return openPlain(file, source.size);
  if ("prefix" in kind) return openSealed(file, source, kind, keys);
  return Promise.resolve({ opened: false, why: "not-a-database" });
}
