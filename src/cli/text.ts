/** Every sentence of the command line but its help. */

import type { Slip } from "../backup/candidates.ts";
import type { Facts } from "../backup/facts.ts";
import type { Kind, Look } from "../backup/kind.ts";
import type { Secret } from "../backup/prefix.ts";
import type { Verdict } from "../backup/verdict.ts";
import { rowLetter } from "../core/key/key-rows.ts";
import type { DigitPlace, KeyTextProblem } from "../core/key/key-text.ts";
import type { Answer } from "./answer.ts";
import type { WrongUsage } from "./arguments.ts";
import { EMPTY_FOLDER, NOT_A_FILE } from "./find-files.ts";
import type { KeyProblem } from "./key-input.ts";

/** A name from a disk on a terminal: nothing in it may move the cursor or turn the text. */
export function shownName(name: string): string {
  return name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "?");
}

export const USAGE_TEXT: Record<WrongUsage, string> = {
  "key-as-argument":
    "One of the arguments looks like a key. A key is never an argument, because other programs and the shell's " +
    "history see it: give it on standard input with `--key -`, or name a key file. It is in your history now; " +
    "remove it there. (A file that is named like a key can be given as ./NAME.)",
  "no-command": "Say what to do: describe, prove, check, open, lock or repair.",
  "unknown-command": "There is no such command. There are: describe, prove, check, open, lock, repair.",
  "unknown-option": "There is no such option.",
  "option-elsewhere": "One of the options does not belong to this command.",
  "no-value": "One of the options needs a value.",
  twice: "One of the options is there twice.",
  "no-file": "Name at least one file or folder.",
  "no-key": "Say where the key comes from: `--key -` for standard input, or `--key PATH` for a key file.",
  "no-output": "Say where to write: `--output PATH`.",
  "output-to-terminal": "What comes out is written to files only: name one with `--output PATH`.",
  "bad-most": "`--most` takes a number of GiB, as in `--most 20`.",
  "bad-ending": "`--ending` takes the last two digits of the phone number, as in `--ending 42`.",
};

const SYSTEM_TEXT: Record<string, string> = {
  ENOENT: "it is not there",
  EACCES: "you may not",
  EPERM: "the system does not allow it",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of the path is no folder",
  EEXIST: "a file is in the way",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk's quota is used up",
  EROFS: "the disk is read-only",
  EIO: "the disk reports an error",
  EMFILE: "too many files are open",
  [NOT_A_FILE]: "it is a link or a device, no file",
  [EMPTY_FOLDER]: "the folder is empty",
};

/** Why the system refused. */
export function systemText(code: string): string {
  return SYSTEM_TEXT[code] ?? code;
}

function placeText({ row, group }: DigitPlace): string {
  return `row ${rowLetter(row)}, group ${group + 1}`;
}

/** Names no digit of the key but the one character that is none. */
function slipText(problem: KeyTextProblem): string {
  if (problem.kind === "wrong-character") {
    const hint = problem.suggestion === null ? "" : ` (did you mean ${problem.suggestion}?)`;
    return `${placeText(problem.place)}: “${shownName(problem.character)}” is not a digit of the key${hint}`;
  }
  if (problem.kind === "group-length")
    return `${placeText(problem.place)} has ${problem.count} ${problem.count === 1 ? "character" : "characters"}`;
  return `${problem.count} characters instead of 64`;
}

export function keyProblemText(problem: KeyProblem): string {
  if (problem.why === "empty") return "No key was given.";
  if (problem.why === "not-searchable")
    return "That is nothing to search from: 63 to 65 digits, with ? for up to two that cannot be read or for one group.";
  const where = problem.line === null ? "" : `line ${problem.line}, `;
  const slip = problem.problem ? slipText(problem.problem) : "no digits";
  return `The key cannot be read: ${where}${slip}.`;
}

