import { useState } from "preact/hooks";
import type { EntrySummary } from "../../../protocol/page.ts";
import { Button } from "../../kit/button.tsx";
import { PasswordField } from "../../kit/password-field.tsx";
import { type Sentence, useText } from "../../text/use-text.ts";
import { NewPassphrase, NOTHING_CHOSEN } from "../keyring/new-passphrase.tsx";
import { checkChosen } from "../keyring/passphrase-choice.ts";
import { joinRecord, resetPassword, type Tools, takeUp, verifyPlace } from "./acts.ts";
import { isSettled } from "./doubts.ts";
import { useRecord } from "./one-record.ts";
import type { UsableRecord } from "./records.ts";
import { checkPassword, PASSWORD_BOX } from "./typed.ts";

type PasswordAct = (tools: Tools, now: UsableRecord, password: string) => Promise<Sentence>;

/** What takes the present password: resuming what was begun, verifying the place, adding this browser. */
export function PasswordActs({ isMain }: { isMain: boolean }) {
  const { record, busy, errorOf, refused, act } = useRecord();
  const { vaultPress, vaultWords } = useText();
  const [password, setPassword] = useState("");
  const isBegun = !isSettled(record.account);
  const withPassword = (work: PasswordAct) =>
    act(
      async (tools, now) => {
        const sentence = await work(tools, now, password);
        setPassword("");
        return sentence;
      },
      () => checkPassword(password),
      true,
    );
  const verify = () => withPassword(isBegun ? takeUp : verifyPlace);
  return (
    <>
      <PasswordField
        label={vaultWords.password}
        value={password}
        onInput={setPassword}
        onEnter={verify}
        error={errorOf(PASSWORD_BOX)}
      />
      <div class="buttons">
        <Button
          label={isBegun ? vaultPress.takeUp : vaultPress.verify}
          look={isMain ? "primary" : undefined}
          busy={busy}
          onPress={verify}
        />
        {refused?.refusal.code === "not-proven" && (
          <Button label={vaultPress.join} busy={busy} onPress={() => withPassword(joinRecord)} />
        )}
      </div>
    </>
  );
}

/** A new password, which a device of the vault entry sets without the old one. */
export function NewPassword({ of, onClose }: { of: EntrySummary; onClose: () => void }) {
  const { busy, errorOf, act } = useRecord();
  const { nextPasswordLabels, press, vaultPress, vaultText } = useText();
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const reset = () =>
    act(
      async (tools, now) => {
        const sentence = await resetPassword(tools, now, chosen.passphrase, of);
        onClose();
        return sentence;
      },
      () => checkChosen(chosen, "password"),
      true,
    );
  return (
    <>
      <NewPassphrase
        first
        labels={nextPasswordLabels}
        what="password"
        note={vaultText.passwordNote}
        chosen={chosen}
        onChange={setChosen}
        onEnter={reset}
        errorOf={errorOf}
      />
      <div class="buttons">
        <Button label={vaultPress.reset} look="primary" busy={busy} onPress={reset} />
        <Button label={press.cancel} onPress={onClose} />
      </div>
    </>
  );
}
