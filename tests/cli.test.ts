/** The built command line, `dist/cli/sixtyfour.js`, run as a shell would run it. */
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { jsonLines, listed, PROGRAM, run, scratch, VECTORS } from "./cli/built.ts";
import { makeCrypt12, makeCrypt14, makeKeyFile, makeMedia } from "./cli/made.ts";

const { derivation, files } = JSON.parse(readFileSync(join(VECTORS, "backups.json"), "utf8")) as {
  derivation: { synthetic: { root: string } };
  files: { file: string; layout: string; plaintextSha256: string | null }[];
};
const KEY = derivation.synthetic.root;
const OTHER = "07".repeat(32);
const WA = join(VECTORS, "wa-2026.db.crypt15");
const STICKERS = join(VECTORS, "stickers.backup.crypt15");
const DAMAGED = join(VECTORS, "neg-midbyte-flipped.db.crypt15");
const SAMPLES = files.map(({ file }) => join(VECTORS, file));
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const line = (file: string, verdict: string | null, rest: object = {}) => ({
  file,
  kind: "crypt15",
  verdict,
  md5: "unread",
  tag: "unread",
  appVersion: "2.26.34.7",
  phoneEnding: "00",
  secret: "64-digit-key",
  ...rest,
});
const plain = (file: string, kind: string, verdict: string | null) =>
  line(file, verdict, { kind, appVersion: null, phoneEnding: null, secret: null });

describe("describe", () => {
  test("says what each file is, without a key", async () => {
    const { code, out, err } = await run(["describe", ...SAMPLES, "--json"]);
    expect(jsonLines(out)).toEqual(SAMPLES.map((file) => line(file, null)));
    expect([code, err]).toEqual([0, ""]);
    expect(Object.keys(jsonLines(out)[0] as object)).toEqual(Object.keys(line("", null)));
  });

  test("knows the other kinds, and what is no backup", async () => {
    const folder = scratch();
    const { file, fileKey } = makeKeyFile();
    const media = makeMedia(Buffer.from(KEY, "hex"), "a.jpg");
    const contents = {
      "a.crypt12": makeCrypt12(fileKey),
      "b.crypt14": makeCrypt14(fileKey),
      "c-key": file,
      "d-ChatStorage.sqlite.enc": randomBytes(99),
      "e.txt": Buffer.from("hello"),
      ...media,
    };
    for (const [name, bytes] of Object.entries(contents)) writeFileSync(join(folder, name), bytes);
    const [picture = "", metadata = ""] = Object.keys(media);
    const { code, out } = await run(["describe", folder, "--json"]);
    expect(code).toBe(0);
    expect(jsonLines(out)).toEqual(
      expect.arrayContaining([
        { ...plain(join(folder, "a.crypt12"), "crypt12", null), secret: "whatsapp" },
        line(join(folder, "b.crypt14"), null, {
          kind: "crypt14",
          appVersion: "2.22.5.13",
          phoneEnding: "07",
          secret: "whatsapp",
        }),
        plain(join(folder, "c-key"), "key-file", "not-a-backup"),
        plain(join(folder, "d-ChatStorage.sqlite.enc"), "ios", "not-a-backup"),
        plain(join(folder, "e.txt"), "other", "not-a-backup"),
        plain(join(folder, picture), "media", null),
        plain(join(folder, metadata), "media-metadata", null),
      ]),
    );
  });
});

describe("test", () => {
  test("reads the beginning only", async () => {
    const right = await run(["test", ...SAMPLES, "--key", "-", "--json"], KEY);
    expect(jsonLines(right.out)).toEqual(SAMPLES.map((file) => line(file, "right-key")));
    expect(right.code).toBe(0);
    const wrong = await run(["test", ...SAMPLES, "--key", "-", "--json"], OTHER);
    // Only a file that is whole by its checksum shows that a key is not its key.
    expect(jsonLines(wrong.out)).toEqual(
      files.map(({ layout }, i) => {
        const isWhole = layout === "tag+md5";
        const verdict = isWhole ? "not-its-key" : "cannot-tell";
        return line(SAMPLES[i] ?? "", verdict, { md5: isWhole ? "ok" : "bad" });
      }),
    );
    expect(wrong.code).toBe(1);
  });

  test("says which of several keys it is, by a number and a Key ID", async () => {
    const { code, out } = await run(["test", WA, "--key", "-"], `${OTHER}\n${KEY}\n`);
    expect(code).toBe(0);
    expect(out).toMatch(/^This key fits\. .*\n {4}Key 2 \(Key ID [0-9a-z]{8}\) of 2\. /);
  });

  test("one file that is not right makes it 1", async () => {
    const { code, out } = await run(["test", WA, PROGRAM, "--key", "-", "--json"], KEY);
    expect(jsonLines(out)).toEqual([line(WA, "right-key"), plain(PROGRAM, "other", "not-a-backup")]);
    expect(code).toBe(1);
  });
});

