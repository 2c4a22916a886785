// Makes a fresh machine ready: npm packages and, for what runs in browsers, Debian's Chromium, Firefox and
// fonts; for the vault, its packages, and for its tests Debian's Postgres and strace. Node built-ins only, since it runs before `npm ci`.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ROOT } from "./paths.mjs";

/** Debian package → a file that shows it is there. */
const BROWSERS = {
  chromium: "/usr/bin/chromium",
  "firefox-esr": "/usr/bin/firefox-esr",
  "fonts-dejavu-core": "/usr/share/fonts/truetype/dejavu",
  "fonts-liberation": "/usr/share/fonts/truetype/liberation",
};

/** What reads our files, and writes some for us to read. */
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
};

function readLock(path) {
  const file = resolve(ROOT, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : null;
}

/**
 * Do the installed packages match the lock file? Compared by content, not by date: a checkout gives files new
 * dates. Optional packages belong to other platforms and may be missing.
 */
function packagesMatch(folder) {
  const wanted = readLock(`${folder}/package-lock.json`);
  const installed = readLock(`${folder}/node_modules/.package-lock.json`);
  if (!installed) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === "" || optional || devOptional || installed[path]?.version === version,
  );
}

/** @returns whether it ended well; its output is shown. */
function run(command, args, folder = ".") {
  return new Promise((done, reject) => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const child = spawn(command, args, { cwd: resolve(ROOT, folder), stdio: "inherit", env });
    child.on("error", reject);
    child.on("exit", (code) => done(code === 0));
  });
}

async function installPackages(folder, what, howLong) {
  if (packagesMatch(folder)) return;
  console.log(`Installing ${what} (about ${howLong}) …`);
  // NODE_ENV=production would leave the tools out.
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  if (!(await run("npm", args, folder))) throw new Error(`Failed: npm ci in ${resolve(ROOT, folder)}`);
}

/** @param packages - Debian package → a file that shows it is there. */
async function installDebian(packages) {
  const missing = Object.keys(packages).filter((name) => !existsSync(packages[name]));
  if (missing.length === 0) return;
  const install = ["install", "-y", "--no-install-recommends", ...missing];
  const byHand = `apt-get ${install.join(" ")}`;
  if (!existsSync("/usr/bin/apt-get"))
    throw new Error(`Missing: ${missing.join(", ")}. These tests use Debian's packages and paths.`);
  if (process.getuid?.() !== 0) throw new Error(`Missing: ${missing.join(", ")}. Run as root: ${byHand}`);
  console.log(`Installing ${missing.join(", ")} …`);
  if (!(await run("apt-get", ["update", "-q"])) || !(await run("apt-get", install)))
    throw new Error(`Failed: ${byHand}`);
}

/**
 * @param needs - `browsers`: also what runs in a browser; `vault`: also what the server runs on, one package of which
 * is compiled here; `vaultTests`: also what its tests run against. Ends the process with one sentence on failure.
 * @returns as soon as our own packages are there. `tools`: also what unit tests run against. `programs`: and all others
 * of Debian's. `packages`: and all others of npm's.
 */
export async function beginSetUp({ browsers = false, vault = false, vaultTests = false }) {
  const orEnd = (work) =>
    work.catch((error) => {
      console.error(error.message);
      process.exit(1);
    });
  await orEnd(installPackages(".", "the npm packages", "40 s"));
  // Side by side: a compiler works while packages are fetched.
  const tools = orEnd(installDebian({ ...(browsers && TOOLS) }));
  const others = { ...(browsers && BROWSERS), ...(vaultTests && VAULT_DEBIAN_PACKAGES) };
  return {
    tools,
    programs: tools.then(() => orEnd(installDebian(others))),
    packages: orEnd(
      Promise.all([
        vault && installPackages("src/vault", "the vault's packages", "2 minutes"),
        browsers && installPackages("tests/pages", "what the practice pages are built with", "40 s"),
      ]),
    ),
  };
}

/** All that {@link beginSetUp} begins. */
export async function setUp(needs) {
  const { programs, packages } = await beginSetUp(needs);
  await Promise.all([programs, packages]);
}

if (process.argv[1] === import.meta.filename) await setUp({ browsers: true, vault: true, vaultTests: true });
