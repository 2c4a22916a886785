import type { EntryField } from "../../../core/keyring/opened-keyring.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { Button } from "../../kit/button.tsx";
import { useText } from "../../text/use-text.ts";
import type { EntryEdits } from "./use-entry-edits.ts";

/** Another window has written what is being typed here: both texts are there, and the person chooses. */
export function EditConflict({
  field,
  entry,
  edits,
}: {
  field: EntryField;
  entry: EntrySummary;
  edits: EntryEdits;
}) {
  const { conflictText, words } = useText();
  const other = entry[field];
  return (
    <section class="warning amber" aria-label={conflictText.title(words[field])}>
      <p>
        <strong>{conflictText.title(words[field])}</strong>
      </p>
      <p>{conflictText.what}</p>
      <p>{other === "" ? conflictText.emptied : conflictText.other(other)}</p>
      <div class="buttons">
        <Button label={conflictText.keepMine} onPress={() => edits.keepMine(field)} />
        <Button label={conflictText.takeOther} onPress={() => edits.takeOther(field)} />
      </div>
    </section>
  );
}
