/** The other statements: accounts and their devices. */
import { sql } from "kysely";
import type { Stretching } from "../../protocol/vault/wire.ts";
import { MOST_ATTEMPTS } from "../../protocol/vault/wire.ts";
import { build, statement, wide } from "./statement.ts";

type Content = {
  row: Uint8Array;
  credential: Uint8Array;
  record: Uint8Array;
  sealedKey: Uint8Array;
  stretching: Stretching;
  now: number;
};

/** If the name exists, or ever did, nothing is changed and no row comes back. */
export const register = statement<Content>()("register", (v) =>
  build
    .insertInto("accounts")
    .values({
      row_id: v.row,
      generation: sql.lit(1),
      sequence: sql.lit(1),
      credential_id: v.credential,
      record: v.record,
      sealed_key: v.sealedKey,
      stretching: v.stretching,
      attempts_left: sql.lit(MOST_ATTEMPTS),
      next_attempt_at_ms: sql.lit(0),
      last_success: sql.lit(0),
      lifetime_failures: sql.lit(0),
      created_at_ms: v.now,
      changed_at_ms: v.now,
      wire: sql.lit(2),
    })
    .onConflict((conflict) => conflict.column("row_id").doNothing())
    .returning("row_id"),
);

/**
 * OPAQUE's record, sealed key and credential id change together, and the attempts stay what they are. Nothing
 * changes once no attempts are left.
 */
export const replace = statement<Content & { generation: number }>()("replace", (v) =>
  build
    .updateTable("accounts")
    .set({
      credential_id: v.credential,
      record: v.record,
      sealed_key: v.sealedKey,
      stretching: v.stretching,
      changed_at_ms: v.now,
      generation: sql`generation + 1`,
      sequence: sql`sequence + 1`,
    })
    .where("row_id", "=", v.row)
    .where("generation", "=", v.generation)
    .where("erased_at_ms", "is", null)
    .where("erase_at_ms", "is", null)
    .returning("row_id"),
);

export const account = statement<{ row: Uint8Array }>()("account", (v) =>
  build.selectFrom("accounts").selectAll().where("row_id", "=", v.row),
);

/** Only its tombstone stays, and its devices. */
export const entomb = statement<{ row: Uint8Array; now: number }>()("entomb", (v) =>
  build
    .updateTable("accounts")
    .set({
      credential_id: null,
      record: null,
      sealed_key: null,
      attempts_left: sql.lit(0),
      next_attempt_at_ms: sql.lit(0),
      erase_at_ms: null,
      erased_at_ms: v.now,
      sequence: sql`sequence + 1`,
    })
    .where("row_id", "=", v.row)
    .where("erased_at_ms", "is", null)
    .returning("generation"),
);

/** Counts a change to the devices, and locks the row until the transaction ends. */
export const touch = statement<{ row: Uint8Array; generation: number }>()("touch", (v) =>
  build
    .updateTable("accounts")
    .set({ sequence: sql`sequence + 1` })
    .where("row_id", "=", v.row)
    .where("generation", "=", v.generation)
    .where("erased_at_ms", "is", null)
    .returning(["row_id", "generation", "sequence", "lifetime_failures"]),
);

/** Adds a device, or sees it again. */
export const addDevice = statement<{ row: Uint8Array; key: Uint8Array; now: number }>()("add-device", (v) =>
  build
    .insertInto("devices")
    .values({ row_id: v.row, key: v.key, added_at_ms: v.now, last_seen_at_ms: v.now })
    .onConflict((conflict) =>
      conflict.columns(["row_id", "key"]).doUpdateSet({ last_seen_at_ms: wide(v.now) }),
    ),
);

/** A device that is there is marked as seen. */
export const seeDevice = statement<{ row: Uint8Array; key: Uint8Array; now: number }>()("see-device", (v) =>
  build
    .updateTable("devices")
    .set({ last_seen_at_ms: v.now })
    .where("row_id", "=", v.row)
    .where("key", "=", v.key)
    .returning("key"),
);

export const devices = statement<{ row: Uint8Array }>()("devices", (v) =>
  build
    .selectFrom("devices")
    .select(["key", "added_at_ms", "last_seen_at_ms"])
    .where("row_id", "=", v.row)
    .orderBy("added_at_ms")
    .orderBy("key"),
);

export const removeDevice = statement<{ row: Uint8Array; key: Uint8Array }>()("remove-device", (v) =>
  build.deleteFrom("devices").where("row_id", "=", v.row).where("key", "=", v.key).returning("key"),
);
