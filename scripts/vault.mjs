// `npm run vault`: installs what the server needs, builds it, and runs it with the arguments given.
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { buildVault } from "./build-vault.mjs";
import { ROOT } from "./paths.mjs";
import { setUp } from "./setup.mjs";

await setUp({ vault: true });
await buildVault();
const child = spawn(
  process.execPath,
  [resolve(ROOT, "dist/vault/sixtyfour-vault.js"), ...process.argv.slice(2)],
  { stdio: "inherit" },
);
// The terminal sends its signals to both processes. This one ends only when the server does.
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
  process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
