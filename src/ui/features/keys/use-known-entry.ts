import { useEffect, useState } from "preact/hooks";
import { type BackupKey, keyDigest, keyIdOf } from "../../../core/key/backup-key.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { useAsk } from "../../kit/use-act.ts";
import { useEntries } from "../../page-state.ts";

export type KnownEntry = {
  /** The entry that holds this very key, deleted ones too. */
  there: EntrySummary | undefined;
  /** Another key with the same Key ID is here. */
  hasTwin: boolean;
};

/** Whether a key is here already. The background compares: a Key ID is too short to tell keys apart. */
export function useKnownEntry(key: BackupKey | null): KnownEntry {
  const ask = useAsk();
  const entries = useEntries();
  const [found, setFound] = useState<{ digest: string; id: string | null } | null>(null);
  const digest = key && keyDigest(key);
  useEffect(() => {
    if (digest === null) return;
    let isLatest = true;
    ask("entry.find", { digests: [digest] }).then(
      ({ ids: [id = null] }) => isLatest && setFound({ digest, id }),
      // Refused, as when it is locked meanwhile: whoever saves the key is told that it is here.
      () => undefined,
    );
    return () => {
      isLatest = false;
    };
  }, [ask, digest, entries]);
  if (key === null || found?.digest !== digest) return { there: undefined, hasTwin: false };
  const keyId = keyIdOf(key);
  return {
    there: entries.find(({ id }) => id === found.id),
    hasTwin: entries.some((entry) => entry.keyId === keyId && entry.id !== found.id),
  };
}
