/**
 * The server's half of OPAQUE (RFC 9807, ristretto255-SHA512) by @serenity-kit/opaque.
 *
 * Its identities are text: the client is the row id, the server the vault id, both as base64url.
 */
import { client, ready, server } from "@serenity-kit/opaque";
import type { Secret } from "./secret.ts";
import { fromBase64url, toBase64url } from "./wire-bytes.ts";

export type Opaque = {
  /** The server's static key, base64url of 32 bytes. */
  readonly publicKey: string;
  /** @returns null for a message that is none. */
  register(credential: Uint8Array, registrationRequest: string): string | null;
  /**
   * The evaluation (KE2) that costs an attempt.
   *
   * @param record - null if there is no account; a record that belongs to nobody then takes its place.
   * @returns null for a message that is none.
   */
  startLogin(login: {
    row: Uint8Array;
    credential: Uint8Array;
    record: Uint8Array | null;
    startLoginRequest: string;
  }): { loginResponse: string; state: Uint8Array } | null;
  /**
   * Did this login know the password (KE3)?
   *
   * @returns the session key, 64 bytes, that the client has as well; null if it did not.
   */
  finishLogin(row: Uint8Array, state: Uint8Array, finishLoginRequest: string): Uint8Array | null;
};

/** A secret for a new vault. */
export async function makeSecret(): Promise<Secret> {
  await ready;
  return { setup: Buffer.from(server.createSetup(), "base64url") };
}

/**
 * The library throws for bytes that are not a group element, and a client can make it throw in no other way.
 */
function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

export async function makeOpaque({ setup }: Secret, vaultId: Uint8Array): Promise<Opaque> {
  await ready;
  const serverSetup = toBase64url(setup);
  const identifiers = (row: Uint8Array) => ({ client: toBase64url(row), server: toBase64url(vaultId) });
  const register = (userIdentifier: string, registrationRequest: string) =>
    server.createRegistrationResponse({ serverSetup, userIdentifier, registrationRequest })
      .registrationResponse;
  const nobody = recordOfNobody(register);
  return {
    publicKey: server.getPublicKey(serverSetup),
    register: (credential, request) => attempt(() => register(toBase64url(credential), request)),
    startLogin: ({ row, credential, record, startLoginRequest }) =>
      attempt(() => {
        const { loginResponse, serverLoginState } = server.startLogin({
          serverSetup,
          userIdentifier: toBase64url(credential),
          // The library could make up a record itself, but that takes a different time than reading one.
          registrationRecord: record ? toBase64url(record) : nobody,
          startLoginRequest,
          identifiers: identifiers(row),
        });
        return { loginResponse, state: Buffer.from(serverLoginState, "base64url") };
      }),
    finishLogin: (row, state, finishLoginRequest) =>
      attempt(() => {
        const { sessionKey } = server.finishLogin({
          serverLoginState: toBase64url(state),
          finishLoginRequest,
          identifiers: identifiers(row),
        });
        return fromBase64url(sessionKey);
      }),
  };
}

/** A real record, made with a password that nobody knows. */
function recordOfNobody(register: (credential: string, request: string) => string): string {
  const password = crypto.randomUUID();
  const { clientRegistrationState, registrationRequest } = client.startRegistration({ password });
  return client.finishRegistration({
    password,
    clientRegistrationState,
    registrationResponse: register("nobody", registrationRequest),
    // Nobody guesses at it: the least that Argon2id takes.
    keyStretching: { "argon2id-custom": { iterations: 1, memory: 8, parallelism: 1 } },
  }).registrationRecord;
}
