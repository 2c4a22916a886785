import { useState } from "preact/hooks";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { Panel } from "../../kit/panel.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";

import { NewPassphrase, NOTHING_CHOSEN } from "./new-passphrase.tsx";
import { refusalOf } from "./passphrase-choice.ts";

/** A passphrase, and with it a new keyring. */
export function CreateKeyring() {
  const api = useApi();
  const text = useText();
  const { choosing, errorText, firstRunText, tabPress, words } = text;
  const labels = { passphrase: words.passphrase, repeated: choosing.repeat };
  const say = useSay();
  const { busy, run } = useAct();
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const create = () =>
    run(async () => {
      const refusal = await refusalOf(chosen);
      if (refusal !== null) return say.alert(refusal(text));
      say.status(firstRunText.creating);
      const reply = await api.ask("keyring.create", { passphrase: chosen.passphrase });
      if (reply.ok) say.status(firstRunText.created);
      else say.alert(errorText[reply.error.code]);
    });
  return (
    <Panel title={firstRunText.choose}>
      <NewPassphrase labels={labels} chosen={chosen} onChange={setChosen} onEnter={create} />
      <div class="buttons">
        <Button label={tabPress.createKeyring} look="primary" busy={busy} onPress={create} />
      </div>
    </Panel>
  );
}
