import { formatBackupKey, keyIdOf } from "../../../core/key/backup-key.ts";
import { DIGITS_PER_GROUP, placeOfGroup } from "../../../core/key/key-rows.ts";
import { type KeyTextReading, readKeyText } from "../../../core/key/key-text.ts";
import { exposedAtMs } from "../../../core/keyring/entry-marks.ts";
import { isPhoneEnding } from "../../../core/keyring/opened-keyring.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import { Button } from "../../kit/button.tsx";
import { CheckBox } from "../../kit/check-box.tsx";
import { TextArea } from "../../kit/field.tsx";
import { Heading } from "../../kit/heading.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useEntries } from "../../page-state.ts";
import { goTo, keyHash } from "../../routes.ts";
import { useText } from "../../text/use-text.ts";
import { KeyIdHint, TwinWarning } from "../keys/entry-facts.tsx";
import { LabelFields } from "../keys/label-fields.tsx";
import { useKeyNames } from "../keys/twins.ts";
import { useKnownEntry } from "../keys/use-known-entry.ts";
import { useDraft } from "./draft.tsx";
import { ReadKeyFile } from "./key-file-button.tsx";

const LONGEST_TEXT = 4096;

function lookOf(count: number): string {
  if (count === DIGITS_PER_GROUP) return "full";
  return count > 0 ? "part" : "none";
}

function Counts({ reading }: { reading: KeyTextReading }) {
  const { addText, groupCountText } = useText();
  const { problem } = reading;
  const wrong = problem && "place" in problem ? problem.place : null;
  return (
    <ol class="counts" aria-label={addText.groups}>
      {reading.groupCounts.map((count, index) => {
        const place = placeOfGroup(index);
        const isWrong = wrong?.row === place.row && wrong.group === place.group;
        return (
          <li key={`${place.row}${place.group}`} class={isWrong ? "wrong" : lookOf(count)}>
            {groupCountText(place, count)}
          </li>
        );
      })}
    </ol>
  );
}

function Verdict({ reading }: { reading: KeyTextReading }) {
  const { addText, problemText } = useText();
  const { problem, key } = reading;
  const typo = problem !== null && problem.kind !== "too-short";
  return (
    <p class={typo ? "verdict typo" : "verdict"} aria-live="polite">
      {problem !== null && problemText(problem)}
      {key !== null && addText.whole}
    </p>
  );
}

function AlreadyThere({ entry }: { entry: EntrySummary }) {
  const { addText } = useText();
  const { nameOf } = useKeyNames();
  return (
    <div class="warning">
      <p>{entry.deletedAtMs === null ? addText.there : addText.restore}</p>
      <p>
        <a href={keyHash(entry.id)}>{nameOf(entry)}</a>
      </p>
    </div>
  );
}

export function AddKey() {
  const { draft, change, clear } = useDraft();
  const entries = useEntries();
  const { addText, entryText, problemText, replacesText, words } = useText();
  const { nameOf } = useKeyNames();
  const { busy, run, ask, say } = useAct();
  const reading = readKeyText(draft.text);
  const keyId = reading.key && keyIdOf(reading.key);
  const { there, hasTwin } = useKnownEntry(reading.key);
  const current = entries.filter(
    (entry) =>
      entry.origin === "whatsapp" &&
      entry.supersededBy === null &&
      entry.deletedAtMs === null &&
      entry !== there,
  );
  const replaceable =
    current.find(({ phoneEnding }) => phoneEnding !== "" && phoneEnding === draft.phoneEnding) ??
    current.find((entry) => exposedAtMs(entry) !== null);
  const save = () =>
    run(async () => {
      if (reading.key === null)
        return say.mistake(reading.problem ? problemText(reading.problem) : addText.needed);
      if (!isPhoneEnding(draft.phoneEnding)) return say.mistake(entryText.endingWrong);
      const { label, phoneEnding } = draft;
      const hex = formatBackupKey(reading.key);
      const replaces = draft.replaces && replaceable ? replaceable.id : null;
      const { id } = await ask("entry.add", { hex, label, phoneEnding, replaces });
      clear();
      goTo(keyHash(id));
      say.status(addText.saved);
    });
  return (
    <article class="stack">
      <Heading focus={false}>{addText.title}</Heading>
      <p class="hint">
        {addText.where} <strong>{addText.path}</strong>
      </p>
      <TextArea
        mono
        label={words.theKey}
        rows={4}
        value={draft.text}
        maxLength={LONGEST_TEXT}
        onInput={(text) => change({ text })}
        onEnter={reading.key === null ? undefined : save}
        first
        hint={addText.hint}
      />
      <div class="buttons">
        <ReadKeyFile onDigits={(text) => change({ text })} />
      </div>
      <Counts reading={reading} />
      <Verdict reading={reading} />
      {there && <AlreadyThere entry={there} />}
      {!there && keyId && <KeyIdHint keyId={keyId} />}
      {hasTwin && <TwinWarning />}
      <LabelFields value={draft} onChange={change} onEnter={save} />
      {replaceable && !there && (
        <CheckBox
          label={replacesText(nameOf(replaceable))}
          checked={draft.replaces}
          onChange={(replaces) => change({ replaces })}
        />
      )}
      <div class="buttons">
        <Button label={addText.save} look="primary" busy={busy} onPress={save} />
      </div>
    </article>
  );
}
