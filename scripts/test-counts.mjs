// How many tests a run had, read from the report that its tool wrote. A run that fails, has no tests or
// writes no report never counts as passed.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { ROOT } from "./paths.mjs";

/** What failed, and the command that runs it alone. */
/** @typedef {{name: string, command: string}} Failure */
/** `output`: what the run printed, without colours. */
/** @typedef {{passed: number, skipped: number, failures: Failure[], output?: string}} Counts */

/**
 * Runs a shell command to its end and keeps what it prints.
 *
 * @param {string} command
 * @param {{ env?: NodeJS.ProcessEnv, folder?: string }} [where]
 * @returns its exit code, 1 where a signal ended it.
 */
export async function run(command, { env = {}, folder = ROOT } = {}) {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const child = spawn(command, {
    cwd: folder,
    shell: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...inherited, NO_COLOR: "1", ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part) => {
      output += part;
    });
  /** @type {number | null} */
  const code = await new Promise((done, fail) => child.on("error", fail).on("close", done));
  return { code: code ?? 1, output: stripVTControlCharacters(output) };
}

/**
 * A command that prints a line for each of its tests: `✓ name`, or `✗ name: why`.
 *
 * @param {string} command
 * @returns {Promise<Counts>}
 */
export async function countLines(command) {
  const { code, output } = await run(command);
  const lines = output.split("\n");
  const passed = lines.filter((line) => line.startsWith("✓ ")).length;
  const failures = lines
    .filter((line) => line.startsWith("✗ "))
    .map((line) => ({ name: line.slice("✗ ".length), command }));
  return { ...settled({ passed, skipped: 0, failures }, code, command), output };
}

/**
 * A command that is one test: it passes if it ends with 0.
 *
 * @param {string} command
 * @returns {Promise<Counts>}
 */
export async function countCommand(command) {
  const { code, output } = await run(command);
  return { ...settled({ passed: code === 0 ? 1 : 0, skipped: 0, failures: [] }, code, command), output };
}

/**
 * @param {string} command
 * @returns {Promise<Counts>}
 */
export async function countVitest(command) {
  const { code, output, report } = await runWithReport(
    (file) => `${command} --reporter=minimal --reporter=json --outputFile.json=${file}`,
  );
  return { ...countsOfVitest(report, code, command), output };
}

/**
 * @param {string} command
 * @returns {Promise<Counts>}
 */
export async function countPlaywright(command) {
  const { code, output, report } = await runWithReport(
    (file) => `PLAYWRIGHT_JSON_OUTPUT_FILE=${file} ${command} --reporter=json`,
  );
  // Besides the report it prints a line for each test that begins.
  return { ...countsOfPlaywright(report, code, command), output: output.replace(/^\[\d+\/\d+\].*\n/gm, "") };
}

/** @param {(file: string) => string} commandFor */
async function runWithReport(commandFor) {
  const folder = await mkdtemp(join(tmpdir(), "sixtyfour-test-"));
  const file = join(folder, "report.json");
  try {
    const ended = await run(commandFor(file));
    const text = await readFile(file, "utf8").catch(() => null);
    return { ...ended, report: text === null ? null : JSON.parse(text) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @typedef {{ fullName: string, status: string }} VitestTest */
/** @typedef {{ name: string, status: string, assertionResults: VitestTest[] }} VitestFile */
/** @typedef {{ testResults: VitestFile[], numPassedTests: number, numPendingTests: number }} VitestReport */

/**
 * @param {VitestReport | null} report - as Vitest's JSON reporter wrote it, null when it wrote none.
 * @param {number} code
 * @param {string} command
 * @returns {Counts}
 */
export function countsOfVitest(report, code, command) {
  if (!report) return withoutReport(code, command);
  const failures = report.testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(ROOT, name);
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (status === "failed" && failed.length === 0)
      return [{ name: `${file}: failed outside its tests`, command: `${command} ${file}` }];
    return failed.map(({ fullName }) => ({
      name: `${file}: ${fullName}`,
      command: `${command} ${file} -t ${quoted(`^${escaped(fullName)}$`)}`,
    }));
  });
  return settled({ passed: report.numPassedTests, skipped: report.numPendingTests, failures }, code, command);
}

/** @typedef {{ projectName: string, status: string }} PlaywrightTest */
/** @typedef {{ file: string, line: number, title: string, ok: boolean, tests: PlaywrightTest[] }} Spec */
/** @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite */
/** @typedef {{ errors: unknown[], config: { projects: { name: string }[] } } & Suite} PlaywrightReport */

/**
 * All tests of Playwright's report, whatever they are nested in.
 *
 * @param {Suite} part
 * @returns {Spec[]}
 */
export function specsOf(part) {
  return [...(part.specs ?? []), ...(part.suites ?? []).flatMap(specsOf)];
}

/**
 * @param {PlaywrightReport | null} report - as Playwright's JSON reporter wrote it, null when it wrote none.
 *   Each of its projects must hold a test.
 * @param {number} code
 * @param {string} command
 * @returns {Counts}
 */
export function countsOfPlaywright(report, code, command) {
  if (!report) return withoutReport(code, command);
  const tests = specsOf(report).flatMap((spec) => spec.tests.map((test) => ({ ...spec, ...test })));
  const outside = report.errors.map(() => ({ name: "outside any test", command }));
  const empty = report.config.projects
    .filter(({ name }) => !tests.some((test) => test.projectName === name && test.status !== "skipped"))
    .map(({ name }) => ({ name: `${name}: holds no test`, command: `${command} --project=${name}` }));
  const failed = tests.filter(isFailure).map(({ projectName, file, line, title }) => ({
    name: `${projectName}: ${file}:${line} ${title}`,
    // By its name too, since all tests of a loop stand in one line.
    command: `${command} --project=${projectName} ${file}:${line} -g ${quoted(escaped(title))}`,
  }));
  /** @param {string} wanted */
  const count = (wanted) => tests.filter(({ status }) => status === wanted).length;
  return settled(
    { passed: count("expected"), skipped: count("skipped"), failures: [...outside, ...empty, ...failed] },
    code,
    command,
  );
}

/**
 * What passes only at the second try is a failure.
 *
 * @param {PlaywrightTest} test
 */
const isFailure = ({ status }) => status === "unexpected" || status === "flaky";

/**
 * @param {number} code
 * @param {string} command
 * @returns {Counts}
 */
const withoutReport = (code, command) => ({
  passed: 0,
  skipped: 0,
  failures: [{ name: `wrote no report, exit code ${code}`, command }],
});

/**
 * Adds the failure that no test reports.
 *
 * @param {Counts} counts
 * @param {number} code
 * @param {string} command
 * @returns {Counts}
 */
function settled({ passed, skipped, failures }, code, command) {
  if (failures.length > 0) return { passed, skipped, failures };
  if (code !== 0) return { passed, skipped, failures: [{ name: `exit code ${code}`, command }] };
  if (passed === 0) return { passed, skipped, failures: [{ name: "holds no test", command }] };
  return { passed, skipped, failures };
}

/**
 * A name as a pattern that fits it alone.
 *
 * @param {string} name
 */
const escaped = (name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
/**
 * A text as one argument of a shell.
 *
 * @param {string} text
 */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
