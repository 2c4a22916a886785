import { useId, useRef, useState } from "preact/hooks";
import type { EntrySummary } from "../../../protocol/page.ts";
import { normaliseAccountName } from "../../../vault-client/account-name.ts";
import type { DeviceKey } from "../../../vault-client/device.ts";
import type { Api } from "../../api.ts";
import { PassphraseBox } from "../../kit/passphrase-box.tsx";
import { useSay } from "../../kit/say.tsx";
import { TextBox } from "../../kit/text-box.tsx";
import { useBusy } from "../../kit/use-busy.ts";
import { useText } from "../../text/use-text.ts";

import { loadSteps } from "./acts.ts";
import { useConnect } from "./connect.ts";
import { LookPanel, OpenAddress, type Seen } from "./look-panel.tsx";
import { restoreKey } from "./restore.ts";
import { fingerprintRefusal, passwordRefusal } from "./typed.ts";

type RestorePanelProps = { api: Api; entries: readonly EntrySummary[] };

export function RestorePanel({ api, entries }: RestorePanelProps) {
  const text = useText();
  const { vaultPress, vaultText, vaultWords } = text;
  const id = useId();
  const say = useSay();
  const connect = useConnect();
  const [busy, run] = useBusy();
  const [seen, setSeen] = useState<Seen | null>(null);
  const [name, setName] = useState("");
  const [print, setPrint] = useState("");
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState(false);
  const [unreached, setUnreached] = useState<Parameters<typeof OpenAddress>[0] | null>(null);
  const device = useRef<DeviceKey | null>(null);
  const restore = ({ address, facts }: Seen) =>
    run(async () => {
      setUnreached(null);
      const normal = normaliseAccountName(name);
      if (normal === null) return say.alert(vaultText.needsName);
      const refusal = fingerprintRefusal(facts, print) ?? passwordRefusal(password);
      if (refusal !== null) return say.alert(refusal(text));
      say.status(vaultText.working);
      device.current ??= await (await loadSteps()).makeDeviceKey();
      const wish = { address, name: normal, password, pins: facts, device: device.current, entries };
      const said = await restoreKey({ api, exchange: connect(address) }, wish);
      if (!said.good) {
        setUnreached({ address, refusal: said.refusal ?? null });
        return say.alert(said.text(text));
      }
      device.current = null;
      setPassword("");
      setName("");
      setPrint("");
      setSeen(null);
      say.status(said.text(text));
    });
  return (
    <section class="panel stack" aria-labelledby={id}>
      <h3 id={id}>{vaultText.restoreTitle}</h3>
      <p class="hint">{vaultText.restoreHint}</p>
      <LookPanel seen={seen} onSeen={setSeen} />
      {seen && (
        <>
          <TextBox
            label={vaultWords.cardFingerprint}
            value={print}
            onInput={setPrint}
            hint={vaultText.cardFingerprintHint}
            mono
          />
          <TextBox label={vaultWords.name} value={name} onInput={setName} mono />
          <PassphraseBox
            label={vaultWords.password}
            value={password}
            onInput={setPassword}
            shown={shown}
            onToggle={() => setShown(!shown)}
            onEnter={() => restore(seen)}
          />
          <div class="buttons">
            <button type="button" class="primary" aria-busy={busy} onClick={() => restore(seen)}>
              {vaultPress.restore}
            </button>
          </div>
          {unreached && <OpenAddress {...unreached} />}
        </>
      )}
    </section>
  );
}
