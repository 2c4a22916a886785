/**
 * What a login costs the server beside the evaluation that it cannot do without.
 *
 * Node's cpu (user and system, of the server's process; Postgres's own is not counted) for a complete login
 * of two requests ÷ the cpu of the bare KE2 evaluation by the library in a process of its own, in turn and in
 * the same run, after 2,000 logins that do not count. Then two processes on one Postgres against one, and
 * status calls beside logins.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { client } from "@serenity-kit/opaque";
import { ROOT } from "../checks/files.ts";
import { type Built, makeFolder, startBuilt } from "../support/vault/built.ts";
import { ask, keyStretching, type Person, register, replyOf } from "../support/vault/person.ts";
import { startPostgres } from "../support/vault/postgres.ts";
import { bindingOf } from "../support/vault/session.ts";
import { interleave, type Ratio } from "./measure.ts";

const WARM_UP = 2000;
const ROUNDS = 5;
const LOGINS = 400;
/** So many log in at once for each process. */
const AT_ONCE = 8;
const BOUNDS = { SQLite: 2.0, Postgres: 2.4, status: 150 };
const LEAST_SCALE = 1.7;
/** Linux counts a process's time in hundredths of a second (proc(5), USER_HZ). */
const TICK_MS = 10;

function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Cpu of one bare evaluation, warmed up as well. */
function bareMs(): number {
  const script = `
    const { ready, client, server } = await import("@serenity-kit/opaque");
    await ready;
    const [serverSetup, password, userIdentifier] = [server.createSetup(), "p", "u"];
    const { clientRegistrationState, registrationRequest } = client.startRegistration({ password });
    const { registrationResponse } = server.createRegistrationResponse({ serverSetup, userIdentifier, registrationRequest });
    const keyStretching = { "argon2id-custom": { iterations: 1, memory: 8, parallelism: 1 } };
    const { registrationRecord } = client.finishRegistration({ password, registrationResponse, clientRegistrationState, keyStretching });
    const { startLoginRequest } = client.startLogin({ password });
    const evaluate = () => server.startLogin({ serverSetup, userIdentifier, registrationRecord, startLoginRequest });
    for (let at = 0; at < 300; at++) evaluate();
    const before = process.cpuUsage();
    for (let at = 0; at < 500; at++) evaluate();
    const { user, system } = process.cpuUsage(before);
    process.stdout.write(String((user + system) / 1000 / 500));`;
  return Number(
    execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: resolve(ROOT, "src/vault"),
      encoding: "utf8",
    }),
  );
}

/** A side logs in again and again with an account of its own. */
async function sidesOf(vault: Built, processes = 1): Promise<Person[]> {
  return Promise.all(Array.from({ length: AT_ONCE * processes }, () => register(vault)));
}

/** Two requests are all that a login needs. */
async function logIn(vault: Built, { name, password, rowId, vaultId }: Person): Promise<void> {
  const { clientLoginState, startLoginRequest } = client.startLogin({ password });
  const { loginId, loginResponse } = replyOf(
    await vault.call("/v2/login/start", { name, startLoginRequest }),
  );
  const identifiers = { client: rowId, server: vaultId };
  const done = client.finishLogin({ password, clientLoginState, loginResponse, identifiers, keyStretching });
  const { finishLoginRequest = "", sessionKey = "" } = done ?? {};
  const bound = { vaultId, rowId, origin: vault.origin(), deviceKey: null };
  const binding = bindingOf(sessionKey, bound);
  replyOf(await vault.call("/v2/login/finish", { loginId, finishLoginRequest, binding }));
}

async function logInOften(
  vaults: readonly Built[],
  people: readonly Person[],
  logins: number,
): Promise<void> {
  const side = async (person: Person, at: number) => {
    const vault = vaults[at % vaults.length] as Built;
    for (let done = 0; done < logins / people.length; done++) await logIn(vault, person);
  };
  await Promise.all(people.map(side));
}

/** Cpu of the servers together, for one login. */
async function loginMs(vaults: readonly Built[], people: readonly Person[]): Promise<number> {
  const sum = () => vaults.reduce((ms, { pid }) => ms + cpuMs(pid), 0);
  const beforeMs = sum();
  await logInOften(vaults, people, LOGINS);
  return (sum() - beforeMs) / LOGINS;
}

async function loginRatio(
  name: "SQLite" | "Postgres",
  vault: Built,
  people: readonly Person[],
): Promise<Ratio> {
  await logInOften([vault], people, WARM_UP);
  const { ours, yardstick } = await interleave(
    ROUNDS,
    () => loginMs([vault], people),
    async () => bareMs(),
  );
  return { name: `vault-login-${name}/ke2`, ratio: ours / yardstick, bound: BOUNDS[name] };
}

/**
 * How much more two processes do than one: twice what one does, less what a login costs more when they share
 * the database. Told from cpu, since two servers, Postgres and those who log in have only two cores here.
 */
async function scaleRatio(first: Built, second: Built): Promise<Ratio> {
  const people = await sidesOf(first, 2);
  await logInOften([second], people, WARM_UP);
  const { ours, yardstick } = await interleave(
    ROUNDS,
    () => loginMs([first, second], people),
    () => loginMs([first], people.slice(0, AT_ONCE)),
  );
  const scale = (2 * yardstick) / ours;
  return { name: `vault-two-processes-${LEAST_SCALE}/scale`, ratio: LEAST_SCALE / scale, bound: 1 };
}

/**
 * The 99th percentile of status calls while others log in; with its challenge each is two requests. Those who
 * log in share a process with who asks, so that their half of OPAQUE is waited for as well.
 */
async function statusRatio(vault: Built, people: readonly Person[]): Promise<Ratio> {
  const owner = await register(vault);
  const [took, bare]: [number[], number] = [[], bareMs()];
  let busy = true;
  const load = logInOften([vault], people, LOGINS * ROUNDS).then(() => {
    busy = false;
  });
  while (busy) {
    const startedMs = performance.now();
    replyOf(await ask(vault, owner, "/v2/status", {}));
    took.push(performance.now() - startedMs);
  }
  await load;
  const p99 = took.sort((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? Number.NaN;
  // In milliseconds too: operators plan by that.
  const name = `vault-status-p99-${p99.toFixed(1)}ms@${AT_ONCE}-logins/ke2`;
  return { name, ratio: p99 / bare, bound: BOUNDS.status };
}

export async function bench(): Promise<Ratio[]> {
  const { folder, remove } = makeFolder();
  const postgres = await startPostgres();
  const DATABASE_URL = postgres.makeDatabase();
  const begin = (name: string, environment: Record<string, string>) =>
    startBuilt(`${folder}/${name}`, environment);
  const onSqlite = await begin("sqlite", {});
  const first = await begin("postgres", { DATABASE_URL });
  const second = await begin("postgres", { DATABASE_URL, VAULT_SOCKET: `${folder}/second.sock` });
  try {
    const [people, others] = [await sidesOf(onSqlite), await sidesOf(first)];
    return [
      await loginRatio("SQLite", onSqlite, people),
      await statusRatio(onSqlite, people),
      await loginRatio("Postgres", first, others),
      await scaleRatio(first, second),
    ];
  } finally {
    for (const vault of [onSqlite, first, second]) await vault.end();
    await postgres.stop();
    remove();
  }
}
