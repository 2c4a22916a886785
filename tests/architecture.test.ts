/** The layers and the house rules, held against every file of src. */
import { describe, expect, test } from "vitest";
import { BUG_MESSAGES } from "../src/core/bug-messages.ts";
import { listFiles, readText } from "./checks/files.ts";
import { interfaceBreaches } from "./checks/interface-rules.ts";
import { importBreaches, importsOf, PACKAGES, ROOMS } from "./checks/layers.ts";
import { bugMessages, sourceBreaches } from "./checks/source-rules.ts";

const sources = listFiles("src")
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readText(`src/${path}`) }));

const MEDIAN_LINES = 100;

/** Two halves of one concept, by base name: a request and its answer, a format and what it is made of, a thing and its text. */
const HALVES = [
  "errors.ts",
  "fault.ts",
  "key-file.ts",
  "key-text.ts",
  "keyring-export.ts",
  "login.ts",
  "manage.ts",
  "opaque.ts",
  "other-page.ts",
  "passphrase.ts",
  "proof.ts",
  "report.ts",
  "restore.ts",
  "sealed-keyring.ts",
  "session.ts",
  "settings.ts",
  "state.ts",
  "terminal.ts",
  "too-much.ts",
];

test("no two files of one name, but halves of one concept and what a bundler or compiler begins with", () => {
  const names = sources.map(({ path }) => path.slice(path.lastIndexOf("/") + 1));
  const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  const begun = ["main.ts", "main.tsx", "globals.d.ts"];
  expect([...twice].filter((name) => !begun.includes(name)).sort()).toEqual(HALVES);
  const ofRooms = sources.filter(({ path }) => /^([^/]+)\/(?:.*\/)?\1\.tsx?$/.test(path));
  expect(ofRooms.map(({ path }) => path)).toEqual([]);
});

describe("rules of the interface", () => {
  test("no file breaks one", () => {
    expect(sources.flatMap(({ path, text }) => interfaceBreaches(path, text))).toEqual([]);
  });

  test.each([
    ["ui/features/fill/a.tsx", 'const A = () => <button type="button">{b}</button>;'],
    ["ui/pages/app/a.tsx", 'const A = () => <section class="panel stack">{b}</section>;'],
    ["ui/features/fill/a.tsx", "const A = () => <p>Nothing to fill</p>;"],
    ["ui/features/fill/a.tsx", 'const A = () => <p aria-label="Row A">{b}</p>;'],
    ["ui/kit/a.tsx", "const A = () => <p aria-label={`Row $" + "{letter}`}>{b}</p>;"],
    ["ui/features/fill/a.ts", 'export const b = "Nothing to fill";'],
    ["cli/a.ts", 'export const b = "Nothing to open";'],
    ["reader/a.ts", 'export const b = "Nothing to open";'],
    ["ui/features/fill/a.ts", "export const b = `Nothing of $" + "{c} is filled`;"],
  ])("%s: %s", (path, text) => {
    expect(interfaceBreaches(path, text)).toHaveLength(1);
  });
});

