/**
 * What an import finds, and every way in which it can fail. Nothing is saved until the user chooses to.
 */
import type { BackupKey } from "../core/key/backup-key.ts";
import type { DatedKeyring } from "../core/keyring/merge-keyrings.ts";
import type { Origin } from "../core/keyring/opened-keyring.ts";
import { TOO_MUCH } from "../core/keyring/too-much.ts";
import type { FilePlace } from "../core/keyring/verified-places.ts";

/** Files that are recognised, but are to be read elsewhere. */
type OtherFile = "picture" | "crypt14-key";

export const IMPORT_ERRORS = [
  "empty",
  "too-large", // above MOST_IMPORT_BYTES, packed or unpacked
  "too-many-entries", // or more keys than anybody has
  "wrong-encoding", // UTF-16, UTF-32, or not UTF-8
  "unknown-format",
  "damaged", // cut short, altered, or not what its format allows
  "needs-password",
  "wrong-password",
  "account-restricted", // only the account that wrote it can open it
  "unsupported", // a version, cipher or key file that is not read here
  "costly", // the file asks for a key derivation beyond any program's own limits
  "cannot-derive", // this browser has no WebAssembly, or not the memory that the file's derivation takes
  ...TOO_MUCH, // one of our own files, with more than a keyring takes
] as const;
export type ImportError = (typeof IMPORT_ERRORS)[number];
export type ImportFailure = ImportError | OtherFile;

export const MOST_IMPORT_BYTES = 16 * 1024 * 1024;
/** Rows of a table, items of a vault, entries of a database. */
export const MOST_ENTRIES_READ = 100_000;

/** Different keys in one file: a keyring takes a tenth of it. */
export const MOST_KEYS_FOUND = 10_000;

/**
 * Where a key stood. `entry` counts from 1, in the order of the file; `field` is the file's own word for it.
 * Our own files have no fields: there an entry is a key.
 */
type Place = { entry: number; field: string | null };

export type FoundKey = {
  key: BackupKey;
  label: string;
  /** 0 to 4 digits. */
  phoneEnding: string;
  note: string;
  origin: Origin;
  createdAtMs: number | null;
  /** True when a Key ID stands beside the key and is another key's: one of the two was altered. */
  isDoubtful: boolean;
  /** Every place, the first one first. */
  places: Place[];
};

export type Found = {
  /** Each key once, in the order of the file. */
  keys: FoundKey[];
  /** Entries looked at. */
  entries: number;
  /** Entries without a key. */
  ignored: number;
  /**
   * What the file is a place of, as its own bytes show; null for any file that Sixtyfour could have written for
   * somebody to import, and for what is no file.
   */
  keptIn: FilePlace | null;
  /** Of Sixtyfour's own files: all that they hold. `keys` are its entries, in its order, the same bytes. */
  state: DatedKeyring | null;
};

export type Import = Found & {
  /** Its id in `formats/registry.ts`; `by-hand` for a code or typed rows, which come from no file. */
  format: string;
  /** Whether the keys lie in a file that anybody can read. */
  isPlainFile: boolean;
};
