/** An exported keyring becomes the keyring of a fresh browser. */
import { toBase64, wipe } from "../../../core/bytes.ts";
import type { ErrorCode } from "../../../core/errors.ts";
import { takenIn } from "../../../core/keyring/clamp-imported.ts";
import { writeBody } from "../../../core/keyring/keyring-body.ts";
import { SETTING_NAMES } from "../../../core/keyring/stricter-settings.ts";
import { readKeyringExport } from "../../../core/sealed/keyring-export.ts";
import type { Api } from "../../api.ts";
import { ActError, type Ask } from "../../kit/use-act.ts";

/** The file does not open; what the background refuses has another sentence. */
function notOpened(code: ErrorCode): ActError {
  return new ActError(({ errorText, firstRunText }) => {
    if (code === "damaged") return firstRunText.exportDamaged;
    return code === "wrong-passphrase" ? firstRunText.exportWrong : errorText[code];
  });
}

/**
 * Opens the file, creates a keyring under the same passphrase, and puts everything into it. When the last
 * step fails there is an empty keyring, and *Import* takes the file.
 *
 * @returns how many keys are back.
 */
export async function restoreExport(
  api: Api,
  ask: Ask,
  file: Uint8Array,
  passphrase: string,
): Promise<number> {
  const opened = await readKeyringExport(file, passphrase, api.deriveKey);
  if (!opened.ok) throw notOpened(opened.error.code);
  const { keyring, atMs } = opened.value;
  const bytes = writeBody(takenIn(keyring, api.nowMs()));
  const body = toBase64(bytes);
  wipe(bytes, ...keyring.entries.map(({ key }) => key));
  await ask("keyring.create", { passphrase });
  const { added } = await ask("keyring.merge", { body, atMs, settings: SETTING_NAMES });
  return added;
}
