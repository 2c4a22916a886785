import { useEffect, useId, useState } from "preact/hooks";
import type { NamedPlace } from "../../../core/keyring/proven-copies.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { View } from "../../kit/view.tsx";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";

import { UnsafeMark } from "../keys/entry-facts.tsx";
import { useRevealedKey } from "../keys/use-revealed.ts";
import { ExportPanel } from "./export-panel.tsx";
import { ImportPanel } from "./import-panel.tsx";
import { isNamedPlace } from "./place-choice.tsx";
import { ProveAllPanel } from "./prove-all-panel.tsx";
import { ProvePanel } from "./prove-panel.tsx";
import { QrScreen } from "./qr-screen.tsx";
import { ReadAlongPanel } from "./read-along-panel.tsx";
import { Reminders } from "./reminders.tsx";
import { SheetPanel } from "./sheet-panel.tsx";
import { ShowAll } from "./show-all.tsx";
import { TerminalPanel } from "./terminal-panel.tsx";

const ALL = "all";
type Shown = "qr" | "read-along" | "sheet";

/** The ways by which one key is seen elsewhere; its digits are here while one of them is open. */
function ShowKey({ entry }: { entry: EntrySummary }) {
  const api = useApi();
  const { copiesPress } = useText();
  const { shown: hex, reveal, hide } = useRevealedKey(api, entry.id, { stays: true });
  const [shown, setShown] = useState<Shown | null>(null);
  const open = (what: Shown) => {
    setShown(what);
    void reveal();
  };
  const close = () => {
    setShown(null);
    hide();
  };
  const ways = [
    ["sheet", copiesPress.print],
    ["qr", copiesPress.qr],
    ["read-along", copiesPress.readAlong],
  ] as const;
  return (
    <>
      <div class="buttons tools">
        {ways.map(([what, name]) => (
          <Button key={what} label={name} onPress={() => open(what)} />
        ))}
      </div>
      {hex !== null && shown === "qr" && <QrScreen hex={hex} onClose={close} />}
      {hex !== null && shown === "read-along" && <ReadAlongPanel hex={hex} onClose={close} />}
      {hex !== null && shown === "sheet" && <SheetPanel keys={[{ entry, hex }]} onClose={close} />}
    </>
  );
}

/** Out to paper, phone and password managers, and the proof that each copy is right. */
export function CopiesView() {
  const entries = useEntries();
  const { copiesText, entryName } = useText();
  const id = useId();
  const there = entries.filter(({ deletedAtMs }) => deletedAtMs === null);
  const [chosen, setChosen] = useState(() => there[0]?.id ?? ALL);
  const entry = there.find((one) => one.id === chosen) ?? null;
  useEffect(() => {
    if (chosen !== ALL && entry === null) setChosen(there[0]?.id ?? ALL);
  }, [chosen, entry, there]);
  const [drilled, setDrilled] = useState<NamedPlace | null>(null);
  const proveAgain = (id: string, place: string) => {
    setChosen(id);
    setDrilled(isNamedPlace(place) ? place : "elsewhere");
  };
  return (
    <View title={copiesText.title} look="narrow stack copies">
      <p class="hint">{copiesText.intro}</p>
      <Reminders onProve={proveAgain} />
      {there.length === 0 ? (
        <p class="warning">{copiesText.none}</p>
      ) : (
        <>
          <div class="field">
            <label for={id}>{copiesText.key}</label>
            <select
              id={id}
              autocomplete="off"
              value={chosen}
              onChange={(event) => setChosen(event.currentTarget.value)}
            >
              {there.map((one) => (
                <option key={one.id} value={one.id}>
                  {entryName(one)} · {one.fingerprint}
                </option>
              ))}
              <option value={ALL}>{copiesText.allKeys}</option>
            </select>
          </div>
          {entry && <UnsafeMark entry={entry} />}
          {entry ? <ShowKey key={entry.id} entry={entry} /> : <ShowAll entries={there} />}
          <ExportPanel entries={entry ? [entry] : there} />
          {entry && <TerminalPanel key={`terminal ${entry.id}`} entry={entry} />}
          {entry ? (
            <ProvePanel key={`prove ${entry.id} ${drilled}`} entry={entry} at={drilled} />
          ) : (
            <ProveAllPanel entries={there} />
          )}
        </>
      )}
      <ImportPanel />
    </View>
  );
}
