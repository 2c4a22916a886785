import { useEffect, useRef, useState } from "preact/hooks";
import { isPhoneEnding, LONGEST_LABEL, LONGEST_NOTE } from "../../../core/keyring/opened-keyring.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { TextArea, TextField } from "../../kit/field.tsx";
import { useSay } from "../../kit/say.tsx";
import { useLatest } from "../../kit/use-latest.ts";
import { useText } from "../../text/use-text.ts";

type Details = Pick<EntrySummary, "label" | "phoneEnding" | "note">;

function detailsOf({ label, phoneEnding, note }: Details): Details {
  return { label, phoneEnding, note };
}

function isSame(a: Details, b: Details): boolean {
  return a.label === b.label && a.phoneEnding === b.phoneEnding && a.note === b.note;
}

/** Label, phone ending and note; saved on leaving a box, on Enter, by *Save*, and when the popup closes. */
export function EntryDetails({ entry }: { entry: EntrySummary }) {
  const api = useApi();
  const { entryText, errorText, press, words } = useText();
  const say = useSay();
  const [draft, setDraft] = useState(detailsOf(entry));
  const asked = useRef(detailsOf(entry));
  const save = async () => {
    if (isSame(draft, asked.current)) return;
    if (!isPhoneEnding(draft.phoneEnding)) return say.alert(entryText.endingWrong);
    const before = asked.current;
    asked.current = draft;
    const reply = await api.ask("entry.edit", { id: entry.id, ...draft });
    if (reply.ok) return say.status(entryText.saved);
    asked.current = before;
    say.alert(errorText[reply.error.code]);
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
      <div class="pair">
        <TextField
          label={words.label}
          value={draft.label}
          maxLength={LONGEST_LABEL}
          onInput={(label) => change({ label })}
          onLeave={save}
          onEnter={save}
        />
        <TextField
          digits
          label={words.phoneEnding}
          value={draft.phoneEnding}
          maxLength={4}
          onInput={(phoneEnding) => change({ phoneEnding })}
          onLeave={save}
          onEnter={save}
        />
      </div>
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
