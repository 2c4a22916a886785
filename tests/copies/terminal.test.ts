/**
 * The one-liners, run by the shell: real pass and keepassxc-cli, and stand-ins for bw and op that note what
 * comes.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exportEntryOf } from "../../src/copies/export-entry.ts";
import { writeKdbx } from "../../src/copies/kdbx/kdbx-file.ts";
import { shellWord, TERMINAL_PROGRAMS, terminalLine } from "../../src/copies/terminal.ts";
import { HEX, keyIdOfHex, sourceOf } from "../support/export-sources.ts";

const ENTRY = exportEntryOf(sourceOf());
const DATABASE = "my 'own'.kdbx";
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sixtyfour-terminal-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a command line as a user would, with these lines typed. @returns all that was shown. */
function run(command: string, typed: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync("/bin/sh", ["-c", command], {
    cwd: folder,
    input: typed.map((line) => `${line}\n`).join(""),
    encoding: "utf8",
    env: {
      ...process.env,
      LC_ALL: "C.UTF-8",
      QT_QPA_PLATFORM: "offscreen",
      HOME: folder,
      GNUPGHOME: join(folder, "gnupg"),
      PASSWORD_STORE_DIR: join(folder, "store"),
      PATH: `${folder}/bin:${process.env["PATH"]}`,
    },
  });
  expect(status, stderr).toBe(0);
  return stdout + stderr;
}

/** A program that notes its arguments and what it reads, prints its input, and shows who else has the key. */
function standIn(name: string): void {
  mkdirSync(join(folder, "bin"), { recursive: true });
  const script = `#!/bin/sh\necho "$@" >> ${name}.arguments\ncat | tee -a ${name}.input\ncat /proc/[0-9]*/cmdline > ${name}.processes 2>/dev/null || true\n`;
  writeFileSync(join(folder, "bin", name), script);
  chmodSync(join(folder, "bin", name), 0o755);
}

const noted = (name: string) => readFileSync(join(folder, name), "utf8");

test.each(TERMINAL_PROGRAMS)("the line for %s is one line, without the key", (program) => {
  const { command, asks } = terminalLine(program, ENTRY, DATABASE);
  expect(command).not.toContain(HEX.slice(0, 8));
  // Made from what a page knows of an entry without its key.
  const { title, username, url, keyId } = ENTRY;
  expect(terminalLine(program, { title, username, url, keyId }, DATABASE).command).toBe(command);
  expect(command).toMatch(/^[ -~…]+$/);
  expect(asks).toContain("key");
});

test("a word is a word, whatever is in it", () => {
  for (const text of ["", "a b", "it's", '$(id) `id` \\ "', "…34", "-n"])
    expect(execFileSync("/bin/sh", ["-c", `printf %s ${shellWord(text)}`], { encoding: "utf8" })).toBe(text);
});

test("pass: stored under the Key ID, and shown by it again", () => {
  expect(existsSync("/usr/bin/pass"), "pass is installed by scripts/setup.mjs").toBe(true);
  mkdirSync(join(folder, "gnupg"), { mode: 0o700 });
  run(
    "gpg --batch --quiet --passphrase '' --quick-generate-key a@b.example rsa2048 encr never && pass init a@b.example",
    [],
  );
  run(terminalLine("pass", ENTRY, "").command, [HEX, HEX]);
  expect(run(`pass show sixtyfour/${keyIdOfHex(HEX)}`, [])).toBe(`${HEX}\n`);
  run("gpgconf --kill all", []);
});

test.each([
  ["whose name needs quoting", DATABASE, DATABASE],
  ["in the home folder", `~/${DATABASE}`, DATABASE],
  ["whose name looks like an option", "-q.kdbx", "-q.kdbx"],
])("keepassxc-cli: added to a database %s", async (_, path, file) => {
  writeFileSync(join(folder, file), await writeKdbx([], "pass word"));
  run(terminalLine("keepassxc-cli", ENTRY, path).command, ["pass word", HEX]);
  const shown = run(
    `keepassxc-cli show -q -s -a Title -a UserName -a Password ${shellWord(`./${file}`)} ${shellWord(ENTRY.title)}`,
    ["pass word"],
  );
  expect(shown.trim().split("\n")).toEqual([ENTRY.title, ENTRY.username, HEX]);
});

describe.each([
  ["bw", "encode\ncreate item\n"],
  ["op", "item create -\n"],
] as const)("%s", (program, wantedArguments) => {
  test("gets the item as JSON on standard input, and shows nothing of it", () => {
    standIn(program);
    const shown = run(terminalLine(program, ENTRY, "").command, [HEX]);
    expect(shown).not.toContain(HEX);
    expect(noted(`${program}.arguments`).split("\n").sort()).toEqual(wantedArguments.split("\n").sort());
    const item = JSON.parse(noted(`${program}.input`).split(/(?<=\})(?=\{)/)[0] ?? "");
    if (program === "bw")
      expect(item).toMatchObject({
        type: 1,
        name: ENTRY.title,
        login: { username: ENTRY.username, password: HEX, uris: [{ uri: ENTRY.url }] },
      });
    else
      expect(item).toMatchObject({
        title: ENTRY.title,
        category: "LOGIN",
        fields: [{ value: ENTRY.username }, { value: HEX, type: "CONCEALED" }],
      });
  });

  test("no process has the key among its arguments", () => {
    standIn(program);
    run(terminalLine(program, ENTRY, "").command, [HEX]);
    expect(noted(`${program}.processes`)).toContain("cat");
    expect(noted(`${program}.processes`)).not.toContain(HEX);
  });
});
