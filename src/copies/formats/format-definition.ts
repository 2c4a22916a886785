/** What a file format is: each is defined in a file beside this one and listed in `registry.ts`. */
import type { Bytes } from "../../core/bytes.ts";
import type { Result } from "../../core/errors.ts";
import type { NamedPlace } from "../../core/keyring/verified-places.ts";
import type { DeriveKey } from "../../core/sealed/kdf.ts";
import type { ExportEntry } from "../export-entry.ts";
import type { Found, ImportError, ImportFailure } from "../found.ts";

/** A file as far as it can be seen without a password. */
export type GivenFile = {
  bytes: Uint8Array;
  /** Null if it is not text in UTF-8, or begins like a picture or an archive. */
  text: string | null;
  /** Undefined if it is not JSON. */
  json: unknown;
  /** The cells of its first row, read as a table; empty if it cannot be read as one. */
  head: readonly string[];
};

/** How well a file fits a format. A table with all columns adds one for each of them to `wholeTable`. */
export const FIT = {
  none: 0,
  anyText: 1,
  anyTable: 2,
  olderTable: 3,
  wholeTable: 100,
  certain: Number.POSITIVE_INFINITY,
} as const;

type Reading = Result<Found, ImportError>;

export type Format = {
  readonly id: string;
  /** A file of this format has a password of its own. */
  readonly encrypted: boolean;
  /**
   * How well the file fits. The format that fits best gets the file; of two that fit alike, the later one in
   * the list. A code instead says why a file that is surely of this kind cannot be read.
   */
  readonly recognise: (file: GivenFile) => number | ImportFailure;
  /**
   * Never throws, whatever the file. @param password - as typed; null while none was asked for.
   * @param deriveKey - opens our own files.
   */
  readonly read: (
    file: GivenFile,
    password: string | null,
    deriveKey: DeriveKey,
  ) => Reading | Promise<Reading>;
  /** Where a file of this format belongs. What is only read has neither this nor a name for its file. */
  readonly place?: NamedPlace;
  /** Says nothing of whose keys they are. */
  readonly fileName?: (atMs: number) => string;
  /** It has room for one key only. */
  readonly holdsOne?: boolean;
  /**
   * The whole file. Missing where the background writes it. @param entries - at least one.
   * @param password - used by the encrypted formats alone.
   */
  readonly write?: (entries: readonly ExportEntry[], password: string) => Bytes | Promise<Bytes>;
};
