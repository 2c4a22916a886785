/**
 * The vault's wire, version 2: every endpoint, what it takes and what it answers. docs/vault-protocol.md
 * tells the whole. What is left of version 1 is in `wire-1.ts`.
 *
 * All but {@link VAULT_PATH} are POST. OPAQUE's messages have the lengths of RFC 9807 §7 with
 * ristretto255-SHA512 and 64-byte hashes; its identities are text, `rowId` for the client and `vaultId` for
 * the server, each as it stands in a message. A `rowId` names an account without its name: HMAC-SHA-256 under
 * a key that only the server has.
 */
import * as v from "valibot";
import { base64Url, exact, integer, list, type Schema, type TypeOf, text } from "../../core/schema.ts";

export const WIRE_VERSION = 2;
export const VAULT_PATH = "/v2/vault";

/** A request's body may be so long, in bytes. */
export const LONGEST_BODY = 4096;
/** Consecutive failures after which the vault forgets the key. */
export const MOST_ATTEMPTS = 10;
/** A last attempt that was begun may still succeed for so long. */
export const LAST_ATTEMPT_MS = 60_000;
/** Bytes of a sealed key: at most 1 KiB of content beside version, nonce and tag. */
export const LONGEST_SEALED_KEY = 1024 + 1 + 24 + 16;
export const MOST_DEVICES = 16;
/** A vault is asked at so many addresses at most. */
export const MOST_ORIGINS = 8;
const LONGEST_ORIGIN = 300;

/** The stretchings a client may meet: Argon2id with m = 64 MiB, t = 3, p = 4 (RFC 9106 §4, second choice). */
export const STRETCHINGS = ["argon2id-64mib-3-4"] as const;
export type Stretching = (typeof STRETCHINGS)[number];

export const REGISTRATION_MODES = ["open", "invite", "closed"] as const;

const vaultId = base64Url(16);
const rowId = base64Url(32);
const publicKey = base64Url(32);
const signature = base64Url(64);
const nonce = base64Url(32);
/** The vault's own, as a browser writes it: `https://vault.example.org`. */
const origin = text(LONGEST_ORIGIN, 1);
/** An account's name: NFKC, as the client made or took it. */
const name = text(128, 1);
const stretching = v.picklist(STRETCHINGS);
const generation = integer(1, 2 ** 31 - 1);
const count = integer(0, 2 ** 31 - 1);
const timeMs = integer(0, 8_640_000_000_000_000);
const sealedKey = base64Url(1, LONGEST_SEALED_KEY);
/** A one-time name of a begun registration or login; opaque to the client. */
const ticket = base64Url(16, 384);

/**
 * What the vault says of an account, as bytes of JSON that fit {@link stateText}, and its Ed25519 signature.
 */
const signedState = exact({ statement: base64Url(1, 768), signature });

/**
 * The content of a statement. (generation, sequence) never falls: a device that saw a higher pair saw a
 * rollback.
 */
export const stateText = exact({
  version: integer(WIRE_VERSION, WIRE_VERSION),
  vaultId,
  rowId,
  generation,
  /** Grows by every change to the account: each attempt, success, reset and device. */
  sequence: count,
  lifetimeFailures: count,
  /** SHA-256 of the listed devices (`deviceList` in `proof.ts`). */
  devices: base64Url(32),
  atMs: timeMs,
});

const device = exact({ key: publicKey, addedAtMs: timeMs, lastSeenAtMs: timeMs });
const devices = list(device, MOST_DEVICES);

export const vaultFacts = exact({
  version: integer(WIRE_VERSION, WIRE_VERSION),
  vaultId,
  /** OPAQUE's static key of the server. */
  publicKey,
  /** Ed25519: verifies {@link signedState}. */
  stateKey: publicKey,
  stretchings: list(stretching, 8),
  mostAttempts: count,
  registration: v.picklist(REGISTRATION_MODES),
  /** Where the vault is asked, and nowhere else; signed with the state key. */
  origins: list(origin, MOST_ORIGINS),
  signature,
});

/**
 * Who asks: the signature of a device, or of a login's ticket, comes in the header `Authorization`. It covers
 * the body, and so the origin.
 */
const account = { rowId, generation, origin } as const;
// `reset` and `revoke` demand the present generation; for the others the device signs the one that it knows.

/** What a login's answer is, as JSON in UTF-8, once it is opened. */
export const loginAnswer = exact({
  generation,
  sealedKey,
  failuresSince: count,
  lifetimeFailures: count,
  /** Comes with the requests that a key of this session signs, for ten minutes. */
  ticket,
  devices,
  state: signedState,
});
const LONGEST_LOGIN_ANSWER = 8192;

type Endpoint = { readonly request: Schema; readonly reply: Schema; readonly signed?: true };

