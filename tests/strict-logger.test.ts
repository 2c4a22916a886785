/** A build that warns fails. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createStrictLogger } from "../scripts/strict-logger.mjs";
import { listFiles, readText } from "./checks/files.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sixtyfour-build-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Builds `main.js`, which may import `part.js`. */
function tryBuild(main: string): Promise<unknown> {
  writeFileSync(join(folder, "main.js"), main);
  writeFileSync(join(folder, "part.js"), "export const part = 1;");
  return build({
    root: folder,
    configFile: false,
    logLevel: "warn",
    customLogger: createStrictLogger(),
    build: { write: false, rolldownOptions: { input: join(folder, "main.js") } },
  });
}

test("an import that cannot be late is refused, a sound one is built", async () => {
  const late = 'import("./part.js");';
  await expect(tryBuild(`import { part } from "./part.js"; ${late} self.a = part;`)).rejects.toThrow(
    "INEFFECTIVE_DYNAMIC_IMPORT",
  );
  await tryBuild(late);
});

test("how long a plugin took is not a warning", () => {
  const { warn } = createStrictLogger();
  expect(() => warn("[PLUGIN_TIMINGS] JavaScript callbacks ran for 3.8s")).not.toThrow();
  expect(() => warn("[EVAL] a warning")).toThrow("the build warns: [EVAL] a warning");
});

test("every build of ours logs by it", () => {
  const scripts = listFiles("scripts").map((name) => `scripts/${name}`);
  const builds = ["vite.config.ts", "tests/pages/build.mjs", ...scripts].filter((path) =>
    /\bbuild\(\{|defineConfig\(|webExtension\(/.test(readText(path)),
  );
  expect(builds.length).toBeGreaterThan(4);
  const byAnother = builds.filter((path) => !readText(path).includes("createStrictLogger"));
  expect(byAnother).toEqual(["vite.config.ts", "scripts/build.mjs"]);
  for (const path of byAnother) expect(readText(path)).toContain("extensionConfig({");
  expect(builds).toContain("scripts/extension-config.mjs");
});
