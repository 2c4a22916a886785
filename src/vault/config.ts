/**
 * Reads the configuration from the environment, and reports everything that is wrong with it at once.
 *
 * docs/vault-operations.md has the table; a test compares it with {@link VARIABLES}.
 */
import { dirname, join, resolve } from "node:path";
import { isVaultAddress } from "../core/keyring/vault-record.ts";
import { MOST_ORIGINS, REGISTRATION_MODES } from "../protocol/vault/wire.ts";
import { isLoopback } from "./loopback.ts";
import { type PostgresAddress, readAddresses } from "./store/postgres-address.ts";
import type { RegistrationMode } from "./vault-parts.ts";

export const VARIABLES = [
  "DATABASE_URL",
  "VAULT_DATA",
  "VAULT_HOST",
  "VAULT_PORT",
  "VAULT_ORIGINS",
  "VAULT_BEHIND_PROXY",
  "VAULT_TLS_CERT",
  "VAULT_TLS_KEY",
  "VAULT_SECRET",
  "VAULT_SECRET_FILE",
  "VAULT_SECRET_COMMAND",
  "VAULT_MARK_FILE",
  "VAULT_SOCKET",
  "VAULT_REGISTRATION",
  "VAULT_REQUESTS_PER_MINUTE",
  "VAULT_METRICS_HOST",
  "VAULT_METRICS_PORT",
  "VAULT_TEST_CLOCK",
] as const;
type Variable = (typeof VARIABLES)[number];

export type SecretSource =
  | { kind: "file"; path: string; make: boolean }
  | { kind: "environment"; text: string }
  | { kind: "command"; command: string };

type StoreConfig =
  | { engine: "sqlite"; path: string }
  | { engine: "postgres"; addresses: readonly PostgresAddress[] };

export type Config = {
  store: StoreConfig;
  host: string;
  port: number;
  /** Where people ask it; null: at its own address, on this computer alone. */
  origins: readonly string[] | null;
  /** How many proxies stand in front. */
  proxies: number;
  tls: { certPath: string; keyPath: string } | null;
  secret: SecretSource;
  markPath: string;
  socketPath: string;
  registration: RegistrationMode;
  requestsPerMinute: number;
  metrics: { host: string; port: number } | null;
  testClock: boolean;
};

const MOST_PROXIES = 5;

/** Reads variables and collects what is wrong with them. */
class Reader {
  readonly problems: string[] = [];
  readonly #environment: Record<string, string | undefined>;

  constructor(environment: Record<string, string | undefined>) {
    this.#environment = environment;
    const known: readonly string[] = VARIABLES;
    for (const name of Object.keys(environment))
      if (name.startsWith("VAULT_") && !known.includes(name)) this.problems.push(`${name} is not a variable`);
  }

  text(name: Variable): string | undefined {
    return this.#environment[name] || undefined;
  }

  path(name: Variable, otherwise: string): string {
    return resolve(this.text(name) ?? otherwise);
  }

  number(name: Variable, otherwise: number, least: number, most: number): number {
    const text = this.text(name);
    if (text === undefined) return otherwise;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    this.problems.push(`${name} must be a whole number from ${least} to ${most}`);
    return otherwise;
  }

  flag(name: Variable): boolean {
    const text = this.text(name);
    if (text !== undefined && text !== "0" && text !== "1") this.problems.push(`${name} must be 0 or 1`);
    return text === "1";
  }
}

function readStore(reader: Reader, data: string): StoreConfig {
  const url = reader.text("DATABASE_URL");
  if (url === undefined) return { engine: "sqlite", path: join(data, "vault.sqlite") };
  const { addresses, problems } = readAddresses(url);
  reader.problems.push(...problems);
  return { engine: "postgres", addresses };
}

function readSecret(reader: Reader, data: string): SecretSource {
  const text = reader.text("VAULT_SECRET");
  const path = reader.text("VAULT_SECRET_FILE");
  const command = reader.text("VAULT_SECRET_COMMAND");
  if ([text, path, command].filter((given) => given !== undefined).length > 1)
    reader.problems.push("only one of VAULT_SECRET, VAULT_SECRET_FILE and VAULT_SECRET_COMMAND may be set");
  if (text !== undefined) return { kind: "environment", text };
  if (command !== undefined) return { kind: "command", command };
  // A secret is made only if no path was given: a mistyped path must not lead to a new secret.
  return path === undefined
    ? { kind: "file", path: join(data, "secret"), make: true }
    : { kind: "file", path: resolve(path), make: false };
}

