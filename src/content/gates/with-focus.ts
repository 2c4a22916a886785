/**
 * Fields that the page shows only while they have the focus. They may be offered while they are hidden.
 *
 * This holds for the offer alone. Before such a field is filled, it gets the focus and must be visible like
 * any other.
 */
import { withAncestors } from "../deep-tree.ts";
import type { TextField } from "../fields.ts";
import { boxOf } from "../native.ts";
import { isUnderOwnLabel } from "./own-label.ts";
import { isDrawn } from "./visible.ts";

/** What is cut off of a box where a scrolled row ends, after rounding; CSS pixels. */
const EDGE_PX = 1;

/** Is it out of view in what the user can scroll and what holds this other field too? */
function isScrolledOut(field: Element, other: Element): boolean {
  const line = withAncestors(field);
  const scroller = line.find((at) => /auto|scroll/.test(getComputedStyle(at).overflow));
  if (!scroller || !withAncestors(other).includes(scroller) || !isDrawn(field, line)) return false;
  const [inner, outer] = [boxOf(field), boxOf(scroller)];
  return inner.left < outer.left - EDGE_PX || inner.right > outer.right + EDGE_PX;
}

/** The first of a form's fields may be under its own label, the others scrolled out of view. */
export function comesWithFocus(field: TextField, first: TextField): boolean {
  return field === first ? isUnderOwnLabel(field) : isScrolledOut(field, first);
}
