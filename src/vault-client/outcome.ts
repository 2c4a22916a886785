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
  /** Something answered that does not follow the vault's protocol. */
  "not-a-vault",
  "newer-vault",
  /** It knows only an earlier version of the protocol, which this client does not speak. */
  "older-vault",
  /** The vault does not call this address its own: somebody hands on its messages. */
  "other-address",
  /** The browser has not the memory that the password takes. Noticed before an attempt is spent. */
  "cannot-derive",
  /** The vault shows a different key than the pinned one. Noticed before an attempt is spent. */
  "vault-changed",
  /** The vault shows the pinned key without having it. Noticed only by its answer to an attempt. */
  "vault-unproven",
  /** The vault has signed a higher state before: its database was put back to an older one. */
  "rolled-back",
  "registration-closed",
  "name-taken",
  "generation-changed",
  "too-many-devices",
  /** The vault no longer accepts what was begun. */
  "expired",
  /** The attempts are used up, or the vault entry was deleted. */
  "erased",
  /** The vault does not know this device (any more). */
  "not-proven",
  "not-found",
  /** The password is right, and still the sealed key does not open. */
  "damaged",
  /** The vault entry opens, but holds a different key than the expected one. */
  "other-key",
  /** Sealed by a newer version of ours. */
  "unsupported-version",
  /** An earlier step is still to be finished. */
  "unfinished",
  /** The vault finds the request malformed: it does not know this version of ours. */
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

/** The vault's problem codes and what each becomes here; those with a time are handled below. */
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
  "other-address": "other-address",
  expired: "expired",
  erased: "erased",
};

const isTimed = (code: ProblemCode): code is Timed => code === "wait" || code === "rate-limited";

/** @param retryAfterSeconds - from the problem; a minute where the vault left it out. */
export function refusalOf(code: ProblemCode, retryAfterSeconds = 60): Refusal {
  return isTimed(code) ? { code, retryAfterSeconds } : { code: FROM_PROBLEM[code] };
}
