import { FileShrankError } from "../backup/source.ts";
import type { FoundWrong } from "../ui/text/en/command.ts";

/**
 * The error code of the system, or `shrank` if the file became shorter during reading. Any other error is a
 * bug and is thrown again.
 */
export function systemCode(error: unknown): string {
  if (error instanceof FileShrankError) return "shrank" satisfies FoundWrong;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  return code;
}
