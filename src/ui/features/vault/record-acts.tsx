import { useState } from "preact/hooks";
import type { EntrySummary } from "../../../protocol/page.ts";
import { Button } from "../../kit/button.tsx";
import { PasswordField } from "../../kit/password-field.tsx";
import { type Sentence, useText } from "../../text/use-text.ts";
import { NewPassphrase, NOTHING_CHOSEN } from "../keyring/new-passphrase.tsx";
import { checkChosen } from "../keyring/passphrase-choice.ts";
import { joinRecord, removeRecord, resetPassword, type Tools, takeUp, verifyPlace } from "./acts.ts";
import { isSettled, isVerified } from "./doubts.ts";
import { useRecord } from "./one-record.ts";
import type { UsableRecord } from "./records.ts";
import { checkPassword, PASSWORD_BOX } from "./typed.ts";

type PasswordAct = (tools: Tools, now: UsableRecord, password: string) => Promise<Sentence>;

/** What takes a password: taking up what was begun, verifying the place, a new password. */
export function RecordActs() {
  const { record, entry, busy, errorOf, refused, act } = useRecord();
  const { nextPasswordLabels, vaultPress, vaultText, vaultWords } = useText();
  const [password, setPassword] = useState("");
  const [isResetting, setResetting] = useState(false);
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const { account } = record;
  const { pending } = account;
  const isBegun = !isSettled(account);
  const isNext = isBegun || (pending === null && entry !== undefined && !isVerified(account, entry));
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
  const reset = (of: EntrySummary) =>
    act(
      async (tools, now) => {
        const sentence = await resetPassword(tools, now, chosen.passphrase, of);
        setChosen(NOTHING_CHOSEN);
        setResetting(false);
        return sentence;
      },
      () => checkChosen(chosen, "password"),
      true,
    );
  const takeUpLabel = isBegun ? vaultPress.takeUp : vaultPress.verify;
  if (pending?.step === "delete")
    return (
      <div class="buttons">
        <Button label={vaultPress.takeUp} look="primary" busy={busy} onPress={() => act(removeRecord)} />
      </div>
    );
  return (
    <>
      {!isResetting && (
        <PasswordField
          label={vaultWords.password}
          value={password}
          onInput={setPassword}
          onEnter={verify}
          error={errorOf(PASSWORD_BOX)}
        />
      )}
      {isResetting && entry && (
        <NewPassphrase
          labels={nextPasswordLabels}
          what="password"
          note={vaultText.passwordNote}
          chosen={chosen}
          onChange={setChosen}
          onEnter={() => reset(entry)}
          errorOf={errorOf}
        />
      )}
      <div class="buttons">
        {!isResetting && (
          <Button label={takeUpLabel} look={isNext ? "primary" : undefined} busy={busy} onPress={verify} />
        )}
        {refused?.refusal.code === "not-proven" && !isResetting && (
          <Button label={vaultPress.join} busy={busy} onPress={() => withPassword(joinRecord)} />
        )}
        {entry && pending === null && (
          <Button
            label={vaultPress.reset}
            busy={busy}
            onPress={() => (isResetting ? reset(entry) : setResetting(true))}
          />
        )}
      </div>
    </>
  );
}
