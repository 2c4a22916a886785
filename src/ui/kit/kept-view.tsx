/** A view whose work goes on while another view is shown: it stays in the page, hidden. */
import { type ComponentChildren, createContext } from "preact";
import { useContext, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";

/** Says that work has begun; returns the way to say that it has ended, once. */
type Keep = () => () => void;

const KeepContext = createContext<Keep>(() => () => undefined);

/** For work that must outlive a look at another view. */
export function useKeep(): Keep {
  return useContext(KeepContext);
}

/**
 * Draws the view while it is shown, and hidden for as long as work runs in it. What the work has brought
 * stays, too, until the person has come back and left again.
 */
export function KeptView({ isShown, children }: { isShown: boolean; children: ComponentChildren }) {
  const running = useRef(0);
  const box = useRef<HTMLDivElement>(null);
  const [isKept, setKept] = useState(false);
  const keep = useMemo<Keep>(
    () => () => {
      running.current++;
      setKept(true);
      return () => {
        running.current--;
      };
    },
    [],
  );
  useLayoutEffect(() => {
    if (isShown) box.current?.querySelector("h2")?.focus();
    else if (running.current === 0) setKept(false);
  }, [isShown]);
  if (!isShown && !isKept) return null;
  return (
    <KeepContext.Provider value={keep}>
      <div ref={box} class="kept-view" hidden={!isShown}>
        {children}
      </div>
    </KeepContext.Provider>
  );
}
