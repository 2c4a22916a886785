/**
 * Every so many of a long list, so that a run of everything stays within its time; `npm run test:long` takes all.
 * The same ones each time; `first`: how many are left out before the first one.
 */
export function sample<T>(
  list: readonly T[],
  every: number,
  isLong: (one: T) => boolean = () => true,
  first = 0,
): T[] {
  if (process.env["LONG"]) return [...list];
  let seen = every - first;
  return list.filter((one) => !isLong(one) || seen++ % every === 0);
}

/** Covers and crowds, of which each browser takes one half: what they are made of is drawn alike in both. */
export function isHalved({ name }: { name: string }): boolean {
  return /^(?:hidden by|a crowd)/.test(name);
}

/** Of the two long lists of `foe-trials.ts`, which combine a few causes in every way. */
export function isOfMany({ name }: { name: string }): boolean {
  return /^(?:the page acts|names in)/.test(name);
}
