/** Erases accounts whose last attempt failed: one when it is next used, all of them when the sweeper runs. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { eraseDue, eraseOne, MOST_ERASED } from "../store/attempts.ts";
import type { Queries } from "../store/database.ts";
import { tallyErased } from "../store/tallies.ts";
import type { Vault } from "../vault-parts.ts";

type Erased = { generation: number }[];

async function eraseBy(vault: Vault, act: (queries: Queries) => Promise<Erased>): Promise<number> {
  const { value } = await vault.database.transaction(async (queries) => {
    const erased = await act(queries);
    await tallyErased(queries, erased);
    return { ok: true, value: erased.length } as const;
  });
  vault.count("erasure", value);
  return value;
}

/** Changes nothing in a row that is not due. */
export async function eraseWhenDue(vault: Vault, row: Uint8Array, now: number): Promise<void> {
  if ((await eraseBy(vault, (queries) => queries.all(eraseOne, { row, now }))) > 0)
    await vault.database.tidy();
}

/** In steps, so that no statement takes long however many are due. */
export async function sweep(vault: Vault, now: number): Promise<void> {
  let [step, all] = [MOST_ERASED, 0];
  while (step === MOST_ERASED) {
    step = await eraseBy(vault, (queries) => queries.all(eraseDue, { now }));
    all += step;
    await nextTurn();
  }
  if (all > 0) await vault.database.tidy();
}
