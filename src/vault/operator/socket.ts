/** The operator's way to a running vault: a Unix socket that only the vault's own user can open. */
import { rmSync } from "node:fs";
import { createConnection, createServer, type Socket } from "node:net";
import { isRecord } from "../../core/shapes.ts";
import { makeFolderOf } from "../durable-file.ts";
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

/** Whoever connects and says nothing is let go. An answer may take its time. */
const SILENCE_MS = 10_000;

function serve(socket: Socket, operated: Operated): void {
  let text = "";
  socket.setEncoding("utf8").on("error", () => socket.destroy());
  socket.setTimeout(SILENCE_MS, () => {
    if (!text.endsWith("\n")) socket.destroy();
  });
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
  makeFolderOf(path);
  rmSync(path, { force: true });
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket.once("close", () => open.delete(socket)));
    serve(socket, operated);
  });
  // From its first moment on, not after a chmod.
  const before = process.umask(OTHERS_NOT);
  try {
    await new Promise<void>((done, failed) => {
      server.once("error", failed).listen(path, done);
    });
  } finally {
    process.umask(before);
  }
  return {
    // A connection that stays would keep the vault from ending.
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of open) socket.destroy();
      }),
  };
}

/** No vault answers at the socket; the message says what is missing. */
export class NoVaultError extends Error {}

const MISSING: Record<string, (path: string) => string> = {
  ENOENT: (path) =>
    `no vault runs here: there is no ${path}. Start it, or set VAULT_DATA or VAULT_SOCKET as it has them`,
  ECONNREFUSED: (path) => `no vault runs here: ${path} is left over from one that was killed. Start it`,
  EACCES: (path) => `${path} belongs to another user: run this command as the user of the vault`,
  EPERM: (path) => `${path} belongs to another user: run this command as the user of the vault`,
};

/** Asks the vault that listens there. */
export async function askVault(path: string, command: Command): Promise<Answered> {
  const socket = createConnection(path);
  try {
    socket.write(`${JSON.stringify(command)}\n`);
    const line = await readLine(socket);
    if (line === "")
      throw new NoVaultError("the vault ended before it answered: what was asked may have happened");
    return JSON.parse(line) as Answered;
  } catch (error) {
    const { code = "" } = error as { code?: string };
    const said = MISSING[code]?.(path);
    throw said === undefined ? error : new NoVaultError(said);
  } finally {
    socket.destroy();
  }
}
