/** Reads docs/tour.md: the files that each way passes, and whether they are connected as it says. */
import { existsSync } from "node:fs";
import { posix, resolve } from "node:path";
import { codeIn } from "./documents.ts";
import { ROOT, readText } from "./files.ts";
import { importsOf } from "./layers.ts";

/** `reachedBy`: a message, a name or an address that stands in the file, and in one before it. */
type Step = { path: string; reachedBy: string | null };

/** The steps of each way, by its heading. */
export function waysIn(markdown: string): Map<string, Step[]> {
  const ways = new Map<string, Step[]>();
  for (const section of markdown.split(/^## /m).slice(1)) {
    const [heading = "", ...lines] = section.split("\n");
    const steps = lines
      .filter((line) => /^\d+\. `/.test(line))
      .map((line) => ({
        path: codeIn(line)[0] ?? "",
        reachedBy: /, reached by `([^`]+)`/.exec(line)?.[1] ?? null,
      }));
    ways.set(heading, steps);
  }
  return ways;
}

function importsOfFile(path: string): string[] {
  return importsOf(path, readText(`src/${path}`)).map((to) => posix.join(posix.dirname(path), to));
}

/** Steps that do not exist, or that no step before them leads to. */
export function brokenSteps(steps: readonly Step[]): string[] {
  const missing = steps.filter(({ path }) => !existsSync(resolve(ROOT, "src", path)));
  if (missing.length > 0) return missing.map(({ path }) => `not there: ${path}`);
  return steps
    .filter(({ path, reachedBy }, at) => {
      if (at === 0) return false;
      const earlier = steps.slice(0, at);
      const says = (file: string): boolean => readText(`src/${file}`).includes(reachedBy ?? "");
      if (reachedBy !== null) return !says(path) || !earlier.some((before) => says(before.path));
      return !earlier.some((before) => importsOfFile(before.path).includes(path));
    })
    .map(({ path }) => `nothing leads to ${path}`);
}
