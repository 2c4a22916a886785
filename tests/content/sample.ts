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

/** Of what holds in both browsers alike each tries one half, so that a run tries every one; the long one tries all in both. */
export function halfIn<T>(browser: "chromium" | "firefox", list: readonly T[]): T[] {
  return sample(list, 2, undefined, browser === "chromium" ? 0 : 1);
}

/** Of the two long lists of `foe-trials.ts`, which combine a few causes in every way. */
export function isOfMany({ name }: { name: string }): boolean {
  return /^(?:the page acts|names in)/.test(name);
}
