import { useState } from "preact/hooks";
import type { Import } from "../../../copies/found.ts";
import { findInImport, wipeFound } from "../../../copies/import.ts";
import { fingerprint, formatBackupKey } from "../../../core/key/backup-key.ts";
import type { NamedPlace } from "../../../core/keyring/proven-copies.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAsk } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { CopyFile } from "./copy-file.tsx";
import { PlaceChoice } from "./place-choice.tsx";

type ProveAllPanelProps = {
  entries: readonly EntrySummary[];
  /** Is chosen until the user chooses another. */
  suggested: NamedPlace | null;
};

/** One file that holds several keys proves the copy of each that comes back from it. */
export function ProveAllPanel({ entries, suggested }: ProveAllPanelProps) {
  const { allProvenText, copyFileText, entryName, proveText, someProvenText } = useText();
  const say = useSay();
  const ask = useAsk();
  const [chosen, setChosen] = useState<NamedPlace | null>(null);
  const place = chosen ?? suggested ?? "keyring-file";

  /** Names of entries that the file does not prove. */
  const prove = async (found: Import): Promise<string[]> => {
    const missing: string[] = [];
    const keys = found.keys.filter(({ key }) => findInImport(found, key) !== null);
    for (const entry of entries) {
      const key = keys.find((one) => fingerprint(one.key) === entry.fingerprint)?.key;
      const evidence = key && ({ kind: "key", hex: formatBackupKey(key) } as const);
      const answer = evidence && (await ask("copy.prove", { id: entry.id, place, evidence }));
      if (answer?.outcome !== "proven") missing.push(entryName(entry));
    }
    return missing;
  };
  const read = async (found: Import) => {
    const missing = await prove(found).finally(() => wipeFound(found));
    if (missing.length === 0) say.status(allProvenText(place, entries.length));
    else say.alert(someProvenText(entries.length - missing.length, missing));
  };
  return (
    <Panel title={proveText.allTitle}>
      <p class="hint">{proveText.allHint}</p>
      <PlaceChoice place={place} onChange={setChosen} />
      <CopyFile label={copyFileText.chooseAll} onRead={read} />
    </Panel>
  );
}
