// Two ways to change the product and see a test fail. Stryker makes every small change it knows in the rooms
// that tests/mutation/stryker.config.mjs names, and the unit tests must notice the share stated there. Then
// each gate of tests/mutation/gates.ts is taken out, one by one, in copies of the sources, and the test named
// for it must fail. `node scripts/mutation.mjs WORD` takes the gates whose names hold the word, without
// Stryker. Each line that begins with ✓ or ✗ is counted by scripts/test.mjs.
import { spawn } from "node:child_process";
import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { ROOT } from "./paths.mjs";
import { importTypeScript } from "./run-typescript.mjs";
import { run, specsOf } from "./test-counts.mjs";

const STRYKER = "npx stryker run tests/mutation/stryker.config.mjs";

/**
 * Below dist/, so that packages are found in the folders above and git ignores it. One for each core of CI.
 */
const COPIES = ["dist/mutation-1", "dist/mutation-2"].map((folder) => resolve(ROOT, folder));
/** By their files: `npx` takes half a second of each run. */
const VITEST = resolve(ROOT, "node_modules/vitest/vitest.mjs");
const PLAYWRIGHT = resolve(ROOT, "node_modules/@playwright/test/cli.js");
const COPIED = [
  "src",
  "tests",
  "docs",
  "public",
  "scripts",
  "manifest.json",
  "LICENSE",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "vite.config.ts",
];

/**
 * @typedef {{ gate: string, file: string, find: string, replace: string, suite: string, test: string }} Gate
 */
/** @typedef {{ suite: string, title: string, status: string }} Ran */

/** @param {string} text */
const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
/**
 * Vitest joins the names of suites and test by a space, a person by " > ".
 *
 * @param {string} name
 */
const pattern = (name) => literal(name).replaceAll(" > ", ".*");

/** @param {string} copy */
async function makeCopy(copy) {
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy, { recursive: true });
  /** @param {string} path */
  const filter = (path) => !path.endsWith("node_modules");
  for (const name of COPIED) await cp(resolve(ROOT, name), resolve(copy, name), { recursive: true, filter });
  await mkdir(resolve(copy, "dist"));
  await symlink(resolve(ROOT, "dist/pages"), resolve(copy, "dist/pages"));
  await symlink(resolve(ROOT, "src/vault/node_modules"), resolve(copy, "src/vault/node_modules"));
}

/**
 * Does the work on each item, in every copy at once: a single test leaves the other core idle.
 *
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T, copy: string) => Promise<void>} work
 */
async function inPlaces(items, work) {
  const waiting = [...items];
  /** @param {string} copy */
  const lane = async (copy) => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item, copy);
  };
  await Promise.all(COPIES.map(lane));
}

/** @param {string} suite */
const isOfPages = (suite) => suite.endsWith(".spec.ts");

/** @typedef {{ ancestorTitles: string[], title: string, status: string }} VitestTest */
/** @typedef {{ testResults: { name: string, assertionResults: VitestTest[] }[] }} VitestReport */

/**
 * What ran, all of it Vitest's or all of it Playwright's: what did not even load is not among it.
 *
 * @param {string} copy
 * @param {string[]} suites
 * @param {string[]} names
 * @returns {Promise<Ran[]>}
 */
async function runTests(copy, suites, names) {
  const wanted = names.map(pattern).join("|");
  if (suites.every(isOfPages)) {
    const config = resolve(copy, "tests/playwright.config.ts");
    const args = ["test", "--config", config, "--project=pages", "--reporter=json", "-g", wanted];
    /** @type {import("./test-counts.mjs").Suite | null} */
    const report = await runJson(copy, PLAYWRIGHT, [...args, ...suites.map((s) => s.replace("tests/", ""))]);
    return specsOf(report ?? {}).map(({ file, title, ok }) => ({
      suite: `tests/${file}`,
      title,
      status: ok ? "passed" : "failed",
    }));
  }
  const config = resolve(copy, "tests/vitest.config.ts");
  const args = ["run", "--config", config, "--reporter=json", "-t", wanted, ...suites];
  /** @type {VitestReport | null} */
  const report = await runJson(copy, VITEST, args);
  return (report?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ ancestorTitles, title, status }) => ({
      suite: relative(copy, name),
      title: [...ancestorTitles, title].join(" > "),
      status,
    })),
  );
}

/**
 * @template T
 * @param {string} copy
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<T | null>} what it printed.
 */
