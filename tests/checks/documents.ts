/** Reading tables, paths and links out of the documents. */
import { existsSync } from "node:fs";
import { posix, resolve } from "node:path";
import { ROOT, readText } from "./files.ts";

/** Rows of the first table whose first column has this heading, each as its cells; [] where there is none. */
export function tableRows(markdown: string, heading: string): string[][] {
  const lines = markdown.split("\n");
  const at = lines.findIndex((line) => cellsOf(line)[0] === heading);
  if (at === -1) return [];
  const rows: string[][] = [];
  for (const line of lines.slice(at + 2)) {
    if (!line.startsWith("|")) break;
    rows.push(cellsOf(line));
  }
  return rows;
}

function cellsOf(line: string): string[] {
  return line.startsWith("|")
    ? line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim())
    : [];
}

/** What stands between backticks. */
export function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? "");
}

/** Paths of tests that a text names in backticks. */
export function testsNamedIn(text: string): string[] {
  return codeIn(text).filter((code) => /^tests\/.+\.tsx?$/.test(code));
}

/** Links to files of the checkout, or to headings in them, that are not there. */
export function deadLinks(path: string, markdown: string): string[] {
  return [...markdown.matchAll(/(?:\]\(|src=")([^)\s#"]*)(?:#([^)"]*))?[)"]/g)]
    .filter(([, file = ""]) => !/^[a-z]+:/.test(file))
    .filter(([, file = "", heading]) => {
      const target = file === "" ? path : posix.join(posix.dirname(path), file);
      if (target !== path && !existsSync(resolve(ROOT, target))) return true;
      if (heading === undefined) return false;
      return !anchorsIn(target === path ? markdown : readText(target)).includes(heading);
    })
    .map(([, file = "", heading]) => (heading === undefined ? file : `${file}#${heading}`));
}

/** The anchors that GitHub gives to the headings of a document. */
function anchorsIn(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** The numbers of the promises that SECURITY.md lists: the items of its numbered lists. */
export function promiseNumbers(markdown: string): string[] {
  return [...markdown.matchAll(/^(\d+)\. /gm)].map(([, number]) => number ?? "");
}

/** Each promise must name a test that holds it, or say that it has none. */
export function promisesWithoutTest(rows: string[][]): string[] {
  return rows
    .filter(([, heldBy = ""]) => testsNamedIn(heldBy).length === 0 && !/\bnot promised\b/i.test(heldBy))
    .map(([promise]) => promise ?? "");
}
