/**
 * Notices that a restore form came or went, for the toolbar badge.
 *
 * On a busy page the price must be next to nothing. The observer is off from the first change until the look
 * that follows it, so changes in between are not even recorded; the look asks for text fields only and goes on
 * to style and layout when one could take a key; and looks keep a distance of 50 times what one costs. In a tab
 * that nobody sees nothing runs.
 */
import { collectCandidates } from "./candidates.ts";
import { findForm } from "./find-form.ts";

/** A form is noticed at most this long after it came, plus the look itself. */
const SHORTEST_PAUSE_MS = 100;
const PAUSE_PER_COST = 50;
const COSTS_KEPT = 4;
/** A dialog that fades in changes no nodes when it is done, so a form that may be coming is looked at again. */
const AGAIN_AFTER_MS = [200, 400, 800, 1600];

/**
 * @param report - called with true and false in turn, never twice with the same, first with true.
 * @returns a way to look at once.
 */
export function watchForForm(report: (waiting: boolean) => void): () => void {
  let waiting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = SHORTEST_PAUSE_MS;
  let costsMs: number[] = [0];

  const observer = new MutationObserver(() => {
    observer.disconnect();
    lookAfter(pauseMs, 0);
  });

  function lookAfter(delayMs: number, again: number): void {
    clearTimeout(timer);
    timer = setTimeout(look, delayMs, again);
  }

  function look(again: number): void {
    if (document.hidden) return;
    const startMs = performance.now();
    const maybe = collectCandidates(document).length > 0;
    const found = maybe && findForm().kind !== "no-form";
    // The cheapest of the last ones: a look that another process or a garbage collection held up says nothing.
    costsMs = [...costsMs, performance.now() - startMs].slice(-COSTS_KEPT);
    pauseMs = Math.max(SHORTEST_PAUSE_MS, PAUSE_PER_COST * Math.min(...costsMs));
    observer.observe(document, { childList: true, subtree: true });
    const nextMs = AGAIN_AFTER_MS[again];
    if (maybe && !found && nextMs !== undefined) lookAfter(Math.max(nextMs, pauseMs), again + 1);
    if (found === waiting) return;
    waiting = found;
    report(waiting);
  }

  function lookNow(): void {
    clearTimeout(timer);
    observer.disconnect();
    look(0);
  }

  document.addEventListener("visibilitychange", lookNow);
  lookNow();
  return lookNow;
}