function readMark(reader: Reader, secret: SecretSource, data: string): string {
  const path = reader.text("VAULT_MARK_FILE");
  if (path !== undefined) return resolve(path);
  // Away from the database: who puts the folder back from a backup must not put the mark back with it.
  const away = join(`${data}-mark`, "high-water-mark");
  if (secret.kind === "file" && dirname(secret.path) === data) return away;
  if (secret.kind === "file") return join(dirname(secret.path), "high-water-mark");
  reader.problems.push("VAULT_MARK_FILE must be set where the secret is in no file");
  return away;
}

function readTls(reader: Reader): Config["tls"] {
  const [certPath, keyPath] = [reader.text("VAULT_TLS_CERT"), reader.text("VAULT_TLS_KEY")];
  if ((certPath === undefined) !== (keyPath === undefined))
    reader.problems.push("VAULT_TLS_CERT and VAULT_TLS_KEY go together");
  return certPath !== undefined && keyPath !== undefined ? { certPath, keyPath } : null;
}

/**
 * A client accepts no other address. So a wrong one here keeps everybody out, and a missing one cannot be made
 * up where others stand in front.
 */
function readOrigins(reader: Reader, isAlone: boolean): readonly string[] | null {
  const text = reader.text("VAULT_ORIGINS");
  if (text === undefined) {
    if (!isAlone)
      reader.problems.push(
        "VAULT_ORIGINS must name the addresses that people type, such as https://vault.example.org",
      );
    return null;
  }
  const origins = text.split(/[\s,]+/).filter((origin) => origin !== "");
  if (origins.length === 0 || origins.length > MOST_ORIGINS)
    reader.problems.push(`VAULT_ORIGINS must name 1 to ${MOST_ORIGINS} addresses`);
  for (const origin of origins)
    if (!isVaultAddress(origin))
      reader.problems.push(
        `VAULT_ORIGINS: ${origin} must be https://host or https://host:port in lower case, without a path; http:// on this computer only`,
      );
  return origins;
}

function readRegistration(reader: Reader): RegistrationMode {
  const text = reader.text("VAULT_REGISTRATION") ?? "open";
  const mode = REGISTRATION_MODES.find((name) => name === text);
  if (!mode) reader.problems.push(`VAULT_REGISTRATION must be one of ${REGISTRATION_MODES.join(", ")}`);
  return mode ?? "closed";
}

/** @param args - `--behind-proxy` stands for one proxy where VAULT_BEHIND_PROXY does not say more. */
export function readConfig(
  environment: Record<string, string | undefined>,
  args: readonly string[] = [],
): { ok: true; value: Config } | { ok: false; problems: string[] } {
  const reader = new Reader(environment);
  const data = reader.path("VAULT_DATA", "vault-data");
  const secret = readSecret(reader, data);
  const tls = readTls(reader);
  const isSaid = args.includes("--behind-proxy");
  const proxies = reader.number("VAULT_BEHIND_PROXY", isSaid ? 1 : 0, isSaid ? 1 : 0, MOST_PROXIES);
  const host = reader.text("VAULT_HOST") ?? "127.0.0.1";
  if (!isLoopback(host) && !tls && proxies === 0)
    reader.problems.push(
      `VAULT_HOST ${host} is not this computer alone: set VAULT_TLS_CERT and VAULT_TLS_KEY, or say --behind-proxy`,
    );
  const metricsPort = reader.number("VAULT_METRICS_PORT", 0, 1, 65_535);
  const testClock = reader.flag("VAULT_TEST_CLOCK");
  if (testClock && environment["NODE_ENV"] !== "test")
    reader.problems.push("VAULT_TEST_CLOCK is for tests: NODE_ENV is not test");
  for (const arg of args) if (arg !== "--behind-proxy") reader.problems.push(`${arg} is not an option`);
  const value: Config = {
    store: readStore(reader, data),
    host,
    port: reader.number("VAULT_PORT", 6464, 0, 65_535),
    origins: readOrigins(reader, isLoopback(host) && proxies === 0),
    proxies,
    tls,
    secret,
    markPath: readMark(reader, secret, data),
    socketPath: reader.path("VAULT_SOCKET", join(data, "vault.sock")),
    registration: readRegistration(reader),
    requestsPerMinute: reader.number("VAULT_REQUESTS_PER_MINUTE", 120, 1, 10_000_000),
    metrics:
      metricsPort === 0
        ? null
        : { host: reader.text("VAULT_METRICS_HOST") ?? "127.0.0.1", port: metricsPort },
    testClock,
  };
  return reader.problems.length === 0 ? { ok: true, value } : { ok: false, problems: reader.problems };
}
