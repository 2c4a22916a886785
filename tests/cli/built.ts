/** Runs the built command line as a shell would. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
export const PROGRAM = join(ROOT, "dist/cli/sixtyfour.js");
export const VECTORS = join(ROOT, "tests/vectors");

export type Ended = { code: number | null; out: string; err: string };

export function start(args: readonly string[], input: string | Uint8Array = ""): ChildProcess {
  const child = spawn(process.execPath, [PROGRAM, ...args]);
  // It may refuse before it reads.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  return child;
}

export function ended(child: ChildProcess): Promise<Ended> {
  let [out, err] = ["", ""];
  child.stdout?.on("data", (part) => (out += part));
  child.stderr?.on("data", (part) => (err += part));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => done({ code, out, err }));
  });
}

/** @param input - what standard input holds. */
export function run(args: readonly string[], input: string | Uint8Array = ""): Promise<Ended> {
  return ended(start(args, input));
}

/** A folder that goes when the test is over. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "sixtyfour-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Everything below a folder, with `/` between. */
export function listed(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map(String).sort();
}

export const jsonLines = (text: string): unknown[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
