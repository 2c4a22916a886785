/** The list of dropped files, and the actions on them. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { checkMetadata, checkWhole } from "../../../backup/check.ts";
import { judgeBeside, type KeyTest, testKeys } from "../../../backup/key-test.ts";
import { type Kind, recognise } from "../../../backup/kind.ts";
import type { OpenOutcome } from "../../../backup/open.ts";
import type { SalvageOutcome } from "../../../backup/salvage.ts";
import type { Source } from "../../../backup/source.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { RefusedError, useAsk } from "../../kit/use-act.ts";
import { useLatest } from "../../kit/use-latest.ts";
import { useEntries } from "../../page-state.ts";
import { type BackupFile, isBackup } from "./backup-file.ts";
import { CRYPT14_KEY_ID, createCrypt14Key, isCrypt14Key } from "./crypt14-key.ts";
import { isUnreadable } from "./file-failures.ts";
import { testerOf } from "./key-tester.ts";
import { type Keys, openerFor, withMetadataKeys } from "./opener.ts";
import { startWorkerMd5 } from "./worker-digest.ts";

export type DroppedFiles = {
  files: BackupFile[];
  setFiles: (change: (files: BackupFile[]) => BackupFile[]) => void;
};

let nextId = 1;

function newFile(source: Source): BackupFile {
  const id = nextId++;
  const nothing = { kind: null, test: null, checked: null, opened: null, salvaged: null };
  return { id, source, isUnreadable: false, ...nothing };
}

/** The entries that are not deleted, the newest first. */
export function usable(entries: readonly EntrySummary[]): EntrySummary[] {
  return entries
    .filter(({ deletedAtMs }) => deletedAtMs === null)
    .sort((a, b) => b.createdAtMs - a.createdAtMs);
}

/** The key for `key` files, for as long as the view is shown. */
function useCrypt14Key(files: readonly BackupFile[]) {
  const [crypt14] = useState(createCrypt14Key);
  const latest = useLatest(files);
  // Locking Sixtyfour keeps the list of files but forgets the key of a key file. It is read again.
  useEffect(() => {
    for (const { kind, source } of latest.current)
      if (isCrypt14Key(kind)) void crypt14.take(source).catch(() => undefined);
    return crypt14.forget;
  }, [crypt14, latest]);
  return crypt14;
}

export function useBackups({ files: all, setFiles }: DroppedFiles) {
  const entries = useEntries();
  const ask = useAsk();
  const crypt14 = useCrypt14Key(all);
  const keys = useMemo<Keys>(() => ({ ask, crypt14 }), [ask, crypt14]);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () => new Set(all.filter(isBackup).map(({ id }) => id)),
  );

  const update = (id: number, part: Partial<BackupFile>) =>
    setFiles((files) => files.map((file) => (file.id === id ? { ...file, ...part } : file)));

  /** Marks a file that the browser cannot read in its row. Throws any other error to the caller. */
  async function guarded({ id }: BackupFile, work: () => Promise<Partial<BackupFile>>): Promise<void> {
    try {
      update(id, { ...(await work()), isUnreadable: false });
    } catch (reason) {
      if (!isUnreadable(reason)) throw reason;
      update(id, { isUnreadable: true });
    }
  }

  async function describe({ source }: BackupFile): Promise<Partial<BackupFile>> {
    const kind = await recognise(source);
    if (isCrypt14Key(kind)) await crypt14.take(source);
    return { kind };
  }

  const testOne = ({ source }: BackupFile, kind: Kind) => {
    const beside = all.find((file) => file.source.path === `${source.path}-metadata`);
    return testKeys(source, kind, testerOf(keys), beside?.source ?? null);
  };

  /** The key that fits the beginning. If none does, any key that could: MD5 and tag still say something. */
  function keyFor(kind: Kind, test: KeyTest): string {
    const isOwn = kind.kind === "crypt12" || kind.kind === "crypt14";
    const other = isOwn && crypt14.isThere() ? CRYPT14_KEY_ID : usable(entries)[0]?.id;
    const keyId = test.keys[0] ?? other;
    if (keyId === undefined) throw new RefusedError("not-found");
    return keyId;
  }

  async function check(
    file: BackupFile,
    kind: Kind,
    signal: AbortSignal,
    onProgress: (doneBytes: number) => void,
  ): Promise<Partial<BackupFile>> {
    const { source } = file;
    const test = file.test ?? (await testOne(file, kind));
    const keyId = keyFor(kind, test);
    if (kind.kind === "media-metadata")
      return { test, checked: await withMetadataKeys(keys, keyId, (lent) => checkMetadata(source, lent)) };
    const opener = await openerFor(keys, kind, keyId);
    const options = { startMd5: startWorkerMd5, signal, onProgress };
    return { test, checked: judgeBeside(await checkWhole(source, kind, opener, options), test) };
  }

  return {
    keys,
    chosen,
    choose(id: number, isChosen: boolean) {
      setChosen((before) => new Set(isChosen ? [...before, id] : [...before].filter((one) => one !== id)));
    },
    async add(sources: readonly Source[]) {
      const added = sources.map(newFile);
      setFiles((files) => [...files, ...added]);
      setChosen((before) => new Set([...before, ...added.map(({ id }) => id)]));
      for (const file of added)
        await guarded(file, () => describe(file)).catch(() => update(file.id, { isUnreadable: true }));
    },
    clear() {
      crypt14.forget();
      setFiles(() => []);
      setChosen(new Set());
    },
    /** Stores the outcome of opening a file. */
    setOpened(id: number, opened: OpenOutcome) {
      update(id, "checked" in opened ? { opened, checked: opened.checked } : { opened });
    },
    setSalvaged(id: number, salvaged: SalvageOutcome) {
      update(id, { salvaged });
    },
    /** Tests one file after the other; rejects with {@link RefusedError}. */
    async testAll(files: readonly BackupFile[], signal: AbortSignal) {
      for (const file of files) {
        signal.throwIfAborted();
        const { kind } = file;
        if (kind) await guarded(file, async () => ({ test: await testOne(file, kind), checked: null }));
      }
    },
    /** Reads whole files, each with the key that fits its beginning, or else with the newest key. */
    async checkAll(files: readonly BackupFile[], signal: AbortSignal, onProgress: (done: number) => void) {
      let before = 0;
      for (const file of files) {
        const { kind, source } = file;
        if (!kind) continue;
        const start = before;
        await guarded(file, () => check(file, kind, signal, (done) => onProgress(start + done)));
        before += source.size;
      }
    },
  };
}
