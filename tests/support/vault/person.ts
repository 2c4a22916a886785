/** A person with a name, a password and a device, and the client's half of each request, by the library. */
import {
  createHash,
  createHmac,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  randomUUID,
  sign,
} from "node:crypto";
import { client, ready } from "@serenity-kit/opaque";
import { DEVICE_SCHEME, deviceText, TICKET_SCHEME, ticketText } from "../../../src/protocol/vault/proof.ts";
import type { LoginAnswer, Path, Reply, RequestOf } from "../../../src/protocol/vault/wire.ts";
import type { Body, Caller, Came } from "./running.ts";
import { bindingOf, openAnswer, sessionKeyFor } from "./session.ts";

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
    await vault.call("/v2/accounts/start", { name, registrationRequest, ...(invite && { invite }) }),
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
  const finish: RequestOf<"/v2/accounts/finish"> = {
    registrationId: begun.registrationId,
    registrationRecord,
    sealedKey: randomBytes(100).toString("base64url"),
    stretching: "argon2id-64mib-3-4",
  };
  const person: Person = {
    ...{ name, password, device, vaultId, exportKey, generation: 1 },
    sealedKey: finish.sealedKey,
    rowId: begun.rowId,
  };
  return { finish, person };
}

/** An account with these or with names and password of its own, and its first login, which joins the device. */
export async function register(
  vault: Caller,
  name: string = randomUUID(),
  password = "correct horse",
): Promise<Person> {
  const { finish, person } = await beginRegistration(vault, name, password);
  replyOf(await vault.call("/v2/accounts/finish", finish));
  await joinDevice(vault, person, person.device.key);
  return person;
}

/** A stranger's guess: the first half of a login is enough to try a password. */
export function guess(vault: Caller, name: string, password = "wrong"): Promise<Came<"/v2/login/start">> {
  const { startLoginRequest } = client.startLogin({ password });
  return vault.call("/v2/login/start", { name, startLoginRequest });
}

type Finish = RequestOf<"/v2/login/finish">;

/** A login whose password was right. */
export type Known = {
  start: Reply<"/v2/login/start">;
  /** The last message; with a device, that joins. */
  finish: Finish;
  joining: (deviceKey: string) => Finish;
  /** What the vault answers to it. */
  open: (came: Came<"/v2/login/finish">) => LoginAnswer;
  sessionKey: string;
  exportKey: string;
};
export type Begun = Known | { start: Reply<"/v2/login/start">; finish: null };

/** The first half of a login, and what the second would send. */
export async function beginLogin(vault: Caller, name: string, password: string): Promise<Came<Path> | Begun> {
  const { clientLoginState, startLoginRequest } = client.startLogin({ password });
  const came = await vault.call("/v2/login/start", { name, startLoginRequest });
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
  if (!done) return { start, finish: null };
  const { finishLoginRequest, sessionKey, exportKey } = done;
  const origin = vault.origin();
  const last = { loginId: start.loginId, finishLoginRequest, origin };
  const bound = { vaultId, rowId: start.rowId, origin };
  return {
    ...{ start, sessionKey, exportKey },
    finish: { ...last, binding: bindingOf(sessionKey, { ...bound, deviceKey: null }) },
    joining: (deviceKey) => {
      return { ...last, deviceKey, binding: bindingOf(sessionKey, { ...bound, deviceKey }) };
    },
    open: (came) => openAnswer(sessionKey, replyOf(came).answer),
  };
}

/** A login that is expected to get as far as its second half. */
export async function begunLogin(vault: Caller, name: string, password: string): Promise<Known> {
  const begun = await beginLogin(vault, name, password);
  if (!("start" in begun)) throw new Error(codeOf(begun));
  if (!begun.finish) throw new Error("wrong password");
  return begun;
}

/** `ok`, `wrong password`, or the code of whatever refused. */
export async function tryLogin(vault: Caller, name: string, password: string): Promise<string> {
  const begun = await beginLogin(vault, name, password);
  if (!("start" in begun)) return codeOf(begun);
  return begun.finish ? codeOf(await vault.call("/v2/login/finish", begun.finish)) : "wrong password";
}

