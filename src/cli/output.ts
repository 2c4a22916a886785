/** Where words go: answers to standard output, everything else to standard error. */
import { kindText, verdictText } from "../ui/text/en/backups.ts";
import { commandWording } from "../ui/text/en/command.ts";
import { type Answer, jsonLine } from "./file-answer.ts";
import { shownName } from "./shown-name.ts";

/** What a shell calls a program that wrote into a closed pipe: 128 + SIGPIPE. */
const PIPE_CLOSED = 141;

/** A reader that has seen enough (`| head`) is no fault: the program ends, as others do. */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(PIPE_CLOSED);
      throw error;
    });
  }
}

/** Waits until the reader has taken it. */
export function print(line: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(`${line}\n`, () => resolve()));
}

export function warn(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** One short line, and what it means below. */
function answerText({ file, kind, verdict, said }: Answer): string {
  const head = verdict === null ? "" : `${verdictText[verdict]}  `;
  const tail = kind ? `  ${kindText(kind, commandWording)}` : "";
  return `${head}${shownName(file)}${tail}${said === "" ? "" : `\n    ${said}`}`;
}

/** What no verdict says, a name that was taken or a disk that failed, is said beside the JSON as well. */
export async function report(answer: Answer, json: boolean): Promise<void> {
  if (!json) return print(answerText(answer));
  if (!answer.done && (answer.verdict === "right-key" || answer.kind === null)) warn(answerText(answer));
  return print(jsonLine(answer));
}
