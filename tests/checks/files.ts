/** Reading the checkout and what was built from it. */
import { readdirSync, readFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../..");

export function readText(path: string): string {
  return readFileSync(resolve(ROOT, path), "utf8");
}

/**
 * Paths of the files below a folder, relative to it, with `/`, sorted; installed packages are none of ours.
 */
export function listFiles(folder: string): string[] {
  const base = resolve(ROOT, folder);
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/[\\/]node_modules\b/.test(entry.parentPath.slice(base.length)))
    .map((entry) => relative(base, resolve(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
