/**
 * An account of version 1 as that version's server stored it, and a client of that version: its messages were
 * written down while it still ran (`tests/vectors/vault-wire-1.json`), and nothing here changes any more.
 */
import { createHash, createPrivateKey, type KeyObject, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { client } from "@serenity-kit/opaque";
import type { Problem } from "../../../src/protocol/vault/wire.ts";
import { build, statement } from "../../../src/vault/store/statement.ts";
import { makeFolder } from "./built.ts";
import { keyStretching, type Person } from "./person.ts";
import { startVault, type TestVault } from "./running.ts";

type Exchanged = { path: string; request: object; reply: Record<string, unknown>; authorization?: string };
type Row = Record<"row_id" | "credential_id" | "record" | "sealed_key", string> & {
  sequence: number;
  last_success: number;
  created_at_ms: number;
};

export const FROZEN: {
  secret: string;
  name: string;
  password: string;
  device: { seed: string; key: string };
  row: Row;
  facts: { vaultId: string; publicKey: string; stateKey: string };
  exchanges: Exchanged[];
} = JSON.parse(readFileSync(new URL("../../vectors/vault-wire-1.json", import.meta.url), "utf8"));

const bytes = (text: string) => Buffer.from(text, "base64url");

type Put = Record<"row" | "credential" | "record" | "sealedKey", Uint8Array> & {
  sequence: number;
  success: number;
  at: number;
};
const put = statement<Put>()("put-frozen", (v) =>
  build.insertInto("accounts").values({
    ...{ row_id: v.row, credential_id: v.credential, record: v.record, sealed_key: v.sealedKey },
    ...{ sequence: v.sequence, last_success: v.success, created_at_ms: v.at, changed_at_ms: v.at },
    ...{ generation: 1, stretching: "argon2id-64mib-3-4", attempts_left: 10, next_attempt_at_ms: 0 },
    ...{ lifetime_failures: 0, wire: 1 },
  }),
);
const putDevice = statement<{ row: Uint8Array; key: Uint8Array; at: number }>()("put-frozen-device", (v) =>
  build.insertInto("devices").values({ row_id: v.row, key: v.key, added_at_ms: v.at, last_seen_at_ms: v.at }),
);

/** The vault that the frozen account was made at, with it. */
export async function startFrozen(environment: Record<string, string> = {}): Promise<TestVault> {
  const { folder, remove } = makeFolder();
  const mark = { VAULT_MARK_FILE: join(folder, "mark") };
  const vault = await startVault({ ...environment, ...mark, VAULT_SECRET: FROZEN.secret });
  const { database } = vault.running.vault;
  const { row_id, credential_id, record, sealed_key, sequence, last_success, created_at_ms } = FROZEN.row;
  const row = bytes(row_id);
  const content = { credential: bytes(credential_id), record: bytes(record), sealedKey: bytes(sealed_key) };
  await database.all(put, { row, ...content, sequence, success: last_success, at: created_at_ms });
  await database.all(putDevice, { row, key: bytes(FROZEN.device.key), at: created_at_ms });
  const { stop } = vault;
  return Object.assign(vault, { stop: () => stop().finally(remove) });
}

function frozenKey(): KeyObject {
  const { seed: d, key: x } = FROZEN.device;
  return createPrivateKey({ key: { kty: "OKP", crv: "Ed25519", d, x }, format: "jwk" });
}

/** The owner, as a client of version 2 knows them. */
export function frozenPerson(): Person {
  const { name, password, row, facts } = FROZEN;
  return {
    ...{ name, password, vaultId: facts.vaultId, rowId: row.row_id, generation: 1 },
    ...{ device: { privateKey: frozenKey(), key: FROZEN.device.key } },
    ...{ sealedKey: row.sealed_key, exportKey: "" },
  };
}

export type Came1 = { status: number; value: Record<string, unknown> & Partial<Problem> };

export async function call1(
  vault: { origin(): string },
  path: string,
  body: object,
  authorization = "",
): Promise<Came1> {
  const headers = { "content-type": "application/json", ...(authorization && { authorization }) };
  const asked = { method: "POST", headers, body: JSON.stringify(body) };
  const answer = await fetch(vault.origin() + path, asked);
  return { status: answer.status, value: (await answer.json()) as Came1["value"] };
}

/** The first half of a login in version 1, and what the second would send. */
export async function beginLogin1(vault: { origin(): string }, { name, password, vaultId }: Person) {
  const { clientLoginState, startLoginRequest } = client.startLogin({ password });
  const { status, value } = await call1(vault, "/v1/login/start", { name, startLoginRequest });
  if (status !== 200) throw new Error(`${status} ${value.code}`);
  const { loginId, rowId, loginResponse } = value as Record<string, string>;
  const done = client.finishLogin({
    ...{ password, clientLoginState, loginResponse: loginResponse ?? "", keyStretching },
    identifiers: { client: rowId ?? "", server: vaultId },
  });
  return {
    loginId: loginId ?? "",
    finishLoginRequest: done?.finishLoginRequest ?? "",
    isRight: done !== undefined,
  };
}

export async function login1(
  vault: { origin(): string },
  person: Person,
  deviceKey?: string,
): Promise<Came1> {
  const { loginId, finishLoginRequest } = await beginLogin1(vault, person);
  return call1(vault, "/v1/login/finish", { loginId, finishLoginRequest, ...(deviceKey && { deviceKey }) });
}

/** A request that the person's device signs as in version 1. Its text is written out here once more. */
export async function ask1(
  vault: { origin(): string },
  { rowId, vaultId, generation, device }: Person,
  path: string,
  more: object = {},
): Promise<Came1> {
  const body = { rowId, generation, ...more };
  const { value } = await call1(vault, "/v1/device/challenge", { rowId });
  const number = Buffer.alloc(4);
  number.writeUInt32BE(generation);
  const parts = [
    ...[Buffer.from("sixtyfour/vault/v1/device"), Buffer.from(`POST ${path}`), bytes(vaultId), bytes(rowId)],
    ...[number, bytes(String(value["nonce"])), createHash("sha256").update(JSON.stringify(body)).digest()],
  ];
  const text = parts.flatMap((part) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    return [length, part];
  });
  const signature = sign(null, Buffer.concat(text), device.privateKey).toString("base64url");
  return call1(vault, path, body, `Sixtyfour-Device ${value["nonce"]}.${device.key}.${signature}`);
}
