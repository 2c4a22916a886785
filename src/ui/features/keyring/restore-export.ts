/** Turns a keyring from a file into the keyring of a fresh browser. */
import { type Findings, findingsOf } from "../../../copies/findings.ts";
import type { Found, ImportError } from "../../../copies/found.ts";
import { keyringOf } from "../../../copies/found-keyring.ts";
import { type OwnFormat, readOwnFile } from "../../../copies/own-files.ts";
import { toBase64, wipe } from "../../../core/bytes.ts";
import { writeBody } from "../../../core/keyring/keyring-body.ts";
import { initialSettingsOf, SETTINGS } from "../../../core/keyring/settings.ts";
import type { Api } from "../../api.ts";
import { ActError, type Ask } from "../../kit/use-act.ts";

/** The file does not open; what the background refuses has another sentence. */
function notOpened(format: OwnFormat, code: ImportError): ActError {
  return new ActError(({ firstRunText, openingFailureText }) =>
    code === "damaged" ? firstRunText.exportDamaged : openingFailureText(code, format),
  );
}

/** What is in the file; nothing is here that it could be compared with. Whoever takes it wipes the keys. */
export async function openForRestoring(
  api: Pick<Api, "deriveKey">,
  format: OwnFormat,
  file: Uint8Array,
  passphrase: string,
): Promise<{ found: Found; findings: Findings }> {
  const opened = await readOwnFile(format, file, passphrase, api.deriveKey);
  if (!opened.ok) throw notOpened(format, opened.error.code);
  const here = { entries: [], ids: [], notes: [], settings: initialSettingsOf(SETTINGS) };
  return { found: opened.value, findings: findingsOf(opened.value, here) };
}

export type RestoreWish = {
  found: Found;
  findings: Findings;
  chosen: Findings;
  passphrase: string;
  /** A keyring that does not open lies here: it is set aside, unchanged. */
  isDamaged: boolean;
};

/**
 * Creates a keyring under the passphrase of the file, and puts what was chosen into it. When the last step
 * fails there is an empty keyring, and *Import* takes the file.
 *
 * @returns how many keys are back.
 */
export async function restoreChosen(
  api: Pick<Api, "nowMs">,
  ask: Ask,
  { found, findings, chosen, passphrase, isDamaged }: RestoreWish,
): Promise<number> {
  const { keyring, atMs } = keyringOf(found, findings, chosen, api.nowMs());
  const bytes = writeBody(keyring);
  const body = toBase64(bytes);
  wipe(bytes);
  if (isDamaged) await ask("keyring.set-aside", { seen: "damaged" });
  await ask("keyring.create", { passphrase });
  const settings = chosen.settings.map(({ name }) => name);
  const isExport = found.keptIn === "keyring-file";
  return (await ask("keyring.merge", { body, atMs, settings, isExport })).added;
}
