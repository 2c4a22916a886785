/**
 * Notices that a restore form, or a key that is shown, came or went: for the toolbar badge.
 *
 * It must cost almost nothing on a busy page. The observer is off from the first change until the look that
 * follows, so changes in between are not even recorded. A look searches for text fields only, and asks for
 * style and layout only if one could take a key. The pause between looks is 60 times as long as a look takes.
 * In a hidden tab nothing runs.
 */
import type { Waiting } from "../../protocol/content-requests.ts";
import { isLarge, shadowRootsIn, whileStill } from "../deep-tree.ts";
import { type Gates, surveyForms } from "../find/find-form.ts";
import { isVisible } from "../gates/visible.ts";
import { isKeyShown } from "./shown-key.ts";

/** A form is noticed at most this long after it came, plus the look itself. */
const SHORTEST_PAUSE_MS = 100;
const PAUSE_PER_COST = 60;
const COSTS_KEPT = 4;
/**
 * A dialog that fades in changes no nodes when it is done: a form that may be coming is looked at again and
 * again.
 */
const FIRST_AGAIN_MS = 150;
const LAST_AGAIN_MS = 1_000;
/** Who has looked hears at most this often of changes that make no difference to the badge. */
const TELL_AFTER_MS = 1_000;

/** Between them, all fields and dialogs. */
const MARKED = "[contenteditable], [role=dialog], [role=alertdialog]";
const NAMED = "input, textarea, dialog";

/** A wrong badge does no harm, so it asks for less: the user's look asks for the rest. */
const BADGE_GATES: Gates = {
  isSeen: (field) => isVisible(field),
  comesWithFocus: () => false,
  isForOther: () => false,
};

/** Elements that are not defined yet get their shadow tree later, and no change tells of it. */
const UNDEFINED = ":not(:defined)";

const hasNo = (selector: string): boolean => document.querySelector(selector) === null;

/**
 * Is there nothing at all on a large page that a look is for? Two short questions: names and attributes apart
 * the browser answers in less time than one list of everything (1.6 and 1.9 ms for 20,000 elements). Of a
 * large page only dialogs are asked for shadow trees, so nothing outside them needs to be waited for.
 */
function isBare(): boolean {
  return isLarge(document) && hasNo(MARKED) && hasNo(NAMED);
}

/** `isComing`: what is looked for may be there soon without a change to hear of. */
function lookAround(): { seen: Waiting; isComing: boolean; shadows: ShadowRoot[] } {
  if (isBare()) return { seen: { form: false, key: false }, isComing: false, shadows: [] };
  const { found, isComing } = surveyForms(BADGE_GATES);
  const seen = { form: found.kind !== "no-form", key: isKeyShown() };
  return {
    seen,
    isComing: !seen.form && (isComing || document.querySelector(UNDEFINED) !== null),
    shadows: shadowRootsIn(document),
  };
}

type PageWatch = {
  /** Looks at once. */
  lookNow(): void;
  /**
   * Somebody has looked, with more gates than the badge's: the next change of the page is reported to them,
   * once, whatever it changed.
   */
  reportNext(): void;
};

/** @param report - called when either changes, first when one is true; and as {@link PageWatch} says. */
export function watchPage(report: (waiting: Waiting) => void): PageWatch {
  let waiting: Waiting = { form: false, key: false };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = SHORTEST_PAUSE_MS;
  let costsMs: number[] = [0];
  /** The page has changed since the last look here, or since the last report to who has looked. */
  const changed = { sinceLook: false, sinceReport: false };
  let isAwaited = false;
  let awaiting: ReturnType<typeof setTimeout> | undefined;

  const observer = new MutationObserver(() => {
    observer.disconnect();
    changed.sinceLook = true;
    lookAfter(pauseMs, FIRST_AGAIN_MS);
  });

  function lookAfter(delayMs: number, againMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(look, delayMs, againMs);
  }

  function look(againMs: number): void {
    // A page that is rendered ahead is hidden too.
    if (document.hidden) return;
    const startMs = performance.now();
    const { seen, isComing, shadows } = whileStill(lookAround);
    for (const root of [document, ...shadows]) observer.observe(root, { childList: true, subtree: true });
    // Without the slowest of the last looks, which another process or a garbage collection may have delayed.
    // Not the fastest: on a page that is empty now and then, a look is fast just then.
    costsMs = [...costsMs, performance.now() - startMs].slice(-COSTS_KEPT);
    pauseMs = Math.max(SHORTEST_PAUSE_MS, PAUSE_PER_COST * (costsMs.toSorted((a, b) => a - b).at(-2) ?? 0));
    if (isComing) lookAfter(Math.max(againMs, pauseMs), Math.min(againMs * 1.2, LAST_AGAIN_MS));
    if (changed.sinceLook) changed.sinceReport = true;
    changed.sinceLook = false;
    const isSame = seen.form === waiting.form && seen.key === waiting.key;
    waiting = seen;
    if (!isSame || (isAwaited && changed.sinceReport)) tell();
  }

  function tell(): void {
    isAwaited = false;
    report(waiting);
  }

  function lookNow(): void {
    clearTimeout(timer);
    observer.disconnect();
    look(FIRST_AGAIN_MS);
  }

  function reportNext(): void {
    clearTimeout(awaiting);
    isAwaited = false;
    changed.sinceReport = false;
    awaiting = setTimeout(() => {
      isAwaited = true;
      if (changed.sinceReport) tell();
    }, TELL_AFTER_MS);
  }

  document.addEventListener("visibilitychange", lookNow);
  lookNow();
  return { lookNow, reportNext };
}
