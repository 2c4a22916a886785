/**
 * The reader that was built is the one that the sources make, the extension brings it, and it is one file.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { BUILT_READER, renderReader } from "../../scripts/build-reader.mjs";
import { readerPage } from "../../src/ui/text/en/reader.ts";
import { openBuild, TARGETS } from "../checks/build.ts";
import { ROOT } from "../checks/files.ts";

const built = readFileSync(BUILT_READER, "utf8");
let rendered: string;
beforeAll(async () => {
  rendered = await renderReader();
});

const inside = (tag: string) => new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(built)?.[1] ?? "";
const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("the built file is what the sources make", () => {
  expect(built === rendered).toBe(true);
});

test("every word of the page is put in, and no place is left empty", () => {
  const page = built.slice(0, built.indexOf("<script"));
  for (const words of Object.values(readerPage)) expect(page).toContain(words);
  expect(page).not.toContain("{{");
});

test.each(TARGETS)("dist/%s saves the same file", async (target) => {
  const { files, text } = openBuild(target);
  const chunks = files.filter((name) => name.endsWith(".js") && text(name).includes("Sixtyfour (MIT)"));
  expect(chunks).toHaveLength(1);
  const module: { readerHtml: string } = await import(resolve(ROOT, "dist", target, chunks[0] ?? ""));
  expect(module.readerHtml === built).toBe(true);
});

test("a build is the same each time, wherever it is called", async () => {
  const here = process.cwd();
  try {
    process.chdir("/");
    expect((await renderReader()) === rendered).toBe(true);
  } finally {
    process.chdir(here);
  }
});

describe("one file that may load nothing", () => {
  test("the policy allows this script and this style, and nothing else", () => {
    const policies = [...built.matchAll(/http-equiv="Content-Security-Policy" content="([^"]*)"/g)];
    expect(policies.map(([, policy]) => policy?.split("; "))).toEqual([
      [
        "default-src 'none'",
        `script-src ${hashOf(inside("script"))} 'wasm-unsafe-eval'`,
        `style-src ${hashOf(inside("style"))}`,
        "base-uri 'none'",
        "form-action 'none'",
      ],
    ]);
  });

  test("the policy stands before whatever it is for", () => {
    const at = built.indexOf("Content-Security-Policy");
    for (const tag of ["<style", "<script", "<title"]) expect(built.indexOf(tag)).toBeGreaterThan(at);
  });

  test("one script, one style, no address and no way to a network", () => {
    expect(built.match(/<script\b/g)).toHaveLength(1);
    expect(built.match(/<style\b/g)).toHaveLength(1);
    expect(built).not.toMatch(/\s(?:src|href|action|srcset|style|on[a-z]+)="/);
    const script = inside("script");
    expect(script.length).toBeGreaterThan(10_000);
    const network =
      /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|import\(|importScripts|RTCPeer/;
    expect(script).not.toMatch(network);
    expect(script).not.toMatch(/localStorage|sessionStorage|indexedDB|document\.cookie|innerHTML|\beval\(/);
    expect(script).not.toContain("<!--");
  });

  test("it brings the licences of what is in it", () => {
    for (const id of ["Sixtyfour (MIT)", "@noble/ciphers 2", "@noble/hashes 2", "hash-wasm 4"])
      expect(built).toContain(id);
  });
});
