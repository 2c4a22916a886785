/**
 * The sentences of the command line alone. Those that it shares with the page stand in `backups.ts`,
 * `backup-acts.ts` and `key-text.ts`.
 *
 * The caller makes names and characters from files safe for a terminal before it passes them in.
 */

import { KEY_DIGITS } from "../../../core/key/key-rows.ts";
import type { KeyTextProblem } from "../../../core/key/key-text.ts";
import type { Wording } from "./backups.ts";
import { countText, isOne, listText, numberText, paragraph } from "./format.ts";
import { problemText } from "./key-text.ts";

/** What `--help` prints. */
export const commandHelp = `Usage: sixtyfour COMMAND FILE… [--key - | --key PATH] [--output PATH] [--json]

Commands
  describe   says what each file is; needs no key
  test       says whether the key fits; reads only the beginning of each file
  check      full check: reads each file to its end and verifies key, tag and checksum
  open       decrypts into --output
  inside     says what a database of chats holds, encrypted or not; --chats lists the chats,
             --export html, text or json saves them into --output
  encrypt    packs the files into one and encrypts it with the key, into --output
  repair     finds the typo in a key and prints the right key

Options
  --key -         reads the key from standard input: 64 digits, a key file, or several keys, one per line
  --key PATH      reads the key from a file: text, encrypted_backup.key, or key (crypt12, crypt14)
                  A key is never an argument.
  --output PATH   a file, or a folder if it ends with /, if it is one, or if you open several files
                  Nothing is ever overwritten.
  --most GIB      open: size limit for each opened file (by default ten times the file's size, at least 1 GiB)
  --ending NN     encrypt: the last two digits of the phone number, written into the header
  --salvage       open: if a file cannot be opened, saves what can be read of it, under a name that ends
                  in .unverified; it is not verified, and may be incomplete
  --repair        test, check, open: if no key fits a crypt15 backup, searches for a typo in the key
  --json          prints one JSON object per line
  --help, --version

A folder stands for all files in it.

Exit codes
  0   the key fits every file (describe, inside: every file was read; encrypt: the file was made;
      repair: the key was found)
  1   that is not so for at least one file
  2   wrong usage, or the key cannot be read`;

export const usageText = {
  "key-as-argument":
    "An argument looks like a key. A key is never an argument, because other programs and the shell's history " +
    "see it. Pass it on standard input with `--key -`, or name a key file. The key is now in your shell's " +
    "history: remove it from there. (If a file has such a name, write ./NAME.)",
  "no-command": "No command was given. Use describe, test, check, open, inside, encrypt or repair.",
  "unknown-command":
    "This command does not exist. Use describe, test, check, open, inside, encrypt or repair.",
  "unknown-option": "One of the options does not exist.",
  "option-elsewhere": "One of the options does not belong to this command.",
  "no-value": "One of the options needs a value.",
  twice: "One of the options is given twice.",
  "no-file": "No file was given. Name at least one file or folder.",
  "no-key": "No key was given. Use `--key -` for standard input, or `--key PATH` for a file.",
  "no-output": "No output was given. Say where to write with `--output PATH`.",
  "output-to-terminal":
    "Opened and encrypted files are never written to standard output. Name a file with `--output PATH`.",
  "bad-most": "`--most` takes a number of GiB, as in `--most 20`.",
  "bad-export": "`--export` takes html, text or json, and needs `--output PATH`.",
  "bad-ending": "`--ending` takes the last two digits of the phone number, as in `--ending 42`.",
};

export const commandText = {
  helpSaysMore: "Run `sixtyfour --help` for more.",
  typeKey: "Type or paste the key, then press Enter and Ctrl-D.",
  noKey: "No key was given.",
  repairMayHelp: "Add `--repair` to search for the right key with the help of the backup.",
  salvageMayHelp: "Add `--salvage` to save what can be read.",
  oneKeyToEncrypt: "`encrypt` needs exactly one 64-digit key.",
  nothingEncrypted: "Nothing was encrypted.",
  noSums: "The list of checksums was not written.",
  tooLargeToEncrypt: "One encrypted file holds at most 64 GiB. Encrypt fewer files at once.",
  rightAsTyped: "This key fits as it is; it has no typo.",
  otherKeys: "A 64-digit key never fits this kind of backup. Use a crypt15 backup.",
  otherRegistration:
    "This key file is from another phone or another registration of WhatsApp: the salts in header and key file differ. Use the key file of the phone that made this backup.",
  needsDigits:
    "WhatsApp's own key file never fits this kind of backup. Use the 64-digit key, or encrypted_backup.key.",
  notCrypt15: "Use a crypt15 backup to repair a key.",
};

/** The command line's words within the sentences that it shares with the page. */
export const commandWording: Wording = {
  check: "`check`",
  findsTypos: "To find a typo, add `--repair`.",
  bringKeyFile: "WhatsApp holds its key. Pass WhatsApp's key file with `--key`.",
  keyFileUse: "Pass it with `--key` to open those backups.",
};

