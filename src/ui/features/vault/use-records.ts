import { useEffect, useState } from "preact/hooks";
import { useApi } from "../../api.ts";
import { useAsk } from "../../kit/use-act.ts";
import { readRecords, type VaultRecord } from "./records.ts";

/** The vault records, read again after each change of the keyring; null until they are loaded. */
export function useRecords(): VaultRecord[] | null {
  const api = useApi();
  const ask = useAsk();
  const [records, setRecords] = useState<VaultRecord[] | null>(null);
  useEffect(() => {
    let newest = 0;
    const refresh = async () => {
      const mine = ++newest;
      // Refused, as when the keyring is locked meanwhile: what is drawn stays until the page hears of it.
      const read = await readRecords(ask).catch(() => null);
      if (mine === newest && read) setRecords(read);
    };
    void refresh();
    const stop = api.onNotice((notice) => {
      if (notice === "state") void refresh();
    });
    return () => {
      newest = Number.POSITIVE_INFINITY;
      stop();
    };
  }, [api, ask]);
  return records;
}
