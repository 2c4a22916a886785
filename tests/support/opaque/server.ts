/** The server of RFC 9807: §5.2.2, §6.3.2.2 and §6.4.4. What it draws at random can be passed in. */
import { concatBytes, randomBytes } from "../../../src/core/bytes.ts";
import {
  cut,
  deriveDhKeyPair,
  diffieHellman,
  ENVELOPE_BYTES,
  evaluate,
  expandNamed,
  HASH_BYTES,
  hash,
  type Identities,
  KEY_BYTES,
  type KeyPair,
  mac,
  macFits,
  NONCE_BYTES,
  oprfKeyOf,
  publicKeyOf,
  xor,
} from "./pieces.ts";
import { deriveSessionKeys, preambleOf } from "./three-dh.ts";

export type Setup = { oprfSeed: Uint8Array; keys: KeyPair };

export function createSetup(): Setup {
  return { oprfSeed: randomBytes(HASH_BYTES), keys: deriveDhKeyPair(randomBytes(KEY_BYTES)) };
}

/**
 * As the packaged server keeps it: seed (64) ‖ private key (32) ‖ a stand-in public key (32) for unknown
 * users.
 */
export function packSetup({ oprfSeed, keys }: Setup): Uint8Array {
  return concatBytes(oprfSeed, keys.secretKey, deriveDhKeyPair(randomBytes(KEY_BYTES)).publicKey);
}

export function unpackSetup(packed: Uint8Array): Setup {
  const [oprfSeed, secretKey] = cut(packed, HASH_BYTES, KEY_BYTES, KEY_BYTES) as [Uint8Array, Uint8Array];
  return { oprfSeed, keys: { secretKey, publicKey: publicKeyOf(secretKey) } };
}

/** @returns evaluated element (32) ‖ the server's public key (32). */
export function registrationResponse(
  { oprfSeed, keys }: Setup,
  request: Uint8Array,
  credentialIdentifier: Uint8Array,
): Uint8Array {
  return concatBytes(evaluate(oprfKeyOf(oprfSeed, credentialIdentifier), request), keys.publicKey);
}

/** What the client's last message must equal, and the key that both then have. */
export type Expected = { clientMacKey: Uint8Array; transcript: Uint8Array; sessionKey: Uint8Array };

/** @param record - 192 bytes; for an unknown user a random public key and masking key, and zeros. */
export function startLogin(
  { oprfSeed, keys }: Setup,
  record: Uint8Array,
  ke1: Uint8Array,
  credentialIdentifier: Uint8Array,
  identities: Identities = {},
  {
    context = new Uint8Array(0) as Uint8Array,
    maskingNonce = randomBytes(NONCE_BYTES) as Uint8Array,
    nonce = randomBytes(NONCE_BYTES) as Uint8Array,
    keyshareSeed = randomBytes(KEY_BYTES) as Uint8Array,
  } = {},
): { ke2: Uint8Array; expected: Expected } {
  const [clientPublicKey, maskingKey, envelope] = cut(record, KEY_BYTES, HASH_BYTES, ENVELOPE_BYTES) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const [blinded, , clientKeyshare] = cut(ke1, KEY_BYTES, NONCE_BYTES, KEY_BYTES) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const plain = concatBytes(keys.publicKey, envelope);
  const pad = expandNamed(maskingKey, maskingNonce, "CredentialResponsePad", plain.length);
  const evaluated = evaluate(oprfKeyOf(oprfSeed, credentialIdentifier), blinded);
  const credentialResponse = concatBytes(evaluated, maskingNonce, xor(plain, pad));

  const keyshare = deriveDhKeyPair(keyshareSeed);
  const preamble = preambleOf({
    clientIdentity: identities.client ?? clientPublicKey,
    serverIdentity: identities.server ?? keys.publicKey,
    serverNonce: nonce,
    serverKeyshare: keyshare.publicKey,
    ...{ context, ke1, credentialResponse },
  });
  const shared = concatBytes(
    diffieHellman(keyshare.secretKey, clientKeyshare),
    diffieHellman(keys.secretKey, clientKeyshare),
    diffieHellman(keyshare.secretKey, clientPublicKey),
  );
  const { serverMacKey, clientMacKey, sessionKey } = deriveSessionKeys(shared, preamble);
  const serverMac = mac(serverMacKey, hash(preamble));
  return {
    ke2: concatBytes(credentialResponse, nonce, keyshare.publicKey, serverMac),
    expected: { clientMacKey, transcript: hash(concatBytes(preamble, serverMac)), sessionKey },
  };
}

/** @returns the session key, or null when the client has not shown that it knows the password. */
export function finishLogin(expected: Expected, ke3: Uint8Array): Uint8Array | null {
  return macFits(expected.clientMacKey, expected.transcript, ke3) ? expected.sessionKey : null;
}
