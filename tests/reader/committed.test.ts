/** The file in the repository is the one that the sources make, and it is one file. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { COMMITTED_READER, renderReader } from "../../scripts/build-reader.mjs";

const committed = readFileSync(COMMITTED_READER, "utf8");
let built: string;
beforeAll(async () => {
  built = await renderReader();
});

const inside = (tag: string) => new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(committed)?.[1] ?? "";
const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("the committed file equals the build: else run `node scripts/build-reader.mjs --commit`", () => {
  expect(committed === built).toBe(true);
});

test("a build is the same each time, wherever it is called", async () => {
  const here = process.cwd();
  try {
    process.chdir("/");
    expect((await renderReader()) === built).toBe(true);
  } finally {
    process.chdir(here);
  }
});

describe("one file that may load nothing", () => {
  test("the policy allows this script and this style, and nothing else", () => {
    const policies = [...committed.matchAll(/http-equiv="Content-Security-Policy" content="([^"]*)"/g)];
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
    const at = committed.indexOf("Content-Security-Policy");
    for (const tag of ["<style", "<script", "<title"]) expect(committed.indexOf(tag)).toBeGreaterThan(at);
  });

  test("one script, one style, no address and no way to a network", () => {
    expect(committed.match(/<script\b/g)).toHaveLength(1);
    expect(committed.match(/<style\b/g)).toHaveLength(1);
    expect(committed).not.toMatch(/\s(?:src|href|action|srcset|style|on[a-z]+)="/);
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
      expect(committed).toContain(id);
  });
});