describe("layers", () => {
  test("src holds the rooms that are compiled and no other", () => {
    expect([...new Set(sources.map(({ path }) => path.split("/")[0]))].sort()).toEqual([...ROOMS].sort());
  });

  test("no import goes against the layers", () => {
    expect(sources.flatMap(({ path, text }) => importBreaches(path, text))).toEqual([]);
  });

  test("every package that a room may import is a dependency, and every dependency is a room's", () => {
    const { dependencies } = JSON.parse(readText("package.json")) as { dependencies: object };
    expect([...new Set(Object.values(PACKAGES).flat())].sort()).toEqual(Object.keys(dependencies).sort());
  });

  test.each([
    ["core/a.ts", 'import { b } from "../platform/b.ts";'],
    ["core/a.ts", 'import type { B } from "../protocol/b.ts";'],
    ["protocol/a.ts", 'export * from "../ui/b.ts";'],
    ["protocol/a.ts", 'export { b } from "../background/b.ts";'],
    ["content/a.ts", 'import { storage } from "../platform/storage.ts";'],
    ["content/a.ts", 'import { bytes } from "../core/bytes.ts";'],
    // This compiles, because copies references backup. Only this test refuses it.
    ["reader/a.ts", 'import { b } from "../backup/b.ts";'],
    // Nor does it refuse any file of a project that is referenced for some of its files.
    ["cli/a.ts", 'import { en } from "../ui/text/en/english.ts";'],
    ["cli/a.ts", 'import { b } from "../ui/b.ts";'],
    ["background/a.ts", 'const b = import("../ui/b.ts");'],
    ["background/a.ts", 'const b = import("../" + name);'],
    ["ui/a.ts", 'type B = import("../background/b.ts").B;'],
    ["ui/kit/a.tsx", 'import { B } from "../features/keys/b.tsx";'],
    ["ui/features/fill/a.tsx", 'import { B } from "../backups/b.tsx";'],
    ["ui/features/keys/a.tsx", 'import { B } from "../keyring/b.tsx";'],
    ["ui/features/vault/a.tsx", 'import { B } from "../../pages/vault/b.tsx";'],
    ["ui/text/a.ts", 'import { b } from "../kit/b.ts";'],
    ["ui/pages/popup/a.tsx", 'import { B } from "../app/b.tsx";'],
    ["ui/live.tsx", 'import { B } from "./features/keys/b.tsx";'],
    ["ui/a.tsx", 'import "../../tests/x.ts";'],
    ["core/a.ts", 'import { readFile } from "node:fs";'],
    ["background/a.ts", 'import browser from "webextension-polyfill";'],
    ["elsewhere/a.ts", ""],
  ])("is refused: %s %s", (path, text) => {
    expect(importBreaches(path, text)).toHaveLength(1);
  });

  test("is allowed: what the projects and the lists name", () => {
    expect(importBreaches("ui/kit/a.ts", 'import { b } from "../../core/b.ts"; import "./c.ts";')).toEqual(
      [],
    );
    expect(importBreaches("ui/features/fill/a.ts", 'import "../keys/b.ts"; import "./c.ts";')).toEqual([]);
    expect(importBreaches("ui/pages/app/a.ts", 'import "../../features/fill/b.ts";')).toEqual([]);
    expect(importBreaches("content/a.ts", 'import { b } from "../platform/messaging.ts";')).toEqual([]);
    expect(importBreaches("cli/a.ts", 'import { b } from "../ui/text/en/backups.ts";')).toEqual([]);
    expect(importBreaches("core/a.ts", 'import { b } from "@noble/hashes/sha2.js";')).toEqual([]);
    expect(importBreaches("vault/a.ts", 'import { b } from "kysely"; import "node:fs";')).toEqual([]);
  });

  test("the reader of imports sees the real ones", () => {
    expect(sources.flatMap(({ path, text }) => importsOf(path, text)).length).toBeGreaterThan(50);
  });
});

