import { useState } from "preact/hooks";
import { Button } from "../../kit/button.tsx";
import { Panel } from "../../kit/panel.tsx";
import { PasswordField } from "../../kit/password-field.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { NewPassphrase, NOTHING_CHOSEN } from "./new-passphrase.tsx";
import { checkChosen } from "./passphrase-choice.ts";

export function ChangePassphrase() {
  const { choosing, nextPassphraseLabels, settingsText, tabPress } = useText();
  const { busy, run, ask, say } = useAct();
  const [current, setCurrent] = useState("");
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const change = () =>
    run(async () => {
      if (current === "") return say.alert(choosing.currentMissing);
      await checkChosen(chosen);
      say.status(settingsText.changing);
      await ask("passphrase.change", { current, next: chosen.passphrase, kept: [] });
      setCurrent("");
      setChosen(NOTHING_CHOSEN);
      say.status(settingsText.changed);
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
