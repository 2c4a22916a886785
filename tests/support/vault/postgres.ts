/**
 * Debian's Postgres on a private port and folder, with its defaults: everything that makes commits durable is
 * on.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { waitFor } from "../wait.ts";
import { freePort } from "./free-port.ts";

const VERSIONS = "/usr/lib/postgresql";
const ROLE = "postgres";

export type Postgres = {
  /** All its files. */
  readonly folder: string;
  /** A new, empty database. */
  makeDatabase(): string;
  /** The same database here, after another server's address of it. */
  makeAddress(url: string): string;
  /** SQL as the superuser; what it prints. */
  sql(url: string, text: string): string;
  /** A setting of the whole server, from the moment when `show` tells it; null for the default. */
  set(name: string, value: string | null): Promise<void>;
  /** kill -9 of the whole server, and a start on what it left. */
  crash(): Promise<void>;
  /** kill -9 of the whole server; {@link Postgres.stop} removes what it left. */
  kill(): Promise<void>;
  /** Another server that follows this one and only reads, until it is promoted. */
  standby(): Promise<Standby>;
  stop(): Promise<void>;
};

export type Standby = Postgres & {
  /** From now on it takes writes. */
  promote(): void;
};

/** What a test reads of a server: `postgres://…/name`. */
const databaseOf = (url: string) => new URL(url).pathname.slice(1);

/** It refuses to run as root. */
function asRole(command: string, args: readonly string[]): [string, string[]] {
  return process.getuid?.() === 0 ? ["runuser", ["-u", ROLE, "--", command, ...args]] : [command, [...args]];
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sixtyfour-postgres-"));
  if (process.getuid?.() !== 0) return folder;
  const id = (flag: string) => Number(execFileSync("id", [flag, ROLE], { encoding: "utf8" }));
  chownSync(folder, id("-u"), id("-g"));
  return folder;
}

type Tools = {
  folder: string;
  data: string;
  run(name: string, args: readonly string[]): string;
  bin(name: string): string;
};

function toolsIn(folder: string): Tools {
  const [version] = readdirSync(VERSIONS).sort().reverse();
  const bin = (name: string) => join(VERSIONS, version ?? "", "bin", name);
  const run = (name: string, args: readonly string[]) => {
    const [command, all] = asRole(bin(name), args);
    return execFileSync(command, all, { encoding: "utf8", cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  };
  return { folder, data: join(folder, "data"), bin, run };
}

/** @param settings - for its command line: `-c name=value`. */
export async function startPostgres(settings: readonly string[] = []): Promise<Postgres> {
  const tools = toolsIn(makeFolder());
  const { data, run } = tools;
  run("initdb", ["-D", data, "-U", ROLE, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]);
  return serve(tools, settings);
}

/** Runs what lies in the folder. */
async function serve({ folder, data, bin, run }: Tools, settings: readonly string[] = []): Promise<Standby> {
  const port = await freePort();
  const psql = (database: string, text: string) => {
    const how = ["-U", ROLE, "-qAt", "-v", "ON_ERROR_STOP=1"];
    return run("psql", ["-h", folder, "-p", `${port}`, ...how, "-c", text, database]);
  };

  let server: ChildProcess;
  const launch = () => {
    const place = ["-D", data, "-p", `${port}`, "-k", folder, "-h", "127.0.0.1"];
    const more = ["max_connections=60", ...settings].flatMap((setting) => ["-c", setting]);
    const [command, args] = asRole(bin("postgres"), [...place, ...more]);
    server = spawn(command, args, { stdio: "ignore", cwd: folder });
  };
  const begin = async () => {
    launch();
    const answers = () => {
      // After a kill, a child that was born meanwhile keeps the shared memory for a moment, and the start is
      // refused.
      if (server.exitCode !== null) launch();
      return psql("postgres", "select 1");
    };
    await waitFor("Postgres answers", answers, { everyMs: 200 });
  };
  const isOver = () => server.exitCode !== null || server.signalCode !== null;
  /** Its first line is the number of its process, and not that of `runuser`. */
  const end = async (signal: string) => {
    const [pid = ""] = execFileSync("cat", [join(data, "postmaster.pid")], { encoding: "utf8" }).split("\n");
    const children = execFileSync("pgrep", ["-P", pid], { encoding: "utf8" }).trim().split("\n");
    process.kill(Number(pid), signal);
    if (signal === "SIGKILL")
      for (const child of children)
        try {
          process.kill(Number(child), signal);
        } catch {
          // It has seen that its parent is gone.
        }
    await waitFor("Postgres has ended", isOver);
  };
  await begin();
  let made = 0;
  return {
    folder,
    makeDatabase: () => {
      made += 1;
      psql("postgres", `create database vault${made}`);
      return `postgres://${ROLE}@127.0.0.1:${port}/vault${made}`;
    },
    makeAddress: (url) => `postgres://${ROLE}@127.0.0.1:${port}/${databaseOf(url)}`,
    sql: (url, text) => psql(databaseOf(url), text),
    set: async (name, value) => {
      const shown = () => psql("postgres", `show ${name}`).trim();
      const before = shown();
      psql(
        "postgres",
        value === null ? `alter system reset ${name}` : `alter system set ${name} = '${value}'`,
      );
      psql("postgres", "select pg_reload_conf()");
      await waitFor("the setting is there", () => (value === null ? shown() !== before : shown() === value));
    },
    crash: async () => {
      await end("SIGKILL");
      await begin();
    },
    kill: () => end("SIGKILL"),
    standby: () => {
      const other = toolsIn(makeFolder());
      const from = ["-h", folder, "-p", `${port}`, "-U", ROLE];
      other.run("pg_basebackup", [...from, "-D", other.data, "-R", "--no-sync", "-c", "fast"]);
      return serve(other, settings);
    },
    promote: () => void psql("postgres", "select pg_promote(true, 300)"),
    stop: async () => {
      if (!isOver()) await end("SIGQUIT");
      rmSync(folder, { recursive: true });
    },
  };
}
