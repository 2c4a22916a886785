/**
 * Where the program starts: `serve`, which is the default, or one of the operator's commands.
 */

// Named, since Vite's build takes `process.env` for a browser's and empties it.
import { env } from "node:process";
import { type Config, readConfig } from "./config.ts";
import { secretSheet } from "./operator/secret-sheet.ts";
import { askVault, NoVaultError } from "./operator/socket.ts";
import { readSecret } from "./secret-source.ts";
import { start } from "./start.ts";
import { EXIT_CODES, startFailure } from "./start-failure.ts";

const HELP = `sixtyfour-vault [serve] [--behind-proxy]   runs the vault; docs/vault-operations.md lists its environment
sixtyfour-vault statistics                 how many accounts there are
sixtyfour-vault invite                     a code for one registration, good for 30 days
sixtyfour-vault erase-account              erases the account whose name comes on standard input
sixtyfour-vault forget-standby             a standby that is gone for good is missed no more
sixtyfour-vault rotate-pseudonyms          gives each account a new name in the log
sixtyfour-vault secret-sheet               the secret, to be printed and locked away
`;
const OPERATED = [
  "statistics",
  "invite",
  "erase-account",
  "forget-standby",
  "rotate-pseudonyms",
  "advance-clock",
];

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

async function serve(config: Config): Promise<void> {
  let renew = () => {};
  // From the first moment on: unheard, the signal ends the process.
  process.on("SIGHUP", () => renew());
  const vault = await start(config, (line) => process.stdout.write(line));
  renew = vault.renew;
  const { store } = config;
  const where = store.engine === "sqlite" ? store.path : "Postgres";
  say(`The vault listens at ${vault.address} and stores in ${where}.`);
  let ending = false;
  const end = () => {
    if (ending) process.exit(1);
    ending = true;
    vault.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, end);
}

async function standardInput(): Promise<string> {
  let text = "";
  for await (const chunk of process.stdin.setEncoding("utf8")) text += chunk;
  return text.replace(/\r?\n$/, "");
}

async function operate(config: Config, command: string, rest: readonly string[]): Promise<void> {
  // A name as an argument would stand in the shell's history and in `ps`.
  const name = command === "erase-account" ? await standardInput() : undefined;
  const ms = command === "advance-clock" ? Number(rest[0]) : undefined;
  const asked = { command, ...(name !== undefined && { name }), ...(ms !== undefined && { ms }) };
  const { ok, lines } = await askVault(config.socketPath, asked).catch((error) => {
    if (!(error instanceof NoVaultError)) throw error;
    return { ok: false, lines: [error.message] };
  });
  for (const line of lines) (ok ? process.stdout : process.stderr).write(`${line}\n`);
  process.exitCode = ok ? EXIT_CODES.done : EXIT_CODES.failed;
}

/** It makes no secret if there is none: a printed secret that no vault uses would be a trap. */
async function printSheet({ secret }: Config): Promise<void> {
  const source = secret.kind === "file" ? { ...secret, make: false } : secret;
  process.stdout.write(secretSheet(await readSecret(source)));
}

async function run([command = "serve", ...rest]: readonly string[]): Promise<void> {
  if (command === "--help" || command === "help") {
    process.stdout.write(HELP);
    return;
  }
  const serving = command === "serve" || command.startsWith("--");
  const options = serving ? (command === "serve" ? rest : [command, ...rest]) : [];
  const config = readConfig(env, options);
  if (!config.ok) {
    for (const problem of config.problems) say(problem);
    process.exitCode = EXIT_CODES.final;
  } else if (serving) await serve(config.value);
  else if (command === "secret-sheet") await printSheet(config.value);
  else if (OPERATED.includes(command)) await operate(config.value, command, rest);
  else {
    say(`${command} is no command.\n\n${HELP}`);
    process.exitCode = EXIT_CODES.usage;
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const { sentence, exitCode } = startFailure(error);
  say(sentence);
  process.exit(exitCode);
}
