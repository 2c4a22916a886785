/** Names of files. */

/**
 * The same name beside ones that are taken: `photo (2).jpg` for 2, the name itself for 1.
 *
 * @param path - folders by `/`; only the last part gets a number, before its ending.
 */
export function numberedName(path: string, n: number): string {
  if (n === 1) return path;
  const dot = path.lastIndexOf(".");
  const at = dot > path.lastIndexOf("/") + 1 ? dot : path.length;
  return `${path.slice(0, at)} (${n})${path.slice(at)}`;
}
