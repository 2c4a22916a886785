/**
 * Every so many of a long list, so that a run of everything stays within its time; `npm run test:long` takes all.
 * The same ones each time.
 */
export function sample<T>(list: readonly T[], every: number, isLong: (one: T) => boolean = () => true): T[] {
  if (process.env["LONG"]) return [...list];
  let seen = 0;
  return list.filter((one) => !isLong(one) || seen++ % every === 0);
}

/** Of the two long lists of `foe-trials.ts`, which combine a few causes in every way. */
export function isOfMany({ name }: { name: string }): boolean {
  return /^(?:the page acts|names in)/.test(name);
}
