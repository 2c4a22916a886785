/** `encrypted_backup.key`: the key as the one file that other tools read. */

import { BACKUP_KEY_FILE_NAME, readKeyFile, writeKeyFile } from "../../../backup/key-file.ts";
import { wipe } from "../../../core/bytes.ts";
import { formatBackupKey, parseBackupKey } from "../../../core/key/backup-key.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { FileButton } from "../../kit/file-button.tsx";
import { useSay } from "../../kit/say.tsx";
import { useDroppedFile } from "../../kit/use-dropped-file.ts";
import { useText } from "../../text/use-text.ts";

/** Longer files are no key files. */
const LONGEST_FILE = 1024;

export function SaveKeyFile({ id }: { id: string }) {
  const api = useApi();
  const { errorText, keyFileText } = useText();
  const say = useSay();
  const save = async () => {
    const reply = await api.ask("key.reveal", { id });
    if (!reply.ok) return say.alert(errorText[reply.error.code]);
    const key = parseBackupKey(reply.value.hex);
    if (!key) return say.alert(errorText.internal);
    const file = writeKeyFile(key);
    api.saveFile(BACKUP_KEY_FILE_NAME, file);
    // The browser has its own copy by now.
    wipe(key, file);
    say.status(keyFileText.saved);
  };
  return (
    <Button
      label={keyFileText.save}
      look="quiet"
      onPress={save}
      confirm={{ title: keyFileText.title, consequence: keyFileText.consequence, sure: keyFileText.save }}
    />
  );
}

/** Reads a key file's digits; what else it may be is said. */
export function ReadKeyFile({ onDigits }: { onDigits: (hex: string) => void }) {
  const { keyFileText } = useText();
  const say = useSay();
  const take = async (file: File) => {
    if (file.size > LONGEST_FILE) return say.alert(keyFileText.notAKey);
    const bytes = await file.arrayBuffer().catch(() => null);
    if (!bytes) return say.alert(keyFileText.unreadable);
    const read = readKeyFile(new Uint8Array(bytes));
    if (read?.kind === "backup-key") onDigits(formatBackupKey(read.key));
    else say.alert(read ? keyFileText.whatsapps : keyFileText.notAKey);
    if (read) wipe(read.kind === "backup-key" ? read.key : read.fileKey);
    wipe(new Uint8Array(bytes));
  };
  useDroppedFile(take);
  return (
    <>
      <FileButton label={keyFileText.choose} onFile={(file) => void take(file)} />
      <span class="hint">{keyFileText.drop}</span>
    </>
  );
}