/** For use after `repair` has found nothing. */
export const repairWording: Wording = { ...commandWording, findsTypos: null };

/** Problems that the program itself finds. The system reports the others. */
const foundWrong = {
  "not-a-file": "It is not a file: it is a link, a pipe or a device.",
  "name-not-utf8": "Its name is not valid UTF-8. Rename it and try again.",
  "empty-folder": "The folder is empty.",
  "too-long": "It is too long for a list of keys.",
  shrank: "The file became shorter while it was being read.",
};
export type FoundWrong = keyof typeof foundWrong;

const troubleTexts: Record<string, string> = {
  ...foundWrong,
  ENOENT: "It does not exist.",
  EACCES: "You do not have permission.",
  EPERM: "The system does not allow it.",
  EISDIR: "It is a folder.",
  ENOTDIR: "Part of the path is not a folder.",
  EEXIST: "A file of that name exists.",
  ENOSPC: "The disk is full.",
  EDQUOT: "Your disk quota is used up.",
  EROFS: "The disk is read-only.",
  EIO: "The disk reports an error.",
  EMFILE: "Too many files are open.",
  ENFILE: "Too many files are open on this computer.",
  EFBIG: "The disk cannot hold a file of this size.",
  ENAMETOOLONG: "The name is too long.",
  ELOOP: "Its links lead in a circle.",
  EBUSY: "Another program is using it.",
  ETXTBSY: "Another program is using it.",
  ENXIO: "The device does not answer.",
  ENODEV: "The device does not answer.",
  ESTALE: "The network drive has lost it.",
  ETIMEDOUT: "The network drive does not answer.",
  EINVAL: "The disk does not accept this name or this action.",
  EILSEQ: "The disk does not accept this name.",
  EOVERFLOW: "The file is too large for this system.",
  ENOMEM: "The computer has too little memory.",
  EXDEV: "It is on another disk.",
};

/** @param code - one of {@link FoundWrong}, or an error code of the system. */
function troubleText(code: string): string {
  return troubleTexts[code] ?? "The system does not say why.";
}

export function notWorkedOnText(code: string): string {
  return `This file could not be processed. ${troubleText(code)}`;
}

export function keyNotReadText(code: string): string {
  return `The key cannot be read. ${troubleText(code)}`;
}

/** @param name - of the file or folder that could not be written. */
export function outputFailedText(name: string, code: string): string {
  return `The output could not be written to ${name}. ${troubleText(code)}`;
}

export function answersNotWrittenText(code: string): string {
  return `The answers could not be written to standard output. ${troubleText(code)}`;
}

export function nothingEncryptedText(code: string): string {
  return `${commandText.nothingEncrypted} ${troubleText(code)}`;
}

export function fileTroubleText(name: string, code: string): string {
  return `${name}: ${troubleText(code)}`;
}

/** @param line - counts from 1. Null: the whole text. @param problem - null: there are no digits at all. */
export function keyTypoText(line: number | null, problem: KeyTextProblem | null): string {
  return paragraph(
    line === null ? "The key cannot be read." : `The key in line ${line} cannot be read.`,
    problem ? typoInWhole(problem) : "It has no digits.",
  );
}

/** Unlike on the page, nobody is still typing: a short key is a mistake. */
function typoInWhole(problem: KeyTextProblem): string {
  return problem.kind === "too-short"
    ? `It has only ${problem.count} of ${KEY_DIGITS} digits.`
    : problemText(problem);
}

/** @param keyId - null for a key of crypt12 and crypt14, which has none. */
export function keyPlaceText(at: number, keyId: string | null): string {
  return keyId === null ? numberText(at) : `${numberText(at)} (Key ID ${keyId})`;
}

/** Which of several keys fit. @param places - made by {@link keyPlaceText}. */
export function whichKeysText(places: readonly string[], count: number): string {
  return `${isOne(places.length) ? "Key" : "Keys"} ${listText(places)} of ${numberText(count)}.`;
}

export function takenText(name: string): string {
  return `${name} exists already, and nothing is overwritten.`;
}

/** @param name - of an opened file that an earlier run has left. */
export function alreadyThereText(name: string): string {
  return `Skipped: ${name} is there already, with the same content.`;
}

export function notOpenedText(name: string): string {
  return `Not opened: ${takenText(name)}`;
}

export function limitText(gib: number): string {
  return `Not opened: the opened file would exceed ${numberText(gib)} GiB. Raise the limit with \`--most\`.`;
}

export function encryptedText(count: number): string {
  return `Encrypted ${countText(count, "file", "files")}. The beginning of the result was read back. WhatsApp does not restore this file. Before you delete the originals, run \`check\` on it.`;
}

/** The headings of two lines of digits, one below the other. */
export const markedNames = { typed: "typed", found: "found" };
