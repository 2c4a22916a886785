/**
 * Every way in which an expected failure can be named, and the shape that carries it.
 *
 * Expected failures are values, bugs are throws. The list is closed: a code is all that crosses a context
 * boundary, the sentences for people live in `ui/text/en/errors.ts`, and neither ever holds a secret.
 */
export const ERROR_CODES = [
  // the sealed keyring
  "no-keyring",
  "keyring-exists",
  "wrong-passphrase",
  "replaced-passphrase", // it was changed, here or in a copy of the profile
  "wrong-passkey", // it opens no keyring here
  "passkey-not-found",
  "passkey-exists",
  "too-many-passkeys",
  "damaged",
  "unsupported-version",
  "not-a-keyring-file",
  "cannot-derive", // no key comes out of a passphrase: no WebAssembly, or no memory
  "locked",
  "not-stored",
  // more than a keyring takes (`keyring/too-much.ts`)
  "too-many-keys",
  "too-many-deleted",
  "too-many-places",
  "too-many-vault-entries",
  "too-many-settings",
  "too-long-text",
  "keyring-full",
  "storage-unreadable", // a stored copy cannot be read, so nothing can be stored safely
  // entries
  "not-found",
  "already-there",
  "changed-elsewhere", // by another window, since the page has read it
  // clipboard
  "clipboard-refused",
  // filling
  "offer-expired",
  "no-page",
  "page-loading",
  "wrong-host",
  // the wire
  "refused-sender",
  "invalid-request",
  "no-answer", // the background is silent
  "internal",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export type Failure<C extends string = ErrorCode> = { ok: false; error: { code: C } };
export type Result<T, C extends string = ErrorCode> = { ok: true; value: T } | Failure<C>;

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function fail<C extends string>(code: C): Failure<C> {
  return { ok: false, error: { code } };
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return (ERROR_CODES as readonly unknown[]).includes(value);
}
