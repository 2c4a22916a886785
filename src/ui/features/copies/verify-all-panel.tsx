import type { Import } from "../../../copies/found.ts";
import type { FilePlace } from "../../../core/keyring/verified-places.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAsk } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { useKeyNames } from "../keys/twins.ts";
import { digestsFor } from "./found-evidence.ts";
import { PlaceFile } from "./place-file.tsx";

/** One file that holds several keys verifies its place for each that comes back from it. */
export function VerifyAllPanel({ entries }: { entries: readonly EntrySummary[] }) {
  const { allVerifiedText, chosenFileText, verifyText, someVerifiedText } = useText();
  const { nameOf } = useKeyNames();
  const say = useSay();
  const ask = useAsk();
  const holdsSome = (found: Import) => {
    const isSome = digestsFor(found, entries).length > 0;
    if (!isSome) say.alert(someVerifiedText(0, entries.map(nameOf)));
    return isSome;
  };
  const verify = async (found: Import, place: FilePlace) => {
    const { ids } = await ask("place.verify-file", { place, digests: digestsFor(found, entries) });
    const missing = entries.filter(({ id }) => !ids.includes(id)).map(nameOf);
    if (missing.length === 0) say.status(allVerifiedText(place, entries.length));
    else say.alert(someVerifiedText(entries.length - missing.length, missing));
  };
  return (
    <Panel title={verifyText.allTitle}>
      <p class="hint">{verifyText.allHint}</p>
      <PlaceFile label={chosenFileText.chooseAll} isWanted={holdsSome} onFile={verify} />
    </Panel>
  );
}
