/** A failure of the output, apart from one of the file that is read: it says nothing of key or file. */
import { outputFailedText } from "../ui/text/en/command.ts";
import { shownName } from "./shown-name.ts";
import { systemCode } from "./system-error.ts";

export class OutputFailedError extends Error {
  readonly path: string;
  readonly code: string;

  /** @param code - an error code of the system. */
  constructor(path: string, code: string) {
    super();
    this.path = path;
    this.code = code;
  }
}

/** Does something to the output at a path. Any error of the system names that path. */
export async function toOutput<Value>(path: string, act: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof OutputFailedError) throw error;
    throw new OutputFailedError(path, systemCode(error));
  }
}

/** The sentence for people. Throws every other error again. */
export function outputFailure(error: unknown): string {
  if (!(error instanceof OutputFailedError)) throw error;
  return outputFailedText(shownName(error.path), error.code);
}
