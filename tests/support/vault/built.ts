/** The built server as a process of its own: what is killed, traced and measured. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { askVault } from "../../../src/vault/operator/socket.ts";
import { waitFor } from "../wait.ts";
import { type Caller, callerOf } from "./running.ts";

/** `node scripts/build-vault.mjs` makes it. */
export const PROGRAM = resolve("dist/vault/sixtyfour-vault.js");

export type Built = Caller & {
  readonly address: string;
  readonly pid: number;
  /** Everything on standard output so far. */
  readonly logged: () => string;
  /** Moves its clock; it must have been started with `VAULT_TEST_CLOCK` 1. */
  advance(ms: number): Promise<void>;
  /** @param signal - SIGTERM unless said. @returns the exit code, null after a kill. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
};

export function makeFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "sixtyfour-vault-"));
  return { folder, remove: () => removeFolder(folder) };
}

/** With the mark, which lies beside it. */
export function removeFolder(folder: string): void {
  for (const path of [folder, `${folder}-mark`]) rmSync(path, { recursive: true, force: true });
}

const onlyChildOf = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8"));

/**
 * @param folder - its data; a second process on the same data needs a socket of its own.
 * @param before - a program that runs it, with its arguments: `strace -f …`.
 */
export async function startBuilt(
  folder: string,
  environment: Record<string, string> = {},
  before: readonly string[] = [],
): Promise<Built> {
  const env = {
    PATH: process.env["PATH"] ?? "",
    NODE_ENV: "test",
    VAULT_DATA: folder,
    VAULT_PORT: "0",
    VAULT_REQUESTS_PER_MINUTE: "1000000",
    ...environment,
  };
  const [command = process.execPath, ...args] = [...before, process.execPath, PROGRAM];
  const child: ChildProcess = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let [out, said] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = new Promise<number | null>((done) => child.on("exit", done));
  const isOver = () => child.exitCode !== null;
  const listening = () => /listens at (\S+)/.exec(said)?.[1];
  await waitFor("the vault listens or ends", () => isOver() || listening());
  const address = listening();
  if (address === undefined) throw new Error(said);
  const pid = before.length > 0 ? onlyChildOf(child.pid ?? 0) : (child.pid ?? 0);
  return {
    ...callerOf(
      () => address,
      [],
      () => environment["VAULT_ORIGINS"] ?? address,
    ),
    address,
    pid,
    logged: () => out,
    advance: async (ms) => {
      const socket = environment["VAULT_SOCKET"] ?? join(folder, "vault.sock");
      const { ok, lines } = await askVault(socket, { command: "advance-clock", ms });
      if (!ok) throw new Error(lines.join());
    },
    end: (signal = "SIGTERM") => {
      process.kill(pid, signal);
      return ended;
    },
  };
}

/** One of the operator's commands, as it is typed. */
export function operate(folder: string, command: string, input = ""): string {
  const env = { PATH: process.env["PATH"] ?? "", VAULT_DATA: folder };
  return execFileSync(process.execPath, [PROGRAM, command], { env, input, encoding: "utf8" });
}
