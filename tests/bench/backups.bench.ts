/**
 * Testing, checking, opening, encrypting and repairing, against the browser's own calls for the same work, in
 * one Chromium. Files are in the page cache on both sides.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "vite";
import { launchBrowser } from "../drivers/launch.ts";
import { ROOT } from "../e2e/practice.ts";
import { FILE_KEY, MIB, ROOT_KEY, writeFiles } from "./backups/files.ts";
import type { Calls } from "./backups/page.ts";
import { interleave, type Ratio } from "./measure.ts";
import { peakAbove } from "./memory.ts";

const ROUNDS = 5;
const OUT = resolve(ROOT, "dist/bench-page");
const GIVEN = { fileKey: FILE_KEY.toString("hex"), rootKey: ROOT_KEY.toString("hex") };

/** An extension of one page with the engine in it. */
async function buildPage(): Promise<void> {
  const source = resolve(OUT, "source");
  await mkdir(source, { recursive: true });
  const page = resolve(import.meta.dirname, "backups/page.ts");
  await writeFile(resolve(source, "page.js"), `import ${JSON.stringify(page)};`);
  await writeFile(
    resolve(source, "page.html"),
    '<!doctype html><meta charset="utf-8"><title>engine</title><body><input type="file" multiple><script type="module" src="./page.js"></script>',
  );
  await build({
    root: source,
    configFile: false,
    logLevel: "warn",
    worker: { format: "es" },
    build: {
      outDir: OUT,
      target: "chrome140",
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: { input: resolve(source, "page.html") },
    },
  });
  const manifest = {
    manifest_version: 3,
    name: "Engine",
    version: "1",
    background: { service_worker: "worker.js" },
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'" },
  };
  await writeFile(resolve(OUT, "manifest.json"), JSON.stringify(manifest));
  await writeFile(resolve(OUT, "worker.js"), "");
}

export async function bench(): Promise<Ratio[]> {
  await buildPage();
  const folder = await mkdtemp(join(tmpdir(), "sixtyfour-bench-"));
  const browser = await launchBrowser("chromium", { extension: OUT });
  try {
    const paths = await writeFiles(folder);
    const page = await browser.newPage(browser.extUrl("page.html"));
    // By their paths: the driver's own step reads them into memory, and the largest is 3 GiB.
    await page.inChromium().locator("input").setInputFiles(paths);
    const run = (call: keyof Calls, file = "") =>
      page.evaluate(
        ([call, file, given]) => {
          const { bench } = globalThis as unknown as { bench: Calls };
          return bench[call](file, given);
        },
        [call, file, GIVEN] as const,
      );
    const ratio = async (
      name: string,
      bound: number,
      ours: [keyof Calls, string?],
      yardstick: [keyof Calls, string?],
    ): Promise<Ratio> => {
      const seen = await interleave(
        ROUNDS,
        () => run(...ours),
        () => run(...yardstick),
      );
      return { name, ratio: seen.ours / seen.yardstick, bound };
    };
    const memoryRatio = async (name: string, bound: number, work: () => Promise<number>): Promise<Ratio> => {
      await run("test", "vast.crypt15");
      const ratio = (await peakAbove(browser.inChromium().processId, work)) / (bound * MIB);
      return { name: `${name}-3-gib-memory/${bound}-mib`, ratio, bound: 1 };
    };
    const tests = await interleave(
      ROUNDS,
      () => run("test", "large.crypt15"),
      () => run("test", "small.crypt15"),
    );
    const results: Ratio[] = [
      { name: "test-3-gib/test-20-kb", ratio: tests.ours / tests.yardstick, bound: 1.5 },
      { name: "test-3-gib/20-ms", ratio: tests.ours / 20, bound: 1 },
      await ratio("check-tag/read-and-decrypt", 1, ["check", "noise.crypt15"], ["oneShot", "noise.crypt15"]),
      await ratio(
        "check-tag-and-md5/read-and-decrypt",
        1.3,
        ["checkWithMd5", "noise.crypt15"],
        ["oneShot", "noise.crypt15"],
      ),
      await ratio(
        "open-noise/read-and-decrypt",
        1.8,
        ["openNowhere", "noise.crypt15"],
        ["oneShot", "noise.crypt15"],
      ),
      await ratio(
        "open-zlib/inflate-in-4-kib",
        1.4,
        ["openNowhere", "history.crypt15"],
        ["inflateAlone", "history.zlib"],
      ),
      await ratio(
        "encrypt/deflate-and-encrypt",
        1.5,
        ["encryptNowhere", "plain.db"],
        ["deflateAndEncrypt", "plain.db"],
      ),
      // Candidates per second are the inverse of time: at least 0.7 of what the calls alone allow.
      await ratio("repair/bare-calls", 1 / 0.7, ["search"], ["searchAlone"]),
    ];
    results.push(await memoryRatio("check", 256, () => run("checkWithMd5", "vast.crypt15")));
    results.push(await memoryRatio("open", 256, () => run("openNowhere", "vast.crypt15")));
    return results;
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
    await rm(OUT, { recursive: true, force: true });
  }
}
