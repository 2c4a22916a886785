// Takes each gate of tests/mutation/gates.ts out, one by one, in a copy of the sources, and shows that the test
// named for it fails. First all these tests must pass as they are. `node scripts/mutation.mjs WORD` runs a part.
import { spawnSync } from "node:child_process";
import { cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { ROOT } from "./paths.mjs";
import { importTypeScript } from "./run-typescript.mjs";

/** Below dist/, so that packages resolve upwards and git sees nothing. */
const COPY = resolve(ROOT, "dist/mutation");
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

async function makeCopy() {
  await rm(COPY, { recursive: true, force: true });
  await mkdir(COPY, { recursive: true });
  const filter = (path) => !path.endsWith("node_modules");
  for (const name of COPIED) await cp(resolve(ROOT, name), resolve(COPY, name), { recursive: true, filter });
  await mkdir(resolve(COPY, "dist"));
  await symlink(resolve(ROOT, "dist/pages"), resolve(COPY, "dist/pages"));
}

/** Names of the tests that failed and that passed; what did not even load counts as neither. */
function runTests(suite, names) {
  const wanted = names.map(pattern).join("|");
  if (suite.endsWith(".spec.ts")) {
    const config = resolve(COPY, "tests/playwright.config.ts");
    const args = [
      "playwright",
      "test",
      "--config",
      config,
      "--project=pages",
      "--reporter=json",
      "-g",
      wanted,
    ];
    const report = runJson([...args, `${suite.replace(/^tests\//, "")}`]);
    const specs = (s) => [...(s.specs ?? []), ...(s.suites ?? []).flatMap(specs)];
    const all = (report?.suites ?? []).flatMap(specs);
    return {
      passed: all.filter((s) => s.ok).map((s) => s.title),
      failed: all.filter((s) => !s.ok).map((s) => s.title),
    };
  }
  const config = resolve(COPY, "tests/vitest.config.ts");
  const report = runJson(["vitest", "run", "--config", config, "--reporter=json", "-t", wanted, suite]);
  const all = (report?.testResults ?? []).flatMap((file) => file.assertionResults);
  const named = (status) =>
    all.filter((t) => t.status === status).map((t) => [...t.ancestorTitles, t.title].join(" > "));
  return { passed: named("passed"), failed: named("failed") };
}

function runJson(args) {
  const { stdout } = spawnSync("npx", args, { cwd: COPY, encoding: "utf8", maxBuffer: 1 << 28 });
  try {
    return JSON.parse(stdout.slice(stdout.indexOf("{")));
  } catch {
    return null;
  }
}

const isNamed = (titles, name) => titles.some((title) => new RegExp(pattern(name)).test(title));

/** As they are, all of the gates' tests pass: a test that fails anyway would show nothing. */
function controlProblems(gates) {
  return [...new Set(gates.map((g) => g.suite))].flatMap((suite) => {
    const names = gates.filter((g) => g.suite === suite).map((g) => g.test);
    const { passed, failed } = runTests(suite, names);
    return [
      ...failed.map((title) => `fails with its gate in place: ${title}`),
      ...names.filter((name) => !isNamed(passed, name)).map((name) => `no such test in ${suite}: ${name}`),
    ];
  });
}

async function mutationProblem({ file, find, replace, suite, test }) {
  const path = resolve(COPY, file);
  const source = await readFile(path, "utf8");
  if (source.split(find).length !== 2) return `not exactly once in ${file}: ${find}`;
  await writeFile(
    path,
    source.replace(find, () => replace),
  );
  try {
    return isNamed(runTests(suite, [test]).failed, test) ? null : `no test fails: ${test}`;
  } finally {
    await writeFile(path, source);
  }
}

/** @returns how many gates are held by their tests, and how many are not. */
export async function runMutations(word = "") {
  const { GATES } = await importTypeScript(resolve(ROOT, "tests/mutation/gates.ts"));
  const gates = GATES.filter((g) => g.gate.includes(word));
  await makeCopy();
  try {
    const problems = controlProblems(gates);
    for (const problem of problems) console.log(`✗ ${problem}`);
    if (problems.length > 0) return { passed: 0, failed: problems.length };
    const counts = { passed: 0, failed: 0 };
    for (const gate of gates) {
      const problem = await mutationProblem(gate);
      counts[problem ? "failed" : "passed"] += 1;
      console.log(problem ? `✗ ${gate.gate}: ${problem}` : `✓ ${gate.gate}`);
    }
    return counts;
  } finally {
    await rm(COPY, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith("mutation.mjs")) {
  const { passed, failed } = await runMutations(process.argv[2]);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
