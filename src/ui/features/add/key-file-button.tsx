/** `encrypted_backup.key`: the key as the one file that other tools read. */
import { wipe } from "../../../core/bytes.ts";
import { formatBackupKey, parseBackupKey } from "../../../core/key/backup-key.ts";
import { readGivenKey } from "../../../core/key/given-keys.ts";
import { BACKUP_KEY_FILE_NAME, writeKeyFile } from "../../../core/key/key-file.ts";
import { useApi } from "../../api.ts";
import { ActButton } from "../../kit/act-button.tsx";
import { FileButton } from "../../kit/file-button.tsx";
import { bytesOfFile } from "../../kit/file-bytes.ts";
import { type Ask, RefusedError, useAct } from "../../kit/use-act.ts";
import { useDroppedFile } from "../../kit/use-dropped-file.ts";
import { useText } from "../../text/use-text.ts";

/** Longer files are no key files. */
const LONGEST_FILE = 8192;

export function SaveKeyFile({ id }: { id: string }) {
  const api = useApi();
  const { keyFileText } = useText();
  const save = async (ask: Ask) => {
    const key = parseBackupKey((await ask("key.reveal", { id })).hex);
    if (!key) throw new RefusedError("internal");
    const file = writeKeyFile(key);
    api.saveFile(BACKUP_KEY_FILE_NAME, file);
    // The browser has read the bytes by now.
    wipe(key, file);
    return keyFileText.saved;
  };
  return <ActButton label={keyFileText.save} look="quiet" confirm={keyFileText.confirm} act={save} />;
}

/** Reads a key file's digits; what else it may be is said. */
export function ReadKeyFile({ onDigits }: { onDigits: (hex: string) => void }) {
  const { keyFileText } = useText();
  const { run, say } = useAct();
  const take = (file: File) =>
    run(async () => {
      if (file.size > LONGEST_FILE) return say.mistake(keyFileText.notAKey);
      const bytes = await bytesOfFile(file);
      const read = readGivenKey(bytes);
      if (read.ok) onDigits(formatBackupKey(read.key));
      else say.mistake(read.problem?.kind === "crypt14-key" ? keyFileText.whatsapps : keyFileText.notAKey);
      if (read.ok) wipe(read.key);
      wipe(bytes);
    });
  useDroppedFile(take);
  return (
    <>
      <FileButton label={keyFileText.choose} onFile={take} />
      <span class="hint">{keyFileText.drop}</span>
    </>
  );
}
