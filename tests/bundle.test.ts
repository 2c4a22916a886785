/** What was built: sizes, what each script can name, and the manifest word by word. Reads `dist/`. */
import { resolve } from "node:path";
import type { Plugin, UserConfig } from "vite";
import { describe, expect, test } from "vitest";
import { extensionConfig } from "../scripts/extension-config.mjs";
import { describeFault } from "../src/core/fault.ts";
import { areAcceptable, type KdfParameters } from "../src/core/sealed/kdf.ts";
import { manifestText } from "../src/ui/text/en/manifest.ts";
import { stretchings } from "../src/vault-client/stretchings.ts";
import {
  type Build,
  filesNamedIn,
  inlineIn,
  loadOf,
  namedIn,
  openBuild,
  packedSize,
  TARGETS,
} from "./checks/build.ts";
import { listFiles, ROOT, readText } from "./checks/files.ts";
import { type Manifest, permissionHeadings } from "./checks/manifest.ts";
import {
  codeFromText,
  costsIn,
  EXTERNAL_LISTENERS,
  importsIn,
  NETWORK_NAMES,
  namesIn,
} from "./checks/scripts.ts";
import { CHEAP_MARK } from "./support/cheap-derivation.ts";
import { stretchings as cheapStretchings } from "./support/cheap-stretchings.ts";

const POPUP = "ui/pages/popup/popup.html";
const APP = "ui/pages/app/app.html";
const VAULT = "ui/pages/vault/vault.html";
const STRENGTH = "strength.js";
/** OPAQUE and the steps that need it. */
const STEPS = "steps.js";
/**
 * Bytes after gzip: every load of WhatsApp Web pays for them. Two thirds are words of thirty languages, which
 * cost space and no time to load: they are compiled when a field needs them (docs/fill.md). What our own pages
 * load has limits in time, in tests/bench.
 */
const CONTENT_LIMIT = 21_000;
/** An extension's own, in Firefox of one profile. */
const ID = "0dfa7f0e-6a6b-4a0f-9d4e-1b2c3d4e5f60";
const RESTORE_SITE = "https://web.whatsapp.com/*";
const PAGE_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; " +
  "img-src 'self' data: blob:; connect-src https: http://127.0.0.1:* http://localhost:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

