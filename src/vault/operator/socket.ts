/** The operator's way to a running vault: a Unix socket that only the vault's own user can open. */
import { mkdirSync, rmSync } from "node:fs";
import { createConnection, createServer, type Socket } from "node:net";
import { dirname } from "node:path";
import { isRecord } from "../../core/shapes.ts";
import { type Answered, type Command, type Operated, obey } from "./commands.ts";

const LONGEST_LINE = 4096;
const OTHERS_NOT = 0o177;

function readCommand(line: string): Command | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (!isRecord(value) || typeof value["command"] !== "string") return null;
  const { command, name, ms } = value;
  return {
    command,
    ...(typeof name === "string" && { name }),
    ...(typeof ms === "number" && { ms }),
  };
}

/** The first line that comes, or what came before the end. */
async function readLine(socket: Socket): Promise<string> {
  let text = "";
  for await (const chunk of socket.setEncoding("utf8")) {
    text += chunk;
    if (text.includes("\n") || text.length > LONGEST_LINE) break;
  }
  return text;
}

function serve(socket: Socket, operated: Operated): void {
  let text = "";
  socket.setEncoding("utf8").on("error", () => socket.destroy());
  socket.on("data", async (chunk) => {
    text += chunk;
    if (text.length > LONGEST_LINE) socket.destroy();
    if (!text.endsWith("\n")) return;
    const command = readCommand(text);
    const answer = command
      ? await obey(operated, command).catch(() => ({ ok: false, lines: ["it failed; the log may say more"] }))
      : { ok: false, lines: ["not a command"] };
    socket.end(`${JSON.stringify(answer)}\n`);
  });
}

/** Does a vault listen there? A socket without one is left over from a kill. */
function isAnswered(path: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = createConnection(path);
    socket.once("connect", () => {
      socket.destroy();
      done(true);
    });
    socket.once("error", () => done(false));
  });
}

export async function listenToOperator(
  path: string,
  operated: Operated,
): Promise<{ close(): Promise<void> }> {
  if (await isAnswered(path)) throw new Error(`another vault listens at ${path}: set VAULT_SOCKET`);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  rmSync(path, { force: true });
  const server = createServer((socket) => serve(socket, operated));
  // From its first moment on, not after a chmod.
  const before = process.umask(OTHERS_NOT);
  try {
    await new Promise<void>((done, failed) => {
      server.once("error", failed).listen(path, done);
    });
  } finally {
    process.umask(before);
  }
  return { close: () => new Promise((done) => server.close(() => done())) };
}

/** Asks the vault that listens there. */
export async function askVault(path: string, command: Command): Promise<Answered> {
  const socket = createConnection(path);
  try {
    socket.write(`${JSON.stringify(command)}\n`);
    return JSON.parse(await readLine(socket)) as Answered;
  } finally {
    socket.destroy();
  }
}
