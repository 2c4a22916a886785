import { useState } from "preact/hooks";
import { Button } from "../../kit/button.tsx";
import { PasswordField } from "../../kit/password-field.tsx";
import { MistakeError, PASSPHRASE_BOX, useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";

/** `isSecond`: another way to unlock stands above. */
export function Unlock({ isSecond = false }: { isSecond?: boolean }) {
  const { press, unlockText, words } = useText();
  const { busy, run, ask, say, errorOf } = useAct();
  const [passphrase, setPassphrase] = useState("");
  const unlock = () =>
    run(async () => {
      if (passphrase === "") throw new MistakeError((text) => text.unlockText.missing, PASSPHRASE_BOX);
      say.status(unlockText.unlocking);
      await ask("keyring.unlock", { passphrase });
      say.clear();
    });
  return (
    <div class="stack">
      <PasswordField
        first
        label={words.passphrase}
        value={passphrase}
        onInput={setPassphrase}
        onEnter={unlock}
        error={errorOf(PASSPHRASE_BOX)}
      />
      <Button label={press.unlock} look={isSecond ? undefined : "primary"} busy={busy} onPress={unlock} />
    </div>
  );
}
