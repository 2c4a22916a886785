/** Where the secret comes from: a file that its owner alone reads, the environment, or a command's output. */
import { execFileSync } from "node:child_process";
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { SecretSource } from "./config.ts";
import { makeSecret } from "./opaque.ts";
import { formatSecret, parseSecret, type Secret } from "./secret.ts";

export class SecretError extends Error {}

const COMMAND_MS = 60_000;
const OTHERS = 0o077;

/** Written once, and on the disk before anything is sealed under it. */
async function makeFile(path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const secret = await makeSecret();
  const file = openSync(path, "wx", 0o600);
  try {
    writeSync(file, `${formatSecret(secret)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
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
    throw new SecretError(`the secret cannot be read from its ${source.kind} (${code})`);
  }
  const secret = parseSecret(text);
  if (!secret) throw new SecretError(`its ${source.kind} holds no vault secret`);
  return secret;
}
