import type { Device } from "../../protocol/vault/wire.ts";
import { devices } from "../store/accounts.ts";
import type { Queries } from "../store/database.ts";
import { toBase64url } from "../wire-bytes.ts";

/** The devices of an account as the wire has them, in the order in which they are signed. */
export async function devicesOf(queries: Queries, row: Uint8Array): Promise<Device[]> {
  return (await queries.all(devices, { row })).map(({ key, added_at_ms, last_seen_at_ms }) => ({
    key: toBase64url(key),
    addedAtMs: added_at_ms,
    lastSeenAtMs: last_seen_at_ms,
  }));
}
