/** Prints: answers to standard output, everything else to standard error. */
import { kindText, verdictText } from "../ui/text/en/backups.ts";
import { answersNotWrittenText, commandWording } from "../ui/text/en/command.ts";
import { type Answer, jsonLine } from "./file-answer.ts";
import { shownName } from "./shown-name.ts";
import { systemCode } from "./system-error.ts";

/** The exit code of programs that wrote to a closed pipe: 128 + SIGPIPE. */
const PIPE_CLOSED = 141;

/** The exit code if the answers could not be written: a full disk, say. */
const NOT_WRITTEN = 1;

/** If the reader of the output closes it (`| head`), the program ends quietly, as other programs do. */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(PIPE_CLOSED);
      if (stream === process.stdout) warn(answersNotWrittenText(systemCode(error)));
      process.exit(NOT_WRITTEN);
    });
  }
}

/** Waits until the line is written. */
export function print(line: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(`${line}\n`, () => resolve()));
}

export function warn(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** A short line, and an explanation below it. */
function answerText({ file, kind, verdict, said }: Answer): string {
  const head = verdict === null ? "" : `${verdictText[verdict]}  `;
  const tail = kind ? `  ${kindText(kind, commandWording)}` : "";
  return `${head}${shownName(file)}${tail}${said === "" ? "" : `\n    ${said}`}`;
}

/** JSON has only verdicts. A taken name or a failed disk is explained on standard error as well. */
export async function report(answer: Answer, json: boolean): Promise<void> {
  if (!json) return print(answerText(answer));
  const { done, verdict, kind, isOutputFailure } = answer;
  if (!done && (verdict === "right-key" || kind === null || isOutputFailure)) warn(answerText(answer));
  return print(jsonLine(answer));
}
