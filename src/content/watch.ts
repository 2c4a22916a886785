/**
 * Notices that a restore form, or a key that is shown, came or went: for the toolbar badge.
 *
 * On a busy page the price must be next to nothing. The observer is off from the first change until the look
 * that follows it, so changes in between are not even recorded; the look asks for text fields only and goes on
 * to style and layout when one could take a key; and looks keep a distance of 50 times what one costs. In a tab
 * that nobody sees nothing runs.
 */
import { shadowRootsIn } from "./deep-tree.ts";
import { surveyForms } from "./find-form.ts";
import { isPrerendered } from "./place.ts";
import { isKeyShown } from "./shown-key.ts";

/** A form is noticed at most this long after it came, plus the look itself. */
const SHORTEST_PAUSE_MS = 100;
const PAUSE_PER_COST = 50;
const COSTS_KEPT = 4;
/** A dialog that fades in changes no nodes when it is done: a form that may be coming is looked at again and again. */
const FIRST_AGAIN_MS = 150;
const LAST_AGAIN_MS = 1_000;

export type Waiting = { form: boolean; key: boolean };

/** Elements that are not defined yet get their shadow tree later, and no change tells of it. */
function hasUndefined(): boolean {
  return document.querySelector(":not(:defined)") !== null;
}

/**
 * @param report - called when either changes; first when one is true.
 * @returns a way to look at once.
 */
export function watchPage(report: (waiting: Waiting) => void): () => void {
  let waiting: Waiting = { form: false, key: false };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = SHORTEST_PAUSE_MS;
  let costsMs: number[] = [0];

  const observer = new MutationObserver(() => {
    observer.disconnect();
    lookAfter(pauseMs, FIRST_AGAIN_MS);
  });

  function lookAfter(delayMs: number, againMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(look, delayMs, againMs);
  }

  function look(againMs: number): void {
    if (document.hidden || isPrerendered()) return;
    const startMs = performance.now();
    const { found, isComing } = surveyForms();
    const seen: Waiting = { form: found.kind !== "no-form", key: isKeyShown() };
    const isAgain = !seen.form && (isComing || hasUndefined());
    for (const root of [document, ...shadowRootsIn(document)])
      observer.observe(root, { childList: true, subtree: true });
    // The cheapest of the last ones: a look that another process or a garbage collection held up says nothing.
    costsMs = [...costsMs, performance.now() - startMs].slice(-COSTS_KEPT);
    pauseMs = Math.max(SHORTEST_PAUSE_MS, PAUSE_PER_COST * Math.min(...costsMs));
    if (isAgain) lookAfter(Math.max(againMs, pauseMs), Math.min(againMs * 1.2, LAST_AGAIN_MS));
    if (seen.form === waiting.form && seen.key === waiting.key) return;
    waiting = seen;
    report(waiting);
  }

  function lookNow(): void {
    clearTimeout(timer);
    observer.disconnect();
    look(FIRST_AGAIN_MS);
  }

  document.addEventListener("visibilitychange", lookNow);
  lookNow();
  return lookNow;
}
