import { useEffect, useState } from "preact/hooks";

type Loaded<T> = { part: T } | { reason: unknown };

/**
 * A part of the program that is loaded when it is first drawn; null until then. What does not load is thrown to the
 * page's boundary: browsers remember that a module failed, so only a reload helps. `load`: always the same function.
 */
export function useLater<T>(load: () => Promise<T>): T | null {
  const [loaded, setLoaded] = useState<Loaded<T> | null>(null);
  useEffect(() => {
    load().then(
      (part) => setLoaded({ part }),
      (reason: unknown) => setLoaded({ reason }),
    );
  }, [load]);
  if (loaded && "reason" in loaded) throw loaded.reason;
  return loaded?.part ?? null;
}
