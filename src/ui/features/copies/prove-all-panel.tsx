import { useState } from "preact/hooks";
import type { Import } from "../../../copies/found.ts";
import { findInImport } from "../../../copies/import.ts";
import { wipe } from "../../../core/bytes.ts";
import { fingerprint, formatBackupKey } from "../../../core/key/backup-key.ts";
import type { NamedPlace } from "../../../core/keyring/proven-copies.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";

import { CopyFile } from "./copy-file.tsx";
import { PlaceChoice } from "./place-choice.tsx";

type ProveAllPanelProps = { entries: readonly EntrySummary[] };

/** One file that holds several keys proves the copy of each that comes back from it. */
export function ProveAllPanel({ entries }: ProveAllPanelProps) {
  const api = useApi();
  const { allProvenText, copyFileText, entryName, errorText, placeText, proveText, someProvenText } =
    useText();
  const say = useSay();
  const { run } = useAct();
  const [place, setPlace] = useState<NamedPlace>("keyring-file");

  /** Names of entries that the file does not prove; a refusal's code where the background refuses. */
  const prove = async (found: Import) => {
    const missing: string[] = [];
    const keys = found.keys.filter(({ key }) => findInImport(found, key) !== null);
    for (const entry of entries) {
      const key = keys.find((one) => fingerprint(one.key) === entry.fingerprint)?.key;
      if (!key) {
        missing.push(entryName(entry));
        continue;
      }
      const evidence = { kind: "key", hex: formatBackupKey(key) } as const;
      const reply = await api.ask("copy.prove", { id: entry.id, place, evidence });
      if (!reply.ok) return reply.error.code;
      if (reply.value.outcome !== "proven") missing.push(entryName(entry));
    }
    return missing;
  };
  const read = async (found: Import) =>
    run(async () => {
      const missing = await prove(found);
      wipe(...found.keys.map(({ key }) => key));
      if (typeof missing === "string") return say.alert(errorText[missing]);
      if (missing.length === 0) say.status(allProvenText(placeText[place], entries.length));
      else say.alert(someProvenText(entries.length - missing.length, missing));
    });
  return (
    <Panel title={proveText.allTitle}>
      <p class="hint">{proveText.allHint}</p>
      <PlaceChoice place={place} onChange={setPlace} />
      <CopyFile deriveKey={api.deriveKey} label={copyFileText.chooseAll} onRead={read} />
    </Panel>
  );
}
