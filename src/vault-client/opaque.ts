/**
 * The client's half of OPAQUE (RFC 9807, ristretto255-SHA512), by @serenity-kit/opaque, as this room needs
 * it.
 *
 * All bytes are base64url. Its identities are text: client is the row id, server the vault id, both as they
 * travel. Each finishing call stretches the password once, on the thread that makes it. What that costs is an
 * argument: `stretchings.ts` has what is shipped, most tests pass the least there is.
 */
import { client, ready } from "@serenity-kit/opaque";
import type { KdfParameters } from "../core/sealed/kdf.ts";
import type { Stretching } from "../protocol/vault/wire.ts";
import { normaliseVaultPassword } from "./vault-password.ts";

/** Our own list, by the ids of the protocol. */
export type Stretchings = Readonly<Record<Stretching, KdfParameters>>;

type Parties = { rowId: string; vaultId: string };

function ending(typed: string, { rowId, vaultId }: Parties, parameters: KdfParameters) {
  const { memoryKib, iterations, parallelism } = parameters;
  return {
    password: normaliseVaultPassword(typed),
    identifiers: { client: rowId, server: vaultId },
    keyStretching: { "argon2id-custom": { memory: memoryKib, iterations, parallelism } },
  };
}

export type BegunRegistration = { clientRegistrationState: string; registrationRequest: string };

export async function startRegistration(typed: string): Promise<BegunRegistration> {
  await ready;
  return client.startRegistration({ password: normaliseVaultPassword(typed) });
}

export type Registered = { registrationRecord: string; exportKey: string; serverStaticPublicKey: string };

/** @returns null for an answer that is none. */
export function finishRegistration(
  typed: string,
  { clientRegistrationState }: BegunRegistration,
  registrationResponse: string,
  parties: Parties,
  parameters: KdfParameters,
): Registered | null {
  try {
    const given = { clientRegistrationState, registrationResponse };
    return client.finishRegistration({ ...given, ...ending(typed, parties, parameters) });
  } catch {
    return null;
  }
}

export type BegunLogin = { clientLoginState: string; startLoginRequest: string };

export async function startLogin(typed: string): Promise<BegunLogin> {
  await ready;
  return client.startLogin({ password: normaliseVaultPassword(typed) });
}

/** The base point of ristretto255 (RFC 9496 §4), twice: a registration's answer that any password fits. */
const ANY_ANSWER = "4vKuCmq8TnGohKlhxQBRX1jjC2qlgt2NtqZZReCNLXbi8q4KarxOcaiEqWHFAFFfWOMLaqWC3Y22pllF4I0tdg";

/**
 * Does the browser give the memory that a password takes? A login asks before the vault counts an attempt. The
 * module's memory never shrinks: what this takes is there for the password.
 */
export async function canStretch(stretchings: Stretchings): Promise<boolean> {
  const typed = "a rehearsal";
  try {
    const begun = await startRegistration(typed);
    return Object.values(stretchings).every((parameters) => {
      const once = { ...parameters, iterations: 1 };
      return finishRegistration(typed, begun, ANY_ANSWER, { rowId: "", vaultId: "" }, once) !== null;
    });
  } catch {
    // No WebAssembly.
    return false;
  }
}

export type LoggedIn = {
  finishLoginRequest: string;
  /** 64 bytes, as the next one; the vault has the same session key. */
  sessionKey: string;
  exportKey: string;
  serverStaticPublicKey: string;
};

/** @returns `wrong` when this password does not open this answer, null for an answer that is none. */
export function finishLogin(
  typed: string,
  { clientLoginState }: BegunLogin,
  loginResponse: string,
  parties: Parties,
  parameters: KdfParameters,
): LoggedIn | "wrong" | null {
  try {
    const given = { clientLoginState, loginResponse };
    return client.finishLogin({ ...given, ...ending(typed, parties, parameters) }) ?? "wrong";
  } catch {
    return null;
  }
}
