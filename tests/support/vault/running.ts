/** A vault in this process, on a store of its own, whose time stands still until the test moves it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Path, Problem, Reply, RequestOf, VaultFacts } from "../../../src/protocol/vault/wire.ts";
import { readConfig } from "../../../src/vault/config.ts";
import { type Running, start } from "../../../src/vault/start.ts";

/** What came back: the reply, or the problem and its header. */
export type Came<P extends Path> =
  | { status: 200; value: Reply<P> }
  | { status: number; problem: Problem; retryAfter: string | null };

/** A request; the origin that is asked comes by itself, unless it is there. */
export type Body<P extends Path> = Omit<RequestOf<P>, "origin"> & { origin?: string };

export type Caller = {
  call<P extends Path>(path: P, body: Body<P>, authorization?: string): Promise<Came<P>>;
  /** The body as {@link Caller.call} sends it. */
  textOf<P extends Path>(path: P, body: Body<P>): string;
  facts(): Promise<VaultFacts>;
  /** Where it is asked. */
  origin(): string;
};

const WITHOUT_ORIGIN: readonly Path[] = ["/v2/accounts/finish", "/v2/device/challenge"];

async function cameOf(response: Response) {
  const value = await response.json();
  if (response.status === 200) return { status: 200 as const, value };
  const { status, headers } = response;
  return { status, problem: value as Problem, retryAfter: headers.get("retry-after") };
}

/** Speaks to a vault wherever it is. @param origin - the address that people know it by. */
export function callerOf(address: () => string, sent: string[] = [], origin = address): Caller {
  const textOf: Caller["textOf"] = (path, body) =>
    JSON.stringify(WITHOUT_ORIGIN.includes(path) ? body : { origin: origin(), ...body });
  return {
    textOf,
    origin,
    call: async (path, body, authorization) => {
      const text = textOf(path, body);
      sent.push(text, authorization ?? "");
      const headers = { "content-type": "application/json", ...(authorization && { authorization }) };
      return cameOf(await fetch(address() + path, { method: "POST", headers, body: text }));
    },
    facts: async () => (await fetch(`${address()}/v2/vault`)).json() as Promise<VaultFacts>,
  };
}

export type TestVault = Caller & {
  readonly running: Running;
  /** Everything logged so far. */
  readonly logged: string[];
  /** Every body and Authorization that was sent. */
  readonly sent: string[];
  readonly folder: string;
  advance(ms: number): void;
  /** The computer's clock is so far off from now on; no time has passed. */
  setSystemClock(offMs: number): void;
  /** Ends it; its folder stays. */
  close(): Promise<void>;
  /** Ends it and starts another on the same store; the system's clock has moved by so much meanwhile. */
  restart(systemJumpMs?: number): Promise<void>;
  /** Ends it for good. */
  stop(): Promise<void>;
};

type Environment = Record<string, string>;

/**
 * @param environment - `DATABASE_URL` for another store than a fresh SQLite file.
 * @param systemOffMs - by how much the computer's clock is wrong.
 */
export async function startVault(environment: Environment = {}, systemOffMs = 0): Promise<TestVault> {
  const folder = mkdtempSync(join(tmpdir(), "sixtyfour-vault-"));
  const [logged, sent]: string[][] = [[], []];
  const beganAtMs = Date.now();
  let [passedMs, jumpedMs] = [0, systemOffMs];
  const clocks = { systemMs: () => beganAtMs + passedMs + jumpedMs, passedMs: () => passedMs };
  const begin = async () => {
    const config = readConfig({
      NODE_ENV: "test",
      VAULT_PORT: "0",
      VAULT_DATA: folder,
      VAULT_REQUESTS_PER_MINUTE: "1000000",
      ...environment,
    });
    if (!config.ok) throw new Error(config.problems.join("; "));
    return start(config.value, (line) => logged?.push(line), clocks);
  };
  let running = await begin();
  let isOpen = true;
  const close = async () => {
    if (isOpen) await running.close();
    isOpen = false;
  };
  return {
    ...callerOf(
      () => running.address,
      sent,
      () => environment["VAULT_ORIGINS"] ?? running.address,
    ),
    get running() {
      return running;
    },
    logged: logged ?? [],
    sent: sent ?? [],
    folder,
    advance: (ms) => {
      passedMs += ms;
    },
    setSystemClock: (offMs) => {
      jumpedMs = offMs;
    },
    close,
    restart: async (systemJumpMs = 0) => {
      await close();
      jumpedMs += systemJumpMs;
      running = await begin();
      isOpen = true;
    },
    stop: async () => {
      await close();
      for (const path of [folder, `${folder}-mark`]) rmSync(path, { recursive: true, force: true });
    },
  };
}
