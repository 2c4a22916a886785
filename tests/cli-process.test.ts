/** The built command line as a process: where keys come from, how it ends, and who else reads its files. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { builtinModules } from "node:module";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { importsOf } from "./checks/layers.ts";
import { ended, jsonLines, listed, PROGRAM, run, scratch, start, VECTORS } from "./cli/built.ts";
import { ALL } from "./support/all.ts";
import { waitFor } from "./support/wait.ts";

const { derivation, javaKeyFile } = JSON.parse(readFileSync(join(VECTORS, "backups.json"), "utf8")) as {
  derivation: { synthetic: { root: string } };
  javaKeyFile: { synthetic: string };
};
const KEY = derivation.synthetic.root;
const GROUPS = (KEY.match(/..../g) ?? []).join(" ");
const WA = join(VECTORS, "wa-2026.db.crypt15");
const STICKERS = join(VECTORS, "stickers.backup.crypt15");

/** Two groups of the key in a row, however they are parted: no text of ours may hold them by chance. */
const shows = (text: string): boolean => {
  const digits = text.toLowerCase().replace(/[^0-9a-f]/g, "");
  return Array.from({ length: KEY.length - 8 }, (_, at) => KEY.slice(at, at + 8)).some((part) =>
    digits.includes(part),
  );
};

describe("the program", () => {
  test("is one file that needs Node alone", () => {
    const text = readFileSync(PROGRAM, "utf8");
    expect(text.startsWith("#!/usr/bin/env node\n")).toBe(true);
    const imports = importsOf("cli/sixtyfour.js", text);
    expect(imports).toContain("node:worker_threads");
    expect(imports.filter((name) => !builtinModules.includes(name.replace("node:", "")))).toEqual([]);
  });

  test("names no network", () => {
    expect(importsOf("x.js", readFileSync(PROGRAM, "utf8")).join()).not.toMatch(
      /net|http|tls|dgram|dns|child/,
    );
  });

  test("tells its version and its use", async () => {
    const { version } = JSON.parse(readFileSync(resolve("package.json"), "utf8")) as { version: string };
    expect(await run(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
    const { code, out, err } = await run(["--help"]);
    expect([code, err]).toEqual([0, ""]);
    for (const word of ["describe", "test", "check", "open", "encrypt", "repair", "--key -"])
      expect(out).toContain(word);
  });
});

describe("the key", () => {
  test.each([
    ["groups", GROUPS],
    ["rows", (KEY.match(/.{16}/g) ?? []).join("\n")],
    ["a key file's bytes", Buffer.from(javaKeyFile.synthetic, "hex")],
  ])("comes from standard input as %s", async (_, input) => {
    expect((await run(["test", WA, "--key", "-"], input)).code).toBe(0);
  });

  test.each([
    ["encrypted_backup.key", Buffer.from(javaKeyFile.synthetic, "hex")],
    ["key.txt", Buffer.from(`64-digit key: ${GROUPS}\n`)],
  ])("comes from a file: %s", async (name, bytes) => {
    const file = join(scratch(), name);
    writeFileSync(file, bytes);
    expect((await run(["test", WA, "--key", file])).code).toBe(0);
  });

  test.each([
    [["test", WA, KEY]],
    [["test", WA, "--key", KEY]],
    [["test", WA, `--key=${GROUPS}`]],
    [["test", WA, "--key", ...GROUPS.split(" ")]],
    [["repair", WA, KEY.slice(1), "--key", "-"]],
  ])("is refused as an argument, and not repeated: %#", async (args) => {
    const { code, out, err } = await run(args, KEY);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("A key is never an argument");
    expect(shows(err)).toBe(false);
  });

  test.each([
    ["empty", ""],
    ["cut short", KEY.slice(0, 60)],
    ["mistyped", GROUPS.replace("579e", "57ge")],
    ["too long to be keys", `${KEY}\n`.repeat(3000)],
  ])("is wrong usage when it is %s", async (_, input) => {
    const { code, out, err } = await run(["check", WA, "--key", "-"], input);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/key/i);
    expect(shows(err)).toBe(false);
  });

  test("is wrong usage when its file is not there, or was not named", async () => {
    expect((await run(["check", WA, "--key", join(scratch(), "none")])).code).toBe(2);
    expect((await run(["check", WA])).code).toBe(2);
    expect((await run(["check", "--key", "-"], KEY)).code).toBe(2);
    expect((await run(["check", WA, "--key", "-", "--force"], KEY)).code).toBe(2);
  });

  test("is printed by no command but repair", async () => {
    const folder = scratch();
    copyFileSync(WA, join(folder, "a.crypt15"));
    writeFileSync(join(folder, "b.key"), Buffer.from(javaKeyFile.synthetic, "hex"));
    const o = join(folder, "o");
    for (const args of [
      ["describe", folder],
      ["test", folder],
      ["check", folder, "--json"],
      ["open", folder, "--output", o],
      ["encrypt", join(folder, "a.crypt15"), "--output", join(folder, "l.crypt15")],
    ]) {
      const { out, err } = await run([...args, "--key", "-"], KEY);
      expect(shows(out + err), args[0]).toBe(false);
    }
    expect(shows((await run(["repair", WA, "--key", "-"], KEY)).out)).toBe(true);
  });
});

describe("a file that cannot be read", () => {
  test("gets a sentence, and the others their answers", async () => {
    const none = join(scratch(), "none\u001b[2J.crypt15");
    const { code, out, err } = await run(["test", none, WA, "--key", "-", "--json"], KEY);
    expect(jsonLines(out)).toMatchObject([
      { file: none, kind: "other", verdict: "cannot-tell" },
      { file: WA, verdict: "right-key" },
    ]);
    expect(code).toBe(1);
    expect(err).toContain("It does not exist.");
    expect(err).not.toContain("\u001b");
    expect((await run(["describe", none])).code).toBe(1);
  });

  test("nor does one of a name that is not UTF-8, a link or a pipe stop the others", async () => {
    const folder = scratch();
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(0xff, 0xfe)]), "a");
    symlinkSync(WA, join(folder, "link"));
    spawnSync("mkfifo", [join(folder, "pipe")]);
    writeFileSync(join(folder, "z.crypt15"), readFileSync(WA));
    const { code, out, err } = await run(["test", folder, "--key", "-", "--json"], KEY);
    const verdicts = ["cannot-tell", "cannot-tell", "cannot-tell", "right-key"];
    expect(jsonLines(out)).toMatchObject(verdicts.map((verdict) => ({ verdict })));
    expect(err).toContain("Its name is not valid UTF-8.");
    expect(err).toContain("it is a link, a pipe or a device.");
    expect(code).toBe(1);
  });

  test("an empty folder is no success", async () => {
    expect((await run(["test", scratch(), "--key", "-"], KEY)).code).toBe(1);
  });
});

