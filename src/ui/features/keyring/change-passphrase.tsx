import { useState } from "preact/hooks";
import type { Api } from "../../api.ts";
import { PassphraseBox } from "../../kit/passphrase-box.tsx";
import { useSay } from "../../kit/say.tsx";
import { useBusy } from "../../kit/use-busy.ts";
import { settingsText, tabPress } from "../../text/app.ts";
import { choosing } from "../../text/passphrase.ts";
import { errorText } from "../../text.ts";
import { NewPassphrase, NOTHING_CHOSEN } from "./new-passphrase.tsx";
import { refusalOf } from "./passphrase-choice.ts";

const LABELS = { passphrase: choosing.next, repeated: choosing.repeatNext };

export function ChangePassphrase({ api }: { api: Api }) {
  const say = useSay();
  const [busy, run] = useBusy();
  const [current, setCurrent] = useState("");
  const [shown, setShown] = useState(false);
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const change = () =>
    run(async () => {
      if (current === "") return say.alert(choosing.currentMissing);
      const refusal = await refusalOf(chosen);
      if (refusal !== null) return say.alert(refusal);
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
      <NewPassphrase labels={LABELS} chosen={chosen} onChange={setChosen} onEnter={change} />
      <div class="buttons">
        <button type="button" aria-busy={busy} onClick={change}>
          {tabPress.changePassphrase}
        </button>
      </div>
    </section>
  );
}
