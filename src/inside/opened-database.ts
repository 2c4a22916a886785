/** What this room needs of SQLite. `sqlite/` gives it; a test may give another. */

/** What stands in one column of one row. Whole numbers beyond 2⁵³ are rounded. */
export type Value = null | number | string | Uint8Array;
export type Row = readonly Value[];

export type OpenedDatabase = {
  /**
   * The rows of one `SELECT`. Throws {@link UnreadableDatabaseError}.
   *
   * @param values - for each `?`, in order.
   */
  rows(sql: string, values?: readonly (number | string)[]): Row[];
  /** The same, row by row. `take` returns false to end it. Rows before a damaged page come before the error. */
  each(sql: string, values: readonly (number | string)[], take: (row: Row) => boolean | undefined): void;
  /**
   * The same for columns that are numbers, several times as fast. What is no number reads as 0. `take` gets
   * one array that the next row overwrites.
   */
  eachNumbers(
    sql: string,
    values: readonly (number | string)[],
    take: (row: Float64Array) => boolean | undefined,
  ): void;
  close(): void;
};

export type WhyUnreadable =
  | "not-a-database"
  | "damaged" // a page, or the schema
  | "refused" // the schema asks for what is not allowed here
  | "too-much" // memory, or a value beyond the limits
  | "too-long"; // the query took longer than it may

/** Thrown where a database cannot be read any further. The file may still be read elsewhere. */
export class UnreadableDatabaseError extends Error {
  readonly why: WhyUnreadable;

  constructor(why: WhyUnreadable) {
    super();
    this.why = why;
  }
}

/** Where the bytes of a database come from: synchronously, as SQLite asks. */
export type PageSource = {
  /** Bytes. */
  size: number;
  /** Fills `into` from `at`. What lies behind the end is left as it is. Throws if the file cannot be read. */
  read(at: number, into: Uint8Array): void;
};
