import { FileShrankError } from "../backup/source.ts";
import type { FoundWrong } from "../ui/text/en/command.ts";

/**
 * The code of what the system refused, or that a file changed under us; anything else is a bug and thrown on.
 */
export function systemCode(error: unknown): string {
  if (error instanceof FileShrankError) return "shrank" satisfies FoundWrong;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  return code;
}
