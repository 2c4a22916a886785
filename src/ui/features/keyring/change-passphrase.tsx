import { useState } from "preact/hooks";
import { Button } from "../../kit/button.tsx";
import { Panel } from "../../kit/panel.tsx";
import { PasswordField } from "../../kit/password-field.tsx";
import { PASSPHRASE_BOX, useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { NewPassphrase, NOTHING_CHOSEN } from "./new-passphrase.tsx";
import { askEach, type PasskeyText } from "./passkey-answers.ts";
import { checkChosen, checkCurrent } from "./passphrase-choice.ts";
import { useCeremony } from "./use-ceremony.ts";

export function ChangePassphrase() {
  const text = useText();
  const { changePassphraseText, choosing, nextPassphraseLabels, passkeyText } = text;
  const ceremony = useCeremony();
  const { busy, run, ask, say, errorOf } = useAct();
  const [current, setCurrent] = useState("");
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const change = () =>
    run(async () => {
      checkCurrent(current);
      await checkChosen(chosen);
      const { passkeys } = await ask("passkey.list", {});
      let kept: PasskeyText[] = [];
      if (ceremony && passkeys.length > 0) {
        say.status(passkeyText.checking);
        await ask("passphrase.check", { passphrase: current });
        say.status(passkeyText.askingEach);
        kept = await askEach(ceremony, passkeys);
      }
      say.status(changePassphraseText.changing);
      const { dropped } = await ask("passphrase.change", { current, next: chosen.passphrase, kept });
      setCurrent("");
      setChosen(NOTHING_CHOSEN);
      const withDropped = ceremony ? text.withDropped : text.withDroppedHere;
      say.status(withDropped(changePassphraseText.changed, dropped));
    });
  return (
    <Panel title={changePassphraseText.press}>
      <p class="hint">{changePassphraseText.hint}</p>
      <PasswordField
        label={choosing.current}
        value={current}
        onInput={setCurrent}
        onEnter={change}
        error={errorOf(PASSPHRASE_BOX)}
      />
      <NewPassphrase
        labels={nextPassphraseLabels}
        chosen={chosen}
        onChange={setChosen}
        onEnter={change}
        errorOf={errorOf}
      />
      <div class="buttons">
        <Button label={changePassphraseText.press} busy={busy} onPress={change} />
      </div>
    </Panel>
  );
}
