/** What is understood on the command line, and what is refused. */
import { describe, expect, test } from "vitest";
import { holdsKey, readArguments } from "../../src/cli/arguments.ts";
import { usageText } from "../../src/ui/text/en/command.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const GROUPS = KEY.match(/..../g) ?? [];

describe("a request", () => {
  test("has its options in any place, and usual values for the rest", () => {
    expect(readArguments(["check", "a", "--key", "-", "b", "--json"])).toEqual({
      ask: "run",
      request: {
        command: "check",
        files: ["a", "b"],
        key: "-",
        output: null,
        json: true,
        repair: false,
        salvage: false,
        mostBytes: null,
        ending: "00",
        chats: false,
        exportAs: null,
      },
    });
  });

  test("takes values after = as well, and files that begin with a dash after --", () => {
    const asked = readArguments(["open", "--key=k", "--output=o/", "--most=1.5", "--", "-a", "--json"]);
    expect(asked).toMatchObject({
      request: { files: ["-a", "--json"], key: "k", output: "o/", mostBytes: 1.5 * 2 ** 30, json: false },
    });
  });

  test("to describe takes no key, and bears one", () => {
    expect(readArguments(["describe", "a"])).toMatchObject({ request: { key: null } });
    expect(readArguments(["describe", "a", "--key", "-"])).toMatchObject({ request: { key: "-" } });
  });

  test.each([[["--help"]], [["-h"]], [["check", "--help"]], [["check", "--nonsense", "-h"]]])(
    "for help: %j",
    (args) => {
      expect(readArguments(args)).toEqual({ ask: "help" });
    },
  );

  test("for the version", () => {
    expect(readArguments(["--version"])).toEqual({ ask: "version" });
    expect(readArguments(["describe", "--", "--version"])).toMatchObject({ ask: "run" });
  });
});

describe("wrong usage", () => {
  test.each([
    ["no-command", []],
    ["no-command", ["--json"]],
    ["unknown-command", ["decrypt", "a", "--key", "-"]],
    ["unknown-option", ["check", "a", "--key", "-", "--force"]],
    ["unknown-option", ["check", "a", "--json=1", "--key", "-"]],
    ["unknown-option", ["check", "-", "--key", "k"]],
    ["unknown-option", ["check", "a", "--key", "k", "--", "-"]],
    ["unknown-option", ["check", "a", "-k", "-"]],
    ["unknown-option", ["check", "a", "--key", "k", "--constructor"]],
    ["unknown-option", ["check", "a", "--key", "k", "--__proto__=1"]],
    ["option-elsewhere", ["check", "a", "--key", "-", "--output", "b"]],
    ["option-elsewhere", ["open", "a", "--key", "-", "--output", "b", "--ending", "42"]],
    ["no-value", ["check", "a", "--key"]],
    ["no-value", ["check", "a", "--key="]],
    ["twice", ["check", "a", "--key", "-", "--key", "b"]],
    ["no-file", ["check", "--key", "-"]],
    ["no-key", ["check", "a"]],
    ["no-output", ["open", "a", "--key", "-"]],
    ["no-output", ["encrypt", "a", "--key", "-"]],
    ["output-to-terminal", ["open", "a", "--key", "-", "--output", "-"]],
    ["bad-most", ["open", "a", "--key", "-", "--output", "b", "--most", "0"]],
    ["bad-most", ["open", "a", "--key", "-", "--output", "b", "--most", "1e3"]],
    ["bad-ending", ["encrypt", "a", "--key", "-", "--output", "b", "--ending", "7"]],
  ] as const)("%s: %j", (why, args) => {
    expect(readArguments(args)).toEqual({ ask: "wrong", why });
  });

  test("each has a sentence of its own", () => {
    const sentences = Object.values(usageText);
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z`].{15,}[.)]$/);
  });
});

describe("a key among the arguments", () => {
  test.each([
    [["test", "a", "--key", KEY]],
    [["test", "a", `--key=${KEY}`]],
    [["test", KEY, "--key", "-"]],
    [["test", "a", KEY.toUpperCase(), "--help"]],
    [["test", "a", "--key", GROUPS.join(" ")]],
    [["test", "a", "--key", GROUPS.join("-")]],
    [["test", "a", "--key", GROUPS.join(":")]],
    [["test", "a", "--key", ...GROUPS]],
    [["test", "a", `--key=${GROUPS[0]}`, ...GROUPS.slice(1)]],
    [["test", "a", `64-digit key: ${GROUPS.join(" ")}`]],
    [["repair", "a", KEY.slice(1)]],
    [["repair", "a", `${KEY}0`]],
    [["repair", "a", KEY.replace("0", "O").replace("1", "l")]],
    [["repair", "a", KEY.replace("0243", "????")]],
    [["nonsense", `--${KEY}`]],
    [["describe", "--", KEY]],
  ])("is refused whatever else is there: %j", (args) => {
    expect(readArguments(args)).toEqual({ ask: "wrong", why: "key-as-argument" });
  });

  test.each([
    [[`${KEY.toUpperCase()}.mcrypt1`]],
    [[`./${KEY}`]],
    [[`backups/${KEY}`]],
    [["msgstore-2026-11-23.1.db.crypt15", "a", "b", "c", "d", "e"]],
    [["a-rather-long-name-without-any-ending-that-has-more-than-sixty-letters"]],
    [["deadbeef", "cafe", "0123"]],
  ])("is not seen in the names of files: %j", (args) => {
    expect(holdsKey(args)).toBe(false);
  });
});
