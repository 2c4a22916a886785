import { useState } from "preact/hooks";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { Panel } from "../../kit/panel.tsx";
import { PasswordField } from "../../kit/password-field.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";

import { NewPassphrase, NOTHING_CHOSEN } from "./new-passphrase.tsx";
import { refusalOf } from "./passphrase-choice.ts";

export function ChangePassphrase() {
  const api = useApi();
  const text = useText();
  const { choosing, errorText, settingsText, tabPress } = text;
  const labels = { passphrase: choosing.next, repeated: choosing.repeatNext };
  const say = useSay();
  const { busy, run } = useAct();
  const [current, setCurrent] = useState("");
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const change = () =>
    run(async () => {
      if (current === "") return say.alert(choosing.currentMissing);
      const refusal = await refusalOf(chosen);
      if (refusal !== null) return say.alert(refusal(text));
      say.status(settingsText.changing);
      const reply = await api.ask("passphrase.change", { current, next: chosen.passphrase });
      if (!reply.ok) return say.alert(errorText[reply.error.code]);
      setCurrent("");
      setChosen(NOTHING_CHOSEN);
      say.status(settingsText.changed);
    });
  return (
    <Panel title={tabPress.changePassphrase}>
      <PasswordField label={choosing.current} value={current} onInput={setCurrent} onEnter={change} />
      <NewPassphrase labels={labels} chosen={chosen} onChange={setChosen} onEnter={change} />
      <div class="buttons">
        <Button label={tabPress.changePassphrase} busy={busy} onPress={change} />
      </div>
    </Panel>
  );
}
