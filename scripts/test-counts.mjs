// How many tests a run held, read from what its runner wrote down. A run that ends badly, or that holds no
// test at all, is never a pass.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./paths.mjs";

/** `failures`: names of what failed, as far as they are known. */
/** @typedef {{passed: number, failed: number, skipped?: number, failures?: string[]}} Counts */

/** Runs a command to its end, its output shown. @returns the exit code. */
export function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: "inherit", env: { ...process.env, ...env } });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/** A command that is one test: it ends well or not. */
export async function countCommand(command, args) {
  return (await run(command, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** What failed outside any test (a file that does not load, an error after the end) counts as one failure. */
export function settle({ passed, failed, skipped = 0, failures = [] }, exitCode) {
  const unseen = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: unseen ? 1 : failed, skipped, failures };
}

async function withReport(act) {
  const folder = await mkdtemp(join(tmpdir(), "sixtyfour-test-"));
  const file = join(folder, "report.json");
  try {
    const exitCode = await act(file);
    const text = await readFile(file, "utf8").catch(() => null);
    return { exitCode, report: text === null ? null : JSON.parse(text) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param report - as Vitest's JSON reporter wrote it, null when it wrote none. */
export function countsOfVitest(report, exitCode) {
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter((f) => f.status === "failed" && f.assertionResults.length === 0);
  const failures = [
    ...unloaded.map(({ name }) => `${name}: does not load`),
    ...report.testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => fullName),
    ),
  ];
  const { numPassedTests: passed, numFailedTests, numPendingTests: skipped } = report;
  return settle({ passed, failed: numFailedTests + unloaded.length, skipped, failures }, exitCode);
}

/** All tests of Playwright's report, whatever they are nested in. */
export function specsOf(part) {
  return [...(part.specs ?? []), ...(part.suites ?? []).flatMap(specsOf)];
}

/**
 * @param report - as Playwright's JSON reporter wrote it, null when it wrote none.
 * @param projects - that ran.
 * @returns the counts of each, in their order. What failed outside any test is the first one's.
 */
export function countsOfPlaywright(report, projects, exitCode) {
  const tests = specsOf(report ?? {}).flatMap(({ file, line, title, tests: each }) =>
    each.map(({ projectName, status }) => ({ projectName, status, name: `${file}:${line} ${title}` })),
  );
  const isUnseen = exitCode !== 0 && !tests.some(({ status }) => isFailure(status));
  return projects.map((project, at) => {
    const own = tests.filter(({ projectName }) => projectName === project);
    const count = (wanted) => own.filter(({ status }) => status === wanted).length;
    const failures = own.filter(({ status }) => isFailure(status)).map(({ name }) => name);
    const counts = {
      passed: count("expected"),
      failed: failures.length,
      skipped: count("skipped"),
      failures,
    };
    return settle(counts, isUnseen && at === 0 ? exitCode : 0);
  });
}

/** What passes only at the second try is a failure. */
const isFailure = (status) => status === "unexpected" || status === "flaky";

export async function countVitest(args) {
  const { exitCode, report } = await withReport((file) =>
    run("npx", [
      ...["vitest", "run", "--config", "tests/vitest.config.ts"],
      ...["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`],
      ...args,
    ]),
  );
  return countsOfVitest(report, exitCode);
}

/** Runs the projects as one, so that no core waits for the last file of each. @returns the counts of each. */
export async function countPlaywright(projects, args = []) {
  const named = projects.map((project) => `--project=${project}`);
  const { exitCode, report } = await withReport((file) =>
    run(
      "npx",
      [
        "playwright",
        "test",
        "--config",
        "tests/playwright.config.ts",
        "--reporter=list,json",
        ...named,
        ...args,
      ],
      {
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      },
    ),
  );
  return countsOfPlaywright(report, projects, exitCode);
}
