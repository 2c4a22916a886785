/** RFC 9807 §6.4: the key exchange's transcript and keys, the same on both sides. */
import { concatBytes, utf8ToBytes } from "../../../src/core/bytes.ts";
import { HASH_BYTES, hash, kdfExpand, kdfExtract, withLength } from "./pieces.ts";

const NOTHING = new Uint8Array(0);

export type Transcript = {
  context: Uint8Array;
  clientIdentity: Uint8Array;
  serverIdentity: Uint8Array;
  ke1: Uint8Array;
  credentialResponse: Uint8Array;
  serverNonce: Uint8Array;
  serverKeyshare: Uint8Array;
};

/** §6.4.2.1 */
export function preambleOf(t: Transcript): Uint8Array {
  return concatBytes(
    utf8ToBytes("OPAQUEv1-"),
    withLength(t.context),
    withLength(t.clientIdentity),
    t.ke1,
    withLength(t.serverIdentity),
    t.credentialResponse,
    t.serverNonce,
    t.serverKeyshare,
  );
}

function withByteLength(bytes: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(bytes.length), bytes);
}

function deriveSecret(secret: Uint8Array, label: string, transcriptHash: Uint8Array): Uint8Array {
  const name = withByteLength(utf8ToBytes(`OPAQUE-${label}`));
  return kdfExpand(secret, concatBytes(Uint8Array.of(0, HASH_BYTES), name, withByteLength(transcriptHash)));
}

/** §6.4.2.2 @param shared - the three Diffie-Hellman results, one behind the other. */
export function deriveSessionKeys(
  shared: Uint8Array,
  preamble: Uint8Array,
): { serverMacKey: Uint8Array; clientMacKey: Uint8Array; sessionKey: Uint8Array } {
  const secret = kdfExtract(shared);
  const handshake = deriveSecret(secret, "HandshakeSecret", hash(preamble));
  return {
    serverMacKey: deriveSecret(handshake, "ServerMAC", NOTHING),
    clientMacKey: deriveSecret(handshake, "ClientMAC", NOTHING),
    sessionKey: deriveSecret(secret, "SessionKey", hash(preamble)),
  };
}
