/** PgBouncer in front of a Postgres, on a private port. */
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { waitFor } from "../wait.ts";
import { freePort } from "./free-port.ts";

const PROGRAM = "/usr/sbin/pgbouncer";

export type PgBouncer = {
  /** The same database through it. */
  through(url: string): string;
  stop(): Promise<void>;
};

const listens = (port: number) =>
  new Promise<boolean>((done) => {
    const socket = createConnection({ host: "127.0.0.1", port });
    socket.once("connect", () => done(true)).once("error", () => done(false));
    socket.once("connect", () => socket.destroy());
  });

/** @param url - of any database of the server. */
export async function startPgBouncer(url: string, mode: "session" | "transaction"): Promise<PgBouncer> {
  const folder = mkdtempSync(join(tmpdir(), "sixtyfour-pgbouncer-"));
  chmodSync(folder, 0o777);
  const port = await freePort();
  const target = new URL(url);
  const file = join(folder, "pgbouncer.ini");
  const settings = [
    "[databases]",
    `* = host=${target.hostname} port=${target.port}`,
    "[pgbouncer]",
    `listen_addr = 127.0.0.1`,
    `listen_port = ${port}`,
    "unix_socket_dir =",
    "auth_type = any",
    `pool_mode = ${mode}`,
  ];
  // With `any` all come as one user, which the database's line names.
  settings[1] += ` user=${target.username}`;
  writeFileSync(file, `${settings.join("\n")}\n`);
  chmodSync(file, 0o644);
  const asRoot = process.getuid?.() === 0;
  const [command, args] = asRoot ? ["runuser", ["-u", "postgres", "--", PROGRAM, file]] : [PROGRAM, [file]];
  const child: ChildProcess = spawn(command, args, { stdio: "ignore" });
  await waitFor("PgBouncer listens", () => listens(port));
  return {
    through: (database) => {
      const through = new URL(database);
      through.port = `${port}`;
      return `${through}`;
    },
    stop: async () => {
      // `runuser` hands the signal on.
      child.kill("SIGTERM");
      await waitFor("PgBouncer has ended", () => child.exitCode !== null || child.signalCode !== null);
      rmSync(folder, { recursive: true });
    },
  };
}
