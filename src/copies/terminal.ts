/**
 * One line for each password manager that lives in a terminal. The key is in none of them.
 *
 * The user pastes the key when the command waits for it, so that it reaches the program on standard input. A
 * key in the command line itself would stay in the shell's history and show in the list of processes. `bw`
 * and `op` want JSON on standard input; the shell's `read` and `printf` make it. Both are built in, so no
 * process has the key among its arguments. The programs' output is discarded, because the key is in it.
 *
 * Sources: pass(1); keepassxc-cli(1); bitwarden.com/help/cli (`bw encode | bw create item`);
 * developer.1password.com/docs/cli/item-create (`op item create -` reads a template). POSIX sh, so not for
 * Windows's own shells, but for `keepassxc-cli`.
 */
import type { ExportLogin } from "./export-entry.ts";

export const TERMINAL_PROGRAMS = ["pass", "keepassxc-cli", "bw", "op"] as const;
export type TerminalProgram = (typeof TERMINAL_PROGRAMS)[number];

/** What the command asks for, in order. All of it is typed unseen. */
export type TerminalQuestion = "key" | "key-again" | "database-password";

export type TerminalLine = { command: string; asks: readonly TerminalQuestion[] };

const PROMPT = "64-digit key: ";
/** Where the key goes in the JSON; replaced by printf's `%s`. No title has it. */
const KEY_MARK = "\u0000";

/** As one word of a POSIX shell, whatever is in it. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * A path as one word: a leading `~/` stays the shell's to resolve, and a name that begins with `-` is no
 * option.
 */
function pathWord(path: string): string {
  if (path.startsWith("~/")) return `~/${shellWord(path.slice(2))}`;
  return shellWord(path.startsWith("-") ? `./${path}` : path);
}

/**
 * Reads a line unseen and prints the JSON with it; the terminal shows what is typed again however this ends.
 */
function askAndPrint(template: object): string {
  const format = JSON.stringify(template).replace(/[\\%]/g, "$&$&").replace("\\\\u0000", "%s");
  return [
    "(trap 'stty echo' 0 2",
    "stty -echo",
    `printf %s ${shellWord(PROMPT)} >&2`,
    "read -r key",
    `printf ${shellWord(format)} "$key")`,
  ].join("; ");
}

function bitwardenTemplate({ title, username, url }: ExportLogin): object {
  const login = { username, password: KEY_MARK, uris: [{ match: null, uri: url }], totp: null };
  return { type: 1, name: title, notes: null, favorite: false, reprompt: 1, fields: [], login };
}

function onePasswordTemplate({ title, username, url }: ExportLogin): object {
  return {
    title,
    category: "LOGIN",
    urls: [{ href: url }],
    fields: [
      { id: "username", type: "STRING", purpose: "USERNAME", label: "username", value: username },
      { id: "password", type: "CONCEALED", purpose: "PASSWORD", label: "password", value: KEY_MARK },
    ],
  };
}

/**
 * @param entry - without its key, so that the line cannot hold it.
 * @param database - for `keepassxc-cli`: the database's path as the user names it.
 */
export function terminalLine(program: TerminalProgram, entry: ExportLogin, database: string): TerminalLine {
  switch (program) {
    case "pass":
      return {
        command: `pass insert ${shellWord(`sixtyfour/${entry.keyId}`)}`,
        asks: ["key", "key-again"],
      };
    case "keepassxc-cli": {
      const about = `--username ${shellWord(entry.username)} --url ${shellWord(entry.url)}`;
      return {
        command: `keepassxc-cli add --password-prompt ${about} ${pathWord(database)} ${shellWord(entry.title)}`,
        asks: ["database-password", "key"],
      };
    }
    case "bw":
      return {
        command: `${askAndPrint(bitwardenTemplate(entry))} | bw encode | bw create item > /dev/null`,
        asks: ["key"],
      };
    case "op":
      return {
        command: `${askAndPrint(onePasswordTemplate(entry))} | op item create - > /dev/null`,
        asks: ["key"],
      };
  }
}
