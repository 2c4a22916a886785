import { useState } from "preact/hooks";
import type { EntrySummary } from "../../../protocol/page.ts";
import { Button } from "../../kit/button.tsx";
import { TextField } from "../../kit/field.tsx";
import { Panel } from "../../kit/panel.tsx";
import { StepList } from "../../kit/steps.tsx";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { NewPassphrase, NOTHING_CHOSEN } from "../keyring/new-passphrase.tsx";
import { checkChosen, loadMeter } from "../keyring/passphrase-choice.ts";
import { KeySelect } from "../keys/key-select.tsx";
import { firstOffered } from "../keys/looked-at.ts";
import { storeKey } from "./acts.ts";
import { Compare, LookPanel, type Seen } from "./look-panel.tsx";
import { OpenAddress } from "./open-address.tsx";
import { checkName, NAME_BOX } from "./typed.ts";
import { useVaultAct } from "./use-vault-act.ts";

/** Keys that are neither deleted nor replaced. */
const currentOf = (entries: readonly EntrySummary[]): EntrySummary[] =>
  entries.filter(({ deletedAtMs, supersededBy }) => deletedAtMs === null && supersededBy === null);

/** A name that somebody could guess would let strangers use up the tries. */
async function suggestName(): Promise<string> {
  const meter = await loadMeter();
  return meter?.suggestAccountName() ?? "";
}

/** A vault, and a suggested name for a new vault entry. */
type ChosenVault = Seen & { suggested: string };

type NewRecordProps = { entry: EntrySummary; vault: ChosenVault; onStored: (id: string) => void };

/** Name and password of a new vault entry, asked after key and vault are chosen. */
function NewRecord({ entry, vault: { address, facts, suggested }, onStored }: NewRecordProps) {
  const text = useText();
  const { passwordLabels, vaultPress, vaultText, vaultWords } = text;
  const { busy, errorOf, refused, run, say } = useVaultAct();
  const [name, setName] = useState(suggested);
  const [invite, setInvite] = useState("");
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const store = () =>
    run(address, async (tools) => {
      const sent = checkName(name);
      await checkChosen(chosen, "password");
      say.status(vaultText.working);
      const wish = { address, name: sent, password: chosen.passphrase, pins: facts, invite, entry };
      const { id, sentence } = await storeKey(tools, wish);
      onStored(id);
      say.status(sentence(text));
    });
  if (facts.registration === "closed") return <p class="warning amber">{vaultText.isClosed}</p>;
  return (
    <>
      <TextField
        label={vaultWords.name}
        value={name}
        onInput={setName}
        hint={vaultText.nameHint}
        error={errorOf(NAME_BOX)}
        mono
        readOnly
      >
        <Button
          label={vaultPress.anotherName}
          look="quiet"
          onPress={async () => setName(await suggestName())}
        />
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
        what="password"
        note={vaultText.passwordNote}
        chosen={chosen}
        onChange={setChosen}
        onEnter={store}
        errorOf={errorOf}
      />
      <div class="buttons">
        <Button label={vaultPress.store} look="primary" busy={busy} onPress={store} />
      </div>
      <OpenAddress refused={refused} />
    </>
  );
}

export function StorePanel({ onStored }: { onStored: (id: string) => void }) {
  const keys = currentOf(useEntries());
  const { vaultText, vaultWords } = useText();
  const [vault, setVault] = useState<ChosenVault | null>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const entry = keys.find((key) => key.id === chosenId) ?? firstOffered(keys);
  const [choose, compare, password] = vaultText.storeSteps;
  // What was typed goes with the vault that it was typed for.
  const stored = (recordId: string) => {
    setVault(null);
    onStored(recordId);
  };
  return (
    <Panel title={vaultText.storeTitle}>
      {entry === null ? (
        <p>{vaultText.noKeys}</p>
      ) : (
        <StepList
          steps={[
            {
              title: choose,
              content: (
                <>
                  <KeySelect label={vaultWords.key} entries={keys} value={entry.id} onChange={setChosenId} />
                  <LookPanel
                    seen={vault}
                    onSeen={async (seen) => setVault({ ...seen, suggested: await suggestName() })}
                    onAnother={() => setVault(null)}
                  />
                </>
              ),
            },
            { title: compare, content: vault && <Compare {...vault} /> },
            {
              title: password,
              content: vault && (
                <NewRecord key={vault.address} entry={entry} vault={vault} onStored={stored} />
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
