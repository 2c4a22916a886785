import { useRef, useState } from "preact/hooks";
import type { DeviceKey } from "../../../vault-client/device.ts";
import { Button } from "../../kit/button.tsx";
import { TextField } from "../../kit/field.tsx";
import { Panel } from "../../kit/panel.tsx";
import { PasswordField } from "../../kit/password-field.tsx";
import { StepList } from "../../kit/steps.tsx";
import { useEntries } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { loadSteps } from "./acts.ts";
import { useHeard } from "./heard.tsx";
import { Compare, LookPanel, type Seen } from "./look-panel.tsx";
import { OpenAddress } from "./open-address.tsx";
import { restoreKey } from "./restore.ts";
import { checkName, checkPassword, checkVaultId, NAME_BOX, PASSWORD_BOX, VAULT_ID_BOX } from "./typed.ts";
import { useVaultAct } from "./use-vault-act.ts";

const NOTHING_TYPED = { name: "", vaultId: "", password: "" };

export function RestorePanel() {
  const entries = useEntries();
  const text = useText();
  const { vaultPress, vaultText, vaultWords } = text;
  const { busy, errorOf, refused, run, say } = useVaultAct();
  const { hearing } = useHeard();
  const [seen, setSeen] = useState<Seen | null>(null);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const device = useRef<DeviceKey | null>(null);
  const restore = ({ address, facts: pins }: Seen) =>
    run(address, async (tools) => {
      const name = checkName(typed.name);
      checkVaultId(pins, typed.vaultId);
      checkPassword(typed.password);
      say.status(vaultText.working);
      device.current ??= await (await loadSteps()).makeDeviceKey();
      const wish = { address, name, password: typed.password, pins, device: device.current, entries };
      const sentence = await hearing({ address, name }, true, () => restoreKey(tools, wish));
      another();
      say.status(sentence(text));
    });
  /** What was typed, and the device that was made, go with the vault that they were for. */
  const another = () => {
    device.current = null;
    setTyped(NOTHING_TYPED);
    setSeen(null);
  };
  const [choose, compare, last] = vaultText.restoreSteps;
  return (
    <Panel title={vaultText.restoreTitle}>
      <p class="hint">{vaultText.restoreHint}</p>
      <StepList
        steps={[
          { title: choose, content: <LookPanel seen={seen} onSeen={setSeen} onAnother={another} /> },
          { title: compare, content: seen && <Compare {...seen} /> },
          {
            title: last,
            content: seen && (
              <>
                <TextField
                  label={vaultWords.cardVaultId}
                  value={typed.vaultId}
                  onInput={(vaultId) => setTyped({ ...typed, vaultId })}
                  hint={vaultText.cardVaultIdHint}
                  error={errorOf(VAULT_ID_BOX)}
                  mono
                />
                <TextField
                  label={vaultWords.name}
                  value={typed.name}
                  onInput={(name) => setTyped({ ...typed, name })}
                  error={errorOf(NAME_BOX)}
                  mono
                />
                <PasswordField
                  label={vaultWords.password}
                  value={typed.password}
                  onInput={(password) => setTyped({ ...typed, password })}
                  onEnter={() => restore(seen)}
                  error={errorOf(PASSWORD_BOX)}
                />
                <div class="buttons">
                  <Button
                    label={vaultPress.restore}
                    look="primary"
                    busy={busy}
                    onPress={() => restore(seen)}
                  />
                </div>
                <OpenAddress refused={refused} />
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}
