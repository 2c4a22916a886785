import { useState } from "preact/hooks";
import type { EntrySummary } from "../../../protocol/page.ts";
import { Button } from "../../kit/button.tsx";
import { PasswordField } from "../../kit/password-field.tsx";
import { useSay } from "../../kit/say.tsx";
import { useText } from "../../text/use-text.ts";

import { NewPassphrase, NOTHING_CHOSEN } from "../keyring/new-passphrase.tsx";
import { refusalOf } from "../keyring/passphrase-choice.ts";
import {
  isProven,
  isSettled,
  joinRecord,
  proveCopy,
  resetPassword,
  type Said,
  type Tools,
  takeUp,
} from "./acts.ts";
import type { UsableRecord } from "./records.ts";
import { passwordRefusal } from "./typed.ts";

type RecordActsProps = {
  record: UsableRecord;
  entry: EntrySummary | undefined;
  tools: Tools;
  busy: boolean;
  act: (work: () => Promise<Said>) => void;
  /** The vault does not know this browser. */
  outside: boolean;
};

/** What takes a password: taking up what was begun, proving the copy, a new password. */
export function RecordActs({ record, entry, tools, busy, act, outside }: RecordActsProps) {
  const text = useText();
  const { nextPasswordLabels, vaultPress, vaultText, vaultWords } = text;
  const say = useSay();
  const [password, setPassword] = useState("");
  const [resetting, setResetting] = useState(false);
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const { account } = record;
  const { pending } = account;
  const isBegun = !isSettled(account);
  const isNext = isBegun || (pending === null && entry !== undefined && !isProven(account, entry));
  const withPassword = (work: (password: string) => Promise<Said>) => {
    const refusal = passwordRefusal(password);
    if (refusal !== null) return say.alert(refusal(text));
    act(async () => {
      const said = await work(password);
      if (said.good) setPassword("");
      return said;
    });
  };
  const prove = () =>
    withPassword((typed) => (isBegun ? takeUp(tools, record, typed) : proveCopy(tools, record, typed)));
  const reset = async (of: EntrySummary) => {
    const refusal = await refusalOf(chosen, "password");
    if (refusal !== null) return say.alert(refusal(text));
    act(async () => {
      const said = await resetPassword(tools, record, chosen.passphrase, of);
      if (said.good) {
        setChosen(NOTHING_CHOSEN);
        setResetting(false);
      }
      return said;
    });
  };
  if (pending?.step === "delete")
    return (
      <div class="buttons">
        <Button
          label={vaultPress.takeUp}
          look="primary"
          busy={busy}
          onPress={() => act(() => takeUp(tools, record, ""))}
        />
      </div>
    );
  return (
    <>
      {!resetting && (
        <PasswordField label={vaultWords.password} value={password} onInput={setPassword} onEnter={prove} />
      )}
      {resetting && entry && (
        <NewPassphrase
          labels={nextPasswordLabels}
          note={vaultText.passwordNote}
          chosen={chosen}
          onChange={setChosen}
          onEnter={() => void reset(entry)}
        />
      )}
      <div class="buttons">
        {!resetting && (
          <Button
            label={isBegun ? vaultPress.takeUp : vaultPress.prove}
            look={isNext ? "primary" : undefined}
            busy={busy}
            onPress={prove}
          />
        )}
        {outside && !resetting && (
          <Button
            label={vaultPress.join}
            busy={busy}
            onPress={() => withPassword((typed) => joinRecord(tools, record, typed))}
          />
        )}
        {entry && pending === null && (
          <Button
            label={vaultPress.reset}
            busy={busy}
            onPress={() => (resetting ? void reset(entry) : setResetting(true))}
          />
        )}
      </div>
    </>
  );
}
