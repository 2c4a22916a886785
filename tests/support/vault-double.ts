/**
 * A vault in memory, over the independent OPAQUE: it keeps the contract of `protocol/vault/wire.ts` as the
 * client sees it, on a clock that only the test moves. Not covered: concurrency, durability, and revealing
 * nothing to strangers. The real server's tests cover those.
 */
import { createHash, createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { concatBytes, randomBytes, utf8ToBytes } from "../../src/core/bytes.ts";
import { read, type Schema } from "../../src/core/schema.ts";
import {
  DEVICE_SCHEME,
  deviceList,
  evaluationSigned,
  originsSigned,
  stateSigned,
  TICKET_SCHEME,
  ticketText,
} from "../../src/protocol/vault/proof.ts";
import {
  type Device,
  ENDPOINTS,
  MOST_ATTEMPTS,
  MOST_DEVICES,
  type Path,
  PROBLEMS,
  type ProblemCode,
  type Reply,
  type RequestOf,
  STRETCHINGS,
  type Stretching,
  VAULT_PATH,
  type VaultFacts,
} from "../../src/protocol/vault/wire.ts";
import type { Answer } from "../../src/vault-client/exchange.ts";
import { readProof } from "./device-proof.ts";
import {
  createSetup,
  type Expected,
  finishLogin,
  registrationResponse,
  startLogin,
} from "./opaque/server.ts";
import { bindingOf, sealAnswer, sessionKeyFor } from "./vault/session.ts";

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
const bytes = (encoded: string): Uint8Array => new Uint8Array(Buffer.from(encoded, "base64url"));

export type Row = {
  credential: Uint8Array;
  record: string;
  sealedKey: string;
  stretching: Stretching;
  generation: number;
  sequence: number;
  attemptsLeft: number;
  failuresSince: number;
  lifetimeFailures: number;
  nextAttemptAtMs: number;
  createdAtMs: number;
  changedAtMs: number;
  erased: boolean;
  devices: Device[];
};

class Refused extends Error {
  readonly code: ProblemCode;
  readonly retryAfterSeconds: number | undefined;
  constructor(code: ProblemCode, retryAfterSeconds?: number) {
    super(code);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Where the double is asked, unless a test says otherwise. */
const ORIGINS = ["https://vault.example.org"];

/** By failures in a row: after the fifth a minute, and so on. */
const SPACING_SECONDS = [0, 0, 0, 0, 0, 60, 600, 3600, 21_600, 86_400];

/**
 * @param ids - another vault's, for one that passes itself off as it: same vault id, same row ids, other
 * keys.
 */
export function makeVaultDouble(ids = { vaultId: randomBytes(16), nameKey: randomBytes(32) }) {
  const setup = createSetup();
  const { vaultId, nameKey } = ids;
  const stateKeys = generateKeyPairSync("ed25519");
  const rawPublic = (key: KeyObject) => String(key.export({ format: "jwk" })["x"]);
  const rows = new Map<string, Row>();
  const nonces = new Set<string>();
  const begun = new Map<string, { rowId: string; credential: Uint8Array; endsAtMs: number }>();
  const logins = new Map<string, { rowId: string; expected: Expected; generation: number }>();
  const tickets = new Map<string, { rowId: string; key: Buffer }>();
  const vault = {
    nowMs: 1_790_000_000_000,
    registration: "open" as VaultFacts["registration"],
    origins: ORIGINS,
    ids,
    rows,
    stateKey: stateKeys.privateKey,
    setup,
    facts: (): VaultFacts => ({
      version: 2,
      vaultId: text(vaultId),
      publicKey: text(setup.keys.publicKey),
      stateKey: rawPublic(stateKeys.publicKey),
      stretchings: [...STRETCHINGS],
      mostAttempts: MOST_ATTEMPTS,
      registration: vault.registration,
      origins: vault.origins,
      signature: signed(originsSigned(vaultId, setup.keys.publicKey, vault.origins), stateKeys.privateKey),
    }),
    answer,
  };

  const rowIdOf = (name: string) => text(createHmac("sha256", nameKey).update(name).digest());
  const take = (): string => text(randomBytes(16));

  function signed(message: Uint8Array, key = vault.stateKey): string {
    return text(sign(null, message, key));
  }

  function stateOf(rowId: string, row: Row) {
    const { generation, sequence, lifetimeFailures } = row;
    const list = deviceList(row.devices.map((one) => ({ ...one, key: bytes(one.key) })));
    const devices = createHash("sha256").update(list).digest("base64url");
    const counts = { generation, sequence, lifetimeFailures, devices };
    const content = { version: 2, vaultId: text(vaultId), rowId, ...counts, atMs: vault.nowMs };
    const statement = utf8ToBytes(JSON.stringify(content));
    return { statement: text(statement), signature: signed(stateSigned(statement)) };
  }

  function evaluated(
    path: Path,
    rowId: string,
    origin: string,
    id: string,
    request: string,
    response: string,
  ) {
    if (!vault.origins.includes(origin)) throw new Refused("other-address");
    const messages = { request: bytes(request), response: bytes(response) };
    return signed(evaluationSigned({ path, vaultId, rowId: bytes(rowId), origin, id, ...messages }));
  }

  function change(row: Row): void {
    row.sequence += 1;
    row.changedAtMs = vault.nowMs;
  }

  function rowOf(rowId: string): Row {
    const row = rows.get(rowId);
    if (!row) throw new Refused("not-found");
    if (row.erased) throw new Refused("erased");
    return row;
  }

  function addDevice(row: Row, key: string): void {
    if (row.devices.some((device) => device.key === key)) return;
    if (row.devices.length >= MOST_DEVICES) return;
    row.devices.push({ key, addedAtMs: vault.nowMs, lastSeenAtMs: vault.nowMs });
  }

  function testKey(
    path: string,
    body: string,
    authorization: string,
    rowId: string,
    generation: number,
  ): Row {
    const row = rowOf(rowId);
    const [scheme, proof = ""] = authorization.split(" ");
    if (!vault.origins.includes(JSON.parse(body).origin)) throw new Refused("other-address");
    if (scheme === TICKET_SCHEME) {
      const [nonce = "", id = "", mac] = proof.split(".");
      const ticket = tickets.get(id);
      const bodyHash = createHash("sha256").update(body).digest();
      const ids = { vaultId, rowId: bytes(rowId), generation };
      const message = ticketText({ path, ...ids, nonce: bytes(nonce), bodyHash });
      const right = ticket && createHmac("sha256", ticket.key).update(message).digest("base64url");
      if (ticket?.rowId !== rowId || mac !== right || !nonces.delete(nonce)) throw new Refused("not-proven");
    } else {
      const signed = { path, vaultId, rowId: bytes(rowId), generation };
      const { nonce, key, holds } = readProof(scheme === DEVICE_SCHEME ? proof : "", signed, body);
      if (!nonces.delete(nonce) || !holds || !row.devices.some((device) => device.key === key))
        throw new Refused("not-proven");
    }
    if (generation > row.generation) throw new Refused("generation-changed");
    return row;
  }

  function begin(rowId: string, registrationRequest: string) {
    const credential = concatBytes(bytes(rowId), randomBytes(16));
    const id = take();
    begun.set(id, { rowId, credential, endsAtMs: vault.nowMs + 3_600_000 });
    return { id, response: text(registrationResponse(setup, bytes(registrationRequest), credential)) };
  }

  function opened(id: string) {
    const start = begun.get(id);
    if (!start) throw new Refused("expired");
    return { ...start, isOver: vault.nowMs > start.endsAtMs };
  }

  const handlers: { [P in Path]: (request: RequestOf<P>, body: string, authorization: string) => Reply<P> } =
    {
      "/v2/accounts/start": ({ name, origin, registrationRequest }) => {
        if (vault.registration === "closed") throw new Refused("registration-closed");
        const rowId = rowIdOf(name);
        const { id, response } = begin(rowId, registrationRequest);
        const signature = evaluated("/v2/accounts/start", rowId, origin, id, registrationRequest, response);
        return { registrationId: id, rowId, registrationResponse: response, signature };
      },
      "/v2/accounts/finish": ({ registrationId, registrationRecord, sealedKey, stretching }) => {
        const { rowId, credential, isOver } = opened(registrationId);
        const there = rows.get(rowId);
        const isIt = there?.credential === credential && there.record === registrationRecord;
        if (!isIt && isOver) throw new Refused("expired");
        if (there && !isIt) throw new Refused("name-taken");
        const row: Row = there ?? {
          ...{ credential, record: registrationRecord, sealedKey, stretching, generation: 1, sequence: 1 },
          ...{ attemptsLeft: MOST_ATTEMPTS, failuresSince: 0, lifetimeFailures: 0, nextAttemptAtMs: 0 },
          ...{ createdAtMs: vault.nowMs, changedAtMs: vault.nowMs, erased: false, devices: [] },
        };
        rows.set(rowId, row);
        return { generation: row.generation, state: stateOf(rowId, row) };
      },
      "/v2/login/start": ({ name, origin, startLoginRequest }) => {
        if (!vault.origins.includes(origin)) throw new Refused("other-address");
        const rowId = rowIdOf(name);
        const row = rows.get(rowId);
        if (row?.erased || row?.attemptsLeft === 0) {
          row.erased = true;
          throw new Refused("erased");
        }
        if (row && vault.nowMs < row.nextAttemptAtMs)
          throw new Refused("wait", Math.ceil((row.nextAttemptAtMs - vault.nowMs) / 1000));
        const spaced = SPACING_SECONDS[row ? MOST_ATTEMPTS - row.attemptsLeft + 1 : 0] ?? 0;
        if (row) {
          row.attemptsLeft -= 1;
          row.failuresSince += 1;
          row.lifetimeFailures += 1;
          row.nextAttemptAtMs = vault.nowMs + spaced * 1000;
          change(row);
        }
        const record = row
          ? bytes(row.record)
          : new Uint8Array([...setup.keys.publicKey, ...randomBytes(160)]);
        const identities = { client: utf8ToBytes(rowId), server: utf8ToBytes(text(vaultId)) };
        const credential = row?.credential ?? bytes(rowId);
        const { ke2, expected } = startLogin(setup, record, bytes(startLoginRequest), credential, identities);
        const loginId = take();
        const path = "/v2/login/start";
        const signature = evaluated(path, rowId, origin, loginId, startLoginRequest, text(ke2));
        logins.set(loginId, { rowId, expected, generation: row?.generation ?? 0 });
        return {
          ...{ loginId, rowId, stretching: row?.stretching ?? STRETCHINGS[0], loginResponse: text(ke2) },
          ...{ attemptsLeft: row?.attemptsLeft ?? MOST_ATTEMPTS - 1, retryAfterSeconds: spaced },
          signature,
        };
      },
      "/v2/login/finish": ({ loginId, finishLoginRequest, origin, deviceKey, binding }) => {
        const login = logins.get(loginId);
        const row = login && rows.get(login.rowId);
        if (!row || login.generation !== row.generation) throw new Refused("expired");
        logins.delete(loginId);
        const { rowId, expected } = login;
        const sessionKey = text(expected.sessionKey);
        const bound = { vaultId: text(vaultId), rowId, origin, deviceKey: deviceKey ?? null };
        if (!finishLogin(expected, bytes(finishLoginRequest)) || binding !== bindingOf(sessionKey, bound))
          throw new Refused("not-proven");
        if (deviceKey !== undefined) addDevice(row, deviceKey);
        const failuresSince = row.failuresSince - 1;
        row.lifetimeFailures -= 1;
        Object.assign(row, { attemptsLeft: MOST_ATTEMPTS, failuresSince: 0, nextAttemptAtMs: 0 });
        change(row);
        const ticket = take();
        tickets.set(ticket, { rowId, key: sessionKeyFor(sessionKey, "ticket") });
        const { generation, sealedKey, lifetimeFailures, devices } = row;
        const state = stateOf(rowId, row);
        const counts = { generation, failuresSince, lifetimeFailures };
        return { answer: sealAnswer(sessionKey, { ...counts, sealedKey, ticket, devices, state }) };
      },
      "/v2/device/challenge": () => {
        const nonce = text(randomBytes(32));
        nonces.add(nonce);
        return { nonce };
      },
      "/v2/reset/start": ({ rowId, generation, origin, registrationRequest }, body, authorization) => {
        const path = "/v2/reset/start";
        const row = testKey(path, body, authorization, rowId, generation);
        if (row.generation !== generation) throw new Refused("generation-changed");
        const { id, response } = begin(rowId, registrationRequest);
        const signature = evaluated(path, rowId, origin, id, registrationRequest, response);
        return { resetId: id, registrationResponse: response, signature };
      },
      "/v2/reset/finish": (request, body, authorization) => {
        const { rowId, generation, resetId, registrationRecord, sealedKey, stretching } = request;
        const row = testKey("/v2/reset/finish", body, authorization, rowId, generation);
        const { credential, isOver } = opened(resetId);
        if (row.credential !== credential) {
          if (isOver && row.generation === generation) throw new Refused("expired");
          if (row.generation !== generation) throw new Refused("generation-changed");
          Object.assign(row, { credential, record: registrationRecord, sealedKey, stretching });
          row.generation += 1;
          change(row);
        }
        return { generation: row.generation, state: stateOf(rowId, row) };
      },
      "/v2/status": ({ rowId, generation }, body, authorization) => {
        const row = testKey("/v2/status", body, authorization, rowId, generation);
        const { attemptsLeft, failuresSince, lifetimeFailures, createdAtMs, changedAtMs, devices } = row;
        const counts = { attemptsLeft, failuresSince, lifetimeFailures, createdAtMs, changedAtMs };
        const retryAfterSeconds = Math.max(0, Math.ceil((row.nextAttemptAtMs - vault.nowMs) / 1000));
        const state = stateOf(rowId, row);
        return { generation: row.generation, ...counts, retryAfterSeconds, devices, state };
      },
      "/v2/devices/revoke": ({ rowId, generation, deviceKey }, body, authorization) => {
        const row = testKey("/v2/devices/revoke", body, authorization, rowId, generation);
        if (row.generation !== generation) throw new Refused("generation-changed");
        row.devices = row.devices.filter((device) => device.key !== deviceKey);
        change(row);
        return { devices: row.devices, state: stateOf(rowId, row) };
      },
      "/v2/delete": ({ rowId, generation }, body, authorization) => {
        const row = testKey("/v2/delete", body, authorization, rowId, generation);
        Object.assign(row, { erased: true, record: "", sealedKey: "", devices: [] });
        return { deleted: true };
      },
      "/v2/export": ({ rowId, generation }, body, authorization) => {
        const row = testKey("/v2/export", body, authorization, rowId, generation);
        const { record, sealedKey, stretching, attemptsLeft, failuresSince, lifetimeFailures } = row;
        const { createdAtMs, changedAtMs, devices } = row;
        return {
          ...{ vaultId: text(vaultId), rowId, generation: row.generation, registrationRecord: record },
          ...{ sealedKey, stretching, attemptsLeft, failuresSince, lifetimeFailures },
          ...{ createdAtMs, changedAtMs, devices },
        };
      },
    };

  function answer(path: string, body: string | null, headers: Readonly<Record<string, string>>): Answer {
    if (path === VAULT_PATH && body === null) return { status: 200, text: JSON.stringify(vault.facts()) };
    try {
      const known = path as Path;
      const request = read(ENDPOINTS[known].request as Schema<object>, JSON.parse(body ?? ""));
      if (!request) throw new Refused("bad-request");
      const handle = handlers[known] as (request: object, body: string, authorization: string) => unknown;
      const reply = handle(request, body ?? "", headers["Authorization"] ?? "");
      return { status: 200, text: JSON.stringify(reply) };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { code, retryAfterSeconds } = error;
      const problem = { type: `urn:sixtyfour:${code}`, title: code, status: PROBLEMS[code], code };
      const text = JSON.stringify(
        retryAfterSeconds === undefined ? problem : { ...problem, retryAfterSeconds },
      );
      return { status: PROBLEMS[code], text };
    }
  }

  return vault;
}

export type VaultDouble = ReturnType<typeof makeVaultDouble>;
