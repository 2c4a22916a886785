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
  /** SQL as the superuser; what it prints. */
  sql(url: string, text: string): string;
  /** kill -9 of the whole server, and a start on what it left. */
  crash(): Promise<void>;
  stop(): Promise<void>;
};

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

export async function startPostgres(): Promise<Postgres> {
  const [version] = readdirSync(VERSIONS).sort().reverse();
  const bin = (name: string) => join(VERSIONS, version ?? "", "bin", name);
  const folder = makeFolder();
  const data = join(folder, "data");
  const run = (name: string, args: readonly string[]) => {
    const [command, all] = asRole(bin(name), args);
    return execFileSync(command, all, { encoding: "utf8", cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  };
  run("initdb", ["-D", data, "-U", ROLE, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]);
  const port = await freePort();
  const psql = (database: string, text: string) =>
    run("psql", [
      "-h",
      folder,
      "-p",
      `${port}`,
      "-U",
      ROLE,
      "-qAt",
      "-v",
      "ON_ERROR_STOP=1",
      "-c",
      text,
      database,
    ]);

  let server: ChildProcess;
  const launch = () => {
    const place = ["-D", data, "-p", `${port}`, "-k", folder, "-h", "127.0.0.1"];
    const [command, args] = asRole(bin("postgres"), [...place, "-c", "max_connections=60"]);
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
  /** Its first line is the number of its process, and not that of `runuser`. */
  const end = async (signal: string) => {
    const [pid = ""] = execFileSync("cat", [join(data, "postmaster.pid")], { encoding: "utf8" }).split("\n");
    const children = execFileSync("pgrep", ["-P", pid], { encoding: "utf8" }).trim().split("\n");
    process.kill(Number(pid), signal);
    if (signal === "SIGKILL") for (const child of children) process.kill(Number(child), signal);
    await waitFor("Postgres has ended", () => server.exitCode !== null || server.signalCode !== null);
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
    sql: (url, text) => psql(new URL(url).pathname.slice(1), text),
    crash: async () => {
      await end("SIGKILL");
      await begin();
    },
    stop: async () => {
      await end("SIGQUIT");
      rmSync(folder, { recursive: true });
    },
  };
}
