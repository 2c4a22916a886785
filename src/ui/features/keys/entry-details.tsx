import { useEffect, useRef, useState } from "preact/hooks";
import { isPhoneEnding, LONGEST_NOTE } from "../../../core/keyring/opened-keyring.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { Button } from "../../kit/button.tsx";
import { TextArea } from "../../kit/field.tsx";
import { useSay } from "../../kit/say.tsx";
import { useActFailed, useAsk } from "../../kit/use-act.ts";
import { useLatest } from "../../kit/use-latest.ts";
import { useText } from "../../text/use-text.ts";
import { LabelFields } from "./label-fields.tsx";

type Details = Pick<EntrySummary, "label" | "phoneEnding" | "note">;

function detailsOf({ label, phoneEnding, note }: Details): Details {
  return { label, phoneEnding, note };
}

function isSame(a: Details, b: Details): boolean {
  return a.label === b.label && a.phoneEnding === b.phoneEnding && a.note === b.note;
}

/** Label, phone ending and note; saved on leaving a box, on Enter, by *Save*, and when the popup closes. */
export function EntryDetails({ entry }: { entry: EntrySummary }) {
  const ask = useAsk();
  const failed = useActFailed();
  const { entryText, press, words } = useText();
  const say = useSay();
  const [draft, setDraft] = useState(detailsOf(entry));
  const sent = useRef(detailsOf(entry));
  // Not by `run`, which leaves out what comes while it is busy: each box that is left has to be saved.
  const save = async () => {
    if (isSame(draft, sent.current)) return;
    if (!isPhoneEnding(draft.phoneEnding)) return say.alert(entryText.endingWrong);
    const before = sent.current;
    sent.current = draft;
    try {
      await ask("entry.edit", { id: entry.id, ...draft });
      say.status(entryText.saved);
    } catch (reason) {
      sent.current = before;
      failed(reason);
    }
  };
  const latestSave = useLatest(save);
  useEffect(() => {
    const leaving = () => void latestSave.current();
    window.addEventListener("pagehide", leaving);
    return () => window.removeEventListener("pagehide", leaving);
  }, [latestSave]);
  const change = (part: Partial<Details>) => setDraft({ ...draft, ...part });
  return (
    <div class="stack">
      <LabelFields value={draft} onChange={change} onEnter={save} onLeave={save} />
      <TextArea
        label={words.note}
        rows={2}
        value={draft.note}
        maxLength={LONGEST_NOTE}
        onInput={(note) => change({ note })}
        onLeave={save}
      />
      <div class="buttons">
        <Button label={press.save} idle={isSame(draft, entry)} onPress={save} />
      </div>
    </div>
  );
}
