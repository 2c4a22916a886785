/** Refusals and errors as problem documents (RFC 9457). None says more than its code. */
import { STATUS_CODES } from "node:http";
import { PROBLEMS, type Problem, type ProblemCode } from "../../protocol/vault/wire.ts";
import { StoreError } from "../store/database.ts";

export const PROBLEM_TYPE = "application/problem+json";

export function problemOf(code: ProblemCode, retryAfterSeconds?: number): Problem {
  const status = PROBLEMS[code];
  const title = STATUS_CODES[status] ?? code;
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
  if (error instanceof StoreError) return problemOf("busy");
  if (error instanceof SyntaxError) return problemOf("bad-request");
  const { code = "", statusCode = 500 } = error as { code?: string; statusCode?: number };
  return problemOf(FASTIFY_CODES[code] ?? (statusCode < 500 ? "bad-request" : "internal"));
}
