import { useState } from "preact/hooks";
import type { Import } from "../../../copies/found.ts";
import { formatBackupKey } from "../../../core/key/backup-key.ts";
import { readKeyText } from "../../../core/key/key-text.ts";
import { type FilePlace, isOnlyFiles, type NamedPlace } from "../../../core/keyring/verified-places.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { PlaceEvidence, ShownEvidence } from "../../../protocol/requests/kept-places.ts";
import { Button } from "../../kit/button.tsx";
import { TextArea } from "../../kit/field.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { useKeyNames } from "../keys/twins.ts";
import { digestsFor } from "./found-evidence.ts";
import { type Input, KeyInputs } from "./key-inputs.tsx";
import { groupsTyped, PaperGroups, pickGroups } from "./paper-groups.tsx";
import { PlaceChoice } from "./place-choice.tsx";
import { PlaceFile } from "./place-file.tsx";
import { usePasted } from "./use-pasted.ts";

/** How a key comes back from there without a box. A picture is a file, and is chosen as one. */
const INPUTS: Partial<Record<NamedPlace, readonly Input[]>> = {
  paper: ["rows", "camera"],
  phone: ["camera"],
  elsewhere: ["camera"],
};

type VerifyPanelProps = {
  entry: EntrySummary;
  /** Is chosen until the user chooses another: what was just exported, or the place that a reminder named. */
  suggested: NamedPlace | null;
  /** The user came to verify this place again. */
  focus: boolean;
};

/** The user brings the key back from a place, and the background says whether it is the same key. */
export function VerifyPanel({ entry, suggested, focus }: VerifyPanelProps) {
  const entries = useEntries();
  const text = useText();
  const { nameOf } = useKeyNames();
  const { placesPress, chosenFileText, knownPlaceText, verifyText } = text;
  const { busy, run, ask, say } = useAct();
  const [chosen, setChosen] = useState<NamedPlace | null>(null);
  const place = chosen ?? suggested;
  const [pasted, setPasted] = useState("");
  const boxes = usePasted(() => say.alert(verifyText.ownDrag));
  /** What is pasted came from the place that stands here now: an export on the way changes it no more. */
  const paste = (typed: string) => {
    setChosen(place);
    setPasted(typed);
  };
  const [asked, setAsked] = useState(pickGroups);
  /** Counts the checks. */
  const [turn, setTurn] = useState(0);
  const isPasted = pasted.trim() !== "";
  const isFile = place !== null && isOnlyFiles(place);

  /** What was given, or the sentence that says what is missing. */
  const evidence = (): ShownEvidence | string => {
    if (isPasted) {
      const { key, problem } = readKeyText(pasted);
      if (key) return { kind: "key", hex: formatBackupKey(key) };
      return problem ? text.problemText(problem) : verifyText.nothing;
    }
    return place === "paper" ? (groupsTyped(asked) ?? verifyText.groupsMissing) : verifyText.nothing;
  };
  const empty = () => {
    setPasted("");
    setAsked(pickGroups());
    setTurn(turn + 1);
    boxes.forget();
  };
  const compare = async (given: PlaceEvidence) => {
    if (place === null) return say.alert(verifyText.unchosenPlace);
    const answer = await ask("place.verify", { id: entry.id, place, evidence: given });
    if (answer.outcome === "not-equal") return say.alert(verifyText.otherGroups);
    if (answer.outcome === "another-key") {
      const other = entries.find(({ id }) => id === answer.entryId);
      return say.alert(other ? text.anotherKeyText(nameOf(other)) : verifyText.unknownKey);
    }
    empty();
    if (answer.outcome === "verified") return say.status(text.verifiedText(place));
    say.alert(answer.isCleared ? verifyText.ownCopy : verifyText.ownCopyStays);
  };
  const verify = () =>
    run(async () => {
      if (place === null) return say.alert(verifyText.unchosenPlace);
      const given = evidence();
      if (typeof given === "string") say.alert(given);
      else await compare(boxes.evidenceOf(given));
    });
  const holdsKey = (found: Import) => {
    const isThere = digestsFor(found, [entry]).length > 0;
    if (!isThere) say.alert(verifyText.notInFile);
    return isThere;
  };
  const verifyFile = async (found: Import, kept: FilePlace) => {
    const digests = digestsFor(found, [entry]);
    const { ids } = await ask("place.verify-file", { place: kept, digests });
    if (!ids.includes(entry.id)) return say.alert(verifyText.notInFile);
    empty();
    const isOther = place !== null && place !== kept;
    say.status(isOther ? text.countsAsText(kept) : text.verifiedText(kept));
  };
  const read = (hex: string, input: Input) =>
    run(async () => {
      const given = { kind: "key", hex } as const;
      await compare(input === "rows" ? boxes.evidenceOf(given) : given);
    });
  return (
    <Panel title={verifyText.title} focus={focus}>
      <p class="hint">{verifyText.hint}</p>
      {entry.places.length > 0 && (
        <ul>
          {entry.places.map((one) => (
            <li key={one.place}>{knownPlaceText(one)}</li>
          ))}
        </ul>
      )}
      <PlaceChoice place={place} onChange={setChosen} />
      <div class="stack" ref={boxes.box}>
        {!isFile && (
          <TextArea label={verifyText.pasted} rows={3} mono={true} value={pasted} onInput={paste} />
        )}
        {place !== "paper" && (
          <PlaceFile label={chosenFileText.choose} isWanted={holdsKey} onFile={verifyFile} />
        )}
        {place === "paper" && !isPasted && <PaperGroups asked={asked} onChange={setAsked} onEnter={verify} />}
        <KeyInputs key={place} inputs={(place && INPUTS[place]) ?? []} done={turn} onKey={read} />
      </div>
      {!isFile && (
        <div class="buttons">
          <Button label={placesPress.verify} look="primary" busy={busy} onPress={verify} />
        </div>
      )}
    </Panel>
  );
}
