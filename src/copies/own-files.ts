/**
 * Sixtyfour's own files: the Sixtyfour file, and the sealed keyring as it lies in a browser. Both hold a
 * whole keyring, with history and verified places.
 */
import { wipe } from "../core/bytes.ts";
import { fail, ok, type Result } from "../core/errors.ts";
import type { UnreadBody } from "../core/keyring/keyring-body.ts";
import type { DatedKeyring } from "../core/keyring/merge-keyrings.ts";
import type { Keyring } from "../core/keyring/opened-keyring.ts";
import { isTooMuch, type TooMuch } from "../core/keyring/too-much.ts";
import { type DeriveKey, orCannotDerive } from "../core/sealed/kdf.ts";
import { inspectKeyringExport, readKeyringExport } from "../core/sealed/keyring-export.ts";
import { beginsWith, EXPORT_MAGIC, SEALED_MAGIC } from "../core/sealed/keyring-file.ts";
import { inspectSealed, openSealedFile } from "../core/sealed/sealed-keyring.ts";
import { byPassphrase } from "../core/sealed/slots/passphrase-slot.ts";
import { unwrapKeyringKey } from "../core/sealed/wrapping.ts";
import type { Found, ImportError } from "./found.ts";

/** A file password opens the one, the passphrase that it was saved under the other. */
export type OwnFormat = "keyring-export" | "sealed-keyring";

/** Which of the two bytes are by how they begin; null where they are neither. */
export function ownFormatOf(bytes: Uint8Array): OwnFormat | null {
  if (beginsWith(bytes, EXPORT_MAGIC)) return "keyring-export";
  return beginsWith(bytes, SEALED_MAGIC) ? "sealed-keyring" : null;
}

type Unopened = UnreadBody | "wrong-passphrase" | "not-a-keyring-file" | "cannot-derive";

const FAILURES: Record<Exclude<Unopened, TooMuch>, ImportError> = {
  damaged: "damaged",
  // It begins like one of our files, or it would not have come here.
  "not-a-keyring-file": "damaged",
  "unsupported-version": "unsupported",
  "wrong-passphrase": "wrong-password",
  "cannot-derive": "cannot-derive",
};
const failureOf = (code: Unopened): ImportError => (isTooMuch(code) ? code : FAILURES[code]);

async function openSealed(
  bytes: Uint8Array,
  passphrase: string,
  deriveKey: DeriveKey,
): Promise<Result<Keyring, Unopened>> {
  const header = inspectSealed(bytes);
  if (!header.ok) return header;
  const key = await unwrapKeyringKey(header.value.wrapping, byPassphrase(passphrase, deriveKey));
  if (!key.ok) return key;
  const keyring = openSealedFile(bytes, key.value);
  wipe(key.value);
  return keyring;
}

async function openOwn(
  format: OwnFormat,
  bytes: Uint8Array,
  passphrase: string,
  deriveKey: DeriveKey,
): Promise<Result<DatedKeyring, Unopened>> {
  if (format === "keyring-export") return readKeyringExport(bytes, passphrase, deriveKey);
  const keyring = await openSealed(bytes, passphrase, deriveKey);
  // It does not say when it was written, so everything else counts as newer.
  return keyring.ok ? ok({ keyring: keyring.value, atMs: 0 }) : keyring;
}

function foundIn(state: DatedKeyring, format: OwnFormat): Found {
  const { entries } = state.keyring;
  const keys = entries.map(({ key, label, phoneEnding, note, origin, createdAtMs }, index) => ({
    key,
    label,
    phoneEnding,
    note,
    origin,
    createdAtMs,
    isDoubtful: false,
    places: [{ entry: index + 1, field: null }],
  }));
  const keptIn = format === "keyring-export" ? "keyring-file" : null;
  return { keys, entries: entries.length, ignored: 0, keptIn, state };
}

/**
 * @param passphrase - as typed; null while none was asked for.
 * @returns what is in it, `state` included. All but `wrong-password` is decided before the KDF runs.
 */
export async function readOwnFile(
  format: OwnFormat,
  bytes: Uint8Array,
  passphrase: string | null,
  deriveKey: DeriveKey,
): Promise<Result<Found, ImportError>> {
  if (passphrase === null) {
    const header = format === "keyring-export" ? inspectKeyringExport(bytes) : inspectSealed(bytes);
    return fail(header.ok ? "needs-password" : failureOf(header.error.code));
  }
  const opened = await orCannotDerive(openOwn(format, bytes, passphrase, deriveKey));
  return opened.ok ? ok(foundIn(opened.value, format)) : fail(failureOf(opened.error.code));
}
