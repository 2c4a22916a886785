/**
 * An independent OPAQUE for tests: what client and server share. RFC 9807 with 3DH, ristretto255-SHA512,
 * HKDF-SHA-512 and HMAC-SHA-512.
 *
 * For tests only: the multiplication of @noble/curves is not constant time.
 */
import { ristretto255, ristretto255_hasher, ristretto255_oprf } from "@noble/curves/ed25519.js";
import { expand, extract } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { argon2id } from "hash-wasm";
import { concatBytes, equalBytes, utf8ToBytes } from "../../../src/core/bytes.ts";

/** Nh = Nm = 64, Nn = Nseed = Nok = Npk = Nsk = 32. */
export const HASH_BYTES = 64;
export const NONCE_BYTES = 32;
export const KEY_BYTES = 32;
export const ENVELOPE_BYTES = NONCE_BYTES + HASH_BYTES;
export const RESPONSE_BYTES = 2 * KEY_BYTES + NONCE_BYTES + ENVELOPE_BYTES;

export type KeyPair = { secretKey: Uint8Array; publicKey: Uint8Array };
export type Identities = { client?: Uint8Array | undefined; server?: Uint8Array | undefined };
/** 64 bytes to 64 bytes. */
export type Stretch = (output: Uint8Array) => Uint8Array | Promise<Uint8Array>;

const { oprf } = ristretto255_oprf;
const { Point } = ristretto255;

/** Of the published vectors. */
export const identityStretch: Stretch = (output) => output;

/** As opaque-ke does it: an all-zero salt of 16 bytes, 64 bytes out. `memoryKib` in KiB. */
export function argon2Stretch(memoryKib: number, iterations: number, parallelism: number): Stretch {
  return (password) =>
    argon2id({
      ...{ password, salt: new Uint8Array(16), memorySize: memoryKib, iterations, parallelism },
      ...{ hashLength: HASH_BYTES, outputType: "binary" },
    });
}

/** §1.2: two bytes of length, big-endian, then the bytes. */
export function withLength(bytes: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(bytes.length >> 8, bytes.length & 255), bytes);
}

export function kdfExtract(input: Uint8Array): Uint8Array {
  return extract(sha512, input, new Uint8Array(0));
}

export function kdfExpand(key: Uint8Array, info: Uint8Array, length = HASH_BYTES): Uint8Array {
  return expand(sha512, key, info, length);
}

export function expandNamed(key: Uint8Array, salt: Uint8Array, name: string, length?: number): Uint8Array {
  return kdfExpand(key, concatBytes(salt, utf8ToBytes(name)), length);
}

export const hash = (bytes: Uint8Array): Uint8Array => sha512(bytes);
export const mac = (key: Uint8Array, bytes: Uint8Array): Uint8Array => hmac(sha512, key, bytes);

export function macFits(key: Uint8Array, bytes: Uint8Array, tag: Uint8Array): boolean {
  return equalBytes(mac(key, bytes), tag);
}

/** §2.1 */
export function deriveDhKeyPair(seed: Uint8Array): KeyPair {
  return oprf.deriveKeyPair(seed, utf8ToBytes("OPAQUE-DeriveDiffieHellmanKeyPair"));
}

export function publicKeyOf(secretKey: Uint8Array): Uint8Array {
  return Point.BASE.multiply(Point.Fn.fromBytes(secretKey)).toBytes();
}

/** Refuses what is no group element, and the identity. */
export function diffieHellman(secretKey: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const point = Point.fromBytes(publicKey);
  if (point.equals(Point.ZERO)) throw new Error("the identity is no public key");
  return point.multiply(Point.Fn.fromBytes(secretKey)).toBytes();
}

/** RFC 9497 §3.3.1, with the blind passed in. */
export function blindElement(password: Uint8Array, blind: Uint8Array): Uint8Array {
  const DST = concatBytes(
    utf8ToBytes("HashToGroup-OPRFV1-"),
    Uint8Array.of(0),
    utf8ToBytes("-ristretto255-SHA512"),
  );
  return ristretto255_hasher.hashToCurve(password, { DST }).multiply(Point.Fn.fromBytes(blind)).toBytes();
}

/** A scalar other than zero. */
export function randomBlind(): Uint8Array {
  return oprf.generateKeyPair().secretKey;
}

export function oprfKeyOf(oprfSeed: Uint8Array, credentialIdentifier: Uint8Array): Uint8Array {
  const seed = expandNamed(oprfSeed, credentialIdentifier, "OprfKey", KEY_BYTES);
  return oprf.deriveKeyPair(seed, utf8ToBytes("OPAQUE-DeriveKeyPair")).secretKey;
}

export function evaluate(oprfKey: Uint8Array, blinded: Uint8Array): Uint8Array {
  return oprf.blindEvaluate(oprfKey, blinded);
}

/** §5.2.3 and §6.3.2.3: `randomized_password`. */
export async function randomizedPassword(
  password: Uint8Array,
  blind: Uint8Array,
  evaluated: Uint8Array,
  stretch: Stretch,
): Promise<Uint8Array> {
  const output = oprf.finalize(password, blind, evaluated);
  return kdfExtract(concatBytes(output, await stretch(output)));
}

export function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((byte, i) => byte ^ (b[i] ?? 0));
}

/** Cuts bytes into parts of these lengths; what does not come out even is a bug or an attack. */
export function cut(bytes: Uint8Array, ...lengths: readonly number[]): Uint8Array[] {
  const ends = lengths.map((_, i) => lengths.slice(0, i + 1).reduce((sum, length) => sum + length));
  if (ends.at(-1) !== bytes.length) throw new Error(`${bytes.length} bytes where ${ends.at(-1)} were due`);
  return ends.map((end, i) => bytes.slice(end - (lengths[i] ?? 0), end));
}
