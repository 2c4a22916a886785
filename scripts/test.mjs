// `npm test`: every check, in order. `npm test -- --only unit,lint` runs a part. The last line is the sum.
import { buildAll, buildForTests } from "./build.mjs";
import { buildVault } from "./build-vault.mjs";
import { runMutations } from "./mutation.mjs";
import { beginSetUp } from "./setup.mjs";
import { countCommand, countPlaywright, countVitest } from "./test-counts.mjs";

const CLI = ["tests/cli.test.ts", "tests/cli-process.test.ts", "tests/cli-manifest.test.ts"];
const VAULT = "tests/vault/";
/** These read what the build wrote, so they run after it. */
const ON_THE_BUILD = ["tests/bundle.test.ts", "tests/zip.test.ts", ...CLI];

async function build() {
  await buildAll();
  await buildForTests();
  return countCommand("node", ["tests/pages/build.mjs"]);
}

async function vault() {
  await buildVault();
  return countVitest([VAULT]);
}

/** What mostly waits for a minute to pass, so beside all that follows: a worker and a folder of its own. */
async function waits() {
  const [counts] = await countPlaywright(["waits"], ["--workers=1", "--output=test-results-waits"]);
  return counts;
}

/** Playwright's projects. Those that are chosen run last, all as one. */
const PROJECTS = ["pages", "chromium", "firefox", "old-chromium", "old-firefox"];

/**
 * Name, how it runs and counts (of the mutations every eighth: all of them are for `npm run test:long`), whether it reads
 * the build, what must be installed before it (everything, unless it says less), and, where it runs beside the next ones,
 * before which of them it must have ended.
 */
const SUITES = [
  {
    name: "lint",
    needs: [],
    run: () => countCommand("npx", ["biome", "check", "--error-on-warnings"]),
  },
  {
    name: "unit",
    needs: ["tools"],
    run: () => countVitest([...ON_THE_BUILD, `${VAULT}**`].map((files) => `--exclude=${files}`)),
  },
  { name: "types", run: () => countCommand("npx", ["tsc", "-b"]) },
  { name: "build", run: build },
  { name: "vault", until: "waits", run: vault },
  { name: "bundle", onBuild: true, run: () => countVitest(["tests/bundle.test.ts"]) },
  { name: "zip", onBuild: true, run: () => countVitest(["tests/zip.test.ts"]) },
  { name: "cli", onBuild: true, run: () => countVitest(CLI) },
  {
    name: "web-ext",
    onBuild: true,
    run: () =>
      countCommand("npx", ["web-ext", "lint", "--source-dir", "dist/firefox", "--no-config-discovery"]),
  },
  { name: "waits", onBuild: true, until: "end", run: waits },
  { name: "mutation", onBuild: true, run: () => runMutations("", 8) },
];
const NAMES = [...SUITES.map(({ name }) => name), ...PROJECTS];

/** In the order in which they run. */
function chosenNames(args) {
  const at = args.indexOf("--only");
  if (at === -1) return NAMES;
  const names = (args[at + 1] ?? "").split(",");
  const unknown = names.filter((name) => !NAMES.includes(name));
  if (unknown.length === 0) return NAMES.filter((name) => names.includes(name));
  console.error(`No such suite: ${unknown.join(", ")}. There are: ${NAMES.join(", ")}.`);
  process.exit(2);
}

async function runSuite(suite, buildFailed) {
  if (suite.onBuild && buildFailed) {
    console.log("not run: the build failed");
    return { passed: 0, failed: 1 };
  }
  try {
    return await suite.run();
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

const chosen = chosenNames(process.argv.slice(2));
const suites = SUITES.filter(({ name }) => chosen.includes(name));
const projects = PROJECTS.filter((name) => chosen.includes(name));
const results = new Map();
const buildFailed = () => (results.get("build")?.failed ?? 0) > 0;
const secondsSince = (startedMs) => Math.round((Date.now() - startedMs) / 1000);

async function takeSuite(suite) {
  console.log(`\n── ${suite.name}`);
  const startedMs = Date.now();
  const counts = await runSuite(suite, buildFailed());
  results.set(suite.name, { ...counts, seconds: secondsSince(startedMs) });
}

async function takeProjects() {
  console.log(`\n── ${projects.join(", ")}`);
  const startedMs = Date.now();
  const counts = await runSuite({ onBuild: true, run: () => countPlaywright(projects) }, buildFailed());
  const seconds = secondsSince(startedMs);
  // One count where nothing ran at all.
  for (const [at, name] of projects.entries()) results.set(name, { ...(counts[at] ?? counts), seconds });
}

const machine = await beginSetUp({ browsers: true, vault: true, vaultTests: true });
const beside = new Map();
for (const suite of suites) {
  for (const part of suite.needs ?? ["programs", "packages"]) await machine[part];
  await beside.get(suite.name);
  const taken = takeSuite(suite);
  if (suite.until) beside.set(suite.until, taken);
  else await taken;
}
await Promise.all([machine.programs, machine.packages]);
if (projects.length > 0) await takeProjects();
await Promise.all(beside.values());

console.log("");
const sum = { passed: 0, failed: 0 };
for (const [name, { failures = [] }] of results)
  for (const failure of failures) console.log(`✗ ${name}: ${failure}`);
for (const name of chosen) {
  const { passed, failed, skipped = 0, seconds } = results.get(name);
  const rest = skipped === 0 ? "" : `, ${skipped} skipped`;
  console.log(`${name.padEnd(9)} ${passed} passed, ${failed} failed${rest} (${seconds} s)`);
  sum.passed += passed;
  sum.failed += failed;
}
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 ? 0 : 1;
