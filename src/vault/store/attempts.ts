/**
 * The statements that count attempts.
 *
 * An account has one counter, whatever its generation, device or session. {@link spend} is the only way to an
 * evaluation and {@link refund} the only way up again; each is one UPDATE, so that no two requests read the
 * same number.
 */
import { sql } from "kysely";
import { LAST_ATTEMPT_MS, MOST_ATTEMPTS } from "../../protocol/vault/wire.ts";
import { build, type Holes, statement, wide } from "./statement.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** The wait after an attempt, by how many are left after it; none while more are left. */
export const WAITS_MS: readonly (readonly [left: number, waitMs: number])[] = [
  [5, MINUTE_MS],
  [4, 10 * MINUTE_MS],
  [3, HOUR_MS],
  [2, 6 * HOUR_MS],
  [1, 24 * HOUR_MS],
];

type Place = { row: Uint8Array; decoy: Uint8Array };

/** The account, or the decoy of a name that has none: the same statement finds either. */
function place({ row, decoy }: Holes<Place>) {
  return sql<Uint8Array>`coalesce((select row_id from accounts where row_id = ${row}), ${decoy})`;
}

const waitMs = sql<number>`case attempts_left ${sql.join(
  WAITS_MS.map(([left, wait]) => sql`when ${sql.lit(left + 1)} then ${sql.lit(wait)}`),
  sql` `,
)} else 0 end`;

/** Spends one attempt, if there is one and its wait is over. If not, no row comes back. */
export const spend = statement<Place & { now: number }>()("spend", (v) =>
  build
    .updateTable("accounts")
    .set({
      attempts_left: sql`attempts_left - 1`,
      next_attempt_at_ms: sql`${wide(v.now)} + ${waitMs}`,
      erase_at_ms: sql`case attempts_left when 1 then ${wide(v.now)} + ${sql.lit(LAST_ATTEMPT_MS)} end`,
      lifetime_failures: sql`lifetime_failures + 1`,
      sequence: sql`sequence + 1`,
    })
    .where("row_id", "=", place(v))
    .where("attempts_left", ">", 0)
    .where("next_attempt_at_ms", "<=", wide(v.now))
    .returning([
      "generation",
      "sequence",
      "credential_id",
      "record",
      "stretching",
      "attempts_left",
      "next_attempt_at_ms",
    ]),
);

/** Why nothing was spent. */
export const barred = statement<Place>()("barred", (v) =>
  build
    .selectFrom("accounts")
    .select(["row_id", "attempts_left", "next_attempt_at_ms", "erase_at_ms", "erased_at_ms"])
    .where("row_id", "=", place(v)),
);

/**
 * All attempts are back, once for each that was spent: `attempt` is the sequence that {@link spend} gave. Not
 * for an attempt that a newer one has overtaken, not for another generation, and not once the row was to be
 * erased.
 */
export const refund = statement<{ row: Uint8Array; generation: number; attempt: number; now: number }>()(
  "refund",
  (v) =>
    build
      .updateTable("accounts")
      .set({
        attempts_left: sql.lit(MOST_ATTEMPTS),
        next_attempt_at_ms: sql.lit(0),
        erase_at_ms: null,
        last_success: sql`cast(${v.attempt} as integer)`,
        lifetime_failures: sql`lifetime_failures - 1`,
        sequence: sql`sequence + 1`,
      })
      .where("row_id", "=", v.row)
      .where("generation", "=", v.generation)
      .where("last_success", "<", v.attempt)
      .where("erased_at_ms", "is", null)
      .where((eb) => eb.or([eb("erase_at_ms", "is", null), eb("erase_at_ms", ">=", wide(v.now))]))
      .returning(["row_id", "generation", "sequence", "sealed_key", "lifetime_failures"]),
);

/** Erases accounts whose last attempt failed: one when it is used, all of them when the sweeper runs. */
const forgotten = (now: Holes<{ now: number }>["now"]) =>
  build
    .updateTable("accounts")
    .set({
      credential_id: null,
      record: null,
      sealed_key: null,
      erase_at_ms: null,
      erased_at_ms: now,
      sequence: sql`sequence + 1`,
    })
    .where("erase_at_ms", "<", wide(now))
    .returning("generation");

export const eraseOne = statement<{ row: Uint8Array; now: number }>()("erase-one", (v) =>
  forgotten(v.now).where("row_id", "=", v.row),
);
export const eraseDue = statement<{ now: number }>()("erase-due", (v) => forgotten(v.now));

/** Gives all attempts back to decoys that were unused for long; otherwise every decoy would be used up. */
export const renewDecoys = statement<{ before: number }>()("renew-decoys", (v) =>
  build
    .updateTable("accounts")
    .set({ attempts_left: sql.lit(MOST_ATTEMPTS), next_attempt_at_ms: sql.lit(0), erased_at_ms: null })
    .where("generation", "=", sql.lit(0))
    .where("attempts_left", "<", sql.lit(MOST_ATTEMPTS))
    .where("next_attempt_at_ms", "<", wide(v.before)),
);

/** After a jump of the clock: every wait that has begun starts again from now. */
export const waitAnew = statement<{ since: number; now: number }>()("wait-anew", (v) =>
  build
    .updateTable("accounts")
    .set({
      next_attempt_at_ms: sql`${wide(v.now)} + case attempts_left ${sql.join(
        WAITS_MS.map(([left, wait]) => sql`when ${sql.lit(left)} then ${sql.lit(wait)}`),
        sql` `,
      )} else 0 end`,
    })
    .where("next_attempt_at_ms", ">", wide(v.since)),
);