describe("told to end while it writes", () => {
  /** A backup that begins well and is 8 GiB long: it is at work until it is told. */
  function longFile(folder: string): string {
    const file = join(folder, "long.crypt15");
    writeFileSync(file, readFileSync(STICKERS));
    truncateSync(file, 8 * 2 ** 30);
    return file;
  }

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("by %s it removes what it wrote: open", async (signal, wanted) => {
    const folder = scratch();
    const output = join(folder, "o");
    const child = start(["open", longFile(folder), "--key", "-", "--output", `${output}/`], KEY);
    const end = ended(child);
    await waitFor("the temporary file", () => listed(output).length === 1, { everyMs: 5 });
    expect(listed(output)[0]).toMatch(/^\.sixtyfour-[0-9a-f]{16}\.partial$/);
    child.kill(signal);
    expect(await end).toEqual({ code: wanted, out: "", err: "" });
    expect(listed(folder)).toEqual(["long.crypt15"]);
  });

  test("by SIGINT it removes what it wrote: encrypt", async () => {
    const folder = scratch();
    const child = start(
      ["encrypt", longFile(folder), "--key", "-", "--output", join(folder, "o/l.crypt15")],
      KEY,
    );
    const end = ended(child);
    await waitFor("the temporary file", () => listed(join(folder, "o")).length === 1, {
      everyMs: 5,
      timeoutMs: 40_000,
    });
    child.kill("SIGINT");
    expect((await end).code).toBe(130);
    expect(listed(folder)).toEqual(["long.crypt15"]);
  });

  test("a reader that has seen enough is no crash", async () => {
    const folder = scratch();
    mkdirSync(join(folder, "many"));
    for (let i = 0; i < 3000; i++) writeFileSync(join(folder, "many", `${i}.txt`), "");
    const child = start(["describe", join(folder, "many"), "--json"]);
    let err = "";
    child.stderr?.on("data", (part) => (err += part));
    child.stdout?.once("data", () => child.stdout?.destroy());
    const [code] = await once(child, "close");
    expect([code, err]).toEqual([141, ""]);
  });
});

