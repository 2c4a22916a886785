/**
 * How a device proves that a request is its own, and what vault and client seal and sign beside it: the exact
 * bytes.
 *
 * `Authorization: Sixtyfour-Device <nonce>.<device key>.<signature>`, each base64url; the signature is
 * Ed25519 (RFC 8032) over {@link deviceText}. `Authorization: Sixtyfour-Ticket <ticket>` for the ticket of a
 * fresh login.
 */
import { type Bytes, concatBytes, utf8ToBytes } from "../../core/bytes.ts";

export const DEVICE_SCHEME = "Sixtyfour-Device";
export const TICKET_SCHEME = "Sixtyfour-Ticket";

/** Each part behind its length (4 bytes, big-endian), so that no two lists of parts give the same bytes. */
function joined(label: string, ...parts: readonly Uint8Array[]): Bytes {
  return concatBytes(
    ...[utf8ToBytes(label), ...parts].flatMap((part) => {
      const length = new Uint8Array(4);
      new DataView(length.buffer).setUint32(0, part.length);
      return [length, part];
    }),
  );
}

function numberBytes(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

export type DeviceText = {
  /** The endpoint's path. */
  path: string;
  /** 16 bytes. */
  vaultId: Uint8Array;
  /** 32 bytes. */
  rowId: Uint8Array;
  generation: number;
  /** 32 bytes, from `/v1/device/challenge`, good for one request. */
  nonce: Uint8Array;
  /** SHA-256 of the body exactly as sent, 32 bytes. */
  bodyHash: Uint8Array;
};

/** What a device signs; the method is always POST. */
export function deviceText({ path, vaultId, rowId, generation, nonce, bodyHash }: DeviceText): Bytes {
  const method = utf8ToBytes(`POST ${path}`);
  return joined(
    "sixtyfour/vault/v1/device",
    method,
    vaultId,
    rowId,
    numberBytes(generation),
    nonce,
    bodyHash,
  );
}

/** What the vault signs of an account: its statement, behind a label of its own. */
export function stateSigned(statement: Uint8Array): Bytes {
  return joined("sixtyfour/vault/v1/state", statement);
}

/** What is bound to a sealed key: it opens for this account and generation only. */
export function sealedKeyContext(vaultId: Uint8Array, rowId: Uint8Array, generation: number): Bytes {
  return joined("sixtyfour/vault/v1/sealed-key", vaultId, rowId, numberBytes(generation));
}
