import { useEffect, useState } from "preact/hooks";
import type { Api } from "../../api.ts";
import { readRecords, type VaultRecord } from "./records.ts";

/** The records, read again after every change of the keyring; null until they are there. */
export function useRecords(api: Api): VaultRecord[] | null {
  const [records, setRecords] = useState<VaultRecord[] | null>(null);
  useEffect(() => {
    let newest = 0;
    const refresh = async () => {
      const mine = ++newest;
      const read = await readRecords(api);
      if (mine === newest && read.ok) setRecords(read.value);
    };
    void refresh();
    const stop = api.onNotice((notice) => {
      if (notice === "state") void refresh();
    });
    return () => {
      newest = Number.POSITIVE_INFINITY;
      stop();
    };
  }, [api]);
  return records;
}