describe("a key that cannot fit", () => {
  test("is named: the other kind, or another registration's", async () => {
    const folder = scratch();
    const { file, fileKey } = makeKeyFile();
    const old = join(folder, "b.crypt12");
    writeFileSync(old, makeCrypt12(fileKey));
    const saidOf = async (path: string, key: string | Uint8Array) =>
      (await run(["test", path, "--key", "-"], key)).out;
    expect(await saidOf(old, KEY)).toContain("A 64-digit key never fits this kind of backup.");
    expect(await saidOf(WA, file)).toContain("WhatsApp's own key file never fits this kind of backup.");
    expect(await saidOf(old, makeKeyFile().file)).toContain("another registration of WhatsApp");
  });

  test("or the next steps are: an older key, another phone, the typo", async () => {
    const { out } = await run(["test", WA, "--key", "-"], OTHER);
    for (const step of ["older or newer key", "another phone", "add `--repair`"]) expect(out).toContain(step);
  });
});

describe("check", () => {
  const marks = (layout: string, isRight: boolean) => {
    if (layout === "no valid tag") return [isRight ? "damaged" : "cannot-tell", "bad", "bad"];
    if (layout === "tag only") return isRight ? ["right-key", "absent", "ok"] : ["cannot-tell", "bad", "bad"];
    return isRight ? ["right-key", "ok", "ok"] : ["not-its-key", "ok", "bad"];
  };

  test.each([
    ["the right key", KEY, true],
    ["another", OTHER, false],
  ])("reads all of each file: %s", async (_, key, isRight) => {
    const { code, out } = await run(["check", ...SAMPLES, "--key", "-", "--json"], key);
    const expected = files.map(({ layout }, i) => {
      const [verdict = "", md5, tag] = marks(layout, isRight);
      return line(SAMPLES[i] ?? "", verdict, { md5, tag });
    });
    expect(jsonLines(out)).toEqual(expected);
    expect(code).toBe(1);
  });

  test("is 0 where every file is whole, and tells an altered one", async () => {
    expect((await run(["check", WA, STICKERS, "--key", "-"], KEY)).code).toBe(0);
    const altered = join(scratch(), "wa.db.crypt15");
    const bytes = readFileSync(WA).subarray(0, -16);
    bytes[500] = (bytes[500] ?? 0) ^ 1;
    writeFileSync(altered, Buffer.concat([bytes, createHash("md5").update(bytes).digest()]));
    const { code, out } = await run(["check", altered, "--key", "-", "--json"], KEY);
    expect(jsonLines(out)).toEqual([line(altered, "altered", { md5: "ok", tag: "bad" })]);
    expect(code).toBe(1);
  });

  test("takes WhatsApp's own key file for crypt12 and crypt14, and the 64 digits for media", async () => {
    const folder = scratch();
    const { file, fileKey } = makeKeyFile();
    writeFileSync(join(folder, "a.crypt12"), makeCrypt12(fileKey));
    writeFileSync(join(folder, "b.crypt14"), makeCrypt14(fileKey));
    const own = await run(["check", folder, "--key", "-", "--json"], file);
    expect(jsonLines(own.out)).toMatchObject(
      [1, 2].map(() => ({ verdict: "right-key", md5: "ok", tag: "ok" })),
    );
    expect(own.code).toBe(0);
    const cloud = scratch();
    for (const [name, bytes] of Object.entries(makeMedia(Buffer.from(KEY, "hex"), "a.jpg")))
      writeFileSync(join(cloud, name), bytes);
    const media = await run(["check", cloud, "--key", "-", "--json"], KEY);
    expect(jsonLines(media.out)).toMatchObject(
      [1, 2].map(() => ({ verdict: "right-key", md5: "absent", tag: "ok" })),
    );
    expect((await run(["check", cloud, "--key", "-"], OTHER)).code).toBe(1);
  });
});

