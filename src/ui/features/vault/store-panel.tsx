import { useEffect, useId, useState } from "preact/hooks";
import type { EntrySummary } from "../../../protocol/page.ts";
import { normaliseAccountName } from "../../../vault-client/account-name.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { TextField } from "../../kit/field.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";

import { NewPassphrase, NOTHING_CHOSEN } from "../keyring/new-passphrase.tsx";
import { loadMeter, refusalOf } from "../keyring/passphrase-choice.ts";
import { storeKey } from "./acts.ts";
import { useConnect } from "./connect.ts";
import { LookPanel, OpenAddress, type Seen } from "./look-panel.tsx";

type StorePanelProps = { onStored: (id: string) => void };

/** Keys that are neither deleted nor replaced. */
const currentOf = (entries: readonly EntrySummary[]): EntrySummary[] =>
  entries.filter(({ deletedAtMs, supersededBy }) => deletedAtMs === null && supersededBy === null);

function KeyChoice(props: { keys: EntrySummary[]; value: string; onChange: (id: string) => void }) {
  const { entryName, vaultWords } = useText();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{vaultWords.key}</label>
      <select
        id={id}
        autocomplete="off"
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {props.keys.map((entry) => (
          <option key={entry.id} value={entry.id}>
            {entryName(entry)}
          </option>
        ))}
      </select>
    </div>
  );
}

async function suggestName(): Promise<string> {
  const meter = await loadMeter();
  return meter?.suggestAccountName() ?? "";
}

type Chosen = { entry: EntrySummary; seen: Seen; onStored: (id: string) => void };

/** Name and password of a new record, once it is clear which key goes to which vault. */
function NewRecord({ entry, seen, onStored }: Chosen) {
  const api = useApi();
  const text = useText();
  const { passwordLabels, vaultPress, vaultText, vaultWords } = text;
  const say = useSay();
  const connect = useConnect();
  const { busy, run } = useAct();
  const [name, setName] = useState("");
  const [invite, setInvite] = useState("");
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const [unreached, setUnreached] = useState<Parameters<typeof OpenAddress>[0] | null>(null);
  const { address, facts } = seen;
  const takeName = () => void suggestName().then(setName);
  useEffect(takeName, []);
  const store = () =>
    run(async () => {
      setUnreached(null);
      const normal = normaliseAccountName(name);
      if (normal === null) return say.alert(vaultText.needsName);
      const refusal = await refusalOf(chosen, "password");
      if (refusal !== null) return say.alert(refusal(text));
      say.status(vaultText.working);
      const wish = { address, name: normal, password: chosen.passphrase, pins: facts, invite, entry };
      const said = await storeKey({ api, exchange: connect(address) }, wish);
      if (!said.good) {
        setUnreached({ address, refusal: said.refusal ?? null });
        return say.alert(said.text(text));
      }
      onStored(said.id);
      say.status(said.text(text));
    });
  if (facts.registration === "closed") return <p class="warning amber">{vaultText.isClosed}</p>;
  return (
    <>
      {/* A name that somebody could guess would let strangers use up the tries. */}
      <TextField
        label={vaultWords.name}
        value={name}
        onInput={setName}
        hint={vaultText.nameHint}
        mono
        readOnly
      >
        <Button label={vaultPress.anotherName} look="quiet" onPress={takeName} />
      </TextField>
      {facts.registration === "invite" && (
        <TextField
          label={vaultWords.invite}
          value={invite}
          onInput={setInvite}
          hint={vaultText.needsInvite}
          maxLength={128}
        />
      )}
      <NewPassphrase
        labels={passwordLabels}
        note={vaultText.passwordNote}
        chosen={chosen}
        onChange={setChosen}
        onEnter={store}
      />
      <div class="buttons">
        <Button label={vaultPress.store} look="primary" busy={busy} onPress={store} />
      </div>
      {unreached && <OpenAddress {...unreached} />}
    </>
  );
}

export function StorePanel({ onStored }: StorePanelProps) {
  const entries = useEntries();
  const { vaultText } = useText();
  const [seen, setSeen] = useState<Seen | null>(null);
  const keys = currentOf(entries);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const entry = keys.find((key) => key.id === chosenId) ?? keys[0];
  // What was typed goes with the vault that it was typed for.
  const stored = (recordId: string) => {
    setSeen(null);
    onStored(recordId);
  };
  return (
    <Panel title={vaultText.storeTitle}>
      {entry === undefined ? (
        <p>{vaultText.noKeys}</p>
      ) : (
        <>
          <KeyChoice keys={keys} value={entry.id} onChange={setChosenId} />
          <LookPanel seen={seen} onSeen={setSeen} />
          {seen && <NewRecord key={seen.address} entry={entry} seen={seen} onStored={stored} />}
        </>
      )}
    </Panel>
  );
}
