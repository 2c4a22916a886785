import { useEffect, useState } from "preact/hooks";
import type { Import } from "../../../copies/found.ts";
import { wipeFound } from "../../../copies/import.ts";
import type { FilePlace } from "../../../core/keyring/verified-places.ts";
import { Button } from "../../kit/button.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { Select } from "../../kit/select.tsx";
import { useActFailed } from "../../kit/use-act.ts";
import { useLatest } from "../../kit/use-latest.ts";
import { useText } from "../../text/use-text.ts";
import { ChosenFile } from "./chosen-file.tsx";

/** Where a file may lie. The first one goes together with this browser. */
const SITES = ["here", "device", "online"] as const;
type Site = (typeof SITES)[number];

/** A file that any program could have written: its own bytes do not tell where it is kept. */
function WhereKept({ onKept, onClose }: { onKept: () => void; onClose: () => void }) {
  const { whereText } = useText();
  const say = useSay();
  const [site, setSite] = useState<Site | "">("");
  const verify = () => {
    if (site === "") say.alert(whereText.choose);
    else if (site === "here") say.alert(whereText.notHere);
    else onKept();
  };
  return (
    <Panel title={whereText.title} level={2} focus={true}>
      <p class="hint">{whereText.hint}</p>
      <Select
        label={whereText.label}
        value={site}
        onChange={setSite}
        options={[
          { value: "", name: whereText.unchosen },
          ...SITES.map((value) => ({ value, name: whereText.sites[value] })),
        ]}
      />
      <div class="buttons">
        <Button label={whereText.verify} look="primary" onPress={verify} />
        <Button label={whereText.close} onPress={onClose} />
      </div>
    </Panel>
  );
}

type PlaceFileProps = {
  label: string;
  /** Is it worth asking where this file is kept? What it lacks is said by then. */
  isWanted: (found: Import) => boolean;
  /** @param place - what the file is a place of. */
  onFile: (found: Import, place: FilePlace) => Promise<void>;
};

/**
 * A file that came back from its place. Its own bytes decide which place that is, whatever was chosen before; of
 * any other file, the user says where it is kept, and it counts as a file.
 */
export function PlaceFile({ label, isWanted, onFile }: PlaceFileProps) {
  const { whereText } = useText();
  const say = useSay();
  const failed = useActFailed();
  const [asked, setAsked] = useState<Import | null>(null);
  const latest = useLatest(asked);
  const ask = (next: Import | null) => {
    if (latest.current) wipeFound(latest.current);
    setAsked(next);
  };
  useEffect(
    () => () => {
      if (latest.current) wipeFound(latest.current);
    },
    [latest],
  );
  const give = (found: Import, place: FilePlace) => onFile(found, place).finally(() => wipeFound(found));
  const take = async (found: Import) => {
    ask(null);
    if (!isWanted(found)) return wipeFound(found);
    if (found.keptIn !== null) return give(found, found.keptIn);
    ask(found);
    say.status(whereText.hint);
  };
  const kept = () => {
    if (!asked) return;
    setAsked(null);
    give(asked, "file").catch(failed);
  };
  return (
    <>
      <ChosenFile label={label} onRead={take} />
      {asked && <WhereKept onKept={kept} onClose={() => ask(null)} />}
    </>
  );
}
