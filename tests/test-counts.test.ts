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
    tests: status.map((s) => ({ status: s })),
  });
  const report = {
    stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 },
    suites: [{ specs: [spec("good", "expected")], suites: [{ specs: [spec("bad", "unexpected")] }] }],
    specs: [spec("late", "flaky")],
  };
  expect(countsOfPlaywright(report, 1)).toEqual({
    passed: 5,
    failed: 2,
    skipped: 0,
    failures: ["a.spec.ts:3 late", "a.spec.ts:3 bad"],
  });
  expect(countsOfPlaywright(null, 0)).toEqual({ passed: 0, failed: 1 });
});
