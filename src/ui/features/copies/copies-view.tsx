import { useState } from "preact/hooks";
import { isNamedPlace, type NamedPlace } from "../../../core/keyring/proven-copies.ts";
import { Select } from "../../kit/select.tsx";
import { View } from "../../kit/view.tsx";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { UnsafeMark } from "../keys/entry-facts.tsx";
import { ExportPanel } from "./export-panel.tsx";
import { ImportPanel } from "./import-panel.tsx";
import { ProveAllPanel } from "./prove-all-panel.tsx";
import { ProvePanel } from "./prove-panel.tsx";
import { Reminders } from "./reminders.tsx";
import { ShowAll } from "./show-all.tsx";
import { ShowOne } from "./show-one.tsx";
import { TerminalPanel } from "./terminal-panel.tsx";

const ALL = "all";

/** Out to paper, phone and password managers, and the proof that each copy is right. */
export function CopiesView() {
  const { copiesText, keyChoiceText } = useText();
  const there = useEntries().filter(({ deletedAtMs }) => deletedAtMs === null);
  const [chosen, setChosen] = useState(there[0]?.id ?? ALL);
  /** The copy that the user came to prove again. */
  const [drilled, setDrilled] = useState<NamedPlace | null>(null);
  /** Where the file belongs that was exported last: its proof comes next. */
  const [exported, setExported] = useState<NamedPlace | null>(null);
  // One that was deleted meanwhile gives way to the first.
  const entry = chosen === ALL ? null : (there.find(({ id }) => id === chosen) ?? there[0] ?? null);
  const choose = (id: string) => {
    setChosen(id);
    setDrilled(null);
  };
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
          <Select
            label={copiesText.key}
            value={entry?.id ?? ALL}
            onChange={choose}
            options={[
              ...there.map((one) => ({ value: one.id, name: keyChoiceText(one) })),
              { value: ALL, name: copiesText.allKeys },
            ]}
          />
          {entry && <UnsafeMark entry={entry} />}
          {entry ? <ShowOne key={entry.id} entry={entry} /> : <ShowAll entries={there} />}
          <ExportPanel entries={entry ? [entry] : there} onWritten={setExported} />
          {entry && <TerminalPanel key={`terminal ${entry.id}`} entry={entry} />}
          {entry ? (
            <ProvePanel
              key={`prove ${entry.id} ${drilled}`}
              entry={entry}
              suggested={drilled ?? exported}
              focus={drilled !== null}
            />
          ) : (
            <ProveAllPanel entries={there} suggested={exported} />
          )}
        </>
      )}
      <ImportPanel />
    </View>
  );
}
