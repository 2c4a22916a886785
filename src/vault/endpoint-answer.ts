/** What an endpoint answers: a value, or a refusal that the wire has a code for. Bugs throw. */
import type { ProblemCode } from "../protocol/vault/wire.ts";

export type Refusal = { ok: false; code: ProblemCode; retryAfterSeconds?: number };
export type Answer<T> = { ok: true; value: T } | Refusal;

export function refuse(code: ProblemCode): Refusal {
  return { ok: false, code };
}

/** Rounded up, so that a client that waits so many seconds is not too early. */
export function secondsUntil(atMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((atMs - nowMs) / 1000));
}