export const ENDPOINTS = {
  "/v2/accounts/start": {
    request: exact({
      name,
      origin,
      registrationRequest: base64Url(32),
      invite: v.exactOptional(text(128, 1)),
    }),
    /** `signature`, here and below: the vault's, over this evaluation. */
    reply: exact({ registrationId: ticket, rowId, registrationResponse: base64Url(64), signature }),
  },
  "/v2/accounts/finish": {
    request: exact({
      registrationId: ticket,
      registrationRecord: base64Url(192),
      sealedKey,
      stretching,
    }),
    /** The list of devices is empty: the first login adds one. */
    reply: exact({ generation, state: signedState }),
  },
  "/v2/login/start": {
    request: exact({ name, origin, startLoginRequest: base64Url(96) }),
    /** `attemptsLeft`: after this one. An unknown name gets the same, of an account that does not exist. */
    reply: exact({
      loginId: ticket,
      rowId,
      stretching,
      loginResponse: base64Url(320),
      attemptsLeft: integer(0, MOST_ATTEMPTS),
      retryAfterSeconds: count,
      signature,
    }),
  },
  "/v2/login/finish": {
    /** `binding`: HMAC-SHA-256 under a key of this session, over origin and device. */
    request: exact({
      loginId: ticket,
      finishLoginRequest: base64Url(64),
      origin,
      deviceKey: v.exactOptional(publicKey),
      binding: base64Url(32),
    }),
    /** Nonce (12) ‖ AES-256-GCM under a key of this session of {@link loginAnswer} ‖ tag (16). */
    reply: exact({ answer: base64Url(1, LONGEST_LOGIN_ANSWER) }),
  },
  "/v2/device/challenge": { request: exact({ rowId }), reply: exact({ nonce }) },
  "/v2/reset/start": {
    signed: true,
    request: exact({ ...account, registrationRequest: base64Url(32) }),
    reply: exact({ resetId: ticket, registrationResponse: base64Url(64), signature }),
  },
  /** `generation`: the one that is replaced. Asked again after it took effect, it answers as it did. */
  "/v2/reset/finish": {
    signed: true,
    request: exact({
      ...account,
      resetId: ticket,
      registrationRecord: base64Url(192),
      sealedKey,
      stretching,
    }),
    reply: exact({ generation, state: signedState }),
  },
  "/v2/status": {
    signed: true,
    request: exact(account),
    reply: exact({
      generation,
      attemptsLeft: integer(0, MOST_ATTEMPTS),
      retryAfterSeconds: count,
      failuresSince: count,
      lifetimeFailures: count,
      createdAtMs: timeMs,
      changedAtMs: timeMs,
      devices,
      state: signedState,
    }),
  },
  "/v2/devices/revoke": {
    signed: true,
    request: exact({ ...account, deviceKey: publicKey }),
    reply: exact({ devices, state: signedState }),
  },
  "/v2/delete": { signed: true, request: exact(account), reply: exact({ deleted: v.boolean() }) },
  "/v2/export": {
    signed: true,
    request: exact(account),
    /** Everything that is stored of the account; the sealed key and OPAQUE's record unchanged. */
    reply: exact({
      vaultId,
      rowId,
      generation,
      registrationRecord: base64Url(192),
      sealedKey,
      stretching,
      attemptsLeft: integer(0, MOST_ATTEMPTS),
      failuresSince: count,
      lifetimeFailures: count,
      createdAtMs: timeMs,
      changedAtMs: timeMs,
      devices,
    }),
  },
} as const satisfies Record<string, Endpoint>;

export type Path = keyof typeof ENDPOINTS;
export type RequestOf<P extends Path> = TypeOf<(typeof ENDPOINTS)[P]["request"]>;
export type Reply<P extends Path> = TypeOf<(typeof ENDPOINTS)[P]["reply"]>;
export type VaultFacts = TypeOf<typeof vaultFacts>;
export type LoginAnswer = TypeOf<typeof loginAnswer>;
export type StateText = TypeOf<typeof stateText>;
export type SignedState = TypeOf<typeof signedState>;
export type Device = TypeOf<typeof device>;

/**
 * Every refusal, as `code` of a problem document (RFC 9457), with its HTTP status.
 *
 * `wait` is the account's own spacing, `rate-limited` the address's; both come with `Retry-After`.
 */
export const PROBLEMS = {
  "bad-request": 400,
  "not-proven": 401, // no valid signature, or a login's last message is wrong
  "registration-closed": 403,
  "other-address": 403, // the client believes to be asking somewhere else
  "not-found": 404,
  "name-taken": 409,
  "generation-changed": 409,
  "too-many-devices": 409,
  expired: 410, // a begun registration, reset or login that is over
  erased: 410,
  "too-large": 413,
  "not-json": 415,
  wait: 429,
  "rate-limited": 429,
  internal: 500,
  busy: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

export const problem = exact({
  type: text(128, 1),
  title: text(128, 1),
  status: integer(400, 599),
  code: v.picklist(Object.keys(PROBLEMS) as ProblemCode[]),
  /** With `wait` and `rate-limited`. */
  retryAfterSeconds: v.exactOptional(count),
});
export type Problem = TypeOf<typeof problem>;
