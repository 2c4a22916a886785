/** Where words go: answers to standard output, everything else to standard error. */
import { type Answer, jsonLine } from "./answer.ts";
import { answerText } from "./text.ts";

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

/** What no verdict says, a name that was taken or a disk that failed, is said beside the JSON as well. */
export async function report(answer: Answer, json: boolean): Promise<void> {
  if (!json) return print(answerText(answer));
  if (!answer.done && (answer.verdict === "right-key" || answer.kind === null)) warn(answerText(answer));
  return print(jsonLine(answer));
}
