/**
 * The device's key (Ed25519, RFC 8032). It is made once and kept in the sealed keyring. It signs the requests
 * that list, replace or delete a vault entry; it cannot open one.
 *
 * WebCrypto's, in Chromium 137, Firefox 129 and Node 20 or newer. Keys go in as JWK (RFC 8037), which needs
 * both halves; so both are kept.
 */
import { toBase64Url } from "../core/base64url.ts";
import type { Bytes } from "../core/bytes.ts";
import { DEVICE_SCHEME, deviceText } from "../protocol/vault/proof.ts";
import { type Signed, textOf } from "./signed-text.ts";

const ED25519 = "Ed25519";

/** Base64url, 32 bytes each. */
export type DeviceKey = { deviceSeed: string; deviceKey: string };

export async function makeDeviceKey(): Promise<DeviceKey> {
  const pair = (await crypto.subtle.generateKey(ED25519, true, ["sign", "verify"])) as CryptoKeyPair;
  const { d, x } = await crypto.subtle.exportKey("jwk", pair.privateKey);
  if (d === undefined || x === undefined) throw new Error("no Ed25519 key came out of WebCrypto");
  return { deviceSeed: d, deviceKey: x };
}

async function sign({ deviceSeed, deviceKey }: DeviceKey, message: Bytes): Promise<Bytes> {
  const jwk = { kty: "OKP", crv: ED25519, d: deviceSeed, x: deviceKey };
  const key = await crypto.subtle.importKey("jwk", jwk, ED25519, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign(ED25519, key, message));
}

/** The value of `Authorization` for one request. */
export async function deviceProof(device: DeviceKey, request: Signed): Promise<string> {
  const signature = toBase64Url(await sign(device, deviceText(textOf(request))));
  return `${DEVICE_SCHEME} ${request.nonce}.${device.deviceKey}.${signature}`;
}
