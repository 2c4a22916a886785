import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import type { Import } from "../../../copies/found.ts";
import { findInImport } from "../../../copies/import.ts";
import { wipe } from "../../../core/bytes.ts";
import { formatBackupKey, parseBackupKey } from "../../../core/key/backup-key.ts";
import { placeOfGroup } from "../../../core/key/key-rows.ts";
import { readKeyText } from "../../../core/key/key-text.ts";
import type { NamedPlace } from "../../../core/keyring/proven-copies.ts";
import type { EntrySummary } from "../../../protocol/page.ts";
import type { CopyEvidence } from "../../../protocol/requests/copy.ts";
import { useApi } from "../../api.ts";
import { markTyped } from "../../kit/attributes.ts";
import { Button } from "../../kit/button.tsx";
import { TextField } from "../../kit/field.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";

import { CopyFile } from "./copy-file.tsx";
import { KeyInputs } from "./key-inputs.tsx";
import { nameOfPlace, PlaceChoice } from "./place-choice.tsx";

const GROUPS = 16;

/** Two different places among the 16, from random bytes that a modulo of 16 leaves even. */
function pickGroups(): [number, number] {
  const [one = 0, two = 0] = crypto.getRandomValues(new Uint8Array(2));
  const first = one % GROUPS;
  return [first, (first + 1 + (two % (GROUPS - 1))) % GROUPS];
}

function Known({ entry }: { entry: EntrySummary }) {
  const text = useText();
  const { dateText, proveText, provenOnText } = text;
  return entry.copies.length === 0 ? null : (
    <ul>
      {entry.copies.map(({ place, provenAtMs }) => (
        <li key={place}>
          {provenAtMs === null
            ? `${nameOfPlace(place, text)}: ${proveText.notYet}`
            : provenOnText(nameOfPlace(place, text), dateText(provenAtMs))}
        </li>
      ))}
    </ul>
  );
}

type ProvePanelProps = {
  entry: EntrySummary;

  /** The copy that the user came to prove again: its place is chosen, and the panel has the focus. */
  at: NamedPlace | null;
};

/** The key comes back from a copy, and the background says whether it is the same. */
export function ProvePanel({ entry, at }: ProvePanelProps) {
  const entries = useEntries();
  const api = useApi();
  const {
    anotherKeyText,
    copiesPress,
    copyFileText,
    entryName,
    errorText,
    groupName,
    placeText,
    problemText,
    proveText,
    provenText,
  } = useText();
  const say = useSay();
  const id = useId();
  const { busy, run } = useAct();
  const [place, setPlace] = useState<NamedPlace>(at ?? "bitwarden");
  const [pasted, setPasted] = useState("");
  const [typed, setTyped] = useState<[string, string]>(["", ""]);
  const [turn, setTurn] = useState(0);
  const asked = useMemo(pickGroups, [turn, entry.id]);

  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (at !== null) title.current?.focus();
  }, [at]);

  /** Null, and said, while something is missing. */
  const evidence = (): CopyEvidence | null => {
    if (pasted.trim() !== "") {
      const { key, problem } = readKeyText(pasted);
      if (key) return { kind: "key", hex: formatBackupKey(key) };
      say.alert(problem ? problemText(problem) : proveText.nothing);
      return null;
    }
    if (place !== "paper") {
      say.alert(proveText.nothing);
      return null;
    }
    const [one, two] = typed.map((text) => text.replaceAll(/\s/g, "").toLowerCase());
    const isGroup = (text: string | undefined): text is string => /^[0-9a-f]{4}$/.test(text ?? "");
    if (!isGroup(one) || !isGroup(two)) {
      say.alert(proveText.groupsMissing);
      return null;
    }
    return {
      kind: "groups",
      groups: [
        { at: asked[0], digits: one },
        { at: asked[1], digits: two },
      ],
    };
  };
  const compare = async (given: CopyEvidence) => {
    const reply = await api.ask("copy.prove", { id: entry.id, place, evidence: given });
    if (!reply.ok) return say.alert(errorText[reply.error.code]);
    const { value } = reply;
    if (value.outcome === "not-equal") return say.alert(proveText.otherGroups);
    if (value.outcome === "another-key") {
      const other = entries.find((one) => one.id === value.entryId);
      return say.alert(other ? anotherKeyText(entryName(other)) : proveText.unknownKey);
    }
    setPasted("");
    setTyped(["", ""]);
    setTurn(turn + 1);
    say.status(provenText(placeText[place]));
  };
  const prove = () =>
    run(async () => {
      const given = evidence();
      if (given) await compare(given);
    });
  /** Only what stands in the file counts, not what an entry of it was before: `findInImport`. */
  const proveFile = async (found: Import) => {
    const reply = await api.ask("key.reveal", { id: entry.id });
    const key = reply.ok ? parseBackupKey(reply.value.hex) : null;
    const isThere = key !== null && findInImport(found, key) !== null;
    wipe(...found.keys.map((one) => one.key), ...(key ? [key] : []));
    if (!reply.ok) return say.alert(errorText[reply.error.code]);
    if (!isThere) return say.alert(proveText.notInFile);
    await compare({ kind: "key", hex: reply.value.hex });
  };
  return (
    <section class="panel stack" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} ref={title} tabIndex={-1}>
        {proveText.title}
      </h3>
      <p class="hint">{proveText.hint}</p>
      <Known entry={entry} />
      <PlaceChoice place={place} onChange={setPlace} />
      <div class="field">
        <label for={`${id}-pasted`}>{proveText.pasted}</label>
        <textarea
          ref={markTyped}
          id={`${id}-pasted`}
          class="mono"
          rows={3}
          value={pasted}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
      </div>
      {place !== "paper" && (
        <CopyFile deriveKey={api.deriveKey} label={copyFileText.choose} onRead={proveFile} />
      )}
      {place === "paper" && pasted.trim() === "" && (
        <>
          <p>{proveText.groupsHint}</p>
          {([0, 1] as const).map((which) => (
            <TextField
              key={which}
              label={groupName(placeOfGroup(asked[which]))}
              value={typed[which]}
              mono={true}
              maxLength={9}
              onInput={(text) => setTyped(which === 0 ? [text, typed[1]] : [typed[0], text])}
              onEnter={prove}
            />
          ))}
        </>
      )}
      {place !== "browser-passwords" && (
        <KeyInputs
          key={place}
          rows={place === "paper"}
          done={turn}
          onKey={(hex) => run(() => compare({ kind: "key", hex }))}
        />
      )}
      <div class="buttons">
        <Button label={copiesPress.prove} look="primary" busy={busy} onPress={prove} />
      </div>
    </section>
  );
}
