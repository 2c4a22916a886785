/** Erases an account whose last attempt failed, when it is next used and the sweeper has not done it yet. */
import { eraseOne } from "../store/attempts.ts";
import type { Vault } from "../vault-parts.ts";

/** Changes nothing in a row that is not due. */
export async function eraseWhenDue({ database, count }: Vault, row: Uint8Array, now: number): Promise<void> {
  const erased = await database.all(eraseOne, { row, now });
  if (erased.length === 0) return;
  count("erasure", erased.length);
  await database.tidy();
}
