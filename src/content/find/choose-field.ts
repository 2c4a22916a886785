/**
 * *Choose the field*: the user's next click in the page picks a field instead of reaching the page.
 *
 * Nothing of ours is put into the page: while this goes on, the background has the browser draw the highlight
 * by a style sheet of the user's own, which pages can neither read the rules of nor override. A click that a
 * script makes picks nothing.
 */
import { closestDeep, elementWithin } from "../deep-tree.ts";
import { FIELDS, type TextField } from "../fields.ts";

const LONGEST_CHOICE_MS = 60_000;
/** All events of one click: the page could act on any of them. */
const POINTER_EVENTS = [
  "pointerdown",
  "mousedown",
  "touchstart",
  "pointerup",
  "mouseup",
  "touchend",
  "click",
  "contextmenu",
] as const;

/** Ends the choice that is still running when another one begins. */
let ongoing: AbortController | null = null;

/**
 * Replaces a choice that is still running: its `done` is never called.
 *
 * @param done - called once, with what was clicked; null after Escape, a click beside every field, when the
 *   tab is left, or after a minute.
 */
export function chooseField(done: (field: TextField | null) => void): void {
  const ending = new AbortController();
  ongoing?.abort();
  ongoing = ending;
  let picked: TextField | null = null;

  function end(field: TextField | null): void {
    if (ending.signal.aborted) return;
    ending.abort();
    clearTimeout(timer);
    done(field);
  }

  /** What the browser has met, not what is there by now: the page may have heard of it before. */
  function fieldUnder({ clientX, clientY, target }: MouseEvent): TextField | null {
    const met = elementWithin(target as Element, clientX, clientY);
    return closestDeep(met, FIELDS) as TextField | null;
  }

  function onPointer(event: Event): void {
    if (!event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === "pointerdown") picked = fieldUnder(event as MouseEvent);
    // Not before, or the remaining events of this click would reach the page.
    if (event.type === "click") end(picked);
  }

  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || event.key !== "Escape") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    end(null);
  }

  const options = { capture: true, passive: false, signal: ending.signal };
  for (const type of POINTER_EVENTS) window.addEventListener(type, onPointer, options);
  window.addEventListener("keydown", onKey, options);
  document.addEventListener("visibilitychange", () => document.hidden && end(null), options);
  const timer = setTimeout(() => end(null), LONGEST_CHOICE_MS);
}
