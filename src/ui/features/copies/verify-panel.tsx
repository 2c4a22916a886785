import { useState } from "preact/hooks";
import type { Found } from "../../../copies/found.ts";
import { wipeFound } from "../../../copies/import.ts";
import { formatBackupKey } from "../../../core/key/backup-key.ts";
import { readKeyText } from "../../../core/key/key-text.ts";
import type { NamedPlace } from "../../../core/keyring/verified-places.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { PlaceEvidence } from "../../../protocol/requests/kept-places.ts";
import { Button } from "../../kit/button.tsx";
import { TextArea } from "../../kit/field.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { useKeyNames } from "../keys/twins.ts";
import { ChosenFile } from "./chosen-file.tsx";
import { evidenceIn } from "./found-evidence.ts";
import { KeyInputs } from "./key-inputs.tsx";
import { groupsTyped, PaperGroups, pickGroups } from "./paper-groups.tsx";
import { PlaceChoice } from "./place-choice.tsx";

type VerifyPanelProps = {
  entry: EntrySummary;
  /** Is chosen until the user chooses another, or brings something from where it says. */
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
  const place = chosen ?? suggested ?? "bitwarden";
  const [pasted, setPasted] = useState("");
  /** What is pasted came from the place that stands here now: an export on the way changes it no more. */
  const paste = (typed: string) => {
    setChosen(place);
    setPasted(typed);
  };
  const [asked, setAsked] = useState(pickGroups);
  /** Counts the checks. */
  const [turn, setTurn] = useState(0);
  const isPasted = pasted.trim() !== "";

  /** What was given, or the sentence that says what is missing. */
  const evidence = (): PlaceEvidence | string => {
    if (isPasted) {
      const { key, problem } = readKeyText(pasted);
      if (key) return { kind: "key", hex: formatBackupKey(key) };
      return problem ? text.problemText(problem) : verifyText.nothing;
    }
    return place === "paper" ? (groupsTyped(asked) ?? verifyText.groupsMissing) : verifyText.nothing;
  };
  const send = (given: PlaceEvidence) => ask("place.verify", { id: entry.id, place, evidence: given });
  const sayVerified = () => {
    setPasted("");
    setAsked(pickGroups());
    setTurn(turn + 1);
    say.status(text.verifiedText(place));
  };
  const compare = async (given: PlaceEvidence) => {
    const answer = await send(given);
    if (answer.outcome === "not-equal") return say.alert(verifyText.otherGroups);
    if (answer.outcome === "another-key") {
      const other = entries.find(({ id }) => id === answer.entryId);
      return say.alert(other ? text.anotherKeyText(nameOf(other)) : verifyText.unknownKey);
    }
    sayVerified();
  };
  const verify = () =>
    run(async () => {
      const given = evidence();
      if (typeof given === "string") say.alert(given);
      else await compare(given);
    });
  const verifyFile = async (found: Found) => {
    const given = evidenceIn(found, entry);
    wipeFound(found);
    for (const one of given) if ((await send(one)).outcome === "verified") return sayVerified();
    say.alert(verifyText.notInFile);
  };
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
      <TextArea label={verifyText.pasted} rows={3} mono={true} value={pasted} onInput={paste} />
      {place !== "paper" && <ChosenFile label={chosenFileText.choose} onRead={verifyFile} />}
      {place === "paper" && !isPasted && <PaperGroups asked={asked} onChange={setAsked} onEnter={verify} />}
      {place !== "browser-passwords" && (
        <KeyInputs
          key={place}
          rows={place === "paper"}
          done={turn}
          onKey={(hex) => run(() => compare({ kind: "key", hex }))}
        />
      )}
      <div class="buttons">
        <Button label={placesPress.verify} look="primary" busy={busy} onPress={verify} />
      </div>
    </Panel>
  );
}
