/** What can be said of a key and a file; each word has its sentence in `ui/text/en/backups.ts`. */

const VERDICTS = [
  "right-key",
  "not-its-key",
  "damaged", // right key, and the file is not whole
  "altered", // right key, whole by its checksum, changed after it was sealed
  "cannot-tell", // neither key nor file can be ruled out
  "not-a-backup",
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What was found of the MD5 or the tag; `absent`: a file of this shape has none. */
export type Mark = "ok" | "bad" | "absent" | "unread";

/**
 * The table of docs/backup-files.md §5 for a file that was read to its end.
 *
 * @param start - whether the payload begins like one: `known`, `plausible` (only the tag could tell), `none`.
 *
 * A good tag with a bad MD5 stands in no row there: what is inside is whole, header or checksum are not.
 */
export function judge(start: "known" | "plausible" | "none", md5: Mark, tag: Mark): Verdict {
  if (tag === "ok") return md5 === "bad" ? "damaged" : "right-key";
  if (start === "known") return md5 === "ok" ? "altered" : "damaged";
  return start === "none" && md5 === "ok" ? "not-its-key" : "cannot-tell";
}
