import { useRef, useState } from "preact/hooks";
import { normaliseAccountName } from "../../../vault-client/account-name.ts";
import type { DeviceKey } from "../../../vault-client/device.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { TextField } from "../../kit/field.tsx";
import { Panel } from "../../kit/panel.tsx";
import { PasswordField } from "../../kit/password-field.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";

import { loadSteps } from "./acts.ts";
import { useConnect } from "./connect.ts";
import { LookPanel, OpenAddress, type Seen } from "./look-panel.tsx";
import { restoreKey } from "./restore.ts";
import { fingerprintRefusal, passwordRefusal } from "./typed.ts";

export function RestorePanel() {
  const entries = useEntries();
  const api = useApi();
  const text = useText();
  const { vaultPress, vaultText, vaultWords } = text;
  const say = useSay();
  const connect = useConnect();
  const { busy, run } = useAct();
  const [seen, setSeen] = useState<Seen | null>(null);
  const [name, setName] = useState("");
  const [print, setPrint] = useState("");
  const [password, setPassword] = useState("");
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
    <Panel title={vaultText.restoreTitle}>
      <p class="hint">{vaultText.restoreHint}</p>
      <LookPanel seen={seen} onSeen={setSeen} />
      {seen && (
        <>
          <TextField
            label={vaultWords.cardFingerprint}
            value={print}
            onInput={setPrint}
            hint={vaultText.cardFingerprintHint}
            mono
          />
          <TextField label={vaultWords.name} value={name} onInput={setName} mono />
          <PasswordField
            label={vaultWords.password}
            value={password}
            onInput={setPassword}
            onEnter={() => restore(seen)}
          />
          <div class="buttons">
            <Button label={vaultPress.restore} look="primary" busy={busy} onPress={() => restore(seen)} />
          </div>
          {unreached && <OpenAddress {...unreached} />}
        </>
      )}
    </Panel>
  );
}
