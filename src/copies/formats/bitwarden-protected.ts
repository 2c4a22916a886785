/**
 * Bitwarden's JSON under a password of its own.
 *
 * `{"encrypted": true, "passwordProtected": true, "salt": text, "kdfType": 0 | 1, "kdfIterations",
 * "kdfMemory" (MiB), "kdfParallelism", "encKeyValidation_DO_NOT_EDIT": box, "data": box}`, box =
 * `2.iv|ciphertext|mac`, each base64.
 *
 * - master = PBKDF2-HMAC-SHA256(password, salt) for type 0, Argon2id(password, SHA-256(salt)) for type 1; the
 *   salt is the text as it stands, not what it decodes to
 * - encryption and MAC key = HKDF-Expand(master, "enc") and (master, "mac"), 32 bytes each (RFC 5869 §2.3)
 * - box: AES-256-CBC with PKCS #7, HMAC-SHA256 over iv ‖ ciphertext, checked first
 *
 * Source: bitwarden/clients `bitwarden-password-protected-importer.ts`, tried with `@bitwarden/cli`. The
 * validation box tells a wrong password from a damaged file: it is a few bytes of a file that is mostly data.
 */

import {
  type Bytes,
  bytesToUtf8,
  concatBytes,
  fromBase64,
  randomBytes,
  randomId,
  toBase64,
  utf8ToBytes,
  wipe,
} from "../../core/bytes.ts";
import { fail, ok, type Result } from "../../core/errors.ts";
import { type Argon2Costs, deriveByArgon2, isPayable } from "../argon2.ts";
import type { ExportEntry } from "../export-entry.ts";
import type { Found, ImportError } from "../found.ts";
import { parseJson, textAt, valueAt } from "../json-walk.ts";
import { readBitwarden, writeBitwarden } from "./bitwarden.ts";
import { FIT, type Format } from "./format-definition.ts";

const IV_BYTES = 16;
const MAC_BYTES = 32;
const SALT_BYTES = 16;
/** OWASP, Password Storage Cheat Sheet; Bitwarden's own default. */
const ITERATIONS = 600_000;
/** Bitwarden lets nobody choose more. */
const MOST_ITERATIONS = 2_000_000;
const VALIDATION = "encKeyValidation_DO_NOT_EDIT";

type Kdf = { type: "pbkdf2"; iterations: number } | ({ type: "argon2id" } & Argon2Costs);
type Keys = { encryption: CryptoKey; mac: CryptoKey };

async function hmacKey(bytes: Bytes, use: "sign" | "verify"): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, [use]);
}

/**
 * The first 32 bytes of HKDF-Expand: one block of HMAC. WebCrypto's HKDF cannot leave the extract step out.
 */
async function expand(master: CryptoKey, info: string): Promise<Bytes> {
  return new Uint8Array(
    await crypto.subtle.sign("HMAC", master, concatBytes(utf8ToBytes(info), Uint8Array.of(1))),
  );
}

async function deriveMaster(password: Bytes, salt: Bytes, kdf: Kdf): Promise<Bytes | null> {
  if (kdf.type === "argon2id") {
    const hashed = new Uint8Array(await crypto.subtle.digest("SHA-256", salt));
    return deriveByArgon2(password, hashed, kdf);
  }
  const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  const parameters = { name: "PBKDF2", hash: "SHA-256", salt, iterations: kdf.iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256));
}

/** Null as {@link deriveByArgon2} says. */
async function deriveKeys(
  password: string,
  salt: string,
  kdf: Kdf,
  use: "seal" | "open",
): Promise<Keys | null> {
  const typed = utf8ToBytes(password);
  const master = await deriveMaster(typed, utf8ToBytes(salt), kdf);
  if (!master) return null;
  const prk = await hmacKey(master, "sign");
  const [enc, mac] = await Promise.all([expand(prk, "enc"), expand(prk, "mac")]);
  try {
    return {
      encryption: await crypto.subtle.importKey("raw", enc, "AES-CBC", false, [
        use === "seal" ? "encrypt" : "decrypt",
      ]),
      mac: await hmacKey(mac, use === "seal" ? "sign" : "verify"),
    };
  } finally {
    wipe(typed, master, enc, mac);
  }
}

async function sealBox(text: string, { encryption, mac }: Keys): Promise<string> {
  const iv = randomBytes(IV_BYTES);
  const plain = utf8ToBytes(text);
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-CBC", iv }, encryption, plain));
  wipe(plain);
  const tag = new Uint8Array(await crypto.subtle.sign("HMAC", mac, concatBytes(iv, sealed)));
  return `2.${[iv, sealed, tag].map(toBase64).join("|")}`;
}

