/**
 * A vault in memory, over the independent OPAQUE: it keeps the contract of `protocol/vault/wire.ts` as the
 * client sees it, on a clock that only the test moves. Not covered: concurrency, durability, and revealing
 * nothing to strangers. The real server's tests cover those.
 */
import { createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { concatBytes, randomBytes, utf8ToBytes } from "../../src/core/bytes.ts";
import { read, type Schema } from "../../src/core/schema.ts";
import { DEVICE_SCHEME, stateSigned, TICKET_SCHEME } from "../../src/protocol/vault/proof.ts";
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
  const tickets = new Map<string, string>();
  const vault = {
    nowMs: 1_790_000_000_000,
    registration: "open" as VaultFacts["registration"],
    ids,
    rows,
    stateKey: stateKeys.privateKey,
    setup,
    facts: (): VaultFacts => ({
      version: 1,
      vaultId: text(vaultId),
      publicKey: text(setup.keys.publicKey),
      stateKey: rawPublic(stateKeys.publicKey),
      stretchings: [...STRETCHINGS],
      mostAttempts: MOST_ATTEMPTS,
      registration: vault.registration,
    }),
    answer,
  };

  const rowIdOf = (name: string) => text(createHmac("sha256", nameKey).update(name).digest());
  const take = (): string => text(randomBytes(16));

  function stateOf(rowId: string, row: Row) {
    const { generation, sequence, lifetimeFailures } = row;
    const content = { version: 1, vaultId: text(vaultId), rowId, generation, sequence, lifetimeFailures };
    const statement = utf8ToBytes(JSON.stringify({ ...content, atMs: vault.nowMs }));
    const signature = sign(null, stateSigned(statement), vault.stateKey);
    return { statement: text(statement), signature: text(signature) };
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
    if (row.devices.length >= MOST_DEVICES) throw new Refused("too-many-devices");
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
    if (scheme === TICKET_SCHEME) {
      if (tickets.get(proof) !== rowId || !tickets.delete(proof)) throw new Refused("not-proven");
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
    if (!start || vault.nowMs > start.endsAtMs) throw new Refused("expired");
    return start;
  }

  const handlers: { [P in Path]: (request: RequestOf<P>, body: string, authorization: string) => Reply<P> } =
    {
      "/v1/accounts/start": ({ name, registrationRequest }) => {
        if (vault.registration === "closed") throw new Refused("registration-closed");
        const { id, response } = begin(rowIdOf(name), registrationRequest);
        return { registrationId: id, rowId: rowIdOf(name), registrationResponse: response };
      },
      "/v1/accounts/finish": ({ registrationId, registrationRecord, sealedKey, stretching, deviceKey }) => {
        const { rowId, credential } = opened(registrationId);
        const there = rows.get(rowId);
        if (there && !(there.credential === credential && there.record === registrationRecord))
          throw new Refused("name-taken");
        const row: Row = there ?? {
          ...{ credential, record: registrationRecord, sealedKey, stretching, generation: 1, sequence: 1 },
          ...{ attemptsLeft: MOST_ATTEMPTS, failuresSince: 0, lifetimeFailures: 0, nextAttemptAtMs: 0 },
          ...{ createdAtMs: vault.nowMs, changedAtMs: vault.nowMs, erased: false, devices: [] },
        };
        rows.set(rowId, row);
        addDevice(row, deviceKey);
        return { generation: row.generation, state: stateOf(rowId, row) };
      },
      "/v1/login/start": ({ name, startLoginRequest }) => {
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
        logins.set(loginId, { rowId, expected, generation: row?.generation ?? 0 });
        return {
          ...{ loginId, rowId, stretching: row?.stretching ?? STRETCHINGS[0], loginResponse: text(ke2) },
          ...{ attemptsLeft: row?.attemptsLeft ?? MOST_ATTEMPTS - 1, retryAfterSeconds: spaced },
        };
      },
      "/v1/login/finish": ({ loginId, finishLoginRequest, deviceKey }) => {
        const login = logins.get(loginId);
        const row = login && rows.get(login.rowId);
        if (!row || login.generation !== row.generation) throw new Refused("expired");
        const isRight = finishLogin(login.expected, bytes(finishLoginRequest));
        // With too many devices it can be finished once more, without one.
        if (isRight && deviceKey !== undefined) addDevice(row, deviceKey);
        logins.delete(loginId);
        if (!isRight) throw new Refused("not-proven");
        const failuresSince = row.failuresSince - 1;
        row.lifetimeFailures -= 1;
        Object.assign(row, { attemptsLeft: MOST_ATTEMPTS, failuresSince: 0, nextAttemptAtMs: 0 });
        change(row);
        const ticket = take();
        tickets.set(ticket, login.rowId);
        const { generation, sealedKey, lifetimeFailures } = row;
        const state = stateOf(login.rowId, row);
        return { generation, sealedKey, failuresSince, lifetimeFailures, ticket, state };
      },
      "/v1/device/challenge": () => {
        const nonce = text(randomBytes(32));
        nonces.add(nonce);
        return { nonce };
      },
      "/v1/reset/start": ({ rowId, generation, registrationRequest }, body, authorization) => {
        const row = testKey("/v1/reset/start", body, authorization, rowId, generation);
        if (row.generation !== generation) throw new Refused("generation-changed");
        const { id, response } = begin(rowId, registrationRequest);
        return { resetId: id, registrationResponse: response };
      },
      "/v1/reset/finish": (request, body, authorization) => {
        const { rowId, generation, resetId, registrationRecord, sealedKey, stretching } = request;
        const row = testKey("/v1/reset/finish", body, authorization, rowId, generation);
        const { credential } = opened(resetId);
        if (row.credential !== credential) {
          if (row.generation !== generation) throw new Refused("generation-changed");
          Object.assign(row, { credential, record: registrationRecord, sealedKey, stretching });
          row.generation += 1;
          change(row);
        }
        return { generation: row.generation, state: stateOf(rowId, row) };
      },
      "/v1/status": ({ rowId, generation }, body, authorization) => {
        const row = testKey("/v1/status", body, authorization, rowId, generation);
        const { attemptsLeft, failuresSince, lifetimeFailures, createdAtMs, changedAtMs, devices } = row;
        const counts = { attemptsLeft, failuresSince, lifetimeFailures, createdAtMs, changedAtMs };
        const retryAfterSeconds = Math.max(0, Math.ceil((row.nextAttemptAtMs - vault.nowMs) / 1000));
        const state = stateOf(rowId, row);
        return { generation: row.generation, ...counts, retryAfterSeconds, devices, state };
      },
      "/v1/devices/revoke": ({ rowId, generation, deviceKey }, body, authorization) => {
        const row = testKey("/v1/devices/revoke", body, authorization, rowId, generation);
        if (row.generation !== generation) throw new Refused("generation-changed");
        row.devices = row.devices.filter((device) => device.key !== deviceKey);
        change(row);
        return { devices: row.devices, state: stateOf(rowId, row) };
      },
      "/v1/delete": ({ rowId, generation }, body, authorization) => {
        const row = testKey("/v1/delete", body, authorization, rowId, generation);
        Object.assign(row, { erased: true, record: "", sealedKey: "", devices: [] });
        return { deleted: true };
      },
      "/v1/export": ({ rowId, generation }, body, authorization) => {
        const row = testKey("/v1/export", body, authorization, rowId, generation);
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
