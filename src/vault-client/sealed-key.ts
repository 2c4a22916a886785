/**
 * A key as the vault holds it: sealed under OPAQUE's export key, which only the password gives.
 *
 * version (1) ‖ nonce (24) ‖ ciphertext (1024) ‖ tag (16). Key: HKDF-SHA-512 (RFC 5869), no salt, of the
 * export key (64), info {@link WRAP_INFO}, 32 bytes. XChaCha20-Poly1305 with the associated data of
 * `core/sealed/aead.ts` for `vault-key`, over vault id, row id and generation (`protocol/vault/proof.ts`):
 * a key sealed for one vault entry opens for no other. Content: JSON in UTF-8, padded with spaces, so that
 * the length reveals nothing.
 */
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha512 } from "@noble/hashes/sha2.js";
import * as v from "valibot";
import { fromBase64Url, toBase64Url } from "../core/base64url.ts";
import { bytesToUtf8, concatBytes, utf8ToBytes, wipe } from "../core/bytes.ts";
import { ok } from "../core/errors.ts";
import { formatBackupKey } from "../core/key/backup-key.ts";
import { keySchema, labelSchema, originSchema, phoneEndingSchema } from "../core/keyring/opened-keyring.ts";
import { exact, read, type TypeOf, timeMs } from "../core/schema.ts";
import { AEAD_KEY_BYTES, open, seal } from "../core/sealed/aead.ts";
import { isRecord } from "../core/shapes.ts";
import { sealedKeyContext } from "../protocol/vault/proof.ts";
import { type Outcome, refuse } from "./outcome.ts";

const WRAP_INFO = /* @__PURE__ */ utf8ToBytes("sixtyfour/vault/wrap/v1");
const VERSION = 1;
const CONTENT_BYTES = 1024;

/** The parts of a keyring entry that go into a vault. */
const contentSchema = exact({
  version: v.literal(VERSION),
  key: keySchema,
  label: labelSchema,
  phoneEnding: phoneEndingSchema,
  origin: originSchema,
  createdAtMs: timeMs,
});
export type KeyContent = Omit<TypeOf<typeof contentSchema>, "version">;

/** Which vault entry it is sealed for; base64url. */
export type SealedFor = { vaultId: string; rowId: string; generation: number };

function contextOf({ vaultId, rowId, generation }: SealedFor): Uint8Array {
  const [vault, row] = [fromBase64Url(vaultId), fromBase64Url(rowId)];
  if (!vault || !row) throw new RangeError("base64url is checked before");
  return sealedKeyContext(vault, row, generation);
}

function wrappingKey(exportKey: string): Uint8Array {
  const secret = fromBase64Url(exportKey);
  if (!secret) throw new RangeError("an export key comes from OPAQUE");
  try {
    return hkdf(sha512, secret, undefined, WRAP_INFO, AEAD_KEY_BYTES);
  } finally {
    wipe(secret);
  }
}

/** @param exportKey - base64url, 64 bytes. @returns base64url of always the same length. */
export function sealKey(content: KeyContent, exportKey: string, vaultRecord: SealedFor): string {
  const { key, label, phoneEnding, origin, createdAtMs } = content;
  const fields = { version: VERSION, key: formatBackupKey(key), label, phoneEnding, origin, createdAtMs };
  const json = utf8ToBytes(JSON.stringify(fields));
  const padded = new Uint8Array(CONTENT_BYTES).fill(0x20);
  padded.set(json);
  const wrapping = wrappingKey(exportKey);
  const box = seal("vault-key", wrapping, contextOf(vaultRecord), padded);
  wipe(json, padded, wrapping);
  return toBase64Url(concatBytes(Uint8Array.of(VERSION), box));
}

function readContent(raw: unknown): Outcome<KeyContent> {
  if (isRecord(raw) && Number.isInteger(raw["version"]) && (raw["version"] as number) > VERSION)
    return refuse("unsupported-version");
  const content = read(contentSchema, raw);
  if (!content) return refuse("damaged");
  const { version: _, ...kept } = content;
  return ok(kept);
}

/** @returns `damaged` if it was sealed for another vault entry, sealed by another password, or changed. */
export function openKey(sealedKey: string, exportKey: string, vaultRecord: SealedFor): Outcome<KeyContent> {
  const bytes = fromBase64Url(sealedKey);
  const version = bytes?.[0];
  if (!bytes || version === undefined) return refuse("damaged");
  if (version > VERSION) return refuse("unsupported-version");
  const wrapping = wrappingKey(exportKey);
  const padded =
    version === VERSION ? open("vault-key", wrapping, contextOf(vaultRecord), bytes.subarray(1)) : null;
  wipe(wrapping);
  if (!padded) return refuse("damaged");
  try {
    return readContent(JSON.parse(bytesToUtf8(padded)));
  } catch {
    return refuse("damaged");
  } finally {
    wipe(padded);
  }
}
