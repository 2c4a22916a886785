/** What the last attempt has left goes at the next touch, if the sweeper has not been there yet. */
import { eraseOne } from "../store/attempts.ts";
import type { Vault } from "../vault-parts.ts";

/** Changes nothing in a row that is not due. */
export async function eraseWhenDue({ database, count }: Vault, row: Uint8Array, now: number): Promise<void> {
  const erased = await database.all(eraseOne, { row, now });
  if (erased.length === 0) return;
  count("erasure", erased.length);
  await database.tidy();
}
