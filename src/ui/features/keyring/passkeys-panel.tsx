import { useState } from "preact/hooks";
import { LONGEST_PASSKEY_NAME } from "../../../core/keyring/passkey-names.ts";
import { MOST_PASSKEYS } from "../../../core/sealed/slots/passkey-slot.ts";
import type { PasskeySummary } from "../../../protocol/page.ts";
import { Button } from "../../kit/button.tsx";
import { TextField } from "../../kit/field.tsx";
import { Panel } from "../../kit/panel.tsx";
import { PasswordField } from "../../kit/password-field.tsx";
import { PASSPHRASE_BOX, RefusedError, useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { askEach, credentialIdOf, textOrSay, whyNoAnswer } from "./passkey-answers.ts";
import { checkCurrent } from "./passphrase-choice.ts";
import { type Ceremony, useCeremony } from "./use-ceremony.ts";
import { usePasskeys } from "./use-passkeys.ts";

function Listed({ passkey, onRemove }: { passkey: PasskeySummary; onRemove: () => void }) {
  const { passkeyName, passkeyText, passkeySince, removePasskeyName } = useText();
  const name = passkeyName(passkey.name);
  return (
    <li>
      <span>
        {name}
        {passkey.addedAtMs !== null && <span class="hint"> {passkeySince(passkey.addedAtMs)}</span>}
      </span>
      <Button label={passkeyText.remove} name={removePasskeyName(name)} look="quiet" onPress={onRemove} />
    </li>
  );
}

function Passkeys({ ceremony }: { ceremony: Ceremony }) {
  const { choosing, passkeyText, withDropped } = useText();
  const { busy, run, ask, say, errorOf } = useAct();
  const listed = usePasskeys();
  const [passphrase, setPassphrase] = useState("");
  const [name, setName] = useState("");

  /** A new keyring key: whatever `act` does, every other passkey is asked once. */
  const change = (act: (there: PasskeySummary[]) => Promise<{ done: string; dropped: string[] }>) =>
    run(async () => {
      checkCurrent(passphrase);
      const { passkeys } = await ask("passkey.list", {});
      const { done, dropped } = await act(passkeys);
      setPassphrase("");
      say.status(withDropped(done, dropped));
    });

  /** No passkey is made or asked for a passphrase that is wrong. */
  async function check(): Promise<void> {
    say.status(passkeyText.checking);
    await ask("passphrase.check", { passphrase });
  }

  const add = () =>
    change(async (there) => {
      if (there.length >= MOST_PASSKEYS) throw new RefusedError("too-many-passkeys");
      await check();
      say.status(passkeyText.asking);
      const added = textOrSay(await ceremony.create(there.map(credentialIdOf)), whyNoAnswer);
      if (there.length > 0) say.status(passkeyText.askingEach);
      const kept = await askEach(ceremony, there);
      say.status(passkeyText.storing);
      const { dropped } = await ask("passkey.add", { passphrase, name: name.trim(), added, kept });
      setName("");
      return { done: passkeyText.added, dropped };
    });

  const remove = (id: string) =>
    change(async (there) => {
      const others = there.filter((one) => one.id !== id);
      if (others.length > 0) {
        await check();
        say.status(passkeyText.askingEach);
      }
      const kept = await askEach(ceremony, others);
      say.status(passkeyText.storing);
      const { dropped } = await ask("passkey.remove", { passphrase, id, kept });
      return { done: passkeyText.removed, dropped };
    });

  return (
    <>
      <p class="hint">{passkeyText.hint}</p>
      {listed.length > 0 && (
        <ul class="passkeys" aria-label={passkeyText.title}>
          {listed.map((passkey) => (
            <Listed key={passkey.id} passkey={passkey} onRemove={() => remove(passkey.id)} />
          ))}
        </ul>
      )}
      {listed.length > 0 && <p class="hint">{passkeyText.asksEach}</p>}
      <PasswordField
        label={choosing.current}
        value={passphrase}
        onInput={setPassphrase}
        error={errorOf(PASSPHRASE_BOX)}
      />
      <TextField label={passkeyText.name} value={name} maxLength={LONGEST_PASSKEY_NAME} onInput={setName} />
      <div class="buttons">
        <Button label={passkeyText.add} busy={busy} onPress={add} />
      </div>
    </>
  );
}

export function PasskeysPanel() {
  const { passkeyText } = useText();
  const ceremony = useCeremony();
  return (
    <Panel title={passkeyText.title}>
      {ceremony ? <Passkeys ceremony={ceremony} /> : <p class="hint">{passkeyText.notHere}</p>}
    </Panel>
  );
}
