// `npm test`: everything a change can break. `npm run test:all` (`--all`) adds what takes long.
// `npm test -- --only unit,lint` runs some parts. A part says nothing unless it fails. The last line is the
// sum.
import { beginSetUp } from "./setup.mjs";
import { countCommand, countLines, countPlaywright, countVitest } from "./test-counts.mjs";

const isAll = process.argv.includes("--all");
if (isAll) process.env.ALL = "1";
/** Each command runs alone as it stands here, also for `npm run test:all`. */
const inAll = isAll ? "ALL=1 " : "";
/** @param {string} project */
const vitest = (project) => `${inAll}npx vitest run -c tests/vitest.config.ts --project=${project}`;

/**
 * Two lanes, one for each core. In a lane, each part follows the one before it.
 *
 * `on`: parts whose result it reads: it does not run when one of them failed. `setUp`: what must be installed
 * before it, everything unless it says less. `count`: how its tests are counted.
 *
 * @typedef {object} Part
 * @property {string} name
 * @property {string} command
 * @property {string[]} [on]
 * @property {Step[]} [setUp]
 * @property {(command: string) => Promise<import("./test-counts.mjs").Counts>} [count]
 */

/** @typedef {keyof ReturnType<typeof beginSetUp>} Step */
/** @typedef {import("./test-counts.mjs").Counts} Counts */

/** @type {[Part[], Part[]]} */
const LANES = [
  [
    { name: "lint", setUp: ["npm"], command: "npm run lint" },
    {
      name: "build",
      setUp: ["npm"],
      command: "node scripts/build.mjs && node scripts/build.mjs --test && node scripts/build-vault.mjs",
    },
    // It builds into dist/, so nothing else may read that at the same time.
    { name: "built", on: ["build"], setUp: ["npm"], count: countVitest, command: vitest("built") },
    { name: "unit", setUp: ["tools"], count: countVitest, command: vitest("unit") },
    {
      name: "browsers",
      on: ["build", "practice-pages"],
      count: countPlaywright,
      command: `${inAll}npx playwright test -c tests/playwright.config.ts`,
    },
  ],
  [
    { name: "types", command: "npx tsc -b" },
    { name: "practice-pages", command: `${inAll}node tests/pages/build.mjs` },
    { name: "vault", on: ["build"], count: countVitest, command: `${vitest("vault")} --maxWorkers=1` },
    { name: "cli", on: ["built"], count: countVitest, command: `${vitest("cli")} --maxWorkers=1` },
    {
      name: "web-ext",
      on: ["built"],
      command: "npx web-ext lint --source-dir dist/firefox --no-config-discovery",
    },
  ],
];
if (isAll)
  LANES[0].push(
    {
      name: "mutation",
      on: ["build", "practice-pages"],
      count: countLines,
      command: "node scripts/mutation.mjs",
    },
    // Promises that are numbers: timing does not reveal names, and how much of the corpus is found. It builds
    // into dist/ too.
    { name: "measurements", command: "node scripts/bench.mjs timing corpus" },
  );

const PARTS = LANES.flat();

/**
 * Names after `--only`; all without it.
 *
 * @param {string[]} args
 */
function chosenNames(args) {
  const all = PARTS.map(({ name }) => name);
  const at = args.indexOf("--only");
  if (at === -1) return all;
  const names = (args[at + 1] ?? "").split(",");
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length === 0) return names;
  console.error(`No such part: ${unknown.join(", ")}. There are: ${all.join(", ")}.`);
  process.exit(2);
}

/**
 * @param {string} why
 * @param {string} command
 * @returns {Counts}
 */
const notRun = (why, command) => ({
  passed: 0,
  skipped: 0,
  failures: [{ name: `not run: ${why}`, command }],
});

/**
 * @param {Part} part
 * @returns why it cannot run, or null once all that it needs is there.
 */
async function obstacle({ on = [], setUp = ["programs", "packages"] }) {
  try {
    for (const step of /** @type {Step[]} */ (["npm", ...setUp])) await machine[step];
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  for (const name of on) if (((await results.get(name))?.failures.length ?? 0) > 0) return `${name} failed`;
  return null;
}

/** @param {Part} part */
async function runPart(part) {
  const { name, command, count = countCommand } = part;
  const why = await obstacle(part);
  const startedMs = Date.now();
  const counts =
    why === null ? await count(command).catch((error) => notRun(error.stack, command)) : notRun(why, command);
  const { passed, skipped, failures, output = "" } = counts;
  const seconds = Math.round((Date.now() - startedMs) / 1000);
  const rest = skipped === 0 ? "" : `, ${skipped} skipped`;
  console.log(`${name}: ${passed} passed, ${failures.length} failed${rest} (${seconds} s)`);
  if (failures.length > 0) console.log(output);
  return { passed, failures };
}

const chosen = chosenNames(process.argv.slice(2));
const machine = beginSetUp({ browsers: true, libraries: isAll, vault: true, vaultTests: true });
/**
 * Name of a part → its result to come. A part waits for other parts by this, in either lane.
 *
 * @type {Map<string, Promise<Pick<Counts, "passed" | "failures">>>}
 */
const results = new Map();
for (const lane of LANES) {
  /** @type {Promise<unknown>} */
  let before = Promise.resolve();
  for (const part of lane.filter(({ name }) => chosen.includes(name))) {
    const result = before.then(() => runPart(part));
    results.set(part.name, result);
    before = result;
  }
}

const ended = await Promise.all(results.values());
const failures = ended.flatMap((part) => part.failures);
for (const { name, command } of failures) console.log(`\n✗ ${name}\n  ${command}`);
const passed = ended.reduce((sum, part) => sum + part.passed, 0);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
