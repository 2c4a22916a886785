import { ALL } from "../support/all.ts";

/**
 * What a run tries of a list: `npm test` the items that stand for a cause, `npm run test:all` every one.
 *
 * @param causes - by an item's name, what it stands for.
 */
export function taken<T>(
  list: readonly T[],
  nameOf: (item: T) => string,
  causes: Readonly<Record<string, string>>,
): T[] {
  const names = list.map(nameOf);
  const unknown = Object.keys(causes).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`not in the list: ${unknown.join(", ")}`);
  return ALL ? [...list] : list.filter((item) => Object.hasOwn(causes, nameOf(item)));
}
