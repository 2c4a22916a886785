/** The answer for one file: a line of JSON for scripts, sentences for people. */
import type { Kind } from "../backup/kind.ts";
import type { Mark, Verdict } from "../backup/verdict.ts";

export type Answer = {
  /** The path, as the user can find it again. */
  file: string;
  /** Null: the file could not be read. */
  kind: Kind | null;
  /** Null: no key was tried. */
  verdict: Verdict | null;
  md5: Mark;
  tag: Mark;
  /** One or more sentences for people. */
  said: string;
  /** Whether the command succeeded for this file. */
  done: boolean;
  /** The output could not be written. The verdict stands. */
  isOutputFailure?: boolean;
  /** The key that `repair` found, 64 digits. */
  foundKey?: string;
};

const UNREAD = { md5: "unread", tag: "unread" } as const;

/** An answer for which no more than the beginning of the file was read. */
export function answerUnread(
  file: string,
  kind: Kind | null,
  verdict: Verdict | null,
  said: string,
  done: boolean,
): Answer {
  return { file, kind, verdict, ...UNREAD, said, done };
}

/** The line that `--json` prints. docs/cli.md promises the order of the names. */
export function jsonLine({ file, kind, verdict, md5, tag, foundKey }: Answer): string {
  const prefix = kind && "prefix" in kind ? kind.prefix : null;
  return JSON.stringify({
    file,
    kind: kind?.kind ?? "other",
    verdict,
    md5,
    tag,
    appVersion: prefix?.appVersion ?? null,
    phoneEnding: prefix?.phoneEnding ?? null,
    secret: prefix?.secret ?? null,
    ...(foundKey === undefined ? {} : { key: foundKey }),
  });
}