async function runJson(copy, program, args) {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: copy,
    // Also the pages that other runs open in one browser only: a gate may need them.
    env: { ...process.env, ...(program === PLAYWRIGHT && { ALL: "1" }) },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let stdout = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) stdout += chunk;
  try {
    return JSON.parse(stdout.slice(stdout.indexOf("{")));
  } catch {
    return null;
  }
}

/**
 * The tests of a gate that ended with this status.
 *
 * @param {Ran[]} tests
 * @param {Gate} gate
 * @param {"passed" | "failed"} status
 */
const named = (tests, { suite, test }, status) =>
  tests.filter((t) => t.suite === suite && t.status === status && new RegExp(pattern(test)).test(t.title));

/**
 * All of the gates' tests must pass with their gates in place: a test that fails anyway would show nothing.
 *
 * @param {Gate[]} gates
 */
async function controlProblems(gates) {
  /** @type {string[]} */
  const problems = [];
  // Two runs for all of them: most of a run is its start.
  const ofPages = gates.filter((g) => isOfPages(g.suite));
  const kinds = [ofPages, gates.filter((g) => !ofPages.includes(g))].filter((kind) => kind.length > 0);
  await inPlaces(kinds, async (kind, copy) => {
    const tests = await runTests(
      copy,
      [...new Set(kind.map((g) => g.suite))],
      [...new Set(kind.map((g) => g.test))],
    );
    problems.push(
      ...tests.filter((t) => t.status === "failed").map((t) => `fails with its gate in place: ${t.title}`),
      ...kind
        .filter((gate) => named(tests, gate, "passed").length === 0)
        .map(({ suite, test }) => `no such test in ${suite}: ${test}`),
    );
  });
  return problems;
}

/**
 * @param {Gate} gate
 * @param {string} copy
 */
async function mutationProblem(gate, copy) {
  const { file, find, replace, suite, test } = gate;
  const path = resolve(copy, file);
  const source = await readFile(path, "utf8");
  if (source.split(find).length !== 2) return `not exactly once in ${file}: ${find}`;
  await writeFile(
    path,
    source.replace(find, () => replace),
  );
  try {
    const tests = await runTests(copy, [suite], [test]);
    return named(tests, gate, "failed").length > 0 ? null : `no test fails: ${test}`;
  } finally {
    await writeFile(path, source);
  }
}

/**
 * @param word - in the names of the gates to take.
 * @param every - of how many gates one is taken, the same ones each time.
 * @returns how many gates are held by their tests, and how many are not.
 */
export async function runMutations(word = "", every = 1) {
  /** @type {{ GATES: readonly Gate[] }} */
  const { GATES } = await importTypeScript(resolve(ROOT, "tests/mutation/gates.ts"));
  const gates = GATES.filter((g) => g.gate.includes(word)).filter((_, i) => i % every === 0);
  for (const copy of COPIES) await makeCopy(copy);
  try {
    const problems = await controlProblems(gates);
    for (const problem of problems) console.log(`✗ ${problem}`);
    if (problems.length > 0) return { passed: 0, failed: problems.length, failures: problems };
    const counts = { passed: 0, failed: 0, failures: /** @type {string[]} */ ([]) };
    await inPlaces(gates, async (gate, copy) => {
      const problem = await mutationProblem(gate, copy);
      counts[problem ? "failed" : "passed"] += 1;
      const said = `${gate.gate}: ${problem}`;
      if (problem) counts.failures.push(said);
      console.log(problem ? `✗ ${said}` : `✓ ${gate.gate}`);
    });
    return counts;
  } finally {
    for (const copy of COPIES) await rm(copy, { recursive: true, force: true });
  }
}

/** @returns whether as many mutants are killed as the configuration's `thresholds.break` wants. */
async function runStryker() {
  const { code, output } = await run(STRYKER);
  if (code !== 0) console.log(output);
  // "All files |  84.13 | …": the first figure is the share of all mutants.
  const score = /^All files\s*\|\s*([\d.]+)/m.exec(output)?.[1];
  const isHeld = code === 0 && score !== undefined;
  console.log(
    isHeld ? `✓ Stryker: ${score} % of its mutants are killed` : `✗ Stryker: \`${STRYKER}\` failed`,
  );
  return isHeld;
}

if (process.argv[1]?.endsWith("mutation.mjs")) {
  const word = process.argv[2];
  const isHeld = word !== undefined || (await runStryker());
  const { passed, failed } = await runMutations(word);
  process.exitCode = isHeld && failed === 0 && passed > 0 ? 0 : 1;
}