describe("open", () => {
  test("writes what is inside, under its name, for its owner only, and nothing of a damaged file", async () => {
    const folder = join(scratch(), "new/out");
    const { code, out } = await run(["open", ...SAMPLES, "--key", "-", "--output", folder], KEY);
    expect(code).toBe(1);
    expect(out).toContain("SQLite database, 2 pages of 4096 bytes, 8.2 kB");
    const names = ["msgstore-2026-level9.db", "stickers.backup.zip", "wa-2026.db"];
    expect(listed(folder)).toEqual(["SHA256SUMS.txt", ...names]);
    for (const name of names) {
      const stem = name.replace(".zip", "");
      const sample = files.find(({ file }) => file.startsWith(stem));
      expect(sha256(readFileSync(join(folder, name)))).toBe(sample?.plaintextSha256);
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }
  });

  test("keeps the paths of a folder", async () => {
    const folder = scratch();
    mkdirSync(join(folder, "phone/Databases"), { recursive: true });
    copyFileSync(WA, join(folder, "phone/Databases/wa.db.crypt15"));
    copyFileSync(STICKERS, join(folder, "phone/stickers.crypt15"));
    const { code } = await run(
      ["open", join(folder, "phone"), "--key", "-", "--output", join(folder, "o")],
      KEY,
    );
    expect(code).toBe(0);
    expect(listed(join(folder, "o"))).toEqual([
      "SHA256SUMS.txt",
      "phone",
      "phone/Databases",
      "phone/Databases/wa.db",
      "phone/stickers.zip",
    ]);
  });

  test("never overwrites", async () => {
    const folder = scratch();
    const taken = join(folder, "wa-2026.db");
    writeFileSync(taken, "mine");
    const { code, out, err } = await run(["open", WA, "--key", "-", "--output", taken, "--json"], KEY);
    expect([code, err]).toEqual([1, expect.stringContaining("nothing is overwritten")]);
    expect(jsonLines(out)).toMatchObject([{ verdict: "right-key" }]);
    expect(listed(folder)).toEqual(["wa-2026.db"]);
    // In a folder it gets a number: nothing is left out because of its name.
    expect((await run(["open", WA, "--key", "-", "--output", folder], KEY)).code).toBe(0);
    expect(readFileSync(taken, "utf8")).toBe("mine");
    expect(listed(folder)).toEqual(["wa-2026 (2).db", "wa-2026.db"]);
  });

  test.each([
    ["another key", WA, OTHER, []],
    ["a damaged file", DAMAGED, KEY, []],
    ["more than the limit", WA, KEY, ["--most", "0.000001"]],
  ])("leaves nothing behind after %s", async (_, file, key, options) => {
    const folder = scratch();
    const output = join(folder, "not/there/yet/");
    const { code, out } = await run(["open", file, "--key", "-", "--output", output, ...options], key);
    expect(code, out).toBe(1);
    expect(listed(folder)).toEqual([]);
  });

  test("gives media the name in its metadata, made safe", async () => {
    const folder = scratch();
    mkdirSync(join(folder, "cloud"));
    const media = makeMedia(Buffer.from(KEY, "hex"), "../../holiday\u202egpj.jpg");
    for (const [name, bytes] of Object.entries(media)) writeFileSync(join(folder, "cloud", name), bytes);
    const { code } = await run(
      ["open", join(folder, "cloud"), "--key", "-", "--output", join(folder, "o")],
      KEY,
    );
    expect(code).toBe(0);
    expect(listed(join(folder, "o/cloud"))).toEqual([`${Object.keys(media)[1]}.json`, "holiday_gpj.jpg"]);
  });
});

describe("encrypt", () => {
  test("packs files with their names, paths and times; what comes out is the same", async () => {
    const folder = scratch();
    mkdirSync(join(folder, "export/media"), { recursive: true });
    // More than the buffers that are used in turn hold.
    const photo = randomBytes(9_000_000);
    writeFileSync(join(folder, "export/media/photo.jpg"), photo);
    writeFileSync(join(folder, "export/chat.txt"), "hello");
    utimesSync(join(folder, "export/chat.txt"), 1e9, 1e9);
    const encrypted = join(folder, "export.crypt15");
    const args = [
      "encrypt",
      join(folder, "export"),
      "--key",
      "-",
      "--output",
      encrypted,
      "--ending",
      "42",
      "--json",
    ];
    const { code, out } = await run(args, KEY);
    const { version } = JSON.parse(readFileSync(resolve("package.json"), "utf8")) as { version: string };
    const rest = { appVersion: `Sixtyfour ${version}.0`, phoneEnding: "42" };
    expect(jsonLines(out)).toEqual([line(encrypted, "right-key", rest)]);
    expect(code).toBe(0);
    const check = await run(["check", encrypted, "--key", "-", "--json"], KEY);
    expect(jsonLines(check.out)).toEqual([line(encrypted, "right-key", { ...rest, md5: "ok", tag: "ok" })]);
    await run(["open", encrypted, "--key", "-", "--output", join(folder, "o.zip")], KEY);
    const script =
      "import sys,zipfile,json,hashlib; z=zipfile.ZipFile(sys.argv[1])\n" +
      "print(json.dumps({i.filename:[hashlib.sha256(z.read(i)).hexdigest(), i.date_time[0]] for i in z.infolist()}))";
    const { stdout } = spawnSync("/usr/bin/python3", ["-c", script, join(folder, "o.zip")], {
      encoding: "utf8",
    });
    expect(JSON.parse(stdout)).toEqual({
      "export/chat.txt": [sha256(Buffer.from("hello")), 2001],
      "export/media/photo.jpg": [sha256(photo), expect.any(Number)],
    });
    expect((await run(args, KEY)).code).toBe(1);
  });

  test("encrypts all or nothing, with one 64-digit key", async () => {
    const folder = scratch();
    const output = join(folder, "o/l.crypt15");
    symlinkSync(WA, join(folder, "link"));
    for (const [wanted, files, key] of [
      [1, [WA, join(folder, "none")], KEY],
      [1, [folder], KEY],
      [2, [WA], `${KEY}\n${OTHER}`],
      [2, [WA], makeKeyFile().file],
    ] as const) {
      const { code, out } = await run(["encrypt", ...files, "--key", "-", "--output", output], key);
      expect([code, out]).toEqual([wanted, ""]);
      expect(listed(folder)).toEqual(["link"]);
    }
  });
});

