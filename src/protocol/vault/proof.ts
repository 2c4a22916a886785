/**
 * What is signed and authenticated between client and vault: the exact bytes. docs/vault-protocol.md has the
 * same as a table.
 *
 * Every text begins with a label of its own, so that a signature over one never passes for another.
 */
import { type Bytes, concatBytes, utf8ToBytes } from "../../core/bytes.ts";
import type { Device } from "./wire.ts";

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

function timeBytes(ms: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(ms));
  return bytes;
}

/** The first version of the wire has the same texts as this one, and `v1` in their labels. */
export type Version = 1 | 2;

export type RequestText = {
  /** The endpoint's path. */
  path: string;
  /** 16 bytes. */
  vaultId: Uint8Array;
  /** 32 bytes. */
  rowId: Uint8Array;
  generation: number;
  /** 32 bytes, from `/v2/device/challenge`, good for one request. */
  nonce: Uint8Array;
  /** SHA-256 of the body exactly as sent, 32 bytes. It names the vault's origin. */
  bodyHash: Uint8Array;
};

function requestText(
  label: string,
  { path, vaultId, rowId, generation, nonce, bodyHash }: RequestText,
): Bytes {
  return joined(label, utf8ToBytes(`POST ${path}`), vaultId, rowId, numberBytes(generation), nonce, bodyHash);
}

/**
 * What a device signs by Ed25519 (RFC 8032): `Authorization: Sixtyfour-Device <nonce>.<device key>.<signature>`.
 */
export function deviceText(text: RequestText, version: Version = 2): Bytes {
  return requestText(`sixtyfour/vault/v${version}/device`, text);
}

/**
 * What the key of a login's ticket authenticates by HMAC-SHA-256: `Authorization: Sixtyfour-Ticket
 * <nonce>.<ticket>.<mac>`.
 */
export function ticketText(text: RequestText): Bytes {
  return requestText("sixtyfour/vault/v2/ticket", text);
}

/** What the vault signs of an account: its statement, behind a label of its own. */
export function stateSigned(statement: Uint8Array, version: Version = 2): Bytes {
  return joined(`sixtyfour/vault/v${version}/state`, statement);
}

/** What is bound to a sealed key: it opens for this account and generation only. */
export function sealedKeyContext(vaultId: Uint8Array, rowId: Uint8Array, generation: number): Bytes {
  return joined("sixtyfour/vault/v1/sealed-key", vaultId, rowId, numberBytes(generation));
}

/** What the vault signs of itself: the origins at which it is asked, and no other. */
export function originsSigned(vaultId: Uint8Array, publicKey: Uint8Array, origins: readonly string[]): Bytes {
  return joined("sixtyfour/vault/v2/origins", vaultId, publicKey, ...origins.map(utf8ToBytes));
}

export type EvaluationText = {
  /** The endpoint that evaluated. */
  path: string;
  /** 16 bytes. */
  vaultId: Uint8Array;
  /** 32 bytes. */
  rowId: Uint8Array;
  /** Where the client believes to be asking. */
  origin: string;
  /** The registration, reset or login id of the same answer. */
  id: string;
  /** OPAQUE's messages: what was asked, and what came back. */
  request: Uint8Array;
  response: Uint8Array;
};

/**
 * What the vault signs of each evaluation. So nobody in between can answer in its place, or pass on what it
 * has answered to somebody else, at another origin or in another version.
 */
export function evaluationSigned(text: EvaluationText): Bytes {
  const { path, vaultId, rowId, origin, id, request, response } = text;
  const [where, from, begun] = [`POST ${path}`, origin, id].map(utf8ToBytes) as [Bytes, Bytes, Bytes];
  return joined("sixtyfour/vault/v2/evaluation", where, vaultId, rowId, from, begun, request, response);
}

/** HKDF's info (RFC 5869, SHA-256, no salt, 32 bytes out) for each key from OPAQUE's session key. */
export const SESSION_KEYS = {
  /** HMAC-SHA-256 over {@link loginText}. */
  request: "sixtyfour/vault/v2/login-request",
  /** AES-256-GCM of the answer. */
  answer: "sixtyfour/vault/v2/login-answer",
  /** HMAC-SHA-256 over {@link ticketText}. */
  ticket: "sixtyfour/vault/v2/login-ticket",
} as const;

export type LoginText = {
  /** 16 bytes. */
  vaultId: Uint8Array;
  /** 32 bytes. */
  rowId: Uint8Array;
  /** Where the client believes to be asking. */
  origin: string;
  /** 32 bytes; null where no device is to join, which is no bytes. */
  deviceKey: Uint8Array | null;
};

/** What the last message of a login authenticates beside OPAQUE's own. */
export function loginText({ vaultId, rowId, origin, deviceKey }: LoginText): Bytes {
  const device = deviceKey ?? new Uint8Array();
  return joined("sixtyfour/vault/v2/login", vaultId, rowId, utf8ToBytes(origin), device);
}

/** What stands in a statement as SHA-256: the listed devices in their order, each key with the time it came. */
export function deviceList(devices: readonly { key: Uint8Array; addedAtMs: Device["addedAtMs"] }[]): Bytes {
  const parts = devices.map(({ key, addedAtMs }) => concatBytes(key, timeBytes(addedAtMs)));
  return joined("sixtyfour/vault/v2/devices", ...parts);
}
