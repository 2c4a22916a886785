import { useState } from "preact/hooks";
import type { Api } from "../../api.ts";
import { useSay } from "../../kit/say.tsx";
import { useBusy } from "../../kit/use-busy.ts";
import { useText } from "../../text/use-text.ts";

import { NewPassphrase, NOTHING_CHOSEN } from "./new-passphrase.tsx";
import { refusalOf } from "./passphrase-choice.ts";

/** A passphrase, and with it a new keyring. */
export function CreateKeyring({ api }: { api: Api }) {
  const text = useText();
  const { choosing, errorText, firstRunText, tabPress, words } = text;
  const labels = { passphrase: words.passphrase, repeated: choosing.repeat };
  const say = useSay();
  const [busy, run] = useBusy();
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
    <section class="panel stack" aria-labelledby="choose">
      <h3 id="choose">{firstRunText.choose}</h3>
      <NewPassphrase labels={labels} chosen={chosen} onChange={setChosen} onEnter={create} />
      <div class="buttons">
        <button type="button" class="primary" aria-busy={busy} onClick={create}>
          {tabPress.createKeyring}
        </button>
      </div>
    </section>
  );
}
