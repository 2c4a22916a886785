/** The practice pages as `tests/pages/build.mjs` wrote them to dist/pages. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const folder = resolve(import.meta.dirname, "../../dist/pages");

const fileOf = (name: string): string => resolve(folder, `${name}.html`);

export function hasPracticePage(name: string): boolean {
  return /^[\w-]+$/.test(name) && existsSync(fileOf(name));
}

/** One self-contained page. */
export function practicePage(name: string): string {
  return readFileSync(fileOf(name), "utf8");
}

/** Every page by its path on the site. */
export function practiceSite(): Record<string, string> {
  const names = readdirSync(folder).map((file) => file.replace(/\.html$/, ""));
  return Object.fromEntries(names.map((name) => [`/${name}`, practicePage(name)]));
}
