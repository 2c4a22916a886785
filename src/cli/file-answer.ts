/** What is said of one file: a line of JSON for scripts, or words for people. */
import type { Kind } from "../backup/kind.ts";
import type { Mark, Verdict } from "../backup/verdict.ts";

export type Answer = {
  /** As a person finds it again. */
  file: string;
  /** Null: it could not be read. */
  kind: Kind | null;
  /** Null: described, and no key was tried. */
  verdict: Verdict | null;
  md5: Mark;
  tag: Mark;
  /** One or more sentences for people. */
  said: string;
  /** Whether the command did for this file what was asked. */
  done: boolean;
  /** The key that `repair` found, 64 digits. */
  foundKey?: string;
};

const UNREAD = { md5: "unread", tag: "unread" } as const;

/** An answer that rests on no more than the file's beginning. */
export function answerUnread(
  file: string,
  kind: Kind | null,
  verdict: Verdict | null,
  said: string,
  done: boolean,
): Answer {
  return { file, kind, verdict, ...UNREAD, said, done };
}

/** What `--json` prints, in this order of names. */
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
