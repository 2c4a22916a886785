/**
 * The whole keyring in one file, under a passphrase of its own: what is left when browser and extension are
 * gone.
 *
 * ```
 *  0   8  "64EXPORT"
 *  8   2  format version, 1                            numbers are big endian
 * 10   1  KDF, 1 = Argon2id v1.3
 * 11   4  memory in KiB    15  4  iterations    19  1  parallelism
 * 20  16  KDF salt
 * 36   8  when it was written, milliseconds since 1970
 * 44   4  n
 * 48   n  keyring body, sealed: nonce 24 ‖ … ‖ tag 16     associated data: bytes 0–47
 * 48+n 32 SHA-256 of everything before
 * ```
 * The body is that of the sealed keyring (`keyring-body.ts`), sealed under the derived key itself: a file is written
 * once and never changes its passphrase, so there is no key to wrap. Magic, version and closing hash keep their
 * places in every later version. Not told apart: a wrong passphrase, and damage that somebody hid behind a new
 * closing hash. docs/formats.md says all of this for people who write a reader of their own.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { type Bytes, concatBytes, equalBytes, randomBytes, wipe } from "../bytes.ts";
import { fail, ok, type Result } from "../errors.ts";
import { readBody, type UnreadBody, writeBody } from "../keyring/keyring-body.ts";
import type { DatedKeyring } from "../keyring/merge-keyrings.ts";
import { MOST_EXPORT_BYTES } from "../keyring/storage-budget.ts";
import { isTime } from "../shapes.ts";
import { NONCE_BYTES, open, seal, TAG_BYTES } from "./aead.ts";
import {
  areAcceptable,
  CURRENT_KDF,
  type DeriveKey,
  deriveWrappingKey,
  KDF_SALT_BYTES,
  type KdfParameters,
} from "./kdf.ts";
import { beginsWith, EXPORT_MAGIC } from "./keyring-file.ts";
import { isPassphraseLength } from "./passphrase.ts";

const EXPORT_VERSION = 1;

const KDF_ARGON2ID = 1;
const AT_VERSION = 8;
const AT_KDF = 10;
const AT_MEMORY = 11;
const AT_ITERATIONS = 15;
const AT_PARALLELISM = 19;
const AT_SALT = 20;
const AT_TIME = AT_SALT + KDF_SALT_BYTES;
const AT_LENGTH = AT_TIME + 8;
const AT_BODY = AT_LENGTH + 4;
const HASH_BYTES = 32;
const SHORTEST = AT_BODY + NONCE_BYTES + TAG_BYTES + HASH_BYTES;

export type ExportHeader = {
  kdf: KdfParameters;
  /** 16 bytes. */
  salt: Bytes;
  writtenAtMs: number;
};

/**
 * @param passphrase - as typed; its length was checked where it was chosen. @param atMs - now.
 * @returns the file's bytes, `not-stored` when they would be more than {@link MOST_EXPORT_BYTES}. Takes as
 *   long as the KDF.
 */
export async function writeKeyringExport(
  { keyring, atMs }: DatedKeyring,
  passphrase: string,
  deriveKey: DeriveKey,
): Promise<Result<Bytes, "not-stored">> {
  if (!isPassphraseLength(passphrase)) throw new RangeError("passphrase of a wrong length");
  const body = writeBody(keyring);
  if (body.length > MOST_EXPORT_BYTES - SHORTEST) {
    wipe(body);
    return fail("not-stored");
  }
  const salt = randomBytes(KDF_SALT_BYTES);
  const head = new Uint8Array(AT_BODY);
  const view = new DataView(head.buffer);
  head.set(EXPORT_MAGIC);
  view.setUint16(AT_VERSION, EXPORT_VERSION);
  view.setUint8(AT_KDF, KDF_ARGON2ID);
  view.setUint32(AT_MEMORY, CURRENT_KDF.memoryKib);
  view.setUint32(AT_ITERATIONS, CURRENT_KDF.iterations);
  view.setUint8(AT_PARALLELISM, CURRENT_KDF.parallelism);
  head.set(salt, AT_SALT);
  view.setBigUint64(AT_TIME, BigInt(atMs));
  view.setUint32(AT_LENGTH, NONCE_BYTES + body.length + TAG_BYTES);
  try {
    const key = await deriveWrappingKey(passphrase, salt, CURRENT_KDF, deriveKey);
    const hashed = concatBytes(head, seal("keyring-export", key, head, body));
    wipe(key);
    return ok(concatBytes(hashed, sha256(hashed)));
  } finally {
    // Also where no key can be derived: every key is in it.
    wipe(body);
  }
}

/**
 * Reads what can be read without the passphrase. Nothing of it is authentic before {@link readKeyringExport}.
 *
 * @returns `not-a-keyring-file` when it does not begin like an export, `damaged` when any byte is not as
 *   written, `unsupported-version` when it is whole but newer than this code.
 */
export function inspectKeyringExport(
  file: Uint8Array,
): Result<ExportHeader, "not-a-keyring-file" | "damaged" | "unsupported-version"> {
  if (!beginsWith(file, EXPORT_MAGIC)) return fail("not-a-keyring-file");
  if (file.length < AT_KDF + HASH_BYTES || file.length > MOST_EXPORT_BYTES) return fail("damaged");
  if (!equalBytes(sha256(file.subarray(0, -HASH_BYTES)), file.subarray(-HASH_BYTES))) return fail("damaged");
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const version = view.getUint16(AT_VERSION);
  if (version > EXPORT_VERSION) return fail("unsupported-version");
  if (version < 1 || file.length < SHORTEST || file[AT_KDF] !== KDF_ARGON2ID) return fail("damaged");
  if (view.getUint32(AT_LENGTH) !== file.length - AT_BODY - HASH_BYTES) return fail("damaged");
  const kdf = {
    memoryKib: view.getUint32(AT_MEMORY),
    iterations: view.getUint32(AT_ITERATIONS),
    parallelism: view.getUint8(AT_PARALLELISM),
  };
  const writtenAtMs = Number(view.getBigUint64(AT_TIME));
  if (!areAcceptable(kdf) || !isTime(writtenAtMs)) return fail("damaged");
  return ok({ kdf, salt: Uint8Array.from(file.subarray(AT_SALT, AT_TIME)), writtenAtMs });
}

/**
 * @param file - the whole file. @param passphrase - as typed.
 * @returns the keyring and when it was written, or what is too much in it. `unsupported-version` also when only the body within is
 *   newer. Everything but `wrong-passphrase` about the outside is decided before the KDF runs.
 */
export async function readKeyringExport(
  file: Uint8Array,
  passphrase: string,
  deriveKey: DeriveKey,
): Promise<Result<DatedKeyring, "not-a-keyring-file" | "wrong-passphrase" | UnreadBody>> {
  const header = inspectKeyringExport(file);
  if (!header.ok) return header;
  if (!isPassphraseLength(passphrase)) return fail("wrong-passphrase");
  const { salt, kdf, writtenAtMs } = header.value;
  const key = await deriveWrappingKey(passphrase, salt, kdf, deriveKey);
  const body = open("keyring-export", key, file.subarray(0, AT_BODY), file.subarray(AT_BODY, -HASH_BYTES));
  wipe(key);
  if (!body) return fail("wrong-passphrase");
  const keyring = readBody(body);
  wipe(body);
  return keyring.ok ? ok({ keyring: keyring.value, atMs: writtenAtMs }) : keyring;
}
