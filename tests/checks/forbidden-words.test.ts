/** The spelling check refuses old words in what people read, and leaves the names in the code around it alone. */
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { ROOT } from "./files.ts";

const SPELLING_MS = 120_000;

/** Line and word of each complaint about a file of this name and text. */
function complaints(file: string, text: string): string[] {
  const flags = ["--no-cache", "--no-progress", "--no-summary"];
  const { stdout, status } = spawnSync("npx", ["cspell", "lint", ...flags, `stdin://${file}`], {
    cwd: ROOT,
    input: text,
    encoding: "utf8",
  });
  const found = [...stdout.matchAll(/:(\d+):\d+ - Forbidden word \((\w+)\)/g)];
  expect(status).toBe(found.length === 0 ? 0 : 1);
  return found.map(([, line, word]) => `${line} ${word}`);
}

test(
  "an old word in a sentence, in a template and in a comment; not in a code, a property, a type or an import",
  () => {
    const text = [
      'import { a } from "../../../copies/proof.ts";',
      "export const b: Record<string, string> = {",
      '  record: "The key is proven in two places.",',
      `  "not-proven": \`Your \${a} records are sealed.\`,`,
      "};",
      "/** A slip that was encrypted anew. */",
      "export const foundRecordText = (all: FoundRecord) => all.records.length;",
    ];
    const wanted = ["3 proven", "4 records", "4 sealed", "6 slip", "6 anew"];
    expect(complaints("src/ui/text/en/made-up.ts", text.join("\n"))).toEqual(wanted);
  },
  SPELLING_MS,
);
