import type { ComponentChildren } from "preact";
import type { EntrySummary } from "../../../protocol/page.ts";
import { ActButton } from "../../kit/act-button.tsx";
import { Heading } from "../../kit/heading.tsx";
import type { Ask } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { EntryDetails } from "./entry-details.tsx";
import { EntryFacts, KeyIdMark, TwinMark } from "./entry-facts.tsx";
import { ExposedNotice, MarkExposed } from "./exposed-mark.tsx";
import { KeyPanel } from "./key-panel.tsx";
import { useLookedAt } from "./looked-at.ts";
import { useKeyNames } from "./twins.ts";

type EntryViewProps = {
  entry: EntrySummary;
  /** Show the digits at once: the key was made a moment ago. */
  revealed: boolean;
  onDeleted: () => void;
  /** What else can be done with this key. */
  children?: ComponentChildren;
};

function Warning({ entry }: { entry: EntrySummary }) {
  const { entryText, unsafeText } = useText();
  return (
    <div class={entry.safe ? "warning" : "warning amber"}>
      <p>
        <strong>{entryText.warning}</strong>
      </p>
      <p>{entry.safe ? entryText.safe : unsafeText(entry.verifiedPlaces)}</p>
    </div>
  );
}

/** One key: its digits, what it is for, what is known of it. Needs a `key` of the entry's id. */
export function EntryView({ entry, revealed, onDeleted, children }: EntryViewProps) {
  const { nameOf } = useKeyNames();
  useLookedAt(entry.id);
  const { deleteConfirm, deletedText, entryName, entryText, press } = useText();
  const remove = async (ask: Ask) => {
    const { erasedAtMs } = await ask("entry.delete", { id: entry.id });
    onDeleted();
    return deletedText(nameOf(entry), erasedAtMs);
  };
  return (
    <article class="stack entry-view">
      <div>
        <div class="entry-title">
          <Heading>{entryName(entry)}</Heading>
          <KeyIdMark entry={entry} />
        </div>
        <EntryFacts entry={entry} />
        <TwinMark entry={entry} />
      </div>
      <ExposedNotice entry={entry} />
      <Warning entry={entry} />
      <KeyPanel id={entry.id} revealed={revealed} />
      <p class="hint">{entry.origin === "generated" ? entryText.generatedHere : entryText.fromWhatsApp}</p>
      {entry.supersededBy !== null && <p class="hint">{entryText.superseded}</p>}
      <EntryDetails entry={entry} />
      {children}
      <div class="buttons end">
        <MarkExposed entry={entry} />
        <ActButton label={press.delete} look="danger quiet" confirm={deleteConfirm} act={remove} />
      </div>
    </article>
  );
}
