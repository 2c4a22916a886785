/** An exported keyring becomes the keyring of a fresh browser. */
import { toBase64, wipe } from "../../../core/bytes.ts";
import type { Result } from "../../../core/errors.ts";
import { takenIn } from "../../../core/keyring/clamp-imported.ts";
import { writeBody } from "../../../core/keyring/keyring-body.ts";
import { readKeyringExport } from "../../../core/sealed/keyring-export.ts";
import type { Api } from "../../api.ts";

/**
 * Opens the file, creates a keyring under the same passphrase, and puts everything into it. When the last
 * step fails there is an empty keyring, and *Import* takes the file.
 */
export async function restoreExport(
  api: Api,
  file: Uint8Array,
  passphrase: string,
): Promise<Result<{ added: number }>> {
  const opened = await readKeyringExport(file, passphrase, api.deriveKey);
  if (!opened.ok) return opened;
  const { keyring, atMs } = opened.value;
  const body = writeBody(takenIn(keyring, api.nowMs()));
  wipe(...keyring.entries.map(({ key }) => key));
  const created = await api.ask("keyring.create", { passphrase });
  const merged = created.ok ? await api.ask("keyring.merge", { body: toBase64(body), atMs }) : created;
  wipe(body);
  // Merging keeps the settings that are here; these are the ones of a keyring that was just made.
  const saved = merged.ok ? await api.ask("settings.save", keyring.settings) : merged;
  return saved.ok ? merged : saved;
}