const VERDICT_TEXT: Record<Verdict, string> = {
  "right-key": "Right key",
  "not-its-key": "Not its key",
  damaged: "Damaged",
  altered: "Altered",
  "cannot-tell": "Cannot tell",
  "not-a-backup": "Not a backup",
};

const LOOK_TEXT: Record<Look, string> = {
  empty: "an empty file",
  "cut-header": "a backup that ends within its header",
  "damaged-header": "named like a backup, but its header cannot be read",
  "old-crypt": "a backup in an older format that is not supported",
  sqlite: "a SQLite database that is not encrypted",
  zip: "a ZIP file",
  gzip: "a gzip file",
  zlib: "zlib data that is not encrypted",
  picture: "a picture",
  video: "a video",
  sound: "a sound",
  pdf: "a PDF",
  json: "a JSON text",
  text: "a text",
  unknown: "something else",
};

const SECRET_TEXT: Record<Secret, string> = {
  "64-digit-key": "locked with a 64-digit key",
  password: "locked with a password",
  passkey: "locked with a passkey",
  whatsapp: "locked with a key that WhatsApp holds",
};

/** What a file is, without any key. */
function kindText(kind: Kind): string {
  switch (kind.kind) {
    case "media":
      return "a photo, video or other file of a cloud backup";
    case "media-metadata":
      return "the metadata of a file of a cloud backup";
    case "key-file":
      return kind.holds === "backup-key"
        ? "a key file with a 64-digit key"
        : "WhatsApp's key file for crypt12 and crypt14";
    case "ios":
      return "a backup of an iPhone, in a format that is not published: nothing here opens it";
    case "other":
      return LOOK_TEXT[kind.look];
    default: {
      const { appVersion, phoneEnding, secret } = kind.prefix;
      const parts = [kind.kind as string];
      if (appVersion !== null) parts.push(`app version ${appVersion}`);
      if (phoneEnding !== null) parts.push(`phone number ending ${phoneEnding}`);
      if (secret !== null) parts.push(SECRET_TEXT[secret]);
      return parts.join(", ");
    }
  }
}

const count = (n: number, one: string): string => `${n.toLocaleString("en")} ${n === 1 ? one : `${one}s`}`;

/** What came out of a file. */
export function factsText({ kind, size, pages, pageBytes, entries, keys }: Facts): string {
  const bytes = count(size, "byte");
  if (kind === "sqlite" && pages !== undefined)
    return `a SQLite database of ${count(pages, "page")} of ${pageBytes} bytes, ${bytes}`;
  if (kind === "zip" && entries !== undefined)
    return `a ZIP of ${count(entries, "entry").replace("entrys", "entries")}, ${bytes}`;
  if (kind === "json" && keys !== undefined && keys.length > 0)
    return `a JSON text with ${keys.map(shownName).join(", ")}, ${bytes}`;
  return bytes;
}

export const SLIP_TEXT: Record<Slip, string> = {
  unreadable: "the digits that could not be read",
  "one-extra": "one digit too many",
  "one-missing": "one digit missing",
  "neighbours-swapped": "two neighbours swapped",
  columns: "read by columns instead of rows",
  "groups-swapped": "two groups swapped",
  "one-wrong": "one wrong digit",
  "any-two-swapped": "two digits swapped",
  "two-wrong": "two wrong digits",
};

/** One short line, and what it means below. */
export function answerText({ file, kind, verdict, said }: Answer): string {
  const head = verdict === null ? "" : `${VERDICT_TEXT[verdict]}  `;
  const tail = kind ? `  ${kindText(kind)}` : "";
  return `${head}${shownName(file)}${tail}${said === "" ? "" : `\n    ${said}`}`;
}

/** Bytes for people, in binary units. */
export function bytesText(bytes: number): string {
  const units = ["bytes", "KiB", "MiB", "GiB", "TiB"];
  const at = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  return `${(bytes / 1024 ** at).toFixed(at === 0 ? 0 : 1)} ${units[at]}`;
}
