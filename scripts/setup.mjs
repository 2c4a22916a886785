// Makes a fresh machine ready: npm packages and, for what runs in browsers, Debian's Chromium, Firefox and
// fonts; for the vault, its packages, and for its tests Debian's Postgres and strace. Node built-ins only,
// since it runs before `npm ci`.
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ROOT } from "./paths.mjs";
import { run } from "./test-counts.mjs";

/** Debian package → a file that shows it is there. */
const BROWSERS = {
  chromium: "/usr/bin/chromium",
  "firefox-esr": "/usr/bin/firefox-esr",
  "fonts-dejavu-core": "/usr/share/fonts/truetype/dejavu",
  "fonts-liberation": "/usr/share/fonts/truetype/liberation",
};

/** Programs that read our files and write files for us to read. */
const TOOLS = {
  // The other side of the interoperability test; Debian's own /usr/bin/python3 finds it.
  "python3-pycryptodome": "/usr/lib/python3/dist-packages/Cryptodome",
  // Opens our KDBX and makes others; reads our QR codes, from pictures and from printed sheets.
  keepassxc: "/usr/bin/keepassxc-cli",
  "zbar-tools": "/usr/bin/zbarimg",
  pass: "/usr/bin/pass",
  "poppler-utils": "/usr/bin/pdftoppm",
};

/** For the vault's tests. Postgres's own folder holds its version, so its client's wrapper shows it. */
const VAULT_DEBIAN_PACKAGES = {
  postgresql: "/usr/share/doc/postgresql",
  strace: "/usr/bin/strace",
  pgbouncer: "/usr/sbin/pgbouncer",
};

/** @param {string} path - of a lock file. */
function readLock(path) {
  const file = resolve(ROOT, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : null;
}

/** @typedef {{ version: string, optional?: true, devOptional?: true, dev?: true }} Locked */

/**
 * Do the installed packages match the lock file? Compared by content, not by date: a checkout gives files new
 * dates. Optional packages belong to other platforms and may be missing; so may `dev` ones where they are not
 * asked for.
 *
 * @param {string} folder
 * @param {boolean} dev
 */
function packagesMatch(folder, dev) {
  const wanted = readLock(`${folder}/package-lock.json`);
  const installed = readLock(`${folder}/node_modules/.package-lock.json`);
  if (!installed) return false;
  /** @type {[string, Locked][]} */
  const all = Object.entries(wanted);
  return all.every(
    ([path, wants]) =>
      path === "" ||
      wants.optional ||
      wants.devOptional ||
      (wants.dev && !dev) ||
      installed[path]?.version === wants.version,
  );
}

/**
 * The only package of the vault that may run install scripts: it downloads its binary, or compiles one if it
 * cannot.
 */
const SQLITE = "better-sqlite3";
const SQLITE_BINARY = `src/vault/node_modules/${SQLITE}/build/Release/better_sqlite3.node`;

/** Tests do not ask how fast a SQLite compiled here is: half the time. */
const COMPILED_SOON = { CFLAGS: "-O1", CXXFLAGS: "-O1" };

/**
 * Prints nothing if the command succeeds, and all of its output if it fails.
 *
 * @param {string} command
 * @param {string} [folder]
 * @param {NodeJS.ProcessEnv} [env]
 */
async function install(command, folder = ".", env = {}) {
  const { code, output } = await run(command, {
    folder: resolve(ROOT, folder),
    env: { DEBIAN_FRONTEND: "noninteractive", ...env },
  });
  if (code === 0) return;
  console.error(output);
  throw new Error(`Failed: ${command} in ${resolve(ROOT, folder)}`);
}

/**
 * No package runs install scripts: some of them report to their makers who installs them, and where.
 *
 * @param {string} folder
 * @param {string} what
 * @param {string} howLong
 * @param {{ dev?: boolean }} [which] - `dev`: also what is needed in development only.
 */
async function installPackages(folder, what, howLong, { dev = true } = {}) {
  if (packagesMatch(folder, dev)) return;
  console.log(`Installing ${what} (about ${howLong}) …`);
  // NODE_ENV=production would leave the tools out.
  const which = dev ? "--include=dev" : "--omit=dev";
  await install(`npm ci ${which} --ignore-scripts --no-audit --no-fund`, folder);
}

/** @param {NodeJS.ProcessEnv} env */
async function installVault(env) {
  await installPackages("src/vault", "the vault's packages", "2 minutes");
  if (!existsSync(resolve(ROOT, SQLITE_BINARY))) await install(`npm rebuild ${SQLITE}`, "src/vault", env);
}

/** @param {Record<string, string>} packages - Debian package → a file that shows it is there. */
async function installDebian(packages) {
  const missing = Object.entries(packages).flatMap(([name, file]) => (existsSync(file) ? [] : name));
  if (missing.length === 0) return;
  const byHand = `apt-get install -qq --no-install-recommends ${missing.join(" ")}`;
  if (!existsSync("/usr/bin/apt-get"))
    throw new Error(`Missing: ${missing.join(", ")}. These tests use Debian's packages and paths.`);
  if (process.getuid?.() !== 0) throw new Error(`Missing: ${missing.join(", ")}. Run as root: ${byHand}`);
  console.log(`Installing ${missing.join(", ")} …`);
  await install(`apt-get update -qq && ${byHand}`);
}

/** @typedef {{ browsers?: boolean, libraries?: boolean, vault?: boolean, vaultTests?: boolean }} Needs */

/**
 * Begins to install what is missing, side by side: a compiler works while packages are fetched.
 *
 * @param {Needs} needs - `browsers`: also what runs in a browser; `libraries`: and every library of the
 *   practice pages; `vault`: also what the server runs on, one package of which is compiled here;
 *   `vaultTests`: also what its tests run against.
 * @returns what is to be waited for. `npm`: our own packages. `tools`: what unit tests run against.
 *   `programs`: that and all others of Debian's. `packages`: all others of npm's. Each rejects with one
 *   sentence.
 */
export function beginSetUp({ browsers = false, libraries = false, vault = false, vaultTests = false }) {
  const npm = installPackages(".", "the npm packages", "40 s");
  const tools = installDebian({ ...(browsers && TOOLS) });
  const others = { ...(browsers && BROWSERS), ...(vaultTests && VAULT_DEBIAN_PACKAGES) };
  const steps = {
    npm,
    tools,
    programs: tools.then(() => installDebian(others)),
    packages: npm.then(() =>
      Promise.all([
        vault && installVault(vaultTests ? COMPILED_SOON : {}),
        browsers &&
          installPackages(
            "tests/pages",
            "what the practice pages are built with",
            libraries ? "3 minutes" : "10 s",
            {
              dev: libraries,
            },
          ),
      ]),
    ),
  };
  // A rejection is reported to whoever waits for that step. Steps that nobody waits for must not end the
  // process.
  for (const step of Object.values(steps)) step.catch(() => undefined);
  return steps;
}

/**
 * All that {@link beginSetUp} begins. Ends the process where something cannot be installed.
 *
 * @param {Needs} needs
 */
export async function setUp(needs) {
  await Promise.all(Object.values(beginSetUp(needs))).catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}

if (process.argv[1] === import.meta.filename)
  await setUp({ browsers: true, libraries: true, vault: true, vaultTests: true });
