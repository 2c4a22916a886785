/** Tells the background that somebody is at this page: what is being typed or read must not lock away. */
import { useEffect } from "preact/hooks";
import { useApi } from "./api.ts";

/** How often the background hears it at most. */
const USE_EVERY_MS = 15_000;

/** What only a person does. */
const INPUTS = ["keydown", "pointerdown", "wheel"] as const;
/** What a screen reader or a dragged scroll bar does, too; in a window behind others it is not a person's. */
const MOVES = ["focusin", "scroll"] as const;

/**
 * `foreign`: a web page decides in part what this page draws, as it does in the popup. Then it can scroll this
 * page by that, and would keep Sixtyfour unlocked if moves counted. `own`: nothing moves here but by a person's act.
 */
type Drawn = "own" | "foreign";

export function useUseWatch(drawn: Drawn): void {
  const api = useApi();
  useEffect(() => {
    let saidAtMs = Number.NEGATIVE_INFINITY;
    const used = (event: Event) => {
      if (!event.isTrusted || api.nowMs() - saidAtMs < USE_EVERY_MS) return;
      saidAtMs = api.nowMs();
      void api.ask("keyring.use", {});
    };
    const moved = (event: Event) => {
      if (document.hasFocus()) used(event);
    };
    const moves = drawn === "own" ? MOVES : [];
    // Scrolling inside the page is told to the window only on its way down.
    const how = { capture: true, passive: true };
    for (const type of INPUTS) window.addEventListener(type, used, how);
    for (const type of moves) window.addEventListener(type, moved, how);
    return () => {
      for (const type of INPUTS) window.removeEventListener(type, used, how);
      for (const type of moves) window.removeEventListener(type, moved, how);
    };
  }, [api, drawn]);
}
