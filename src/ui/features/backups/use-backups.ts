/** The list of dropped files and what is done with them. */
import { useEffect, useRef, useState } from "preact/hooks";
import { checkMetadata, checkWhole } from "../../../backup/check.ts";
import { type Kind, recognise } from "../../../backup/kind.ts";
import { type Proof, proveFile } from "../../../backup/prove.ts";
import type { Source } from "../../../backup/source.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { Api } from "../../api.ts";
import { CRYPT14_KEY_ID, type Crypt14Key } from "./crypt14-key.ts";
import { isUnreadable } from "./dropped-files.ts";
import type { BackupFile } from "./model.ts";
import { metadataKeysFor, openerFor } from "./opener.ts";
import { proverOf, RefusedError } from "./prover.ts";
import { startWorkerMd5 } from "./worker-digest.ts";

export type DroppedFiles = {
  files: BackupFile[];
  setFiles: (change: (files: BackupFile[]) => BackupFile[]) => void;
};

/** Can a key be proven against it? */
export function isBackup(file: BackupFile): boolean {
  const { kind } = file;
  return kind !== null && ("prefix" in kind || kind.kind === "media" || kind.kind === "media-metadata");
}

let nextId = 1;

function newFile(source: Source): BackupFile {
  const id = nextId++;
  return { id, source, kind: null, isUnreadable: false, proof: null, checked: null, opened: null };
}

/** Entries whose key may be asked for, the newest first. */
export function usable(entries: readonly EntrySummary[]): EntrySummary[] {
  return entries
    .filter(({ deletedAtMs }) => deletedAtMs === null)
    .sort((a, b) => b.createdAtMs - a.createdAtMs);
}

export function useBackups(
  api: Api,
  entries: readonly EntrySummary[],
  crypt14: Crypt14Key,
  list: DroppedFiles,
) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () => new Set(list.files.filter(isBackup).map(({ id }) => id)),
  );
  const latest = useRef(list);
  latest.current = list;

  const update = (id: number, part: Partial<BackupFile>) =>
    latest.current.setFiles((files) => files.map((file) => (file.id === id ? { ...file, ...part } : file)));

  /** What the browser cannot read is said in the file's row; all else goes on to the caller. */
  async function guarded(file: BackupFile, work: () => Promise<Partial<BackupFile>>): Promise<void> {
    try {
      update(file.id, { ...(await work()), isUnreadable: false });
    } catch (reason) {
      if (!isUnreadable(reason)) throw reason;
      update(file.id, { isUnreadable: true });
    }
  }

  async function describe(file: BackupFile): Promise<void> {
    await guarded(file, async () => {
      const kind = await recognise(file.source);
      if (kind.kind === "key-file") await crypt14.take(file.source);
      return { kind };
    });
  }

  // Files that stayed while the keyring was locked: the key file among them is read again.
  useEffect(() => {
    for (const { kind, source } of latest.current.files)
      if (kind?.kind === "key-file") void crypt14.take(source).catch(() => undefined);
    return crypt14.forget;
  }, [crypt14]);

  const prove = (file: BackupFile, kind: Kind) => proveFile(file.source, kind, proverOf(api, crypt14));

  /** The key that the beginning proves; else any that could be: MD5 and tag tell of each. */
  function keyFor(kind: Kind, proof: Proof): string {
    const isOwn = kind.kind === "crypt12" || kind.kind === "crypt14";
    const other = isOwn && crypt14.isThere() ? CRYPT14_KEY_ID : usable(entries)[0]?.id;
    const keyId = proof.keys[0] ?? other;
    if (keyId === undefined) throw new RefusedError("not-found");
    return keyId;
  }

  return {
    chosen,
    setChosen,
    update,
    async add(sources: readonly Source[]): Promise<void> {
      const added = sources.map(newFile);
      latest.current.setFiles((files) => [...files, ...added]);
      setChosen((before) => new Set([...before, ...added.map(({ id }) => id)]));
      for (const file of added) await describe(file).catch(() => update(file.id, { isUnreadable: true }));
    },
    clear() {
      crypt14.forget();
      latest.current.setFiles(() => []);
      setChosen(new Set());
    },
    /** Proves one file after the other; rejects with {@link RefusedError}. */
    async proveAll(files: readonly BackupFile[], signal: AbortSignal) {
      for (const file of files) {
        signal.throwIfAborted();
        const { kind } = file;
        if (kind) await guarded(file, async () => ({ proof: await prove(file, kind), checked: null }));
      }
    },
    /** Reads files whole, each with the key that its beginning proves, else with the newest. */
    async checkAll(
      files: readonly BackupFile[],
      signal: AbortSignal,
      onProgress: (doneBytes: number) => void,
    ) {
      let before = 0;
      for (const file of files) {
        const { kind, source } = file;
        if (!kind) continue;
        await guarded(file, async () => {
          const proof = file.proof ?? (await prove(file, kind));
          const keyId = keyFor(kind, proof);
          if (kind.kind === "media-metadata") {
            const keys = await metadataKeysFor(api, keyId);
            if (!keys.ok) throw new RefusedError(keys.error.code);
            return { proof, checked: await checkMetadata(source, keys.value) };
          }
          const opener = await openerFor(api, crypt14, kind, keyId);
          if (!opener.ok) throw new RefusedError(opener.error.code);
          const checked = await checkWhole(source, kind, opener.value, {
            startMd5: startWorkerMd5,
            signal,
            onProgress: (done) => onProgress(before + done),
          });
          return { proof, checked };
        });
        before += source.size;
      }
    },
  };
}
