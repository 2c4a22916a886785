/** The built extension as it lies in `dist/<target>`. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { listFiles, ROOT } from "./files.ts";
import { importsIn } from "./scripts.ts";

export const TARGETS = ["chrome", "firefox"] as const;
export type Target = (typeof TARGETS)[number];

export type Build = { files: string[]; bytes(path: string): Buffer; text(path: string): string };

/** What is shipped, or the build for tests (`scripts/exchange-derivation.mjs`). */
export function openBuild(target: Target, kind: "shipped" | "for-tests" = "shipped"): Build {
  const isShipped = kind === "shipped";
  const folder = isShipped ? `dist/${target}` : `dist/test-${target}`;
  const command = isShipped ? "npm run build" : "node scripts/build.mjs --test";
  if (!existsSync(resolve(ROOT, folder, "manifest.json"))) throw new Error(`no ${folder}: run ${command}`);
  const bytes = (path: string): Buffer => readFileSync(resolve(ROOT, folder, path));
  return { files: listFiles(folder), bytes, text: (path) => bytes(path).toString("utf8") };
}

/** Size in bytes after gzip, as it would travel. */
export function packedSize(bytes: Buffer): number {
  return gzipSync(bytes, { level: 9 }).length;
}

/** What a page's HTML names itself: scripts, preloads, styles. */
export function namedIn(html: string): string[] {
  return [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\/?([^"]+)"/g)].map(
    ([, path]) => path ?? "",
  );
}

/** Paths in a manifest: texts that end like a file of ours. */
export function filesNamedIn(manifest: string): string[] {
  return [...manifest.matchAll(/"([\w./-]+\.(?:js|html|png|css))"/g)].map(([, path]) => path ?? "");
}

/**
 * Everything that a page loads before it first paints, itself included; with `later` also what it may load.
 */
export function loadOf(build: Build, page: string, { later }: { later: boolean }): string[] {
  const seen = new Set<string>([page]);
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    if (!path.endsWith(".js")) return;
    const imports = importsIn(path, build.text(path));
    for (const next of later ? [...imports.now, ...imports.later] : imports.now) visit(next);
  };
  for (const path of namedIn(build.text(page))) visit(path);
  return [...seen];
}

/** Script or style written into the page itself, or from elsewhere: the page policy would block it. */
export function inlineIn(html: string): string[] {
  const patterns = [
    /<script(?![^>]*\bsrc=)[^>]*>/gi,
    /<style\b/gi,
    /\sstyle=/gi,
    /\son[a-z]+=/gi,
    /<base\b/gi,
  ];
  const elsewhere = /\b(?:src|href)="(?:[a-z]+:)?\/\/[^"]*"/gi;
  return [...patterns, elsewhere].flatMap((pattern) => html.match(pattern) ?? []);
}
