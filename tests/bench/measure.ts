/** Medians of interleaved runs: both sides meet the same machine, busy or not. */

/** What `scripts/bench.mjs` prints: `name ratio bound`. */
export type Ratio = { name: string; ratio: number; bound: number };

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/**
 * Runs both sides in turn `rounds` times after one round that does not count.
 *
 * @returns the medians of what they gave, in the unit they gave.
 */
export async function interleave(
  rounds: number,
  ours: () => Promise<number>,
  yardstick: () => Promise<number>,
): Promise<{ ours: number; yardstick: number }> {
  const seen = { ours: [] as number[], yardstick: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    const [a, b] = [await yardstick(), await ours()];
    if (round === 0) continue;
    seen.yardstick.push(a);
    seen.ours.push(b);
  }
  return { ours: median(seen.ours), yardstick: median(seen.yardstick) };
}
