/**
 * A field under its own label. Some libraries lay the label where the text will be, and some of them make the
 * empty field transparent until it has the focus.
 *
 * Fields that are hidden for a script to fill look the same. So such a field may be offered, and nothing is
 * written while it looks so: it gets the focus, and must then be seen as every other field. Lengths are CSS
 * pixels.
 */
import { shadowOf } from "../../platform/shadow.ts";
import { DIALOGS, hostOf, withAncestors } from "../deep-tree.ts";
import { allFields, isTextBox, type TextField } from "../fields.ts";
import { boxOf, isDisplayed, matches } from "../native.ts";
import { isSeen } from "./seen.ts";

/** The hosts around the field, up to its form or dialog, whose shadow trees are about no other field. */
function hostsOf(field: TextField, line: readonly Element[]): Element[] {
  const end = line.findIndex((at) => matches(at, `form, ${DIALOGS}`));
  return line.slice(0, Math.max(end, 0)).filter((at) => {
    const shadow = shadowOf(at);
    return shadow !== null && allFields(shadow).every((one) => one === field);
  });
}

function isTextIn(node: Node, { left, right, top, bottom }: DOMRect): boolean {
  const range = document.createRange();
  range.selectNodeContents(node);
  const box = range.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  return box.width > 0 && x > left && x < right && y > top && y < bottom;
}

/** Labels at rest are paler than other text. */
const LEAST_OPACITY = 0.5;

function isReadable(text: Element): boolean {
  const opacities = withAncestors(text).map((at) => Number(getComputedStyle(at).opacity));
  return isDisplayed(text) && opacities.reduce((all, one) => all * one, 1) >= LEAST_OPACITY;
}

/**
 * Does text that shows lie in the field's place? Only what stands in the label, or in the field's own
 * component.
 */
function hasTextOver(field: TextField, parts: readonly Node[]): boolean {
  const place = boxOf(field);
  return parts.some((part) => {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { nodeValue, parentElement } = texts.currentNode;
      if (!nodeValue?.trim() || !isTextIn(texts.currentNode, place)) continue;
      if (parentElement && isReadable(parentElement)) return true;
    }
    return false;
  });
}

/**
 * Only the field itself and what is in its own component may be transparent, and only its labels may take a
 * click meant for it; every other gate is asked as ever.
 */
export function isUnderOwnLabel(field: TextField): boolean {
  const line = withAncestors(field);
  const hosts = hostsOf(field, line);
  const shadows = hosts.flatMap((host) => shadowOf(host) ?? []);
  const own = line.filter((at) => at === field || hosts.some((host) => host === hostOf(at)));
  // Firefox keeps a label in the list that is another field's by now.
  const labels = isTextBox(field) ? [...(field.labels ?? [])].filter((one) => one.control === field) : [];
  return hasTextOver(field, [...labels, ...shadows]) && isSeen(field, own, labels);
}