describe.each(TARGETS)("%s", (target) => {
  const build = openBuild(target);
  const manifest = JSON.parse(build.text("manifest.json")) as Manifest;
  const scripts = build.files.filter((path) => path.endsWith(".js"));
  const pages = build.files.filter((path) => path.endsWith(".html"));

  test("the content script is small", () => {
    const size = packedSize(build.bytes("content/main.js"));
    expect(size).toBeLessThanOrEqual(CONTENT_LIMIT);
    // Nothing is measured of an empty file.
    expect(size).toBeGreaterThan(CONTENT_LIMIT / 2);
  });

  test("the strength meter is loaded later, by the full tab alone", () => {
    expect(loadOf(build, APP, { later: true })).toContain(STRENGTH);
    expect(loadOf(build, APP, { later: false })).not.toContain(STRENGTH);
    const popup = loadOf(build, POPUP, { later: true });
    expect(popup).not.toContain(STRENGTH);
    expect(popup.filter((path) => path.endsWith(".js")).length).toBeGreaterThan(1);
  });

  test("SQLite is in one worker, which the full tab alone can start, and in no script that is loaded before", () => {
    const withEngine = scripts.filter((path) => build.text(path).includes("sqlite3_open_v2"));
    expect(withEngine).toHaveLength(1);
    const [worker = ""] = withEngine;
    expect(worker).toMatch(/^assets\/inside-worker-/);
    const starting = scripts.filter((path) => build.text(path).includes(worker.split("/").at(-1) ?? "none"));
    expect(starting.length).toBeGreaterThan(0);
    const others = [POPUP, VAULT].flatMap((page) => loadOf(build, page, { later: true }));
    expect(others.filter((path) => starting.includes(path))).toEqual([]);
    for (const path of ["background/main.js", "content/main.js"]) expect(starting).not.toContain(path);
    // It knows no way out: not even the one by which a page loads its own files.
    const names = namesIn(build.text(worker));
    expect([...NETWORK_NAMES, "importScripts", "indexedDB"].filter((name) => names.has(name))).toEqual([]);
  });

  test("no name begins with an underscore: Chromium loads no such extension when it is started anew", () => {
    const parts = build.files
      .filter((path) => !path.startsWith("_locales/"))
      .flatMap((path) => path.split("/"));
    expect(parts.filter((part) => part.startsWith("_"))).toEqual([]);
    expect(build.files.some((path) => path.includes("sixtyfour-reader"))).toBe(true);
  });

  test("background and content scripts are one file each", () => {
    for (const path of ["background/main.js", "content/main.js"]) {
      expect(importsIn(path, build.text(path))).toEqual({ now: [], later: [] });
    }
  });

  test.each(scripts.filter((path) => path.startsWith("content/")))("%s is silent", (path) => {
    expect(namesIn(build.text(path)).has("console")).toBe(false);
    expect(namesIn(build.text("background/main.js")).has("console")).toBe(true);
  });

  test("a report can name every script that runs in the background or a page", () => {
    const error = new Error("");
    const unnamed = scripts.filter((path) => {
      error.stack = `f@moz-extension://${ID}/${path}:1:2\n`;
      return describeFault("act-failed", error).frames[0] !== `${path}:1:2`;
    });
    // Workers of pages: what fails there comes to the page as an event without a stack.
    expect(unnamed.filter((path) => !/^assets\/[a-z0-9-]+-worker-/.test(path))).toEqual([]);
  });

  test("no schema library gets into a web page", () => {
    /** What each of valibot's schemas is run by. */
    const ofValibot = /["'`]~run["'`]/;
    const paths = scripts.filter((path) => path.startsWith("content/"));
    expect(paths.length).toBeGreaterThan(2);
    expect(paths.filter((path) => ofValibot.test(build.text(path)))).toEqual([]);
    expect(build.text("background/main.js")).toMatch(ofValibot);
  });

  test.each(scripts.filter((path) => path.startsWith("content/")))("%s goes without the polyfill", (path) => {
    const MARK = "__mozWebExtensionPolyfillReject__";
    expect(build.text(path)).not.toContain(MARK);
    expect(build.text("background/main.js")).toContain(MARK);
  });

  test("the content script names no storage at all", () => {
    expect(build.text("content/main.js")).not.toMatch(/storage|indexedDB|cookie|caches/i);
    expect(build.text("background/main.js")).toMatch(/storage/);
  });

  const otherPages = pages.filter((path) => path !== VAULT);
  /** What no page but the vault's ever loads. */
  const ofVault = new Set(loadOf(build, VAULT, { later: true }));
  for (const path of otherPages.flatMap((page) => loadOf(build, page, { later: true }))) ofVault.delete(path);

  test.each(scripts)("%s reaches no network, opens no door to others, runs no text as code", (path) => {
    const source = build.text(path);
    const names = namesIn(source);
    const allowed = ofVault.has(path) ? ["fetch"] : [];
    const named = [...NETWORK_NAMES, ...EXTERNAL_LISTENERS].filter((name) => names.has(name));
    expect(named.filter((name) => !allowed.includes(name))).toEqual([]);
    // wasm-bindgen's way to the global object where `globalThis` is none; the page's policy would refuse it.
    expect(codeFromText(source)).toEqual(path === STEPS ? ["Function"] : []);
  });

  test("the vault page alone may reach a network, and brings OPAQUE when it is needed", () => {
    const none = `<meta http-equiv="Content-Security-Policy" content="connect-src 'none'" />`;
    expect(otherPages.length).toBeGreaterThan(1);
    // First in the head: what stands before it is not bound by it.
    for (const page of otherPages) {
      const html = build.text(page);
      expect(html).toContain(none);
      expect(html.slice(0, html.indexOf(none))).not.toMatch(/<(?:script|link|img|style)/);
    }
    expect(build.text(VAULT)).not.toContain("Content-Security-Policy");
    expect([...ofVault].filter((path) => path.endsWith(".js")).sort()).toEqual([
      STEPS,
      "ui/pages/vault/vault.js",
    ]);
    expect(loadOf(build, VAULT, { later: false })).not.toContain(STEPS);
  });

  test("only the keyring's room names what the browser stores", () => {
    const storing = scripts.filter((path) => namesIn(build.text(path)).has("storage"));
    expect(storing).toContain("background/main.js");
    expect(storing).not.toContain("content/main.js");
    expect(storing).not.toContain("offscreen/offscreen.js");
  });

  test.each(pages)("%s holds no script or style of its own", (path) => {
    expect(inlineIn(build.text(path))).toEqual([]);
    expect(namedIn(build.text(path)).filter((named) => !build.files.includes(named))).toEqual([]);
  });

  test("every file and sentence that the manifest names is there", () => {
    const texts = JSON.stringify(manifest);
    const files = filesNamedIn(texts);
    expect(files).toContain("background/main.js");
    expect(files).toContain("icons/128.png");
    expect(files.filter((path) => !build.files.includes(path))).toEqual([]);
    const messages = JSON.parse(build.text("_locales/en/messages.json")) as object;
    const sentences = [...texts.matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name ?? "");
    expect(sentences).toContain("name");
    expect(sentences.filter((name) => !(name in messages))).toEqual([]);
    // The names that the background asks for are no part of the manifest.
    const made = Object.entries(manifestText).map(([name, message]) => [name, { message }]);
    expect(messages).toEqual(Object.fromEntries(made));
  });

  test("no source map is in the package, one of every script lies beside it", () => {
    expect(build.files.filter((path) => path.endsWith(".map"))).toEqual([]);
    for (const path of scripts) expect(build.text(path)).not.toContain("sourceMappingURL");
    expect(listFiles(`dist/${target}-maps`)).toEqual(scripts.map((path) => `${path}.map`).sort());
    // They show whose they are, and nothing of the computer that built them.
    const map = JSON.parse(readText(`dist/${target}-maps/content/main.js.map`)) as { sources: string[] };
    expect(map.sources).toContain("../../../src/content/main.ts");
    for (const path of scripts) expect(readText(`dist/${target}-maps/${path}.map`)).not.toContain(ROOT);
  });

  test("permissions are those of docs/permissions.md", () => {
    const said = permissionHeadings(readText("docs/permissions.md"));
    const expected = target === "chrome" ? said : said.filter((name) => name !== "offscreen");
    expect([...manifest.permissions, ...manifest.host_permissions].sort()).toEqual(expected.sort());
    expect(manifest).not.toHaveProperty("optional_permissions");
    expect(manifest).not.toHaveProperty("optional_host_permissions");
  });

  test("the content script runs on the one site, in the top frame", () => {
    expect(manifest.host_permissions).toEqual([RESTORE_SITE]);
    expect(manifest.content_scripts).toEqual([
      { matches: [RESTORE_SITE], js: ["content/main.js"], run_at: "document_idle", all_frames: false },
    ]);
  });

  test("nobody else gets in", () => {
    expect(manifest).not.toHaveProperty("web_accessible_resources");
    expect(manifest).not.toHaveProperty("sandbox");
    expect(manifest["incognito"]).toBe("not_allowed");
    expect(manifest.content_security_policy).toEqual({ extension_pages: PAGE_POLICY });
    // Left out, Chrome lets every extension send messages; Firefox does not know the key.
    expect(manifest["externally_connectable"]).toEqual(target === "chrome" ? { ids: [] } : undefined);
  });
});

describe("the build for tests", () => {
  /** The WebAssembly of Argon2 and of the BLAKE2b in it, as hash-wasm brings them. */
  const wasm = readText("node_modules/hash-wasm/dist/argon2.umd.min.js").match(/AGFzbQ[\w+/=]{1000,}/g) ?? [];
  const sources = listFiles("src").map((path) => resolve(ROOT, "src", path));

  test("nothing that is shipped has a word of the cheap key derivation", () => {
    const shipped = listFiles("dist").filter((path) => !path.startsWith("test-"));
    for (const path of ["chrome/background/main.js", "firefox/derive-key.js", "cli/sixtyfour.js"])
      expect(shipped).toContain(path);
    expect(shipped.filter((path) => readText(`dist/${path}`).includes(CHEAP_MARK))).toEqual([]);
  });

  test.each(TARGETS)("%s: ours derives by Argon2id, that for tests does not", (target) => {
    const [ours, theirs] = [openBuild(target), openBuild(target, "for-tests")];
    expect(wasm).toHaveLength(2);
    const withImports = (build: Build, path: string) =>
      [path, ...importsIn(path, build.text(path)).now].map(build.text).join("\n");
    for (const path of ["background/main.js", "derive-key.js"]) {
      for (const part of wasm) {
        expect(withImports(ours, path)).toContain(part);
        expect(withImports(theirs, path)).not.toContain(part);
      }
      expect(theirs.text(path)).toContain(CHEAP_MARK);
    }
  });

  test.each(TARGETS)(
    "%s: ours stretches a vault's password at the real cost, that for tests does not",
    (target) => {
      /** Of everything that the vault's page can load. */
      const costsOf = (build: Build) =>
        loadOf(build, VAULT, { later: true }).flatMap((path) =>
          path.endsWith(".js") ? costsIn(build.text(path)) : [],
        );
      const [ours, theirs] = [openBuild(target), openBuild(target, "for-tests")];
      const real = Object.values(stretchings);
      const cheap = Object.values(cheapStretchings);
      expect(costsOf(ours)).toEqual(expect.arrayContaining(real));
      expect(costsOf(theirs)).toEqual(expect.arrayContaining(cheap));
      // Not only on that page: no script that is shipped names a cost that would not be taken on reading.
      const shipped = ours.files.filter((path) => path.endsWith(".js"));
      const costs = shipped.flatMap((path) => costsIn(ours.text(path)));
      expect(costs.filter((cost) => !areAcceptable(cost as KdfParameters))).toEqual([]);
    },
  );

  test.each(TARGETS)("%s: what has no part in it is the same, byte for byte", (target) => {
    const [ours, theirs] = [openBuild(target), openBuild(target, "for-tests")];
    // A page's chunks are cut by who uses what, so the pages name others. Their modules are compared below.
    const pages = [...ours.files, ...theirs.files].filter((path) => path.endsWith(".html"));
    const ofPages = new Set(
      [ours, theirs].flatMap((build) => pages.flatMap((page) => loadOf(build, page, { later: true }))),
    );
    const exempt = (path: string) =>
      path === "background/main.js" || (ofPages.has(path) && !path.endsWith(".css"));
    const rest = ours.files.filter((path) => !exempt(path));
    for (const path of ["manifest.json", "content/main.js", "THIRD-PARTY.txt", "app.css"])
      expect(rest).toContain(path);
    expect(theirs.files.filter((path) => !exempt(path))).toEqual(rest);
    expect(rest.filter((path) => !ours.bytes(path).equals(theirs.bytes(path)))).toEqual([]);
  });

  test("it is the same build with the text of two modules exchanged", async () => {
    const { plugins: ownPlugins, ...own } = extensionConfig({ browser: "chrome" });
    const { plugins, ...rest } = extensionConfig({ browser: "chrome", isForTests: true });
    const namesOf = (list: unknown) => [list].flat(9).map((plugin) => (plugin as Plugin).name);
    const all = [plugins].flat(9) as Plugin[];
    const exchange = all.find(({ name }) => name === "exchange-derivation");
    expect(namesOf(all.filter((plugin) => plugin !== exchange))).toEqual(namesOf(ownPlugins));
    expect(namesOf(ownPlugins)).not.toContain("exchange-derivation");
    const asText = (config: UserConfig) => JSON.stringify(config).replace(/"outDir":"[^"]*"/, "");
    expect(asText(rest)).toBe(asText(own));
    const hooks = Object.keys(exchange ?? {}).filter((key) => key !== "name" && key !== "enforce");
    expect(hooks).toEqual(["load"]);
    const load = exchange?.load as (id: string) => string | null;
    const exchanged = sources.filter((path) => load(path) !== null);
    expect(exchanged.sort()).toEqual(
      ["src/core/sealed/derive-key.ts", "src/vault-client/stretchings.ts"].map((path) => resolve(ROOT, path)),
    );
    expect(exchanged.map(load)).toEqual(
      ["tests/support/cheap-derivation.ts", "tests/support/cheap-stretchings.ts"].map(readText),
    );
  });
});
