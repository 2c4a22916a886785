import { useState } from "preact/hooks";
import type { Api } from "../../api.ts";
import { PassphraseBox } from "../../kit/passphrase-box.tsx";
import { useSay } from "../../kit/say.tsx";
import { useBusy } from "../../kit/use-busy.ts";
import { useText } from "../../text/use-text.ts";

export function Unlock({ api }: { api: Api }) {
  const { errorText, press, unlockText, words } = useText();
  const say = useSay();
  const [busy, run] = useBusy();
  const [passphrase, setPassphrase] = useState("");
  const [shown, setShown] = useState(false);
  const unlock = () =>
    run(async () => {
      if (passphrase === "") return say.alert(unlockText.missing);
      say.status(unlockText.unlocking);
      const reply = await api.ask("keyring.unlock", { passphrase });
      if (!reply.ok) return say.alert(errorText[reply.error.code]);
      say.clear();
    });
  return (
    <div class="stack">
      <PassphraseBox
        first
        label={words.passphrase}
        value={passphrase}
        onInput={setPassphrase}
        shown={shown}
        onToggle={() => setShown(!shown)}
        onEnter={unlock}
      />
      <button type="button" class="primary" aria-busy={busy} onClick={unlock}>
        {press.unlock}
      </button>
    </div>
  );
}
