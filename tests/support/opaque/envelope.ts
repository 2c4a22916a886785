/** RFC 9807 §4: what the client keeps at the server, and gets back by its password alone. */
import { concatBytes, utf8ToBytes } from "../../../src/core/bytes.ts";
import {
  cut,
  deriveDhKeyPair,
  expandNamed,
  HASH_BYTES,
  type Identities,
  KEY_BYTES,
  type KeyPair,
  kdfExpand,
  mac,
  macFits,
  NONCE_BYTES,
  withLength,
} from "./pieces.ts";

/** §4.1.1: the identities of both sides; if one is not given, its public key takes its place. */
function cleartextCredentials(server: Uint8Array, client: Uint8Array, identities: Identities): Uint8Array {
  return concatBytes(
    server,
    withLength(identities.server ?? server),
    withLength(identities.client ?? client),
  );
}

type Keys = { authKey: Uint8Array; exportKey: Uint8Array; pair: KeyPair };

function keysOf(randomizedPassword: Uint8Array, nonce: Uint8Array): Keys {
  return {
    authKey: expandNamed(randomizedPassword, nonce, "AuthKey"),
    exportKey: expandNamed(randomizedPassword, nonce, "ExportKey"),
    pair: deriveDhKeyPair(expandNamed(randomizedPassword, nonce, "PrivateKey", KEY_BYTES)),
  };
}

export function maskingKeyOf(randomizedPassword: Uint8Array): Uint8Array {
  return kdfExpand(randomizedPassword, utf8ToBytes("MaskingKey"));
}

/** §4.1.2 @returns the envelope: nonce (32) ‖ tag (64). */
export function storeEnvelope(
  randomizedPassword: Uint8Array,
  serverPublicKey: Uint8Array,
  identities: Identities,
  nonce: Uint8Array,
): { envelope: Uint8Array; clientPublicKey: Uint8Array; exportKey: Uint8Array } {
  const { authKey, exportKey, pair } = keysOf(randomizedPassword, nonce);
  const credentials = cleartextCredentials(serverPublicKey, pair.publicKey, identities);
  const envelope = concatBytes(nonce, mac(authKey, concatBytes(nonce, credentials)));
  return { envelope, clientPublicKey: pair.publicKey, exportKey };
}

/** §4.1.3 @returns null when password, server or identities are not those that it was stored with. */
export function recoverEnvelope(
  randomizedPassword: Uint8Array,
  serverPublicKey: Uint8Array,
  identities: Identities,
  envelope: Uint8Array,
): { pair: KeyPair; exportKey: Uint8Array } | null {
  const [nonce, tag] = cut(envelope, NONCE_BYTES, HASH_BYTES) as [Uint8Array, Uint8Array];
  const { authKey, exportKey, pair } = keysOf(randomizedPassword, nonce);
  const credentials = cleartextCredentials(serverPublicKey, pair.publicKey, identities);
  return macFits(authKey, concatBytes(nonce, credentials), tag) ? { pair, exportKey } : null;
}
