import { useState } from "preact/hooks";
import type { Api } from "../api.ts";
import { useSay } from "../components/say.tsx";
import { useBusy } from "../components/use-busy.ts";
import { firstRunText, settingsText, tabPress } from "../text/app.ts";
import { choosing } from "../text/passphrase.ts";
import { errorText, words } from "../text.ts";
import { refusalOf } from "./choice.ts";
import { loadMeter, NewPassphrase, NOTHING_CHOSEN } from "./new-passphrase.tsx";
import { OpenKeyringFile } from "./open-keyring-file.tsx";

const LABELS = { passphrase: words.passphrase, repeated: choosing.repeat };

export function FirstRun({ api }: { api: Api }) {
  const say = useSay();
  const [busy, run] = useBusy();
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const create = () =>
    run(async () => {
      const meter = await loadMeter();
      const refusal = refusalOf(
        chosen.passphrase,
        chosen.repeated,
        meter?.measure(chosen.passphrase) ?? null,
      );
      if (refusal !== null) return say.alert(refusal);
      say.status(firstRunText.creating);
      const reply = await api.ask("keyring.create", { passphrase: chosen.passphrase });
      if (reply.ok) say.status(firstRunText.created);
      else say.alert(errorText[reply.error.code]);
    });
  return (
    <main class="narrow stack">
      <h2>{firstRunText.title}</h2>
      <p>{firstRunText.what}</p>
      <p class="warning amber">
        <strong>{firstRunText.only}</strong>
      </p>
      <section class="panel stack" aria-labelledby="choose">
        <h3 id="choose">{firstRunText.choose}</h3>
        <NewPassphrase labels={LABELS} chosen={chosen} onChange={setChosen} onEnter={create} />
        <div class="buttons">
          <button type="button" class="primary" aria-busy={busy} onClick={create}>
            {tabPress.createKeyring}
          </button>
        </div>
      </section>
      <section class="panel stack" aria-labelledby="have-file">
        <h3 id="have-file">{firstRunText.haveFile}</h3>
        <p class="hint">{firstRunText.fileHint}</p>
        <div class="buttons">
          <OpenKeyringFile api={api} takesExport={true} />
        </div>
      </section>
      <p class="hint">{settingsText.affiliation}</p>
    </main>
  );
}
