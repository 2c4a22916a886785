/** The client of RFC 9807: §5.2.1, §5.2.3, §6.3.2.1 and §6.4.3. What it draws at random can be passed in. */
import { concatBytes, randomBytes } from "../../../src/core/bytes.ts";
import { maskingKeyOf, recoverEnvelope, storeEnvelope } from "./envelope.ts";
import {
  blindElement,
  cut,
  deriveDhKeyPair,
  diffieHellman,
  ENVELOPE_BYTES,
  expandNamed,
  HASH_BYTES,
  hash,
  type Identities,
  KEY_BYTES,
  type KeyPair,
  mac,
  macFits,
  NONCE_BYTES,
  RESPONSE_BYTES,
  randomBlind,
  randomizedPassword,
  type Stretch,
  xor,
} from "./pieces.ts";
import { deriveSessionKeys, preambleOf } from "./three-dh.ts";

const NO_CONTEXT = new Uint8Array(0);

export type Begun = { password: Uint8Array; blind: Uint8Array };

export function startRegistration(
  password: Uint8Array,
  blind = randomBlind(),
): { state: Begun; request: Uint8Array } {
  return { state: { password, blind }, request: blindElement(password, blind) };
}

/**
 * @param response - evaluated element (32) ‖ the server's public key (32). @returns a record of 192 bytes.
 */
export async function finishRegistration(
  { password, blind }: Begun,
  response: Uint8Array,
  stretch: Stretch,
  identities: Identities = {},
  envelopeNonce: Uint8Array = randomBytes(NONCE_BYTES),
): Promise<{ record: Uint8Array; exportKey: Uint8Array; serverPublicKey: Uint8Array }> {
  const [evaluated, serverPublicKey] = cut(response, KEY_BYTES, KEY_BYTES) as [Uint8Array, Uint8Array];
  const secret = await randomizedPassword(password, blind, evaluated, stretch);
  const stored = storeEnvelope(secret, serverPublicKey, identities, envelopeNonce);
  const record = concatBytes(stored.clientPublicKey, maskingKeyOf(secret), stored.envelope);
  return { record, exportKey: stored.exportKey, serverPublicKey };
}

export type Login = Begun & { keyshare: KeyPair; ke1: Uint8Array };

export function startLogin(
  password: Uint8Array,
  {
    blind = randomBlind(),
    nonce = randomBytes(NONCE_BYTES) as Uint8Array,
    keyshareSeed = randomBytes(KEY_BYTES) as Uint8Array,
  } = {},
): { state: Login; ke1: Uint8Array } {
  const keyshare = deriveDhKeyPair(keyshareSeed);
  const ke1 = concatBytes(blindElement(password, blind), nonce, keyshare.publicKey);
  return { state: { password, blind, keyshare, ke1 }, ke1 };
}

/** @returns null when the password is wrong, or the server is not the one that the record was made for. */
export async function finishLogin(
  { password, blind, keyshare, ke1 }: Login,
  ke2: Uint8Array,
  stretch: Stretch,
  identities: Identities = {},
  context: Uint8Array = NO_CONTEXT,
): Promise<{ ke3: Uint8Array; sessionKey: Uint8Array; exportKey: Uint8Array } | null> {
  const [credentialResponse, serverNonce, serverKeyshare, serverMac] = cut(
    ke2,
    RESPONSE_BYTES,
    NONCE_BYTES,
    KEY_BYTES,
    HASH_BYTES,
  ) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const maskedLength = KEY_BYTES + ENVELOPE_BYTES;
  const [evaluated, maskingNonce, masked] = cut(credentialResponse, KEY_BYTES, NONCE_BYTES, maskedLength) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];

  const secret = await randomizedPassword(password, blind, evaluated, stretch);
  const pad = expandNamed(maskingKeyOf(secret), maskingNonce, "CredentialResponsePad", maskedLength);
  const [serverPublicKey, envelope] = cut(xor(masked, pad), KEY_BYTES, ENVELOPE_BYTES) as [
    Uint8Array,
    Uint8Array,
  ];
  const recovered = recoverEnvelope(secret, serverPublicKey, identities, envelope);
  if (!recovered) return null;

  const shared = concatBytes(
    diffieHellman(keyshare.secretKey, serverKeyshare),
    diffieHellman(keyshare.secretKey, serverPublicKey),
    diffieHellman(recovered.pair.secretKey, serverKeyshare),
  );
  const preamble = preambleOf({
    context,
    clientIdentity: identities.client ?? recovered.pair.publicKey,
    serverIdentity: identities.server ?? serverPublicKey,
    ...{ ke1, credentialResponse, serverNonce, serverKeyshare },
  });
  const keys = deriveSessionKeys(shared, preamble);
  if (!macFits(keys.serverMacKey, hash(preamble), serverMac)) return null;
  const ke3 = mac(keys.clientMacKey, hash(concatBytes(preamble, serverMac)));
  return { ke3, sessionKey: keys.sessionKey, exportKey: recovered.exportKey };
}
