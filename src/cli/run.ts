/** Runs a command: takes the arguments, gives the exit code. */
import { stat } from "node:fs/promises";
import {
  commandHelp,
  commandText,
  keyNotReadText,
  nothingEncryptedText,
  notWorkedOnText,
  usageText,
} from "../ui/text/en/command.ts";
import { paragraph } from "../ui/text/en/format.ts";
import { type CommandLine, readArguments } from "./arguments.ts";
import { encryptFiles } from "./encrypt-files.ts";
import { type Answer, answerUnread, jsonLine } from "./file-answer.ts";
import { type FoundFile, findFiles } from "./find-files.ts";
import { insideFiles } from "./inside-files.ts";
import { type KeyInHand, type KeyProblem, readKeys, readTypedKey } from "./key-input.ts";
import { readKeyBytes } from "./key-reading.ts";
import { type Act, actOn, checkAgainst, describeFile, testWith } from "./look-at-files.ts";
import { openInto } from "./open-files.ts";
import { placeFor, readSums, writeSums } from "./opened-output.ts";
import { removeUnfinished } from "./outgoing.ts";
import { print, report, warn } from "./output.ts";
import { OutputFailedError, outputFailure } from "./output-failure.ts";
import { startPlans } from "./plan-opened.ts";
import { repairFrom, repairLines } from "./repair-key.ts";
import { keyProblemText } from "./shown-problem.ts";
import { systemCode } from "./system-error.ts";
import { VERSION } from "./version.ts";
import { withRepair } from "./with-repair.ts";

/** The command succeeded for every file. */
const FINE = 0;
const NOT_FINE = 1;
const WRONG_USAGE = 2;

type Keys = { ok: true; bytes: Uint8Array } | { ok: false; sentence: string };

async function takeKey(from: string): Promise<Keys> {
  const read = await readKeyBytes(from);
  if (read.ok) return read;
  return { ok: false, sentence: keyNotReadText(read.code) };
}

async function isSeveral(files: readonly string[]): Promise<boolean> {
  const [only] = files;
  if (files.length !== 1 || only === undefined) return true;
  return stat(only).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
}

async function actOnFiles(
  request: CommandLine,
  act: Act,
  files: AsyncIterable<FoundFile> | Iterable<FoundFile> = findFiles(request.files),
): Promise<number> {
  let code = FINE;
  for await (const found of files) {
    const answer = await answerFor(found, act);
    if (!answer.done) code = NOT_FINE;
    if (request.command === "repair") await reportRepair(answer, request.json);
    else await report(answer, request.json);
  }
  return code;
}

async function answerFor(found: FoundFile, act: Act): Promise<Answer> {
  const unread = (why: string) => answerUnread(found.file, null, "cannot-tell", notWorkedOnText(why), false);
  if (!("source" in found)) return unread(found.why);
  try {
    return await actOn(found.file, found.source, act);
  } catch (error) {
    return unread(systemCode(error));
  } finally {
    removeUnfinished();
  }
}

async function reportRepair(answer: Answer, json: boolean): Promise<void> {
  const { out, err } = repairLines(answer);
  for (const line of err) warn(line);
  for (const line of json ? [jsonLine(answer)] : out) await print(line);
}

async function runEncrypt(request: CommandLine, keys: readonly KeyInHand[]): Promise<number> {
  const [only] = keys;
  if (keys.length !== 1 || only?.kind !== "backup-key") {
    warn(commandText.oneKeyToEncrypt);
    return WRONG_USAGE;
  }
  const place = await placeFor(request.output ?? "", false);
  try {
    const encrypted = await encryptFiles({
      files: request.files,
      place,
      ending: request.ending,
      key: only.key,
    });
    if ("troubles" in encrypted) {
      for (const trouble of encrypted.troubles) warn(trouble);
      warn(commandText.nothingEncrypted);
      return NOT_FINE;
    }
    await report(encrypted, request.json);
    return encrypted.done ? FINE : NOT_FINE;
  } catch (error) {
    warn(
      error instanceof OutputFailedError
        ? paragraph(commandText.nothingEncrypted, outputFailure(error))
        : nothingEncryptedText(systemCode(error)),
    );
    return NOT_FINE;
  } finally {
    removeUnfinished();
  }
}

/** Several opened files get a list of their SHA-256 checksums. */
async function runOpen(
  request: CommandLine,
  repairing: (actWith: (keys: readonly KeyInHand[]) => Act) => Act,
  several: boolean,
): Promise<number> {
  const place = await placeFor(request.output ?? "", several);
  const sums = several ? await readSums(place) : null;
  const found: FoundFile[] = [];
  for await (const file of findFiles(request.files)) found.push(file);
  const { mostBytes, salvage } = request;
  const open = { place, mostBytes, sums, salvage, planFor: startPlans(found) };
  const act = repairing((keys) => openInto(keys, open));
  const code = await actOnFiles(request, act, found);
  try {
    await writeSums(place, sums);
    return code;
  } catch (error) {
    warn(paragraph(commandText.noSums, outputFailure(error)));
    return NOT_FINE;
  } finally {
    removeUnfinished();
  }
}

async function runInside(
  request: CommandLine,
  keys: readonly KeyInHand[],
  several: boolean,
): Promise<number> {
  const { files, chats: withChats, exportAs: format, output, json } = request;
  const target = format && { format, place: await placeFor(output ?? "", several) };
  try {
    return (await insideFiles({ files, keys, withChats, export: target, json })) ? FINE : NOT_FINE;
  } finally {
    removeUnfinished();
  }
}

async function runRequest(request: CommandLine): Promise<number> {
  const { command, files, key } = request;
  if (command === "inside" && key === null) return runInside(request, [], await isSeveral(files));
  if (command === "describe" || key === null) return actOnFiles(request, describeFile);
  const taken = await takeKey(key);
  if (!taken.ok) {
    warn(taken.sentence);
    return WRONG_USAGE;
  }
  const { bytes } = taken;
  const typed = command === "repair" || request.repair ? readTypedKey(bytes) : null;
  if (command === "repair" && typed) return typed.ok ? actOnFiles(request, repairFrom(typed)) : refuse(typed);
  const read = readKeys(bytes);
  if (!read.ok && !typed?.ok) {
    refuse(typed ?? read);
    if (command !== "encrypt" && !typed && readTypedKey(bytes).ok) warn(commandText.repairMayHelp);
    return WRONG_USAGE;
  }
  const keys = read.ok ? read.keys : [];
  const repairing = (actWith: (keys: readonly KeyInHand[]) => Act): Act =>
    typed?.ok ? withRepair(typed, keys, actWith) : actWith(keys);
  switch (command) {
    case "encrypt":
      return runEncrypt(request, keys);
    case "open":
      return runOpen(request, repairing, await isSeveral(files));
    case "inside":
      return runInside(request, keys, await isSeveral(files));
    case "check":
      return actOnFiles(request, repairing(checkAgainst));
    default:
      return actOnFiles(request, repairing(testWith));
  }
}

function refuse(read: { ok: true } | { ok: false; problem: KeyProblem }): number {
  if (!read.ok) warn(keyProblemText(read.problem));
  return WRONG_USAGE;
}

/** @param args - without the paths of Node and of the program. @returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  switch (asked.ask) {
    case "help":
      await print(commandHelp);
      return FINE;
    case "version":
      await print(VERSION);
      return FINE;
    case "wrong":
      warn(usageText[asked.why]);
      warn(commandText.helpSaysMore);
      return WRONG_USAGE;
    case "run":
      return runRequest(asked.request);
  }
}
