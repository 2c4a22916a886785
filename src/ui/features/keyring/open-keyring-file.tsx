import { useState } from "preact/hooks";
import { toBase64 } from "../../../core/bytes.ts";
import { beginsWith, EXPORT_MAGIC } from "../../../core/sealed/keyring-file.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { FileButton } from "../../kit/file-button.tsx";
import { bytesOfFile } from "../../kit/file-bytes.ts";
import { PasswordField } from "../../kit/password-field.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { restoreExport } from "./restore-export.ts";

const MEBIBYTE = 1024 * 1024;
/** A sealed keyring, and an exported one. */
const LARGEST_SEALED_BYTES = 4 * MEBIBYTE;
const LARGEST_FILE_BYTES = 16 * MEBIBYTE;

/**
 * Takes in a keyring from a file: the sealed one as it was saved, or an exported one with its passphrase.
 * `takesExport`: an exported one can become the keyring here.
 */
export function OpenKeyringFile({ takesExport }: { takesExport: boolean }) {
  const api = useApi();
  const { firstRunText, restoredText, tabPress, unlockText } = useText();
  const { busy, run, ask, say } = useAct();
  /** An exported keyring that waits for its passphrase. */
  const [exported, setExported] = useState<Uint8Array | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const take = (file: File) =>
    run(async () => {
      setExported(null);
      setPassphrase("");
      if (file.size > LARGEST_FILE_BYTES) return say.alert(firstRunText.fileTooLarge);
      const bytes = await bytesOfFile(file);
      if (beginsWith(bytes, EXPORT_MAGIC)) {
        if (!takesExport) return say.alert(firstRunText.exportElsewhere);
        say.status(firstRunText.exportPassphrase);
        return setExported(bytes);
      }
      if (file.size > LARGEST_SEALED_BYTES) return say.alert(firstRunText.fileTooLarge);
      await ask("keyring.import", { sealed: toBase64(bytes) });
      say.status(firstRunText.imported);
    });
  const restore = () =>
    run(async () => {
      if (exported === null) return;
      if (passphrase === "") return say.alert(unlockText.missing);
      say.status(firstRunText.restoring);
      say.status(restoredText(await restoreExport(api, ask, exported, passphrase)));
    });
  return (
    <>
      <FileButton label={tabPress.openFile} busy={busy} onFile={take} />
      {exported && (
        <div class="stack restore">
          <PasswordField
            first={true}
            label={firstRunText.exportLabel}
            value={passphrase}
            onInput={setPassphrase}
            onEnter={restore}
          />
          <div class="buttons">
            <Button label={tabPress.restoreAll} look="primary" busy={busy} onPress={restore} />
          </div>
        </div>
      )}
    </>
  );
}
