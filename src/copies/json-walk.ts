/**
 * Every text in a JSON value, with the path to it. Without recursion: how deep a file nests is its writer's
 * choice.
 */

/** Deeper than any export goes; beyond it a file is refused. */
const DEEPEST = 100;
/**
 * Of a path, as it would be shown. A name of a megabyte with a hundred thousand others below it, all their
 * paths written out, is a hundred gigabytes.
 */
const LONGEST_PATH = 200;

type Frame = { path: string; names: readonly string[] | null; values: readonly unknown[]; next: number };

function frameOf(path: string, value: object): Frame {
  if (Array.isArray(value)) return { path, names: null, values: value, next: 0 };
  return { path, names: Object.keys(value), values: Object.values(value), next: 0 };
}

function pathOf(above: string, name: string): string {
  if (name === "" || above.length >= LONGEST_PATH) return above;
  const here = name.slice(0, LONGEST_PATH);
  return (above === "" ? here : `${above}.${here}`).slice(0, LONGEST_PATH);
}

/**
 * @param isWanted - whether a string is to be given at all.
 * @returns path and text of every such string below `root`, in order; null where it nests too deep. Paths are
 *   names joined by dots, without places in lists: `login.password`; what is beyond {@link LONGEST_PATH} is
 *   left out.
 */
export function textsIn(root: unknown, isWanted: (text: string) => boolean): [string, string][] | null {
  const texts: [string, string][] = [];
  const stack: Frame[] = [{ path: "", names: null, values: [root], next: 0 }];
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const at = frame.next++;
    if (at >= frame.values.length) {
      stack.pop();
      continue;
    }
    const value = frame.values[at];
    const name = frame.names?.[at] ?? "";
    if (typeof value === "string" && isWanted(value)) texts.push([pathOf(frame.path, name), value]);
    if (typeof value !== "object" || value === null) continue;
    if (stack.length > DEEPEST) return null;
    stack.push(frameOf(pathOf(frame.path, name), value));
  }
  return texts;
}

/** An object's value by that name; undefined for everything that is no object. Never an inherited one. */
export function valueAt(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

export function textAt(value: unknown, name: string): string {
  const text = valueAt(value, name);
  return typeof text === "string" ? text : "";
}

/** Parsed JSON; undefined for what is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
