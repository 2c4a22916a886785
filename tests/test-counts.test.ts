/**
 * `npm test` adds up honestly: what did not run, or ended badly, is a failure, named with the command that
 * runs it alone.
 */
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, test, vi } from "vitest";
import {
  type Counts,
  countCommand,
  countLines,
  countsOfPlaywright,
  countsOfVitest,
  countVitest,
  run,
} from "../scripts/test-counts.mjs";
import { ROOT } from "./checks/files.ts";

const NODE = `'${process.execPath}'`;
const sum = ({ passed, failures }: Counts) => [passed, failures.length];
const commands = ({ failures }: Counts) => failures.map(({ command }) => command);

describe("a command", () => {
  test("is one test", async () => {
    expect(sum(await countCommand(`${NODE} -e ""`))).toEqual([1, 0]);
    const failed = await countCommand(`${NODE} -e "process.exit(3)"`);
    expect(failed).toMatchObject({ passed: 0, failures: [{ name: "exit code 3" }] });
    expect(sum(await countCommand("kill -9 $$"))).toEqual([0, 1]);
    expect(sum(await countCommand("no-such-program"))).toEqual([0, 1]);
  });

  test("that prints a line for each of its tests is as many as it prints", async () => {
    const lines = (text: string, code: number) => `printf '${text}'; exit ${code}`;
    expect(sum(await countLines(lines("✓ a\\n✓ b\\n", 0)))).toEqual([2, 0]);
    const failed = await countLines(lines("✓ a\\nsaid\\n✗ b: no test fails\\n", 1));
    expect(failed).toMatchObject({ passed: 1, failures: [{ name: "b: no test fails" }] });
    expect(sum(await countLines(lines("✓ a\\n", 1)))).toEqual([1, 1]);
    expect(sum(await countLines("true"))).toEqual([0, 1]);
  });

  test("has no colours, no input, and all that it printed", async () => {
    const script = `console.error("\\u001b[31mred\\u001b[0m"); process.stdin.on("end", () => console.log("end")).resume()`;
    vi.stubEnv("FORCE_COLOR", "1");
    const { code, output } = await run(`${NODE} -e '${script}'`);
    vi.unstubAllEnvs();
    expect([code, output.split("\n").sort()]).toEqual([0, ["", "end", "red"]]);
  });

  test("that crashes before its report is a failure, whatever its exit code", async () => {
    expect(sum(await countVitest("true"))).toEqual([0, 1]);
    expect(sum(await countVitest("exit 1;"))).toEqual([0, 1]);
  });
});

describe("Vitest's report", () => {
  const file = (status: string, ...tests: [string, string][]) => ({
    name: resolve(ROOT, "tests/a.test.ts"),
    status,
    assertionResults: tests.map(([fullName, each]) => ({ fullName, status: each })),
  });
  const countsOf = (code: number, ...testResults: ReturnType<typeof file>[]) =>
    countsOfVitest({ numPassedTests: 4, numPendingTests: 2, testResults }, code, "vitest");
  const good = file("passed", ["good", "passed"]);

  test("counts", () => {
    expect(countsOf(0, good)).toEqual({ passed: 4, skipped: 2, failures: [] });
    expect(
      sum(countsOfVitest({ numPassedTests: 0, numPendingTests: 0, testResults: [] }, 0, "vitest")),
    ).toEqual([0, 1]);
    expect(sum(countsOfVitest(null, 0, "vitest"))).toEqual([0, 1]);
  });

  test("a failure has its command", () => {
    const counts = countsOf(1, good, file("failed", ["it's $1 (a)", "failed"], ["good", "passed"]));
    expect(commands(counts)).toEqual([`vitest tests/a.test.ts -t '^it'\\''s \\$1 \\(a\\)$'`]);
    expect(execFileSync("sh", ["-c", `echo ${commands(counts)}`], { encoding: "utf8" })).toBe(
      "vitest tests/a.test.ts -t ^it's \\$1 \\(a\\)$\n",
    );
  });

  test("so has a file that does not load, or whose end fails", () => {
    for (const bad of [file("failed"), file("failed", ["good", "passed"])])
      expect(commands(countsOf(1, good, bad))).toEqual(["vitest tests/a.test.ts"]);
  });

  test("an error outside any file is a failure", () => {
    expect(commands(countsOf(1, good))).toEqual(["vitest"]);
  });
});

describe("Playwright's report", () => {
  const spec = (projectName: string, status: string) => ({
    ...{ file: "a.spec.ts", line: 3, title: status, ok: status === "expected" },
    tests: [{ projectName, status }],
  });
  const countsOf = (
    code: number,
    projects: string[],
    specs: ReturnType<typeof spec>[],
    errors: object[] = [],
  ) =>
    countsOfPlaywright(
      { config: { projects: projects.map((name) => ({ name })) }, errors, suites: [{ suites: [{ specs }] }] },
      code,
      "playwright",
    );
  const good = spec("one", "expected");

  test("counts, and what passes only at the second try is a failure", () => {
    expect(countsOf(0, ["one"], [good, spec("one", "skipped")])).toEqual({
      passed: 1,
      skipped: 1,
      failures: [],
    });
    const failed = countsOf(1, ["one"], [good, spec("one", "unexpected"), spec("one", "flaky")]);
    expect(commands(failed)).toEqual([
      "playwright --project=one a.spec.ts:3 -g 'unexpected'",
      "playwright --project=one a.spec.ts:3 -g 'flaky'",
    ]);
    expect(failed.failures[0]?.name).toBe("one: a.spec.ts:3 unexpected");
  });

  test("each project must hold a test that ran", () => {
    expect(commands(countsOf(0, ["one", "two"], [good]))).toEqual(["playwright --project=two"]);
    expect(sum(countsOf(0, ["one", "two"], [good, spec("two", "skipped")]))).toEqual([1, 1]);
    expect(sum(countsOf(0, [], []))).toEqual([0, 1]);
    expect(sum(countsOfPlaywright(null, 0, "playwright"))).toEqual([0, 1]);
  });

  test("an error outside any test is a failure", () => {
    expect(commands(countsOf(1, ["one"], [good], [{ message: "broken" }]))).toEqual(["playwright"]);
    expect(sum(countsOf(1, ["one"], [good]))).toEqual([1, 1]);
  });
});
