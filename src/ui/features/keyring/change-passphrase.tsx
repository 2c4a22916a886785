import { useState } from "preact/hooks";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { Panel } from "../../kit/panel.tsx";
import { PasswordField } from "../../kit/password-field.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { NewPassphrase, NOTHING_CHOSEN } from "./new-passphrase.tsx";
import { askEach, namesOf } from "./passkey-answers.ts";
import { checkChosen } from "./passphrase-choice.ts";

export function ChangePassphrase() {
  const api = useApi();
  const { choosing, nextPassphraseLabels, passkeyText, settingsText, tabPress, withDropped } = useText();
  const { busy, run, ask, say } = useAct();
  const [current, setCurrent] = useState("");
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const change = () =>
    run(async () => {
      if (current === "") return say.alert(choosing.currentMissing);
      await checkChosen(chosen);
      const { passkeys } = await ask("passkey.list", {});
      if (passkeys.length > 0) {
        say.status(passkeyText.checking);
        await ask("passphrase.check", { passphrase: current });
        say.status(passkeyText.askingEach);
      }
      const kept = await askEach(api.passkeys, passkeys);
      say.status(settingsText.changing);
      const { dropped } = await ask("passphrase.change", { current, next: chosen.passphrase, kept });
      setCurrent("");
      setChosen(NOTHING_CHOSEN);
      say.status(withDropped(settingsText.changed, namesOf(passkeys, dropped, passkeyText.unnamed)));
    });
  return (
    <Panel title={tabPress.changePassphrase}>
      <p class="hint">{settingsText.changeHint}</p>
      <PasswordField label={choosing.current} value={current} onInput={setCurrent} onEnter={change} />
      <NewPassphrase labels={nextPassphraseLabels} chosen={chosen} onChange={setChosen} onEnter={change} />
      <div class="buttons">
        <Button label={tabPress.changePassphrase} busy={busy} onPress={change} />
      </div>
    </Panel>
  );
}
