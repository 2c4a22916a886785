/** A person with a name, a password and a device, and the client's half of each request, by the library. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, randomUUID, sign } from "node:crypto";
import { client, ready } from "@serenity-kit/opaque";
import { DEVICE_SCHEME, deviceText, TICKET_SCHEME } from "../../../src/protocol/vault/proof.ts";
import type { Path, Reply, RequestOf } from "../../../src/protocol/vault/wire.ts";
import type { Caller, Came } from "./running.ts";

await ready;

/**
 * The server neither sees nor needs the stretching: the least that Argon2id takes, but where it is measured.
 */
export const keyStretching = { "argon2id-custom": { iterations: 1, memory: 8, parallelism: 1 } } as const;

export type Device = { privateKey: KeyObject; key: string };

export function makeDevice(): Device {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return { privateKey, key: publicKey.export({ format: "jwk" }).x ?? "" };
}

export type Person = {
  name: string;
  password: string;
  device: Device;
  sealedKey: string;
  rowId: string;
  vaultId: string;
  generation: number;
  exportKey: string;
};

/** The value, or an error that shows what came instead. */
export function replyOf<P extends Path>(came: Came<P>): Reply<P> {
  if ("value" in came) return came.value;
  throw new Error(`${came.status} ${came.problem.code}`);
}

/** `ok` or the problem's code. */
export function codeOf(came: Came<Path>): string {
  return "value" in came ? "ok" : came.problem.code;
}

/** Both halves of a registration's first step; the second can be sent more than once. */
export async function beginRegistration(vault: Caller, name: string, password: string, invite?: string) {
  const { clientRegistrationState, registrationRequest } = client.startRegistration({ password });
  const begun = replyOf(
    await vault.call("/v1/accounts/start", { name, registrationRequest, ...(invite && { invite }) }),
  );
  const { vaultId } = await vault.facts();
  const { registrationRecord, exportKey } = client.finishRegistration({
    password,
    clientRegistrationState,
    registrationResponse: begun.registrationResponse,
    identifiers: { client: begun.rowId, server: vaultId },
    keyStretching,
  });
  const device = makeDevice();
  const finish: RequestOf<"/v1/accounts/finish"> = {
    registrationId: begun.registrationId,
    registrationRecord,
    sealedKey: randomBytes(100).toString("base64url"),
    stretching: "argon2id-64mib-3-4",
    deviceKey: device.key,
  };
  const person: Person = {
    ...{ name, password, device, vaultId, exportKey, generation: 1 },
    sealedKey: finish.sealedKey,
    rowId: begun.rowId,
  };
  return { finish, person };
}

/** An account with these or with names and password of its own. */
export async function register(
  vault: Caller,
  name: string = randomUUID(),
  password = "correct horse",
): Promise<Person> {
  const { finish, person } = await beginRegistration(vault, name, password);
  replyOf(await vault.call("/v1/accounts/finish", finish));
  return person;
}

/** A stranger's guess: the first half of a login is enough to try a password. */
export function guess(vault: Caller, name: string, password = "wrong"): Promise<Came<"/v1/login/start">> {
  const { startLoginRequest } = client.startLogin({ password });
  return vault.call("/v1/login/start", { name, startLoginRequest });
}

export type Begun = {
  start: Reply<"/v1/login/start">;
  /** Null when the password is wrong. */
  finish: RequestOf<"/v1/login/finish"> | null;
  exportKey: string | null;
};

/** The first half of a login, and what the second would send. */
export async function beginLogin(vault: Caller, name: string, password: string): Promise<Came<Path> | Begun> {
  const { clientLoginState, startLoginRequest } = client.startLogin({ password });
  const came = await vault.call("/v1/login/start", { name, startLoginRequest });
  if (!("value" in came)) return came;
  const { vaultId } = await vault.facts();
  const start = came.value;
  const done = client.finishLogin({
    password,
    clientLoginState,
    loginResponse: start.loginResponse,
    identifiers: { client: start.rowId, server: vaultId },
    keyStretching,
  });
  return {
    start,
    finish: done ? { loginId: start.loginId, finishLoginRequest: done.finishLoginRequest } : null,
    exportKey: done?.exportKey ?? null,
  };
}

