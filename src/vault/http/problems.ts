/** Refusals and errors as problem documents (RFC 9457). None says more than its code. */
import { STATUS_CODES } from "node:http";
import { PROBLEMS, type Problem, type ProblemCode } from "../../protocol/vault/wire.ts";
import { type Outcome, StoreError } from "../store/database.ts";

export const PROBLEM_TYPE = "application/problem+json";

/** What became of a change, where the store failed. A login's start is a change: it spends an attempt. */
const CHANGES: Record<Outcome, string> = {
  undone: "nothing was stored, and no attempt counted",
  unknown: "it may have been stored, and an attempt may have counted",
};

/** @param outcome - where the store failed. */
export function problemOf(code: ProblemCode, retryAfterSeconds?: number, outcome?: Outcome): Problem {
  const status = PROBLEMS[code];
  const name = STATUS_CODES[status] ?? code;
  const title = outcome ? `${name}: ${CHANGES[outcome]}` : name;
  const document = { type: `urn:sixtyfour:vault:${code}`, title, status, code };
  return retryAfterSeconds === undefined ? document : { ...document, retryAfterSeconds };
}

/** Thrown by the rate limit, because its plugin can only throw. */
export class RateLimitedError extends Error {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super("rate limited");
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** What Fastify throws before a handler runs. */
const FASTIFY_CODES: Record<string, ProblemCode> = {
  FST_ERR_VALIDATION: "bad-request",
  FST_ERR_CTP_BODY_TOO_LARGE: "too-large",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "not-json",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "bad-request",
  FST_ERR_CTP_EMPTY_JSON_BODY: "bad-request",
};

export function problemOfError(error: unknown): Problem {
  if (error instanceof RateLimitedError) return problemOf("rate-limited", error.retryAfterSeconds);
  if (error instanceof StoreError) return problemOf("busy", undefined, error.outcome);
  if (error instanceof SyntaxError) return problemOf("bad-request");
  const { code = "", statusCode = 500 } = error as { code?: string; statusCode?: number };
  return problemOf(FASTIFY_CODES[code] ?? (statusCode < 500 ? "bad-request" : "internal"));
}
