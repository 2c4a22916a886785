/** `npm test` adds up honestly: what did not run, or ended badly, is a failure. */
import { expect, test } from "vitest";
import { countCommand, countsOfPlaywright, countsOfVitest, settle } from "../scripts/test-counts.mjs";

test.each([
  [{ passed: 3, failed: 0 }, 0, 0],
  [{ passed: 3, failed: 2 }, 1, 2],
  [{ passed: 3, failed: 0 }, 1, 1], // an error outside any test
  [{ passed: 0, failed: 0 }, 0, 1], // nothing ran
])("%j ending with %i counts %i failed", (counts, exitCode, failed) => {
  expect(settle(counts, exitCode).failed).toBe(failed);
});

test("a command is one test", async () => {
  expect(await countCommand(process.execPath, ["-e", ""])).toEqual({ passed: 1, failed: 0 });
  expect(await countCommand(process.execPath, ["-e", "process.exit(3)"])).toEqual({ passed: 0, failed: 1 });
});

test("vitest: a file that does not load is a failure of its own", () => {
  const report = {
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 2,
    testResults: [
      { status: "failed", assertionResults: [{ status: "failed", fullName: "a test" }] },
      { status: "failed", name: "a.test.ts", assertionResults: [] },
      { status: "passed", assertionResults: [{ status: "passed" }] },
    ],
  };
  expect(countsOfVitest(report, 1)).toEqual({
    passed: 4,
    failed: 2,
    skipped: 2,
    failures: ["a.test.ts: does not load", "a test"],
  });
  expect(countsOfVitest(null, 0)).toEqual({ passed: 0, failed: 1 });
});

test("playwright: what passes only at the second try is a failure", () => {
  const spec = (title: string, ...status: string[]) => ({
    ...{ file: "a.spec.ts", line: 3, title },
    tests: status.map((s) => ({ projectName: "one", status: s })),
  });
  const report = {
    suites: [{ specs: [spec("good", "expected")], suites: [{ specs: [spec("bad", "unexpected")] }] }],
    specs: [spec("late", "flaky"), spec("left out", "skipped")],
  };
  expect(countsOfPlaywright(report, ["one"], 1)).toEqual([
    { passed: 1, failed: 2, skipped: 1, failures: ["a.spec.ts:3 late", "a.spec.ts:3 bad"] },
  ]);
  expect(countsOfPlaywright(null, ["one"], 0)).toMatchObject([{ passed: 0, failed: 1 }]);
});

test("playwright: of several projects each has its own, and none is missed", () => {
  const tests = (projectName: string, status: string) => [{ projectName, status }];
  const spec = { file: "a.spec.ts", line: 3, title: "a" };
  const specs = [
    { ...spec, tests: tests("one", "expected") },
    { ...spec, tests: tests("two", "unexpected") },
  ];
  const counts = (exitCode: number, of: object[] = specs) =>
    countsOfPlaywright({ specs: of }, ["one", "two"], exitCode).map(({ passed, failed }) => [passed, failed]);
  expect(counts(1)).toEqual([
    [1, 0],
    [0, 1],
  ]);
  // An error outside any test, and a project of which nothing ran.
  expect(counts(1, specs.slice(0, 1))).toEqual([
    [1, 1],
    [0, 1],
  ]);
});
