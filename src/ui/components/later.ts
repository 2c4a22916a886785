import { useEffect, useState } from "preact/hooks";

/** A part of the program that is loaded when it is first drawn; null until then. `load`: always the same function. */
export function useLater<T>(load: () => Promise<T>): T | null {
  const [loaded, setLoaded] = useState<{ part: T } | null>(null);
  useEffect(() => {
    void load().then((part) => setLoaded({ part }));
  }, [load]);
  return loaded?.part ?? null;
}
