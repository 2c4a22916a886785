/**
 * Everything that is asked before a field counts as seen by the user: its own size and styles, what would
 * take its clicks, and what is painted over it. The badge does without the last, which walks the page.
 */
import { stillness, withAncestors } from "../deep-tree.ts";
import { isUnderLayer } from "./layers.ts";
import { isVisible } from "./visible.ts";

/**
 * @param clear - may be transparent. For `own-label.ts` alone.
 * @param labels - may take a click meant for the field. For `own-label.ts` alone.
 */
export function isSeen(field: Element, clear?: readonly Element[], labels?: readonly Element[]): boolean {
  return isVisible(field, clear, labels) && !isUnderLayer(field, withAncestors(field), stillness());
}
