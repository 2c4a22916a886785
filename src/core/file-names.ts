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

/** Upper and lower case are one name on most disks. */
const onDisk = (path: string): string => path.toLowerCase();

/** The folders above a path, from the top: `a` and `a/b` for `a/b/c.txt`. */
function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join("/"));
}

/**
 * Paths of which no two are the same file, in the same order: those that collide get a number. A file gives way to
 * a folder of its name.
 *
 * @param taken - names that none of them may have.
 */
export function distinctPaths(paths: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set([...taken, ...paths.flatMap(foldersOf)].map(onDisk));
  const next = new Map<string, number>();
  return paths.map((path) => {
    let n = next.get(onDisk(path)) ?? 1;
    while (used.has(onDisk(numberedName(path, n)))) n += 1;
    next.set(onDisk(path), n + 1);
    const free = numberedName(path, n);
    used.add(onDisk(free));
    return free;
  });
}
