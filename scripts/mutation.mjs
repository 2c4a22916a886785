// Takes each gate of tests/mutation/gates.ts out, one by one, in copies of the sources, and shows that the test
// named for it fails. First all these tests must pass as they are. `node scripts/mutation.mjs WORD` runs a part.
import { spawn } from "node:child_process";
import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { ROOT } from "./paths.mjs";
import { importTypeScript } from "./run-typescript.mjs";

/** Below dist/, so that packages resolve upwards and git sees nothing. One for each core that CI has. */
const COPIES = ["dist/mutation-1", "dist/mutation-2"].map((folder) => resolve(ROOT, folder));
/** By their files: `npx` takes half a second of each run. */
const VITEST = resolve(ROOT, "node_modules/vitest/vitest.mjs");
const PLAYWRIGHT = resolve(ROOT, "node_modules/@playwright/test/cli.js");
const COPIED = [
  "src",
  "tests",
  "docs",
  "public",
  "manifest.json",
  "package.json",
  "tsconfig.json",
  "vite.config.ts",
];

const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
/** Vitest joins the names of suites and test by a space, a person by " > ". */
const pattern = (name) => literal(name).replaceAll(" > ", ".*");

async function makeCopy(copy) {
  await rm(copy, { recursive: true, force: true });
  await mkdir(copy, { recursive: true });
  const filter = (path) => !path.endsWith("node_modules");
  for (const name of COPIED) await cp(resolve(ROOT, name), resolve(copy, name), { recursive: true, filter });
  await mkdir(resolve(copy, "dist"));
  await symlink(resolve(ROOT, "dist/pages"), resolve(copy, "dist/pages"));
  await symlink(resolve(ROOT, "src/vault/node_modules"), resolve(copy, "src/vault/node_modules"));
}

/** Does the work on each item, in every copy at once: a single test leaves the other core idle. */
async function inCopies(items, work) {
  const waiting = [...items];
  const lane = async (copy) => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item, copy);
  };
  await Promise.all(COPIES.map(lane));
}

/** Names of the tests that failed and that passed; what did not even load counts as neither. */
async function runTests(copy, suite, names) {
  const wanted = names.map(pattern).join("|");
  if (suite.endsWith(".spec.ts")) {
    const config = resolve(copy, "tests/playwright.config.ts");
    const args = ["test", "--config", config, "--project=pages", "--reporter=json", "-g", wanted];
    const report = await runJson(copy, PLAYWRIGHT, [...args, suite.replace(/^tests\//, "")]);
    const specs = (s) => [...(s.specs ?? []), ...(s.suites ?? []).flatMap(specs)];
    const all = (report?.suites ?? []).flatMap(specs);
    return {
      passed: all.filter((s) => s.ok).map((s) => s.title),
      failed: all.filter((s) => !s.ok).map((s) => s.title),
    };
  }
  const config = resolve(copy, "tests/vitest.config.ts");
  const args = ["run", "--config", config, "--reporter=json", "-t", wanted, suite];
  const report = await runJson(copy, VITEST, args);
  const all = (report?.testResults ?? []).flatMap((file) => file.assertionResults);
  const named = (status) =>
    all.filter((t) => t.status === status).map((t) => [...t.ancestorTitles, t.title].join(" > "));
  return { passed: named("passed"), failed: named("failed") };
}

async function runJson(copy, program, args) {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: copy,
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

const isNamed = (titles, name) => titles.some((title) => new RegExp(pattern(name)).test(title));

/** As they are, all of the gates' tests pass: a test that fails anyway would show nothing. */
async function controlProblems(gates) {
  const problems = [];
  await inCopies(new Set(gates.map((g) => g.suite)), async (suite, copy) => {
    const names = gates.filter((g) => g.suite === suite).map((g) => g.test);
    const { passed, failed } = await runTests(copy, suite, names);
    problems.push(
      ...failed.map((title) => `fails with its gate in place: ${title}`),
      ...names.filter((name) => !isNamed(passed, name)).map((name) => `no such test in ${suite}: ${name}`),
    );
  });
  return problems;
}

async function mutationProblem({ file, find, replace, suite, test }, copy) {
  const path = resolve(copy, file);
  const source = await readFile(path, "utf8");
  if (source.split(find).length !== 2) return `not exactly once in ${file}: ${find}`;
  await writeFile(
    path,
    source.replace(find, () => replace),
  );
  try {
    const { failed } = await runTests(copy, suite, [test]);
    return isNamed(failed, test) ? null : `no test fails: ${test}`;
  } finally {
    await writeFile(path, source);
  }
}

/** @returns how many gates are held by their tests, and how many are not. */
export async function runMutations(word = "") {
  const { GATES } = await importTypeScript(resolve(ROOT, "tests/mutation/gates.ts"));
  const gates = GATES.filter((g) => g.gate.includes(word));
  for (const copy of COPIES) await makeCopy(copy);
  try {
    const problems = await controlProblems(gates);
    for (const problem of problems) console.log(`✗ ${problem}`);
    if (problems.length > 0) return { passed: 0, failed: problems.length };
    const counts = { passed: 0, failed: 0 };
    await inCopies(gates, async (gate, copy) => {
      const problem = await mutationProblem(gate, copy);
      counts[problem ? "failed" : "passed"] += 1;
      console.log(problem ? `✗ ${gate.gate}: ${problem}` : `✓ ${gate.gate}`);
    });
    return counts;
  } finally {
    for (const copy of COPIES) await rm(copy, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith("mutation.mjs")) {
  const { passed, failed } = await runMutations(process.argv[2]);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
