/**
 * Why a start failed: in a sentence for the operator, and in an exit code for the service manager.
 *
 * What passes by itself is tried again: a database that is not up yet, a file that the last process still
 * holds, a command that asks another machine. A wrong configuration stays wrong until somebody changes it.
 */
import { SecretError } from "./secret-source.ts";
import { codeOf, UnreadyStoreError, UnsafeStoreError } from "./store/database.ts";

export const EXIT_CODES = {
  done: 0,
  failed: 1,
  usage: 2,
  /** EX_TEMPFAIL of sysexits.h. */
  passes: 75,
  /** EX_CONFIG of sysexits.h: systemd's RestartPreventExitStatus knows it from a crash. */
  final: 78,
} as const;

type Failure = { sentence: string; exitCode: number };
type Kind = "passes" | "final";

/** By the beginning of the code: the system's, SQLSTATE, OpenSSL's or SQLite's. */
const KINDS: readonly (readonly [code: RegExp, kind: Kind, what: string])[] = [
  [/^EADDRINUSE$/, "passes", "another program listens at this address and port"],
  [/^(?:EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EISDIR)$/, "final", "a file or an address may not be used"],
  [/^(?:ENOSPC|EDQUOT|EIO|EMFILE|ENFILE)$/, "passes", "the disk or the system gives no more"],
  [/^(?:ECONN|ETIMEDOUT|ENOTFOUND|EAI_|EHOST|ENET|EPIPE)/, "passes", "the database cannot be reached"],
  [/^28/, "final", "Postgres does not accept the role or its password"],
  [/^3D/, "final", "Postgres has no such database: create it"],
  [/^42501$/, "final", "the role lacks a right in the database"],
  [/^(?:08|53|55|57|58)/, "passes", "Postgres is not ready"],
  [
    /^(?:ERR_TLS|ERR_SSL|SELF_SIGNED|DEPTH_|UNABLE_|CERT_)/,
    "final",
    "Postgres's certificate is not accepted",
  ],
  [/^ERR_OSSL/, "final", "the certificate or its key cannot be read"],
  [/^SQLITE_(?:CORRUPT|NOTADB|CANTOPEN|READONLY|PERM|AUTH)/, "final", "SQLite cannot use its file"],
  [/^SQLITE_/, "passes", "SQLite fails"],
];

export function startFailure(error: unknown): Failure {
  const { message = "", path = "" } = error as { message?: string; path?: string };
  if (error instanceof UnsafeStoreError) return { sentence: message, exitCode: EXIT_CODES.final };
  if (error instanceof UnreadyStoreError) return { sentence: message, exitCode: EXIT_CODES.passes };
  if (error instanceof SecretError)
    return { sentence: message, exitCode: EXIT_CODES[error.passes ? "passes" : "final"] };
  const code = codeOf(error) ?? "";
  const [, kind, what] = KINDS.find(([begins]) => begins.test(code)) ?? [];
  if (kind === undefined) return { sentence: `the start failed: ${message}`, exitCode: EXIT_CODES.failed };
  return {
    sentence: `${what} (${[code, path].filter(Boolean).join(" ")}): ${message}`,
    exitCode: EXIT_CODES[kind],
  };
}
