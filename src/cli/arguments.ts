/**
 * Reads the arguments. Pure: takes texts, gives a request or the reason why there is none.
 *
 * A key is never an argument: the shell's history and the list of processes would keep it. The first check
 * refuses anything that looks like a key, so no later error can repeat it.
 */
import { parseArgs } from "node:util";
import { EXPORT_FORMATS, type ExportFormat } from "../inside/export-chats.ts";

const COMMANDS = ["describe", "test", "check", "open", "encrypt", "repair", "inside"] as const;
type Command = (typeof COMMANDS)[number];

export type CommandLine = {
  command: Command;
  /** Files and folders as given, at least one. */
  files: string[];
  /** A path, or `-` for standard input; null only for `describe` and `inside`. */
  key: string | null;
  /** A path; null only where nothing is written. */
  output: string | null;
  json: boolean;
  /** Search for a typo where no key fits. */
  repair: boolean;
  /** Save what can be read of files that cannot be opened. */
  salvage: boolean;
  /** The size limit of `open` for one file. Null: the default. */
  mostBytes: number | null;
  /** The last two digits of the phone number, which `encrypt` writes. `00`: none. */
  ending: string;
  /** `inside`: list the chats. */
  chats: boolean;
  /** `inside`: what to write the chats as. Null: nothing is written. */
  exportAs: ExportFormat | null;
};

type WrongUsage =
  | "key-as-argument"
  | "no-command"
  | "unknown-command"
  | "unknown-option"
  | "option-elsewhere" // a known option of another command
  | "no-value"
  | "twice"
  | "no-file"
  | "no-key"
  | "no-output"
  | "output-to-terminal"
  | "bad-most"
  | "bad-ending"
  | "bad-export";

export type Asked =
  | { ask: "run"; request: CommandLine }
  | { ask: "help" }
  | { ask: "version" }
  | { ask: "wrong"; why: WrongUsage };

type Option = { type: "string" | "boolean"; short?: string; commands: readonly Command[] };
const OPTIONS: Record<string, Option> = {
  key: { type: "string", commands: COMMANDS },
  output: { type: "string", commands: ["open", "encrypt", "inside"] },
  most: { type: "string", commands: ["open"] },
  ending: { type: "string", commands: ["encrypt"] },
  repair: { type: "boolean", commands: ["test", "check", "open"] },
  salvage: { type: "boolean", commands: ["open"] },
  chats: { type: "boolean", commands: ["inside"] },
  export: { type: "string", commands: ["inside"] },
  json: { type: "boolean", commands: COMMANDS },
  help: { type: "boolean", short: "h", commands: COMMANDS },
  version: { type: "boolean", commands: COMMANDS },
};
/** Not strict: Node's own errors repeat what was typed, and that may be a key. */
const TOLERANT = { options: OPTIONS, allowPositionals: true, strict: false, tokens: true } as const;
const GIB = 2 ** 30;

/** Nothing but a key has 60 to 70 digits: typos remove some, and a label adds some. */
const FEWEST_DIGITS = 60;
const MOST_DIGITS = 70;
/** A key may also be split into arguments: one for each group or row. */
const LONGEST_PART = 32;

function looksLikeKey(argument: string): boolean {
  const value = argument.replace(/^-*[a-z0-9]+=/i, "");
  // Anything with a dot or a slash is a path. A file with a key for a name can be written as `./NAME`.
  if (/[./\\]/.test(value)) return false;
  const characters = value.replace(/^[^:]*:/, "").replace(/[^0-9a-z?]/gi, "");
  const digits = characters.replace(/[^0-9a-f?]/gi, "").length;
  return (
    characters.length >= FEWEST_DIGITS && characters.length <= MOST_DIGITS && digits >= FEWEST_DIGITS - 4
  );
}

/** Is one of these a key, or are several in a row the groups of one? */
export function holdsKey(args: readonly string[]): boolean {
  let run = 0;
  for (const argument of args) {
    const part = argument.replace(/^.*=/, "");
    run = /^[0-9a-f?]+$/i.test(part) && part.length <= LONGEST_PART ? run + part.length : 0;
    if (run >= FEWEST_DIGITS || looksLikeKey(argument)) return true;
  }
  return false;
}

type Parsed = { words: string[]; values: Map<string, string> };

function split(args: readonly string[]): Parsed | WrongUsage | "help" | "version" {
  const { tokens } = parseArgs({ ...TOLERANT, args: [...args] });
  const words = tokens.filter((token) => token.kind === "positional").map(({ value }) => value);
  const options = tokens
    .filter((token) => token.kind === "option")
    .map(({ name, value }) => ({ name, value, type: Object.hasOwn(OPTIONS, name) && OPTIONS[name]?.type }));
  const values = new Map(options.map(({ name, value }) => [name, value ?? ""]));
  if (values.has("help")) return "help";
  if (values.has("version")) return "version";
  // `-` means standard input. Keys are read from there, files are not.
  if (words.includes("-")) return "unknown-option";
  if (options.some(({ value, type }) => !type || (type === "boolean" && value !== undefined)))
    return "unknown-option";
  if (options.some(({ value, type }) => type === "string" && !value)) return "no-value";
  return values.size < options.length ? "twice" : { words, values };
}

function readRequest({ words, values }: Parsed): CommandLine | WrongUsage {
  const [name, ...files] = words;
  if (name === undefined) return "no-command";
  const command = COMMANDS.find((known) => known === name);
  if (!command) return "unknown-command";
  if ([...values.keys()].some((option) => !OPTIONS[option]?.commands.includes(command)))
    return "option-elsewhere";
  if (files.length === 0) return "no-file";
  const key = values.get("key") ?? null;
  if (key === null && command !== "describe" && command !== "inside") return "no-key";
  const output = values.get("output") ?? null;
  const wanted = values.get("export");
  const exportAs = EXPORT_FORMATS.find((format) => format === wanted) ?? null;
  if (wanted !== undefined && exportAs === null) return "bad-export";
  if (output === null && (command === "open" || command === "encrypt" || exportAs)) return "no-output";
  if (output !== null && command === "inside" && !exportAs) return "bad-export";
  if (output === "-") return "output-to-terminal";
  const most = values.get("most");
  if (most !== undefined && !(/^\d+(\.\d+)?$/.test(most) && Number(most) > 0)) return "bad-most";
  const ending = values.get("ending") ?? "00";
  if (!/^\d\d$/.test(ending)) return "bad-ending";
  const mostBytes = most === undefined ? null : Math.floor(Number(most) * GIB);
  return {
    command,
    files,
    key,
    output,
    json: values.has("json"),
    repair: values.has("repair"),
    salvage: values.has("salvage"),
    mostBytes,
    ending,
    chats: values.has("chats"),
    exportAs,
  };
}

/** @param args - without the paths of Node and of the program. */
export function readArguments(args: readonly string[]): Asked {
  if (holdsKey(args)) return { ask: "wrong", why: "key-as-argument" };
  const parsed = split(args);
  if (parsed === "help" || parsed === "version") return { ask: parsed };
  const request = typeof parsed === "string" ? parsed : readRequest(parsed);
  return typeof request === "string" ? { ask: "wrong", why: request } : { ask: "run", request };
}