describe("house rules", () => {
  test("no file breaks one", () => {
    expect(sources.flatMap(({ path, text }) => sourceBreaches(path, text))).toEqual([]);
  });

  test("files are short", () => {
    const lines = sources.map(({ text }) => text.split("\n").length).sort((a, b) => a - b);
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThan(MEDIAN_LINES);
  });

  test.each([
    ["any", "const a: any = 1;"],
    ["enum", "enum A { B }"],
    ["default export", "export default 1;"],
    ["debugger", "debugger;"],
    ["innerHTML", 'element.innerHTML = "<b>";'],
    ["eval", 'eval("1");'],
    ["eval", "const a = { [eval]: 1 };"],
    ["eval", "const { eval: a } = globalThis;"],
    ["eval", "({ eval: a } = globalThis);"],
    ["eval", "globalThis.eval(a);"],
    ["innerHTML", "const a = { innerHTML: b };"],
    ["Function", 'new Function("1");'],
    ["console", "console.warn(1);"],
    ["Math.random", "Math.random();"],
    ["platform name chrome", "chrome.storage.local.get();"],
    ["platform name browser", "browser.tabs.query({});"],
    ["platform name __BROWSER__", 'if (__BROWSER__ === "chrome") a();'],
    ["unfinished", "// TODO: later"],
    ["type check turned off", "// @ts-ignore\na();"],
    ["a clock", "Date.now();"],
    ["a clock", "new Date();"],
    ["a network, fetch", 'fetch("https://example.org");'],
    ["a network, WebSocket", 'new WebSocket("wss://example.org");'],
    ["an error whose message is not a constant", "throw new Error(key);"],
    ["an error whose message is not a constant", "throw new RangeError(`no $" + "{key}`);"],
    ["an error whose message is not a constant", 'throw TypeError("no " + key);'],
    ["an error whose message is not a constant", 'throw new Error("no key", { cause });'],
    ["301 lines", "a();\n".repeat(301)],
  ])("is refused: %s", (rule, text) => {
    const breaches = sourceBreaches("core/a.ts", text);
    expect(breaches).toHaveLength(1);
    expect(breaches[0]).toContain(rule);
  });

  test("reports know every message of ours, and no other", () => {
    const made = sources.flatMap(({ path, text }) => bugMessages(path, text));
    expect([...BUG_MESSAGES].sort()).toEqual([...new Set(made)].sort());
  });

  test("is refused: a way past the polyfill that its one file does not give", () => {
    const breaches = ["platform name chrome (platform/a.ts:1)"];
    expect(sourceBreaches("platform/a.ts", "chrome.runtime.id;")).toEqual(breaches);
    expect(sourceBreaches("platform/a.ts", "globalThis.chrome.runtime.id;")).toEqual(breaches);
  });

  test("is refused where nobody hears of it: a promise without a catch", () => {
    const breaches = ["a promise without a catch (background/a.ts:1)"];
    for (const text of ["void a();", "b(() => void c.a());", "void a().then(b);", "void a().finally(b);"])
      expect(sourceBreaches("background/a.ts", text), text).toEqual(breaches);
    for (const text of ["void a().catch(b);", "void a().then(b, c);"])
      expect(sourceBreaches("background/a.ts", text), text).toEqual([]);
  });

  test("is refused: markup through JSX, and names that say nothing", () => {
    const jsx = "const a = <p dangerouslySetInnerHTML={b} />;";
    expect(sourceBreaches("ui/a.tsx", jsx)).toEqual(["dangerouslySetInnerHTML (ui/a.tsx:1)"]);
    expect(sourceBreaches("core/a.ts", "const a = { eval };")).not.toEqual([]);
    expect(sourceBreaches("core/utils.ts", "")).toEqual(["a name that says nothing (core/utils.ts)"]);
    expect(sourceBreaches("core/someThing.ts", "")).toEqual(["name (core/someThing.ts)"]);
  });

  test("is allowed: the browser's name in platform, the log, words in strings, WebAuthn's `eval`", () => {
    expect(sourceBreaches("platform/a.ts", "browser.runtime.id;")).toEqual([]);
    expect(sourceBreaches("platform/beside-polyfill.ts", "globalThis.chrome.runtime.id;")).toEqual([]);
    expect(sourceBreaches("platform/log.ts", "console.warn(1);")).toEqual([]);
    expect(sourceBreaches("core/a.ts", 'const a = "any enum innerHTML console";')).toEqual([]);
    expect(sourceBreaches("core/a.ts", "const a = { eval: { first: b } };")).toEqual([]);
    expect(sourceBreaches("core/a.ts", 'throw new Error("no key"); throw new TypeError();')).toEqual([]);
  });
});
