/**
 * Bitwarden's own command line imports our files. Part of `npm run test:all`: it is installed for it.
 *
 * The password of a protected file is asked for on a terminal only, so Python lends one.
 */
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeBitwarden } from "../../../src/copies/formats/bitwarden.ts";
import { writeBitwardenProtected } from "../../../src/copies/formats/bitwarden-protected.ts";
import { hexToBytes } from "../../../src/core/bytes.ts";
import { ALL } from "../../support/all.ts";
import { ACCOUNT, type BitwardenServer, startBitwardenServer } from "../../support/bitwarden-server.ts";
import { entriesOf, OTHER_HEX, sourceOf, tableText } from "../../support/export-sources.ts";

const HOME = resolve(import.meta.dirname, "../../bitwarden-cli");
const BW = join(HOME, "node_modules/@bitwarden/cli/build/bw.js");
const FILE_PASSWORD = "file password é";
const ENTRIES = entriesOf([sourceOf({ note: 'a "b"\n=1,2' }), sourceOf({ key: hexToBytes(OTHER_HEX) })]);
const ON_A_TERMINAL = `
import os, pty, sys, time
pid, fd = pty.fork()
if pid == 0: os.execvp(sys.argv[2], sys.argv[2:])
seen, asked = b"", False
while True:
    try: data = os.read(fd, 4096)
    except OSError: break
    if not data: break
    seen += data
    if b"password" in seen and not asked:
        asked = True
        time.sleep(1)
        os.write(fd, sys.argv[1].encode() + b"\\r")
print(seen.decode())
`;

describe.runIf(ALL)("bw import", () => {
  let folder = "";
  let server: BitwardenServer;
  let session = "";

  async function run(program: string, args: readonly string[]): Promise<string> {
    const env = {
      ...process.env,
      BITWARDENCLI_APPDATA_DIR: folder,
      NODE_EXTRA_CA_CERTS: server.certificate,
      BW_SESSION: session,
    };
    const { stdout } = await promisify(execFile)(program, args, { cwd: folder, env });
    return stdout;
  }
  const bw = (...args: string[]) => run("node", [BW, ...args]);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "sixtyfour-bw-"));
    execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: HOME });
    server = await startBitwardenServer(folder);
    await bw("config", "server", server.url);
    session = await bw("login", ACCOUNT.email, ACCOUNT.password, "--raw");
  }, 300_000);
  afterAll(() => {
    server?.close();
    rmSync(folder, { recursive: true });
  });

  /** What arrived, against what was written. */
  function expectAll(keeps: { title: boolean; notes: boolean }): void {
    const items = server.imported();
    expect(items.map(({ login }) => login.password)).toEqual(ENTRIES.map(({ hex }) => hex));
    expect(items.map(({ login }) => login.username)).toEqual(ENTRIES.map(({ username }) => username));
    if (keeps.title) expect(items.map(({ name }) => name)).toEqual(ENTRIES.map(({ title }) => title));
    if (keeps.notes) expect(items.map(({ notes }) => notes)).toEqual(ENTRIES.map(({ notes }) => notes));
  }

  test("plain JSON", async () => {
    writeFileSync(join(folder, "plain.json"), writeBitwarden(ENTRIES));
    await bw("import", "bitwardenjson", "plain.json");
    expectAll({ title: true, notes: true });
  });

  test("JSON under a password", async () => {
    writeFileSync(join(folder, "protected.json"), await writeBitwardenProtected(ENTRIES, FILE_PASSWORD));
    const command = ["node", BW, "import", "bitwardenjson", "protected.json"];
    const shown = await run("/usr/bin/python3", ["-c", ON_A_TERMINAL, FILE_PASSWORD, ...command]);
    expect(shown).toContain("Imported");
    expectAll({ title: true, notes: true });
  });

  test.each([
    ["chromium", "chromecsv", { title: true, notes: true }],
    ["apple", "safaricsv", { title: true, notes: true }],
    ["keepassxc", "keepassxcsv", { title: true, notes: true }],
    ["firefox", "firefoxcsv", { title: false, notes: false }],
  ] as const)("the table for %s", async (format, importer, keeps) => {
    writeFileSync(join(folder, format), tableText(format, ENTRIES));
    await bw("import", importer, format);
    expectAll(keeps);
  });
});
