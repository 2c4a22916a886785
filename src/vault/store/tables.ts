/**
 * What the vault stores. Times are milliseconds of the vault's clock, bytes are bytes.
 *
 * A row of `accounts` is never removed: an erased or deleted one stays as a tombstone, so that its name is
 * never registered again. Decoys are rows of the same table, `generation` 0: an unknown name takes its way
 * through one of them (see {@link decoyRow}).
 */
import type { Stretching } from "../../protocol/vault/wire.ts";

export type AccountsTable = {
  /** 32 bytes: HMAC of the name, or {@link decoyRow}. */
  row_id: Uint8Array;
  /** From 1; grows by one with each reset. 0: a decoy. */
  generation: number;
  /** Grows by one with each change; what a device saw before never comes again. */
  sequence: number;
  /** 48 bytes, fresh for each registration and reset; null with the two below once erased. */
  credential_id: Uint8Array | null;
  /** OPAQUE's registration record, 192 bytes. */
  record: Uint8Array | null;
  sealed_key: Uint8Array | null;
  stretching: Stretching;
  attempts_left: number;
  /** No attempt before; the time of the last one plus its wait. */
  next_attempt_at_ms: number;
  /** Set by the last attempt: it may succeed until then. */
  erase_at_ms: number | null;
  erased_at_ms: number | null;
  /** `sequence` of the newest attempt that succeeded; one no newer can succeed no more. */
  last_success: number;
  lifetime_failures: number;
  created_at_ms: number;
  /** When the record was made, by a registration or a reset. */
  changed_at_ms: number;
  /** 1: made in version 1 of the wire, and no login has come in version 2 yet. Never falls. */
  wire: number;
};

type DevicesTable = {
  row_id: Uint8Array;
  /** Ed25519, 32 bytes. */
  key: Uint8Array;
  added_at_ms: number;
  last_seen_at_ms: number;
};

/** What may be used once: 32 bytes that name it, and until when it would be good. */
type SpentTable = { token: Uint8Array; until_ms: number };

/** One row, of the vault itself. */
type VaultTable = {
  id: number;
  /** Number of the newest migration that ran. */
  schema_version: number;
  /** 32 bytes that only the right secret gives. */
  secret_check: Uint8Array | null;
  /** Grows with every tick of a process; `high-water-mark.ts` compares it. */
  beat: number;
  /** The vault's clock at the newest tick. */
  clock_ms: number;
  /** Which key the log's pseudonyms are under. */
  pseudonym_turn: number;
  /** 1 once a standby confirmed commits: from then on its absence is told. */
  had_standby: number;
};

/** Sums of the accounts that are there and of those that were erased, in {@link TALLIES} parts. */
type TalliesTable = { shard: number; accounts: number; erased: number };
export const TALLIES = 64;

export type Tables = {
  accounts: AccountsTable;
  devices: DevicesTable;
  spent: SpentTable;
  vault: VaultTable;
  tallies: TalliesTable;
};

/**
 * Unknown names share so many rows: enough that two seldom meet, few enough that strangers cannot fill a
 * disk.
 */
export const DECOYS = 65_536;

/** Row id of a decoy: 28 zero bytes, which no HMAC gives, and its number in 4, big-endian. */
export function decoyRow(number: number): Uint8Array {
  const row = new Uint8Array(32);
  new DataView(row.buffer).setUint32(28, number);
  return row;
}
