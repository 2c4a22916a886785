/** What an error of Postgres or of its connection says about the change that it ended. */
import { DatabaseError } from "pg";
import { codeOf, isMistake, type Outcome, StoreError } from "./database.ts";

/** SQLSTATE statement_completion_unknown: an engine of several machines lost track of the commit. */
const UNKNOWN = "40003";
/** SQLSTATE insufficient_privilege stands among the mistakes, but it is the operator's to mend. */
const PRIVILEGE = "42501";
/** SQLSTATE classes of a statement that is wrong: data exception, integrity constraint, syntax or access rule. */
const MISTAKES = /^(?:22|23|42)/;

/** The server answers with an ERROR only for a statement that it has undone. */
function outcomeOf(cause: unknown): Outcome {
  const undone = cause instanceof DatabaseError && cause.severity === "ERROR" && cause.code !== UNKNOWN;
  return undone ? "undone" : "unknown";
}

/**
 * The error to throw for it: our own mistake stays what it is.
 *
 * @param outcome - where the caller knows better than the error tells.
 */
export function failureOf(cause: unknown, outcome: Outcome = outcomeOf(cause)): unknown {
  const code = codeOf(cause) ?? "";
  const isOurs =
    cause instanceof DatabaseError ? MISTAKES.test(code) && code !== PRIVILEGE : isMistake(cause);
  if (isOurs || cause instanceof StoreError) return cause;
  return new StoreError("Postgres failed", { outcome, cause });
}
