/**
 * What only the command line says. What it says of backups and key texts as the page does stands in
 * `backups.ts`, `backup-acts.ts` and `key-text.ts`.
 *
 * A name or character that comes from a file is made safe for a terminal before it is passed in.
 */

import { KEY_DIGITS } from "../../../core/key/key-rows.ts";
import type { KeyTextProblem } from "../../../core/key/key-text.ts";
import type { Wording } from "./backups.ts";
import { countText, isOne, listText, numberText, paragraph } from "./format.ts";
import { problemText } from "./key-text.ts";

/** What `--help` prints. */
export const commandHelp = `Usage: sixtyfour COMMAND FILE… [--key - | --key PATH] [--output PATH] [--json]

Commands
  describe   says what each file is, without any key
  prove      says whether the key fits, from the first kilobytes
  check      reads each file to its end: key, tag and checksum
  open       decrypts into --output
  lock       packs the files into one and locks it with the key, into --output
  repair     finds the key that a mistyped one was meant to be; prints it

Options
  --key -         the key from standard input: 64 digits, several keys one a line, or a key file's bytes
  --key PATH      the key from a file: text, encrypted_backup.key, or key (crypt12, crypt14)
                  A key is never an argument.
  --output PATH   a file; a folder when it ends with /, is one, or when several files are opened
                  Nothing is ever overwritten.
  --most GIB      open: the most that may come out of one file (ten times its size, at least 1)
  --ending NN     lock: the last two digits of the phone number, written into the header
  --json          one JSON object a line
  --help, --version

A folder stands for all files in it. Exit code 0: every file has the right key (describe: was read; lock: was
locked; repair: was found). 1: one has not. 2: wrong usage.`;

export const usageText = {
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

export const commandText = {
  helpSaysMore: "`sixtyfour --help` says more.",
  typeKey: "Type or paste the key, then press Enter and Ctrl-D.",
  noKey: "No key was given.",
  notSearchable:
    "That is nothing to search from: 63 to 65 digits, with ? for up to two that cannot be read or for one group.",
  oneKeyToEncrypt: "To lock takes one 64-digit key.",
  nothingEncrypted: "Nothing was locked.",
  tooLargeToEncrypt: "That is more than one locked file can hold: 64 GiB. Lock it in parts.",
  noKeyOpens: "No key that was given opens it.",
  rightAsTyped: "This key is right; nothing had to be changed.",
  otherKeys: "No 64-digit key opens this kind.",
  notCrypt15: "A crypt15 backup shows whether a key is right.",
};

/** The command line's own words in what it says as the page does. */
export const commandWording: Wording = {
  check: "`check`",
  findsTypos: "`repair` finds typos.",
  noKey: commandText.noKeyOpens,
  bringKeyFile: "WhatsApp holds its key; name its key file with `--key` to open it.",
  keyFileUse: "Name it with `--key` for such backups.",
};

/** The same once `repair` has found nothing. */
export const repairWording: Wording = { ...commandWording, findsTypos: null };

/** What the command line itself finds wrong with a file. */
const foundWrong = {
  "not-a-file": "It is a link or a device, no file.",
  "empty-folder": "The folder is empty.",
  "too-long": "It is too long to be keys.",
  shrank: "The file became shorter while it was read.",
};
export type FoundWrong = keyof typeof foundWrong;

const troubleTexts: Record<string, string> = {
  ...foundWrong,
  ENOENT: "It is not there.",
  EACCES: "You may not read or write it.",
  EPERM: "The system does not allow it.",
  EISDIR: "It is a folder.",
  ENOTDIR: "A part of the path is no folder.",
  EEXIST: "A file is in the way.",
  ENOSPC: "The disk is full.",
  EDQUOT: "The disk's quota is used up.",
  EROFS: "The disk is read-only.",
  EIO: "The disk reports an error.",
  EMFILE: "Too many files are open.",
};

/** @param code - {@link FoundWrong}, or the system's own. */
function troubleText(code: string): string {
  return troubleTexts[code] ?? `The system reports ${code}.`;
}

export function notWorkedOnText(code: string): string {
  return `It could not be worked on. ${troubleText(code)}`;
}

export function keyNotReadText(code: string): string {
  return `The key cannot be read. ${troubleText(code)}`;
}

export function sumsNotWrittenText(code: string): string {
  return `The list of sums was not written. ${troubleText(code)}`;
}

export function nothingLockedText(code: string): string {
  return `${commandText.nothingEncrypted} ${troubleText(code)}`;
}

export function fileTroubleText(name: string, code: string): string {
  return `${name}: ${troubleText(code)}`;
}

/** @param line - counts from 1; null: the text as a whole. @param problem - null: no digits at all. */
export function keyTypoText(line: number | null, problem: KeyTextProblem | null): string {
  return paragraph(
    line === null ? "The key cannot be read." : `The key in line ${line} cannot be read.`,
    problem ? typoInWhole(problem) : "There are no digits.",
  );
}

/** Nobody is still typing. */
function typoInWhole(problem: KeyTextProblem): string {
  return problem.kind === "too-short"
    ? `Only ${problem.count} of ${KEY_DIGITS} digits are there.`
    : problemText(problem);
}

/** @param Key ID - null: a key that has none, for crypt12 and crypt14. */
export function keyPlaceText(at: number, keyId: string | null): string {
  return keyId === null ? numberText(at) : `${numberText(at)} (Key ID ${keyId})`;
}

/** Which of several keys fit. @param places - from {@link keyPlaceText}. */
export function whichKeysText(places: readonly string[], count: number): string {
  return `${isOne(places.length) ? "Key" : "Keys"} ${listText(places)} of ${numberText(count)}.`;
}

export function takenText(name: string): string {
  return `${name} is there already, and nothing is overwritten.`;
}

export function notOpenedText(name: string): string {
  return `Not opened: ${takenText(name)}`;
}

export function limitText(gib: number): string {
  return `Not opened: more than ${numberText(gib)} GiB would come out. Raise the limit with --most.`;
}

export function encryptedText(count: number): string {
  return `Locked ${countText(count, "file", "files")}. Its beginning was read back.`;
}

/** What stands before the digits, one below the other. */
export const markedNames = { typed: "typed", found: "found" };
