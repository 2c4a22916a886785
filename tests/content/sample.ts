/** How `tests/e2e` takes a part of a list until its stories say by a tag where they run. */
import { ALL } from "../support/all.ts";

/** Every so many of a long list; the same ones each time; `first`: how many are left out before the first one. */
export function sample<T>(
  list: readonly T[],
  every: number,
  isLong: (one: T) => boolean = () => true,
  first = 0,
): T[] {
  if (ALL) return [...list];
  let seen = every - first;
  return list.filter((one) => !isLong(one) || seen++ % every === 0);
}

/** Of what holds in both browsers alike each tries one half. */
export function halfIn<T>(browser: "chromium" | "firefox", list: readonly T[]): T[] {
  return sample(list, 2, undefined, browser === "chromium" ? 0 : 1);
}
