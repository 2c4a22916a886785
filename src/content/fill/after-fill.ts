/**
 * After a fill the page may put up the key in new elements, as long as it likes: after a wrong key, say, in
 * another dialog. They are not to be saved with the session either.
 *
 * So every plain text field that comes into the document for a while is kept out, whether or not it still
 * looks like the form: one too many loses nothing but its place in a restored session. Only what was added is
 * looked at.
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
 * The form that was filled was itself marked as that of a one-time code; else such fields want another thing.
 */
let takesMarked = false;

/** Within the microtask, so that no task of the browser finds a new field without it. */
const observer = new MutationObserver((records) => {
  for (const { addedNodes } of records)
    for (const field of [...addedNodes].flatMap(fieldsIn))
      if (takesText(field) && !asksForOther(field) && (takesMarked || !isMarkedAsCode(field)))
        keepOutOfSession(field);
});

let timer: ReturnType<typeof setTimeout> | undefined;

/** Ends by itself; a second fill starts the time again. */
export function keepNewFieldsOut(fields: readonly TextField[]): void {
  clearTimeout(timer);
  takesMarked ||= fields.some(isMarkedAsCode);
  const roots = new Set<Node>([document, ...fields.map((field) => field.getRootNode())]);
  for (const root of roots) observer.observe(root, { childList: true, subtree: true });
  timer = setTimeout(() => observer.disconnect(), WATCHED_MS);
}
