/**
 * Version 1 of the vault's wire, as far as a vault still answers it: for accounts that were made in it, until
 * their first login in version 2. It never changes again.
 *
 * Where it differs from `wire.ts`: no message names an origin, the vault signs no evaluation and no list of
 * devices, a device joins by plain JSON, and nobody can register.
 */
import * as v from "valibot";
import { base64Url, exact, integer, list, type Schema, text } from "../../core/schema.ts";
import {
  ENDPOINTS,
  LONGEST_SEALED_KEY,
  MOST_ATTEMPTS,
  MOST_DEVICES,
  REGISTRATION_MODES,
  STRETCHINGS,
} from "./wire.ts";

export const VAULT_PATH_1 = "/v1/vault";

const vaultId = base64Url(16);
const rowId = base64Url(32);
const publicKey = base64Url(32);
const stretching = v.picklist(STRETCHINGS);
const generation = integer(1, 2 ** 31 - 1);
const count = integer(0, 2 ** 31 - 1);
const attempts = integer(0, MOST_ATTEMPTS);
const timeMs = integer(0, 8_640_000_000_000_000);
const sealedKey = base64Url(1, LONGEST_SEALED_KEY);
const ticket = base64Url(16, 384);
const state = exact({ statement: base64Url(1, 768), signature: base64Url(64) });
const device = exact({ key: publicKey, addedAtMs: timeMs, lastSeenAtMs: timeMs });
const devices = list(device, MOST_DEVICES);
const account = { rowId, generation } as const;

export const stateText1 = exact({
  version: integer(1, 1),
  vaultId,
  rowId,
  generation,
  sequence: count,
  lifetimeFailures: count,
  atMs: timeMs,
});

export const vaultFacts1 = exact({
  version: integer(1, 1),
  vaultId,
  publicKey,
  stateKey: publicKey,
  stretchings: list(stretching, 8),
  mostAttempts: count,
  registration: v.picklist(REGISTRATION_MODES),
});

export const ENDPOINTS_1 = {
  "/v1/login/start": {
    request: exact({ name: text(128, 1), startLoginRequest: base64Url(96) }),
    reply: exact({
      loginId: ticket,
      rowId,
      stretching,
      loginResponse: base64Url(320),
      attemptsLeft: attempts,
      retryAfterSeconds: count,
    }),
  },
  "/v1/login/finish": {
    request: exact({
      loginId: ticket,
      finishLoginRequest: base64Url(64),
      deviceKey: v.exactOptional(publicKey),
    }),
    /** `ticket`: proves nothing any more, since everybody in between could use it. */
    reply: exact({ generation, sealedKey, failuresSince: count, lifetimeFailures: count, ticket, state }),
  },
  "/v1/device/challenge": ENDPOINTS["/v2/device/challenge"],
  "/v1/reset/start": {
    request: exact({ ...account, registrationRequest: base64Url(32) }),
    reply: exact({ resetId: ticket, registrationResponse: base64Url(64) }),
  },
  "/v1/reset/finish": {
    request: exact({
      ...account,
      resetId: ticket,
      registrationRecord: base64Url(192),
      sealedKey,
      stretching,
    }),
    reply: exact({ generation, state }),
  },
  "/v1/status": {
    request: exact(account),
    reply: exact({
      generation,
      attemptsLeft: attempts,
      retryAfterSeconds: count,
      failuresSince: count,
      lifetimeFailures: count,
      createdAtMs: timeMs,
      changedAtMs: timeMs,
      devices,
      state,
    }),
  },
  "/v1/devices/revoke": {
    request: exact({ ...account, deviceKey: publicKey }),
    reply: exact({ devices, state }),
  },
  "/v1/delete": { request: exact(account), reply: exact({ deleted: v.boolean() }) },
  "/v1/export": {
    request: exact(account),
    reply: ENDPOINTS["/v2/export"].reply,
  },
} as const satisfies Record<string, { request: Schema; reply: Schema }>;
export type Path1 = keyof typeof ENDPOINTS_1;