/** What a login gives: the answer, and the key that signs for its ticket. */
export type LoggedIn = LoginAnswer & { ticketKey: Buffer };

export async function login(vault: Caller, { name, password }: Person): Promise<LoggedIn> {
  const { finish, open, sessionKey } = await begunLogin(vault, name, password);
  const answer = open(await vault.call("/v2/login/finish", finish));
  return { ...answer, ticketKey: sessionKeyFor(sessionKey, "ticket") };
}

/** A login that adds this device. */
export async function joinDevice(
  vault: Caller,
  { name, password }: Person,
  deviceKey: string,
): Promise<LoginAnswer> {
  const { joining, open } = await begunLogin(vault, name, password);
  return open(await vault.call("/v2/login/finish", joining(deviceKey)));
}

type OwnPath =
  | "/v2/status"
  | "/v2/reset/start"
  | "/v2/reset/finish"
  | "/v2/devices/revoke"
  | "/v2/delete"
  | "/v2/export";
/** What {@link deviceText} takes, as a test bends it. */
type Bent = Partial<Parameters<typeof deviceText>[0]>;

/** What is signed of a request, over a fresh nonce. */
async function signedText<P extends OwnPath>(
  vault: Caller,
  { rowId, vaultId }: Pick<Person, "rowId" | "vaultId">,
  path: P,
  body: Body<P>,
) {
  const { nonce } = replyOf(await vault.call("/v2/device/challenge", { rowId }));
  const bytes = (text: string) => Buffer.from(text, "base64url");
  const bodyHash = createHash("sha256").update(vault.textOf(path, body)).digest();
  const { generation } = body as unknown as { generation: number };
  const ids = { vaultId: bytes(vaultId), rowId: bytes(rowId), generation };
  return { nonce, text: { path, ...ids, nonce: bytes(nonce), bodyHash } };
}

/** The header of a request that a device signs. */
export async function signature<P extends OwnPath>(
  vault: Caller,
  { rowId, vaultId }: Person,
  device: Device,
  path: P,
  body: Body<P>,
  bent: Bent = {},
): Promise<string> {
  const { nonce, text: signed } = await signedText(vault, { rowId, vaultId }, path, body);
  const text = deviceText({ ...signed, ...bent });
  return `${DEVICE_SCHEME} ${nonce}.${device.key}.${sign(null, text, device.privateKey).toString("base64url")}`;
}

/** A request of the person's own device. */
export async function ask<P extends OwnPath>(
  vault: Caller,
  person: Person,
  path: P,
  more: Omit<RequestOf<P>, "rowId" | "generation" | "origin"> & { generation?: number; origin?: string },
  device: Device = person.device,
): Promise<Came<P>> {
  const body = { rowId: person.rowId, generation: person.generation, ...more } as unknown as Body<P>;
  return vault.call(path, body, await signature(vault, person, device, path, body));
}

/** The header of a request that the key of a login's ticket signs. */
export async function ticketProof<P extends OwnPath>(
  vault: Caller,
  { rowId, vaultId }: Person,
  { ticket, ticketKey }: Pick<LoggedIn, "ticket" | "ticketKey">,
  path: P,
  body: Body<P>,
): Promise<string> {
  const { nonce, text } = await signedText(vault, { rowId, vaultId }, path, body);
  const mac = createHmac("sha256", ticketKey).update(ticketText(text)).digest("base64url");
  return `${TICKET_SCHEME} ${nonce}.${ticket}.${mac}`;
}

/** The body of a reset's second half: it can be sent more than once. */
export async function beginReset(vault: Caller, person: Person, password: string) {
  const { clientRegistrationState, registrationRequest } = client.startRegistration({ password });
  const begun = replyOf(await ask(vault, person, "/v2/reset/start", { registrationRequest }));
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
  const { generation } = replyOf(await ask(vault, person, "/v2/reset/finish", finish));
  return { ...person, password, generation, sealedKey: finish.sealedKey };
}