type Box = { iv: Bytes; sealed: Bytes; tag: Bytes };

function parseBox(text: string): Box | null {
  const [iv, sealed, tag, rest] = (text.startsWith("2.") ? text.slice(2).split("|") : []).map(fromBase64);
  if (!iv || !sealed || !tag || rest !== undefined) return null;
  return iv.length === IV_BYTES && tag.length === MAC_BYTES ? { iv, sealed, tag } : null;
}

/** Null when the MAC is not that of these keys. */
async function openBox({ iv, sealed, tag }: Box, { encryption, mac }: Keys): Promise<Bytes | null> {
  if (!(await crypto.subtle.verify("HMAC", mac, tag, concatBytes(iv, sealed)))) return null;
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-CBC", iv }, encryption, sealed));
  } catch {
    return null;
  }
}

/** The whole file as text. @param password - as typed: Bitwarden does not normalise it. */
export async function writeBitwardenProtected(
  entries: readonly ExportEntry[],
  password: string,
): Promise<string> {
  const salt = toBase64(randomBytes(SALT_BYTES));
  const keys = await deriveKeys(password, salt, { type: "pbkdf2", iterations: ITERATIONS }, "seal");
  if (!keys) throw new RangeError("PBKDF2 takes no memory");
  const file = {
    encrypted: true,
    passwordProtected: true,
    salt,
    kdfType: 0,
    kdfIterations: ITERATIONS,
    [VALIDATION]: await sealBox(randomId(), keys),
    data: await sealBox(writeBitwarden(entries), keys),
  };
  return JSON.stringify(file, null, 2);
}

function readKdf(value: unknown): Result<Kdf, "damaged" | "unsupported" | "costly"> {
  const [type, iterations, memoryMib, parallelism] = [
    "kdfType",
    "kdfIterations",
    "kdfMemory",
    "kdfParallelism",
  ].map((name) => Number(valueAt(value, name) ?? Number.NaN));
  if (type === undefined || !Number.isInteger(type)) return fail("damaged");
  if (iterations === undefined || !Number.isInteger(iterations) || iterations < 1) return fail("damaged");
  if (type === 0) return iterations <= MOST_ITERATIONS ? ok({ type: "pbkdf2", iterations }) : fail("costly");
  if (type !== 1) return fail("unsupported");
  const kdf = {
    type: "argon2id",
    memoryKib: (memoryMib ?? 0) * 1024,
    iterations,
    parallelism: parallelism ?? 0,
  } as const;
  return isPayable(kdf) ? ok(kdf) : fail("costly");
}

/**
 * Opens the file's data.
 *
 * @param value - the parsed JSON. @param password - as typed.
 * @returns the JSON text within. `wrong-password` only where the file is well-formed and its validation box
 *   does not open; `damaged` where that opens and the data does not.
 */
export async function openBitwardenProtected(
  value: unknown,
  password: string,
): Promise<Result<Bytes, ImportError>> {
  const salt = textAt(value, "salt");
  const validation = parseBox(textAt(value, VALIDATION));
  const data = parseBox(textAt(value, "data"));
  if (salt === "" || !validation || !data) return fail("damaged");
  const kdf = readKdf(value);
  if (!kdf.ok) return kdf;
  if (password === "") return fail("needs-password");
  const keys = await deriveKeys(password, salt, kdf.value, "open");
  if (!keys) return fail("cannot-derive");
  const validated = await openBox(validation, keys);
  if (!validated) return fail("wrong-password");
  const opened = await openBox(data, keys);
  return opened ? ok(opened) : fail("damaged");
}

async function readProtected(sealed: unknown, password: string): Promise<Result<Found, ImportError>> {
  const opened = await openBitwardenProtected(sealed, password);
  if (!opened.ok) return opened;
  const value = parseJson(bytesToUtf8(opened.value));
  wipe(opened.value);
  return readBitwarden(value);
}

export const bitwardenProtected = {
  id: "bitwarden-protected",
  place: "bitwarden",
  encrypted: true,
  fileName: () => "sixtyfour-keys-bitwarden-protected.json",
  recognise({ json }) {
    if (valueAt(json, "encrypted") !== true) return FIT.none;
    // Else it is sealed with the account's own key.
    return valueAt(json, "passwordProtected") === true ? FIT.certain : "account-restricted";
  },
  read: ({ json }, password) => (password === null ? fail("needs-password") : readProtected(json, password)),
  write: async (entries, password) => utf8ToBytes(await writeBitwardenProtected(entries, password)),
} as const satisfies Format;
