/** The statements on the vault's own row, and on what is used once. */
import { sql } from "kysely";
import { build, statement, wide } from "./statement.ts";

type Nothing = Record<string, never>;

/** Nothing comes back when it was used before. */
export const useOnce = statement<{ token: Uint8Array; until: number }>()("use-once", (v) =>
  build
    .insertInto("spent")
    .values({ token: v.token, until_ms: v.until })
    .onConflict((conflict) => conflict.column("token").doNothing())
    .returning("token"),
);

/** Comes back when it was used. */
export const spentToken = statement<{ token: Uint8Array }>()("spent-token", (v) =>
  build.selectFrom("spent").select("token").where("token", "=", v.token),
);

/** At most so many by one statement. */
export const MOST_DROPPED = 1000;
export const dropSpent = statement<{ before: number }>()("drop-spent", (v) =>
  build
    .deleteFrom("spent")
    .where("token", "in", (eb) =>
      eb
        .selectFrom("spent")
        .select("token")
        .where("until_ms", "<", wide(v.before))
        .limit(sql.lit(MOST_DROPPED)),
    )
    .returning("token"),
);

export const vaultRow = statement<Nothing>()("vault-row", () => build.selectFrom("vault").selectAll());

/** The first process names the secret; a later one changes nothing. */
export const nameSecret = statement<{ check: Uint8Array }>()("name-secret", (v) =>
  build.updateTable("vault").set({ secret_check: v.check }).where("secret_check", "is", null),
);

/**
 * One beat more, unless fewer than `least` are there; the clock of the row never goes back.
 *
 * `standby`: 1 while a standby confirms commits. What comes back is 1 if one ever did.
 */
export const beat = statement<{ now: number; least: number; standby: number }>()("beat", (v) =>
  build
    .updateTable("vault")
    .set({
      beat: sql`beat + 1`,
      clock_ms: sql`case when clock_ms < ${wide(v.now)} then ${wide(v.now)} else clock_ms end`,
      had_standby: sql`case when ${v.standby} = 1 then 1 else had_standby end`,
    })
    .where("beat", ">=", wide(v.least))
    .returning(["beat", "clock_ms", "had_standby"]),
);

/** From now on no standby is missed; one that is there is known again at the next beat. */
export const forgetStandby = statement<Nothing>()("forget-standby", () =>
  build.updateTable("vault").set({ had_standby: sql.lit(0) }),
);

export const turnPseudonyms = statement<Nothing>()("turn-pseudonyms", () =>
  build.updateTable("vault").set({ pseudonym_turn: sql`pseudonym_turn + 1` }).returning("pseudonym_turn"),
);
