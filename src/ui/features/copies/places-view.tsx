import { useState } from "preact/hooks";
import { isNamedPlace, type NamedPlace } from "../../../core/keyring/verified-places.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { View } from "../../kit/view.tsx";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { UnsafeMark } from "../keys/entry-facts.tsx";
import { KeySelect } from "../keys/key-select.tsx";
import { currentFirst, firstOffered } from "../keys/looked-at.ts";
import { ExportPanel } from "./export-panel.tsx";
import { ImportPanel } from "./import-panel.tsx";
import { Reminders } from "./reminders.tsx";
import { ShowAll } from "./show-all.tsx";
import { ShowOne } from "./show-one.tsx";
import { TerminalPanel } from "./terminal-panel.tsx";
import { VerifyAllPanel } from "./verify-all-panel.tsx";
import { VerifyPanel } from "./verify-panel.tsx";

const ALL = "all";

const idsOf = (entries: readonly EntrySummary[]) => entries.map(({ id }) => id);

/** Out to paper, phone and password managers, and the check that each of them holds the key. */
export function PlacesView() {
  const { placesText } = useText();
  const there = currentFirst(useEntries().filter(({ deletedAtMs }) => deletedAtMs === null));
  const [chosen, setChosen] = useState(() => firstOffered(there)?.id ?? ALL);
  /** The place that the user came to verify again. */
  const [chosenPlace, setChosenPlace] = useState<NamedPlace | null>(null);
  /** Where the file belongs that was exported last, and which keys are in it: they are verified there next. */
  const [exported, setExported] = useState<{ place: NamedPlace; ids: string[] } | null>(null);
  // One that was deleted meanwhile gives way to the first.
  const entry = chosen === ALL ? null : (there.find(({ id }) => id === chosen) ?? firstOffered(there));
  const choose = (id: string) => {
    setChosen(id);
    setChosenPlace(null);
  };
  const verifyAgain = (id: string, place: string) => {
    setChosen(id);
    setChosenPlace(isNamedPlace(place) ? place : "elsewhere");
  };
  return (
    <View title={placesText.title} look="narrow stack places">
      <p class="hint">{placesText.intro}</p>
      <Reminders onVerify={verifyAgain} />
      {there.length === 0 ? (
        <p class="warning">{placesText.none}</p>
      ) : (
        <>
          <KeySelect
            label={placesText.key}
            entries={there}
            value={entry?.id ?? ALL}
            onChange={choose}
            more={{ value: ALL, name: placesText.allKeys }}
          />
          {entry && <UnsafeMark entry={entry} />}
          {entry ? <ShowOne key={entry.id} entry={entry} /> : <ShowAll entries={there} />}
          <ExportPanel
            entries={entry ? [entry] : there}
            onWritten={(place) =>
              setExported({ place, ids: place === "keyring-file" || !entry ? idsOf(there) : [entry.id] })
            }
          />
          {entry && <TerminalPanel key={`terminal ${entry.id}`} entry={entry} />}
          {entry ? (
            <VerifyPanel
              key={`verify ${entry.id} ${chosenPlace}`}
              entry={entry}
              suggested={chosenPlace ?? (exported?.ids.includes(entry.id) ? exported.place : null)}
              focus={chosenPlace !== null}
            />
          ) : (
            <VerifyAllPanel entries={there} />
          )}
        </>
      )}
      <ImportPanel />
    </View>
  );
}
