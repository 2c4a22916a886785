import { useState } from "preact/hooks";
import type { Api } from "../../api.ts";
import { PassphraseBox } from "../../kit/passphrase-box.tsx";
import { useSay } from "../../kit/say.tsx";
import { useBusy } from "../../kit/use-busy.ts";
import { useText } from "../../text/use-text.ts";

import { NewPassphrase, NOTHING_CHOSEN } from "./new-passphrase.tsx";
import { refusalOf } from "./passphrase-choice.ts";

export function ChangePassphrase({ api }: { api: Api }) {
  const text = useText();
  const { choosing, errorText, settingsText, tabPress } = text;
  const labels = { passphrase: choosing.next, repeated: choosing.repeatNext };
  const say = useSay();
  const [busy, run] = useBusy();
  const [current, setCurrent] = useState("");
  const [shown, setShown] = useState(false);
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
    <section class="panel stack" aria-labelledby="change-passphrase">
      <h3 id="change-passphrase">{tabPress.changePassphrase}</h3>
      <PassphraseBox
        label={choosing.current}
        value={current}
        onInput={setCurrent}
        shown={shown}
        onToggle={() => setShown(!shown)}
        onEnter={change}
      />
      <NewPassphrase labels={labels} chosen={chosen} onChange={setChosen} onEnter={change} />
      <div class="buttons">
        <button type="button" aria-busy={busy} onClick={change}>
          {tabPress.changePassphrase}
        </button>
      </div>
    </section>
  );
}
