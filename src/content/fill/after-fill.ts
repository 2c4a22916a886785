/**
 * After a fill the page may put the key into new elements at any time, for example into another dialog after
 * a wrong key. The browser must not save those with the session either.
 *
 * So for a while every plain text field that is added to the document is kept out of session restore, even if
 * it does not look like the form. A field that is kept out needlessly only loses its text in a restored
 * session. Only added elements are looked at.
 */
import { allFields, asksForOther, FIELDS, isMarkedAsCode, type TextField, takesText } from "../fields.ts";
import { matches } from "../native.ts";
import { keepOutOfSession } from "./insert.ts";

const WATCHED_MS = 10 * 60_000;

function fieldsIn(added: Node): TextField[] {
  if (!(added instanceof Element)) return [];
  return matches(added, FIELDS) ? [added as TextField] : allFields(added);
}

/**
 * True if the form that was filled was itself marked as a one-time code's. Otherwise fields with that mark
 * want something other than the key.
 */
let takesMarked = false;

/** Done within the microtask, so that the browser never sees a new field that is not kept out. */
const observer = new MutationObserver((records) => {
  for (const { addedNodes } of records)
    for (const field of [...addedNodes].flatMap(fieldsIn))
      if (takesText(field) && !asksForOther(field) && (takesMarked || !isMarkedAsCode(field)))
        keepOutOfSession(field);
});

let timer: ReturnType<typeof setTimeout> | undefined;

/** Ends by itself. A second fill starts the time again. */
export function keepNewFieldsOut(fields: readonly TextField[]): void {
  clearTimeout(timer);
  takesMarked ||= fields.some(isMarkedAsCode);
  const roots = new Set<Node>([document, ...fields.map((field) => field.getRootNode())]);
  for (const root of roots) observer.observe(root, { childList: true, subtree: true });
  timer = setTimeout(() => observer.disconnect(), WATCHED_MS);
}
