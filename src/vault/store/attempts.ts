/**
 * The statements that count attempts.
 *
 * An account has one counter, whatever its generation, device or session. {@link spend} is the only way to an
 * evaluation and {@link refund} the only way up again; each is one UPDATE, so that no two requests read the
 * same number.
 */
import { type RawBuilder, sql } from "kysely";
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

/** `0` where there is none: then the row is in no index of rows that wait, and its changes stay cheap. */
const whenNext = (now: RawBuilder<number>, leftNow: number) =>
  sql<number>`case attempts_left ${sql.join(
    WAITS_MS.map(([left, wait]) => sql`when ${sql.lit(left + leftNow)} then ${now} + ${sql.lit(wait)}`),
    sql` `,
  )} else 0 end`;

/** Spends one attempt, if there is one and its wait is over. If not, no row comes back. */
export const spend = statement<Place & { now: number }>()("spend", (v) =>
  build
    .updateTable("accounts")
    .set({
      attempts_left: sql`attempts_left - 1`,
      next_attempt_at_ms: whenNext(wide(v.now), 1),
      // Of a decoy: when it was used last.
      changed_at_ms: sql`case generation when 0 then ${wide(v.now)} else changed_at_ms end`,
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

type Refund = { row: Uint8Array; generation: number; attempt: number; now: number; wire: number };

/**
 * `wire`: the version in which the login came. The row keeps the highest, and returns it.
 *
 * All attempts are back, once for each that was spent: `attempt` is the sequence that {@link spend} gave. Not
 * for an attempt that a newer one has overtaken, not for another generation, and not once the row was to be
 * erased.
 */
export const refund = statement<Refund>()("refund", (v) =>
  build
    .updateTable("accounts")
    .set({
      attempts_left: sql.lit(MOST_ATTEMPTS),
      next_attempt_at_ms: sql.lit(0),
      erase_at_ms: null,
      last_success: sql`cast(${v.attempt} as integer)`,
      lifetime_failures: sql`lifetime_failures - 1`,
      sequence: sql`sequence + 1`,
      wire: sql`case when wire < ${v.wire} then ${v.wire} else wire end`,
    })
    .where("row_id", "=", v.row)
    .where("generation", "=", v.generation)
    .where("last_success", "<", v.attempt)
    .where("erased_at_ms", "is", null)
    .where((eb) => eb.or([eb("erase_at_ms", "is", null), eb("erase_at_ms", ">=", wide(v.now))]))
    .returning(["row_id", "generation", "sequence", "sealed_key", "lifetime_failures", "wire"]),
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
      next_attempt_at_ms: sql.lit(0),
      sequence: sql`sequence + 1`,
    })
    .where("erase_at_ms", "<", wide(now))
    .returning("generation");

export const eraseOne = statement<{ row: Uint8Array; now: number }>()("erase-one", (v) =>
  forgotten(v.now).where("row_id", "=", v.row),
);
/** At most so many by one statement. */
export const MOST_ERASED = 200;
export const eraseDue = statement<{ now: number }>()("erase-due", (v) =>
  forgotten(v.now).where("row_id", "in", (eb) =>
    eb
      .selectFrom("accounts")
      .select("row_id")
      .where("erase_at_ms", "<", wide(v.now))
      .limit(sql.lit(MOST_ERASED)),
  ),
);

/**
 * Gives all attempts back to decoys that were unused for long; otherwise every decoy would be used up. A
 * range of them, by their row ids.
 */
export const renewDecoys = statement<{ from: Uint8Array; to: Uint8Array; before: number }>()(
  "renew-decoys",
  (v) =>
    build
      .updateTable("accounts")
      .set({ attempts_left: sql.lit(MOST_ATTEMPTS), next_attempt_at_ms: sql.lit(0), erased_at_ms: null })
      .where("row_id", ">=", v.from)
      .where("row_id", "<=", v.to)
      .where("generation", "=", sql.lit(0))
      .where("attempts_left", "<", sql.lit(MOST_ATTEMPTS))
      .where("changed_at_ms", "<", wide(v.before)),
);

/** Where a step of {@link waitAnew} ends, so that it changes few rows. None: it is the last one. */
export const waitsUpTo = statement<{ after: number }>()("waits-up-to", (v) =>
  build
    .selectFrom("accounts")
    .select("next_attempt_at_ms")
    .where("next_attempt_at_ms", ">", sql.lit(0))
    .where("next_attempt_at_ms", ">", wide(v.after))
    .orderBy("next_attempt_at_ms")
    .limit(sql.lit(1))
    .offset(sql.lit(499)),
);

/**
 * After a jump of the clock: waits that have begun start again from now. A range of them, by their ends. One
 * that started again is not changed by a later step.
 */
export const waitAnew = statement<{ after: number; to: number; now: number }>()("wait-anew", (v) =>
  build
    .updateTable("accounts")
    .set({ next_attempt_at_ms: whenNext(wide(v.now), 0) })
    .where("next_attempt_at_ms", ">", sql.lit(0))
    .where("next_attempt_at_ms", ">", wide(v.after))
    .where("next_attempt_at_ms", "<=", wide(v.to))
    .where("next_attempt_at_ms", "<", whenNext(wide(v.now), 0)),
);
