import { useState } from "preact/hooks";
import type { Import } from "../../../copies/found.ts";
import { wipeFound } from "../../../copies/import.ts";
import type { NamedPlace } from "../../../core/keyring/verified-places.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAsk } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { useKeyNames } from "../keys/twins.ts";
import { ChosenFile } from "./chosen-file.tsx";
import { evidenceIn } from "./found-evidence.ts";
import { PlaceChoice } from "./place-choice.tsx";

type VerifyAllPanelProps = {
  entries: readonly EntrySummary[];
  /** Is chosen until the user chooses another. */
  suggested: NamedPlace | null;
};

/** One file that holds several keys verifies its place for each that comes back from it. */
export function VerifyAllPanel({ entries, suggested }: VerifyAllPanelProps) {
  const { allVerifiedText, chosenFileText, verifyText, someVerifiedText } = useText();
  const { nameOf } = useKeyNames();
  const say = useSay();
  const ask = useAsk();
  const [chosen, setChosen] = useState<NamedPlace | null>(null);
  const place = chosen ?? suggested ?? "keyring-file";

  /** Names of entries that the file does not hold. */
  const verify = async (found: Import): Promise<string[]> => {
    const missing: string[] = [];
    for (const entry of entries) {
      let isVerified = false;
      for (const evidence of evidenceIn(found, entry)) {
        const { outcome } = await ask("place.verify", { id: entry.id, place, evidence });
        isVerified ||= outcome === "verified";
      }
      if (!isVerified) missing.push(nameOf(entry));
    }
    return missing;
  };
  const read = async (found: Import) => {
    const missing = await verify(found).finally(() => wipeFound(found));
    if (missing.length === 0) say.status(allVerifiedText(place, entries.length));
    else say.alert(someVerifiedText(entries.length - missing.length, missing));
  };
  return (
    <Panel title={verifyText.allTitle}>
      <p class="hint">{verifyText.allHint}</p>
      <PlaceChoice place={place} onChange={setChosen} />
      <ChosenFile label={chosenFileText.chooseAll} onRead={read} />
    </Panel>
  );
}
