/**
 * The outer header of a KeePass database, KDBX 3.1 and 4.
 *
 * ```
 * 03 d9 a2 9a  67 fb 4b b5    signature; 65 fb 4b b5 for KeePass 1
 * uint16 minor, uint16 major
 * fields: id (1) ‖ length (2 in version 3, 4 in version 4) ‖ value, until id 0
 * ```
 * 2 cipher (UUID) · 3 compression (0 none, 1 gzip) · 4 master seed (32) · 7 IV · 11 KDF parameters (version 4).
 * Version 3.1: 5 transform seed (32) · 6 rounds (uint64) · 8 inner stream key · 9 first 32 bytes of the plaintext ·
 * 10 inner stream. Numbers are little-endian. Source: keepass.info/help/kb/kdbx.html and keepassxc
 * `src/format/KeePass2.h`. Nothing here is believed before its hash or HMAC is checked: `kdbx-file.ts`.
 */
import { type Bytes, bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "../../core/bytes.ts";
import { fail, ok, type Result } from "../../core/errors.ts";
import { type ByteReader, readerOf, toLittleEndian } from "./byte-reader.ts";
import type { KdbxKdf } from "./kdbx-keys.ts";

const KDBX_SIGNATURE = "03d9a29a67fb4bb5";
const KEEPASS_1_SIGNATURE = "03d9a29a65fb4bb5";

/** By the first bytes of a file. `keepass-1`: the format before KDBX, which is not read here. */
export function kdbxSignature(bytes: Uint8Array): "kdbx" | "keepass-1" | null {
  const start = bytesToHex(bytes.subarray(0, 8));
  return start === KDBX_SIGNATURE ? "kdbx" : start === KEEPASS_1_SIGNATURE ? "keepass-1" : null;
}

const CIPHERS: Record<string, { cipher: KdbxCipher; ivBytes: number }> = {
  "31c1f2e6bf714350be5805216afc5aff": { cipher: "aes", ivBytes: 16 },
  d6038a2b8b6f4cb5a524339a31dbb59a: { cipher: "chacha20", ivBytes: 12 },
};
const AES_CIPHER = "31c1f2e6bf714350be5805216afc5aff";
const ARGON2D = "ef636ddf8c29444b91f7a9a403e30a0c";
const ARGON2ID = "9e298b1956db4773b23dfc3ec6f0a1e6";
/** Version 3.1's and the one of version 4: the same function. */
const AES_KDFS = ["c9d9f39a628a4460bf740d08c18a4fea", "7c02bb8279a74ac0927d114a00648238"];
const ARGON2_VERSION = 0x13;
const SEED_BYTES = 32;
const FIELD = { end: 0, cipher: 2, compression: 3, masterSeed: 4, iv: 7, kdf: 11 } as const;
const FIELD_3 = { transformSeed: 5, rounds: 6, streamKey: 8, startBytes: 9, stream: 10 } as const;
const VARIANT = { version: 0x0100, u32: 0x04, u64: 0x05, bytes: 0x42 } as const;

type KdbxCipher = "aes" | "chacha20";
/** What only version 3.1 keeps in its outer header. */
type Kdbx3 = { startBytes: Bytes; streamKey: Bytes; stream: number };

export type KdbxHeader = {
  cipher: KdbxCipher;
  isCompressed: boolean;
  /** 32 bytes. */
  masterSeed: Bytes;
  /** 16 bytes for AES, 12 for ChaCha20. */
  iv: Bytes;
  kdf: KdbxKdf;
  /** Null in version 4. */
  version3: Kdbx3 | null;
  /** Signature to end field: what the header's hash is over. */
  bytes: Bytes;
};

/** The fields by id, the last of each; null when they do not end. */
export function readFields(reader: ByteReader, lengthOf: () => number): Map<number, Bytes> | null {
  const fields = new Map<number, Bytes>();
  while (!reader.isCut()) {
    const id = reader.u8();
    const value = reader.take(lengthOf());
    if (reader.isCut()) break;
    if (id === FIELD.end) return fields;
    fields.set(id, value);
  }
  return null;
}

/**
 * A variant dictionary: version (2), then type (1) ‖ name ‖ value, each with its length (4), until type 0.
 */
function readVariants(bytes: Bytes): Map<string, Bytes> | null {
  const reader = readerOf(bytes);
  const values = new Map<string, Bytes>();
  if (reader.u16() >> 8 !== VARIANT.version >> 8) return null;
  while (!reader.isCut()) {
    const type = reader.u8();
    if (type === 0 && !reader.isCut()) return values;
    const name = new TextDecoder().decode(reader.take(reader.u32()));
    values.set(name, reader.take(reader.u32()));
  }
  return null;
}

function readKdf(bytes: Bytes | undefined): Result<KdbxKdf, "damaged" | "unsupported"> {
  const values = bytes && readVariants(bytes);
  const uuid = values?.get("$UUID");
  const salt = values?.get("S");
  if (!values || !uuid || !salt) return fail("damaged");
  const number = (name: string) => readerOf(values.get(name) ?? new Uint8Array(0));
  const id = bytesToHex(uuid);
  if (AES_KDFS.includes(id)) {
    return salt.length === SEED_BYTES
      ? ok({ type: "aes", seed: salt, rounds: number("R").u64() })
      : fail("damaged");
  }
  if (id !== ARGON2D && id !== ARGON2ID) return fail("unsupported");
  if (number("V").u32() !== ARGON2_VERSION || values.has("K") || values.has("A")) return fail("unsupported");
  if (salt.length < 8) return fail("damaged");
  return ok({
    type: id === ARGON2D ? "argon2d" : "argon2id",
    salt,
    // Named in bytes; Argon2 has no part of a KiB.
    memoryKib: Math.floor(number("M").u64() / 1024),
    iterations: number("I").u64(),
    parallelism: number("P").u32(),
  });
}

function readKdbx3(fields: Map<number, Bytes>): { kdf: KdbxKdf; version3: Kdbx3 } | null {
  const [seed, rounds, streamKey, startBytes, stream] = [
    FIELD_3.transformSeed,
    FIELD_3.rounds,
    FIELD_3.streamKey,
    FIELD_3.startBytes,
    FIELD_3.stream,
  ].map((id) => fields.get(id));
  if (seed?.length !== SEED_BYTES || rounds?.length !== 8 || stream?.length !== 4) return null;
  if (startBytes?.length !== SEED_BYTES || !streamKey) return null;
  return {
    kdf: { type: "aes", seed, rounds: readerOf(rounds).u64() },
    version3: { startBytes, streamKey, stream: readerOf(stream).u32() },
  };
}

/** Never throws. `unsupported`: KeePass 1, later versions, Twofish, a KDF we do not have. */
export function readKdbxHeader(bytes: Uint8Array): Result<KdbxHeader, "damaged" | "unsupported"> {
  const reader = readerOf(bytes);
  const signature = kdbxSignature(reader.take(8));
  if (signature !== "kdbx") return fail(signature === null ? "damaged" : "unsupported");
  const [, major] = [reader.u16(), reader.u16()];
  if (!reader.isCut() && major !== 3 && major !== 4) return fail("unsupported");
  const fields = readFields(reader, () => (major === 3 ? reader.u16() : reader.u32()));
  if (!fields) return fail("damaged");

  const [cipherId, compression] = [fields.get(FIELD.cipher), fields.get(FIELD.compression)];
  const [masterSeed, iv] = [fields.get(FIELD.masterSeed), fields.get(FIELD.iv)];
  if (cipherId?.length !== 16 || compression?.length !== 4 || masterSeed?.length !== SEED_BYTES)
    return fail("damaged");
  const known = CIPHERS[bytesToHex(cipherId)];
  const method = readerOf(compression).u32();
  if (!known || method > 1) return fail("unsupported");
  if (iv?.length !== known.ivBytes) return fail("damaged");

  const parts = major === 3 ? readKdbx3(fields) : { kdf: readKdf(fields.get(FIELD.kdf)), version3: null };
  if (!parts) return fail("damaged");
  if ("ok" in parts.kdf && !parts.kdf.ok) return parts.kdf;
  return ok({
    cipher: known.cipher,
    isCompressed: method === 1,
    masterSeed,
    iv,
    kdf: "ok" in parts.kdf ? parts.kdf.value : parts.kdf,
    version3: parts.version3,
    bytes: Uint8Array.from(bytes.subarray(0, reader.at())),
  });
}

function variant(type: number, name: string, value: Uint8Array): Uint8Array {
  const plain = utf8ToBytes(name);
  const length = (bytes: Uint8Array) => toLittleEndian(bytes.length, 4);
  return concatBytes(Uint8Array.of(type), length(plain), plain, length(value), value);
}

/** The header of the files that we write: KDBX 4.0, AES-256, Argon2id, not compressed. */
export function writeKdbxHeader(
  header: Pick<KdbxHeader, "masterSeed" | "iv">,
  kdf: KdbxKdf & { type: "argon2id" },
): Bytes {
  const parameters = concatBytes(
    toLittleEndian(VARIANT.version, 2),
    variant(VARIANT.bytes, "$UUID", hexToBytes(ARGON2ID)),
    variant(VARIANT.bytes, "S", kdf.salt),
    variant(VARIANT.u32, "P", toLittleEndian(kdf.parallelism, 4)),
    variant(VARIANT.u64, "M", toLittleEndian(kdf.memoryKib * 1024, 8)),
    variant(VARIANT.u64, "I", toLittleEndian(kdf.iterations, 8)),
    variant(VARIANT.u32, "V", toLittleEndian(ARGON2_VERSION, 4)),
    Uint8Array.of(0),
  );
  return concatBytes(
    hexToBytes(KDBX_SIGNATURE),
    toLittleEndian(0, 2),
    toLittleEndian(4, 2),
    writeField(FIELD.cipher, hexToBytes(AES_CIPHER)),
    writeField(FIELD.compression, toLittleEndian(0, 4)),
    writeField(FIELD.masterSeed, header.masterSeed),
    writeField(FIELD.iv, header.iv),
    writeField(FIELD.kdf, parameters),
    // What KeePass itself writes there.
    writeField(FIELD.end, utf8ToBytes("\r\n\r\n")),
  );
}

/** One field as version 4 has it: also those of the inner header. */
export function writeField(id: number, value: Uint8Array): Bytes {
  return concatBytes(Uint8Array.of(id), toLittleEndian(value.length, 4), value);
}