describe("repair", () => {
  const wrong = KEY.replace("579e", "578e");

  test("prints the key that was found, and marks what differs elsewhere", async () => {
    const { code, out, err } = await run(["repair", WA, "--key", "-"], wrong);
    expect([code, out]).toEqual([0, `${KEY}\n`]);
    expect(err).toContain(`typed  ${wrong}\nfound  ${KEY}\n             ^\n`);
  });

  test.each([
    ["one missing", KEY.slice(0, 20) + KEY.slice(21)],
    ["one too many", `${KEY.slice(0, 20)}8${KEY.slice(20)}`],
    ["two that cannot be read", `?${KEY.slice(1, -1)}?`],
    ["none wrong", KEY],
  ])("finds it with %s", async (_, typed) => {
    const { code, out } = await run(["repair", STICKERS, "--key", "-", "--json"], typed);
    expect(jsonLines(out)).toEqual([{ ...line(STICKERS, "right-key"), key: KEY }]);
    expect(code).toBe(0);
  });

  test("prints no key where it finds none", async () => {
    const plainly = await run(["repair", WA, "--key", "-"], `${wrong.slice(1)}?`);
    expect([plainly.code, plainly.out]).toEqual([1, ""]);
    const { out } = await run(["repair", WA, "--key", "-", "--json"], `${wrong.slice(1)}?`);
    expect(jsonLines(out)).toEqual([line(WA, "not-its-key", { md5: "ok", tag: "bad" })]);
  });

  test("rows, groups and look-alikes, in any form that is read", async () => {
    const rows = KEY.match(/.{16}/g) ?? [];
    for (const typed of [
      [1, 0, 2, 3].map((row) => rows[row]).join("\n"),
      KEY.replaceAll("0", "O").replaceAll("1", "l"),
      `key="${KEY.replace("579e", "578e")}"\nuser: phone\n`,
    ])
      expect((await run(["repair", WA, "--key", "-"], typed)).out).toBe(`${KEY}\n`);
    const { code, err } = await run(["repair", WA, "--key", "-"], KEY.slice(5));
    expect([code, err]).toEqual([2, expect.stringContaining("counted 59 digits")]);
  });
});

describe("--repair", () => {
  const wrong = KEY.replace("579e", "578e");

  test.each([
    ["a wrong digit", wrong],
    ["a missing digit", KEY.slice(1)],
    ["an O", KEY.replace("0", "O")],
  ])("test, check and open go on with the key that was found: %s", async (_, typed) => {
    const folder = scratch();
    for (const args of [["test"], ["check"], ["open", "--output", join(folder, "o.db")]]) {
      const [command = "", ...rest] = args;
      const { code, out, err } = await run([command, WA, "--key", "-", "--json", "--repair", ...rest], typed);
      expect(jsonLines(out)).toMatchObject([{ verdict: "right-key" }]);
      expect([code, out.includes(KEY)]).toEqual([0, false]);
      expect(err).toContain("This key fits");
    }
    expect(listed(folder)).toEqual(["o.db"]);
  });

  test("is offered where it may help, and found keys do not hide other answers", async () => {
    expect((await run(["test", WA, "--key", "-"], wrong)).out).toContain("add `--repair`");
    expect((await run(["open", WA, "--key", "-", "--output", "/tmp/"], KEY.slice(1))).err).toContain(
      "Add `--repair`",
    );
    const { code, out } = await run(
      ["test", WA, PROGRAM, "--key", "-", "--json", "--repair"],
      `?${wrong.slice(1)}`,
    );
    expect(jsonLines(out)).toMatchObject([{ verdict: "not-its-key" }, { verdict: "not-a-backup" }]);
    expect(code).toBe(1);
    expect((await run(["describe", WA, "--repair"])).code).toBe(2);
  });
});