describe("memory", () => {
  const MIB = 1024;
  /** Twice the bound: what is kept whole exceeds it. */
  const BYTES = (ALL ? 768 : 256) * 2 ** 20;
  /** The most that lay in memory at once, in KiB, as the kernel counts it. */
  async function peakOf(args: readonly string[], wanted = 0): Promise<number> {
    const child = start(args, KEY);
    const end = ended(child);
    let peak = 0;
    let isOver = false;
    end.then(
      () => (isOver = true),
      () => (isOver = true),
    );
    await waitFor(
      "its end",
      () => {
        try {
          const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
          peak = Math.max(peak, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0));
        } catch {
          // it has ended just now
        }
        return isOver;
      },
      { timeoutMs: 10 * 60_000, everyMs: 10 },
    );
    expect((await end).code).toBe(wanted);
    return peak;
  }

  test("stays within 128 MiB above idle, whatever the size", { timeout: 10 * 60_000 }, async () => {
    const folder = scratch();
    const [long, encrypted, opened] = ["long", "l.crypt15", "o.zip"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(long, "");
    truncateSync(long, BYTES);
    const idle = await peakOf(["test", WA, "--key", "-"]);
    expect(idle).toBeGreaterThan(20 * MIB);
    const most = idle + 128 * MIB;
    expect(await peakOf(["encrypt", long, "--key", "-", "--output", encrypted])).toBeLessThan(most);
    expect(await peakOf(["open", encrypted, "--key", "-", "--output", opened])).toBeLessThan(most);
    expect(statSync(opened).size).toBeGreaterThan(BYTES);
    // Zeros behind a file are no damage of it, however many they are.
    truncateSync(encrypted, BYTES);
    expect(await peakOf(["check", encrypted, "--key", "-"])).toBeLessThan(most);
  });
});

describe("the other side, by PyCryptodome", () => {
  const interop = (action: "open" | "make", file: string) => {
    const script = resolve(import.meta.dirname, "cli/interop.py");
    const { status, stdout, stderr } = spawnSync("/usr/bin/python3", [script, action, file], {
      input: KEY,
      encoding: "utf8",
    });
    expect(stderr, "Debian's python3-pycryptodome is installed by scripts/setup.mjs").toBe("");
    expect(status).toBe(0);
    return stdout;
  };

  test("opens what was encrypted here", async () => {
    const folder = scratch();
    const encrypted = join(folder, "l.crypt15");
    await run(["encrypt", WA, PROGRAM, "--key", "-", "--output", encrypted], KEY);
    const hash = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");
    expect(JSON.parse(interop("open", encrypted))).toEqual({
      "wa-2026.db.crypt15": hash(WA),
      "sixtyfour.js": hash(PROGRAM),
    });
  });

  test("makes what opens here", async () => {
    const folder = scratch();
    const file = join(folder, "theirs.crypt15");
    interop("make", file);
    const { out } = await run(["check", file, "--key", "-", "--json"], KEY);
    expect(jsonLines(out)).toEqual([
      {
        file,
        kind: "crypt15",
        verdict: "right-key",
        md5: "ok",
        tag: "ok",
        appVersion: "2.27.1",
        phoneEnding: "42",
        secret: "password",
      },
    ]);
    const opened = await run(["open", file, "--key", "-", "--output", `${folder}/`], KEY);
    expect(opened.code).toBe(0);
    expect(readFileSync(join(folder, "theirs.zip"), "latin1")).toContain("from the other side");
  });
});
