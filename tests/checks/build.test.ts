/** The checks of a build find what they are there to find. */
import { describe, expect, test } from "vitest";
import { inlineIn, loadOf } from "./build.ts";
import { codeFromText, costsIn, namesIn } from "./scripts.ts";

describe("these checks can fail", () => {
  test.each([
    ["storage", "a.storage.local.get()"],
    ["storage", 'a["storage"].local.get()'],
    ["storage", "const {storage: b} = a"],
    ["fetch", "fetch('/x')"],
    ["fetch", "globalThis.fetch('/x')"],
    ["WebSocket", "new WebSocket('wss://x')"],
    ["sendBeacon", "navigator.sendBeacon('/x')"],
    ["importScripts", "importScripts('x.js')"],
    ["onMessageExternal", "a.runtime.onMessageExternal.addListener(b)"],
    ["onConnectExternal", "const {onConnectExternal} = a.runtime"],
  ])("%s is seen in: %s", (name, source) => {
    expect(namesIn(source).has(name)).toBe(true);
  });

  test("a table's key and a text are not uses", () => {
    expect(namesIn("const a = {storage: 1, onMessageExternal: b}; c('fetch')").has("storage")).toBe(false);
    expect(namesIn("c('fetch')").has("fetch")).toBe(false);
  });

  test("text run as code is seen", () => {
    const source = "eval(a); new Function(a); Function(a); setTimeout('a()', 1); setTimeout(a, 1)";
    expect(codeFromText(source)).toEqual(["eval", "Function", "Function", "setTimeout"]);
  });

  test("a cost is seen wherever it is written down, and only there", () => {
    const source =
      "const a = {b: {memoryKib: 8, iterations: 1, c: d}}; e({memoryKib: f}); const {memoryKib: g} = a";
    expect(costsIn(source)).toEqual([{ memoryKib: 8, iterations: 1 }]);
  });

  test.each([
    "<script>a()</script>",
    "<p onclick='a()'>",
    '<p style="a">',
    "<style>",
    '<script src="//x/a.js">',
  ])("inline is seen in: %s", (html) => {
    expect(inlineIn(html)).toHaveLength(1);
  });

  test("a page's load follows imports, and later ones only when asked", () => {
    const files: Record<string, string> = {
      "a/a.html": '<script type="module" src="/a/a.js"></script><link rel="stylesheet" href="/a.css">',
      "a/a.js": 'import "../b.js"; import(`../c.js`)',
      "b.js": "",
      "c.js": "",
    };
    const text = (path: string): string => files[path] ?? "";
    const made = { files: Object.keys(files), text, bytes: (path: string) => Buffer.from(text(path)) };
    expect(loadOf(made, "a/a.html", { later: false })).toEqual(["a/a.html", "a/a.js", "b.js", "a.css"]);
    expect(loadOf(made, "a/a.html", { later: true })).toContain("c.js");
  });
});