/** A login that is expected to get as far as its second half. */
export async function begunLogin(vault: Caller, name: string, password: string) {
  const begun = await beginLogin(vault, name, password);
  if (!("start" in begun)) throw new Error(codeOf(begun));
  if (!begun.finish) throw new Error("wrong password");
  return { ...begun, finish: begun.finish };
}

/** `ok`, `wrong password`, or the code of whatever refused. */
export async function tryLogin(vault: Caller, name: string, password: string): Promise<string> {
  const begun = await beginLogin(vault, name, password);
  if (!("start" in begun)) return codeOf(begun);
  return begun.finish ? codeOf(await vault.call("/v1/login/finish", begun.finish)) : "wrong password";
}

export async function login(vault: Caller, { name, password }: Person): Promise<Reply<"/v1/login/finish">> {
  const { finish } = await begunLogin(vault, name, password);
  return replyOf(await vault.call("/v1/login/finish", finish));
}

type OwnPath =
  | "/v1/status"
  | "/v1/reset/start"
  | "/v1/reset/finish"
  | "/v1/devices/revoke"
  | "/v1/delete"
  | "/v1/export";
/** What {@link deviceText} takes, as a test bends it. */
type Bent = Partial<Parameters<typeof deviceText>[0]>;

/** The header of a request that a device signs. */
export async function signature<P extends OwnPath>(
  vault: Caller,
  { rowId, vaultId }: Person,
  device: Device,
  path: P,
  body: RequestOf<P>,
  bent: Bent = {},
): Promise<string> {
  const { nonce } = replyOf(await vault.call("/v1/device/challenge", { rowId }));
  const bytes = (text: string) => Buffer.from(text, "base64url");
  const bodyHash = createHash("sha256").update(JSON.stringify(body)).digest();
  const text = deviceText({
    ...{ path, vaultId: bytes(vaultId), rowId: bytes(rowId), generation: body.generation },
    ...{ nonce: bytes(nonce), bodyHash },
    ...bent,
  });
  return `${DEVICE_SCHEME} ${nonce}.${device.key}.${sign(null, text, device.privateKey).toString("base64url")}`;
}

/** A request of the person's own device. */
export async function ask<P extends OwnPath>(
  vault: Caller,
  person: Person,
  path: P,
  more: Omit<RequestOf<P>, "rowId" | "generation"> & { generation?: number },
  device: Device = person.device,
): Promise<Came<P>> {
  const body = { rowId: person.rowId, generation: person.generation, ...more } as unknown as RequestOf<P>;
  return vault.call(path, body, await signature(vault, person, device, path, body));
}

export const ticketHeader = (ticket: string): string => `${TICKET_SCHEME} ${ticket}`;

/** The body of a reset's second half: it can be sent more than once. */
export async function beginReset(vault: Caller, person: Person, password: string) {
  const { clientRegistrationState, registrationRequest } = client.startRegistration({ password });
  const begun = replyOf(await ask(vault, person, "/v1/reset/start", { registrationRequest }));
  const { registrationRecord } = client.finishRegistration({
    password,
    clientRegistrationState,
    registrationResponse: begun.registrationResponse,
    identifiers: { client: person.rowId, server: person.vaultId },
    keyStretching,
  });
  return {
    resetId: begun.resetId,
    registrationRecord,
    sealedKey: randomBytes(100).toString("base64url"),
    stretching: "argon2id-64mib-3-4",
  } as const;
}

/** The person with a new password. */
export async function reset(vault: Caller, person: Person, password: string): Promise<Person> {
  const finish = await beginReset(vault, person, password);
  const { generation } = replyOf(await ask(vault, person, "/v1/reset/finish", finish));
  return { ...person, password, generation, sealedKey: finish.sealedKey };
}
