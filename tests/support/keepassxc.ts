/**
 * KeePassXC as its command line: makes, changes and prints databases. Every secret goes in on standard input.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type KeePassXc = {
  /**
   * What it prints. Throws with its message when it fails. @param typed - answers to its questions, in order.
   */
  run(args: readonly string[], typed: readonly string[]): string;
  put(name: string, content: string | Uint8Array): void;
  get(name: string): Uint8Array;
  remove(): void;
};

/** In a folder of its own: file names are below it. */
export function startKeePassXc(): KeePassXc {
  const folder = mkdtempSync(join(tmpdir(), "sixtyfour-keepassxc-"));
  return {
    run(args, typed) {
      const { status, stdout, stderr, error } = spawnSync("/usr/bin/keepassxc-cli", args, {
        cwd: folder,
        input: typed.map((line) => `${line}\n`).join(""),
        encoding: "utf8",
        env: { ...process.env, LC_ALL: "C.UTF-8", QT_QPA_PLATFORM: "offscreen" },
      });
      if (error) throw new Error(`keepassxc is installed by scripts/setup.mjs: ${error.message}`);
      if (status !== 0) throw new Error(`keepassxc-cli ${args[0]}: ${stderr}`);
      return stdout;
    },
    put: (name, content) => writeFileSync(join(folder, name), content),
    get: (name) => new Uint8Array(readFileSync(join(folder, name))),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
