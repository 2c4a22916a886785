/**
 * Everything that comes from the secret: HKDF-SHA-256 (RFC 5869) over the setup's bytes, one label for each
 * use.
 *
 * Row ids, decoys and the vault's id must come out the same for as long as the secret lives; only the log's
 * pseudonyms turn.
 */
import { createHmac, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from "node:crypto";
import type { Secret } from "./secret.ts";
import { DECOYS, decoyRow } from "./store/tables.ts";

const LABEL = "sixtyfour/vault/v1/";
/** PKCS #8 in front of an Ed25519 seed (RFC 8410 §7). */
const ED25519_SEED = Buffer.from("302e020100300506032b657004220420", "hex");
const PSEUDONYM_BYTES = 4;
const CREDENTIAL_SALT_BYTES = 16;

/** What is derived from an account's name. */
export type Place = {
  /** 32 bytes: names the account. Without the secret nobody can tell which name it belongs to. */
  row: Uint8Array;
  /** The row id of its decoy. */
  decoy: Uint8Array;
  /** 48 bytes: what the name is evaluated under where there is no account. The same each time. */
  decoyCredential: Uint8Array;
};

export type Keys = {
  /** 16 bytes. */
  readonly vaultId: Uint8Array;
  /** 32 bytes; the database keeps them to know the secret again. */
  readonly check: Uint8Array;
  /** 32 bytes, AES-256-GCM. */
  readonly tickets: Uint8Array;
  /** 32 bytes, HMAC-SHA-256. */
  readonly nonces: Uint8Array;
  /** Ed25519, 32 bytes. */
  readonly statePublicKey: Uint8Array;
  signState(bytes: Uint8Array): Uint8Array;
  /** 32 bytes. @param name - NFKC is made here. */
  row(name: string): Uint8Array;
  place(name: string): Place;
  /** Names accounts in the log, in 8 hex characters; another turn gives others. */
  pseudonyms(turn: number): (row: Uint8Array) => string;
};

function hmac(key: Uint8Array, ...parts: readonly (Uint8Array | string)[]): Buffer {
  const mac = createHmac("sha256", key);
  for (const part of parts) mac.update(part);
  return mac.digest();
}

function ed25519(seed: Uint8Array): { key: KeyObject; publicKey: Uint8Array } {
  const der = Buffer.concat([ED25519_SEED, seed]);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const { x = "" } = createPublicKey(key).export({ format: "jwk" });
  return { key, publicKey: Buffer.from(x, "base64url") };
}

export function deriveKeys({ setup }: Secret): Keys {
  const derive = (purpose: string, length = 32): Uint8Array =>
    new Uint8Array(hkdfSync("sha256", setup, "", LABEL + purpose, length));
  const [rows, decoys, credentials] = [derive("rows"), derive("decoys"), derive("decoy-credentials")];
  const state = ed25519(derive("state"));
  const rowOf = (name: string) => hmac(rows, name.normalize("NFKC"));
  return {
    vaultId: derive("vault-id", 16),
    check: derive("check"),
    tickets: derive("tickets"),
    nonces: derive("nonces"),
    statePublicKey: state.publicKey,
    signState: (bytes) => sign(null, bytes, state.key),
    row: rowOf,
    place: (name) => {
      const row = rowOf(name);
      const number = hmac(decoys, row).readUInt32BE() % DECOYS;
      const salt = hmac(credentials, row).subarray(0, CREDENTIAL_SALT_BYTES);
      return { row, decoy: decoyRow(number), decoyCredential: Buffer.concat([row, salt]) };
    },
    pseudonyms: (turn) => {
      const key = derive(`pseudonyms/${turn}`);
      return (row) => hmac(key, row).subarray(0, PSEUDONYM_BYTES).toString("hex");
    },
  };
}
