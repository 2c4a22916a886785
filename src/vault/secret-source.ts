/** Where the secret comes from: a file that its owner alone reads, the environment, or a command's output. */
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import type { SecretSource } from "./config.ts";
import { createFile, makeFolderOf } from "./durable-file.ts";
import { makeSecret } from "./opaque.ts";
import { formatSecret, parseSecret, type Secret } from "./secret.ts";

export class SecretError extends Error {
  /** A command may ask another machine, which may answer later. */
  readonly passes: boolean;

  constructor(message: string, passes = false) {
    super(message);
    this.passes = passes;
  }
}

const COMMAND_MS = 60_000;
const OTHERS = 0o077;

/** Written once, and on the disk before anything is sealed under it. */
async function makeFile(path: string): Promise<void> {
  const secret = await makeSecret();
  makeFolderOf(path);
  createFile(path, `${formatSecret(secret)}\n`);
}

function readFile(path: string): string {
  const { mode } = statSync(path);
  if ((mode & OTHERS) !== 0) throw new SecretError(`${path} can be read by others: chmod 600 ${path}`);
  return readFileSync(path, "utf8");
}

async function readText(source: SecretSource): Promise<string> {
  switch (source.kind) {
    case "environment":
      return source.text;
    case "command":
      return execFileSync("/bin/sh", ["-c", source.command], {
        encoding: "utf8",
        timeout: COMMAND_MS,
        stdio: ["ignore", "pipe", "inherit"],
      });
    case "file":
      if (source.make && statSync(source.path, { throwIfNoEntry: false }) === undefined)
        await makeFile(source.path);
      return readFile(source.path);
  }
}

export async function readSecret(source: SecretSource): Promise<Secret> {
  let text: string;
  try {
    text = await readText(source);
  } catch (error) {
    if (error instanceof SecretError) throw error;
    const { code = "failed" } = error as { code?: string };
    const isCommand = source.kind === "command";
    throw new SecretError(`the secret cannot be read from its ${source.kind} (${code})`, isCommand);
  }
  const secret = parseSecret(text);
  if (!secret) throw new SecretError(`its ${source.kind} holds no vault secret`);
  return secret;
}
