/**
 * Every way in which a step at a vault can end without success, as values. No secret is ever in one.
 *
 * After `unreachable`, `busy`, `wait` and `rate-limited` the same step can be taken again as it stands.
 */
import type { ProblemCode } from "../protocol/vault/wire.ts";

const PLAIN_CODES = [
  /** A closed port, a refused certificate, missing CORS headers: a page cannot tell them apart. */
  "unreachable",
  "busy",
  /** What answers does not speak as a vault does. */
  "not-a-vault",
  "newer-vault",
  /** Another key than the pinned one; noticed before an attempt is spent. */
  "vault-changed",
  /** It shows the pinned key and cannot prove it; noticed by its answer to an attempt. */
  "vault-unproven",
  /** It has signed a higher state before: an old database came back. */
  "rolled-back",
  "registration-closed",
  "name-taken",
  "generation-changed",
  "too-many-devices",
  /** What was begun is over, at the vault's word. */
  "expired",
  /** The attempts are used up or the record was deleted. */
  "erased",
  /** The vault does not know this device (any more). */
  "not-proven",
  "not-found",
  /** The password is right, and still the sealed key does not open. */
  "damaged",
  /** The record opens and holds another key than the one it was asked for. */
  "other-key",
  /** Sealed by a newer version of ours. */
  "unsupported-version",
  /** An earlier step is still to be finished. */
  "unfinished",
  /** The vault finds the request malformed: a version of ours that it does not know. */
  "refused",
] as const;

export type PlainCode = (typeof PLAIN_CODES)[number];

/** All of them; those at the end bring numbers with them. */
export const REFUSAL_CODES = [...PLAIN_CODES, "wrong-password", "wait", "rate-limited"] as const;

export type Refusal =
  | { code: PlainCode }
  /** `attemptsLeft`: after this one; 0 = the vault is about to forget the key. */
  | { code: "wrong-password"; attemptsLeft: number; retryAfterSeconds: number }
  /** `wait`: spaced by the account's failures; `rate-limited`: too much from this network. */
  | { code: "wait" | "rate-limited"; retryAfterSeconds: number };

export type Outcome<T> = { ok: true; value: T } | { ok: false; error: Refusal };

export function refuse(code: PlainCode): { ok: false; error: Refusal } {
  return { ok: false, error: { code } };
}

type Timed = "wait" | "rate-limited";

/** What the vault's own words for a refusal become; the timed ones keep theirs. */
const FROM_PROBLEM: Record<Exclude<ProblemCode, Timed>, PlainCode> = {
  "bad-request": "refused",
  "too-large": "refused",
  "not-json": "refused",
  internal: "busy",
  busy: "busy",
  "not-proven": "not-proven",
  "registration-closed": "registration-closed",
  "not-found": "not-found",
  "name-taken": "name-taken",
  "generation-changed": "generation-changed",
  "too-many-devices": "too-many-devices",
  expired: "expired",
  erased: "erased",
};

const isTimed = (code: ProblemCode): code is Timed => code === "wait" || code === "rate-limited";

/** @param retryAfterSeconds - from the problem; a minute where the vault left it out. */
export function refusalOf(code: ProblemCode, retryAfterSeconds = 60): Refusal {
  return isTimed(code) ? { code, retryAfterSeconds } : { code: FROM_PROBLEM[code] };
}
