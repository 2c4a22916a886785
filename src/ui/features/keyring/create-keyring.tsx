import { useState } from "preact/hooks";
import { Button } from "../../kit/button.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { NewPassphrase, NOTHING_CHOSEN } from "./new-passphrase.tsx";
import { checkChosen } from "./passphrase-choice.ts";

/** A passphrase, and with it a new keyring; `onCreated` goes on from there. */
export function CreateKeyring({ onCreated }: { onCreated?: () => void }) {
  const { firstRunPress, firstRunText, passphraseLabels } = useText();
  const { busy, run, ask, say, errorOf } = useAct();
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const create = () =>
    run(async () => {
      await checkChosen(chosen);
      say.status(firstRunText.creating);
      await ask("keyring.create", { passphrase: chosen.passphrase });
      onCreated?.();
      say.status(firstRunText.created);
    });
  return (
    <Panel title={firstRunText.choose}>
      <NewPassphrase
        first
        labels={passphraseLabels}
        chosen={chosen}
        onChange={setChosen}
        onEnter={create}
        errorOf={errorOf}
      />
      <div class="buttons">
        <Button label={firstRunPress.createKeyring} look="primary" busy={busy} onPress={create} />
      </div>
    </Panel>
  );
}
