import { LONGEST_NOTE } from "../../../core/keyring/storage-budget.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { Button } from "../../kit/button.tsx";
import { TextArea } from "../../kit/field.tsx";
import { useText } from "../../text/use-text.ts";
import { EditConflict } from "./edit-conflict.tsx";
import { LabelFields } from "./label-fields.tsx";
import { useEntryEdits } from "./use-entry-edits.ts";

/**
 * Label, phone ending and note; saved on leaving a box, on Enter, by *Save*, soon after the last letter, and
 * when the popup closes.
 */
export function EntryDetails({ entry }: { entry: EntrySummary }) {
  const { press, words } = useText();
  const edits = useEntryEdits(entry);
  const { values, change, save } = edits;
  return (
    <div class="stack">
      <LabelFields value={values} onChange={change} onEnter={save} onLeave={save} />
      <TextArea
        label={words.note}
        rows={2}
        value={values.note}
        maxLength={LONGEST_NOTE}
        onInput={(note) => change({ note })}
        onLeave={save}
      />
      {edits.conflicts.map((field) => (
        <EditConflict key={field} field={field} entry={entry} edits={edits} />
      ))}
      <div class="buttons">
        <Button label={press.save} idle={!edits.isChanged} onPress={save} />
      </div>
    </div>
  );
}
