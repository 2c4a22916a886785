/** Which command runs each test file, as the tools themselves say, so that moving a file is noticed. */
import { execFileSync } from "node:child_process";
import { relative, resolve } from "node:path";
import { listFiles, ROOT } from "./files.ts";

/** The commands in order, from the one that runs on each change to the one that runs least often. */
const COMMANDS = ["npm test", "npm run test:all", "npm run bench"] as const;
export type Command = (typeof COMMANDS)[number];

/**
 * Path of a test file → the first of {@link COMMANDS} that runs it. `test:all` runs all that `npm test` runs.
 */
export type CommandsByFile = ReadonlyMap<string, Command>;

export function commandsByFile(): CommandsByFile {
  const benches = listFiles("tests/bench").filter((path) => path.endsWith(".bench.ts"));
  const seldomFirst: [Command, string[]][] = [
    ["npm run bench", benches.map((path) => `tests/bench/${path}`)],
    [
      "npm run test:all",
      [...listFiles("tests/mutation").map((path) => `tests/mutation/${path}`), ...stories("1")],
    ],
    ["npm test", [...unitTests(), ...stories("")]],
  ];
  return new Map(seldomFirst.flatMap(([command, paths]) => paths.map((path) => [path, command])));
}

function output(tool: string, args: readonly string[], ALL = ""): unknown {
  const text = execFileSync(resolve(ROOT, "node_modules/.bin", tool), args, {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    env: { ...process.env, ALL, VITEST: undefined },
  });
  return JSON.parse(text);
}

function unitTests(): string[] {
  const args = ["list", "--filesOnly", "--json", "-c", "tests/vitest.config.ts"];
  return (output("vitest", args) as { file: string }[]).map(({ file }) => relative(ROOT, file));
}

function stories(ALL: string): string[] {
  const args = ["test", "--list", "--reporter=json", "-c", "tests/playwright.config.ts"];
  const { suites } = output("playwright", args, ALL) as { suites: { file: string }[] };
  return suites.map(({ file }) => `tests/${file}`);
}

/** The commands that run a promise's files. A file that no command runs is listed by its path. */
export function commandsOf(files: readonly string[], byFile: CommandsByFile): string[] {
  const named = files.map((file) => byFile.get(file) ?? file);
  const order = [...COMMANDS, ...named];
  return [...new Set(named)].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
