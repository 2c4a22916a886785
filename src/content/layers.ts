/**
 * Whether something is painted over a field that lets clicks through: the gate that a hit test cannot be.
 *
 * It walks the page, so it is asked only once a user looks, and in each task that writes; no page pays for it before.
 * What is painted within the form itself may lie over its fields: slots and floating labels are drawn so.
 * Not seen: text of a layer without a background. Lengths are CSS pixels of the viewport.
 */
import { shadowOf } from "../platform/shadow.ts";
import { DIALOGS, queryDeep, withAncestors } from "./deep-tree.ts";
import { boxOf, isRendered, matches, queryList } from "./native.ts";
import {
  fills,
  isDrawn,
  isMoved,
  isOff,
  isOutlinedInwards,
  paintsAnything,
  paintsAt,
  reachOf,
} from "./paint.ts";
import { isPaintedOver, isPseudoOver } from "./paint-order.ts";
import { probesOf } from "./visible.ts";

/** Layers are put at the end of a page: of a larger one the last elements are looked at. */
const MOST_PARTS = 4_000;
const PICTURES = "img, canvas, video, audio, iframe, object, embed, fieldset, input, select, progress, meter";
const PSEUDOS = ["::before", "::after"] as const;
/** Of a drawing or a formula each part is painted as its own attributes say. */
const isPicture = (part: Element): boolean =>
  matches(part, PICTURES) || part.namespaceURI !== document.documentElement.namespaceURI;
const ON_TOP = ":popover-open, dialog:modal";

/** What a style sheet lays over the field in this element of its line, without an element of its own. */
function hasVeil(element: Element, line: readonly Element[], { width, height }: DOMRect): boolean {
  const inner = line.slice(0, line.indexOf(element)).toReversed();
  return PSEUDOS.some((part) => {
    const style = getComputedStyle(element, part);
    if (isOff(style.content) || !["absolute", "fixed"].includes(style.position)) return false;
    const isLarge = Number.parseFloat(style.width) >= width && Number.parseFloat(style.height) >= height;
    if (!isLarge || !isDrawn(style) || !fills(style)) return false;
    return isPseudoOver(element, inner, style, part === "::after");
  });
}

/**
 * Where a part without an element is painted; null where that is not told, and it may be anywhere. What is neither
 * absolute nor fixed, or is moved, may.
 */
function boxOfPseudo(element: Element, style: CSSStyleDeclaration): DOMRect | null {
  if (isMoved(style) || !["absolute", "fixed"].includes(style.position)) return null;
  const [left, top, width, height] = [style.left, style.top, style.width, style.height].map(
    Number.parseFloat,
  );
  const holds = (at: Element): boolean => {
    const { position, transform } = getComputedStyle(at);
    return transform !== "none" || (position !== "static" && style.position === "absolute");
  };
  const holder = withAncestors(element).find(holds);
  const origin = holder ? boxOf(holder) : { left: 0, top: 0 };
  return new DOMRect(origin.left + (left ?? 0), origin.top + (top ?? 0), width, height);
}

function* lastElements(root: ParentNode): Generator<Element> {
  const all = queryList(root, "*");
  for (let i = all.length - 1; i >= Math.max(0, all.length - MOST_PARTS); i -= 1) {
    const element = all[i];
    if (element) yield element;
  }
}

/** @param line - the field and its ancestors. */
export function isUnderLayer(field: Element, line: readonly Element[]): boolean {
  const points = probesOf(field);
  const fieldBox = boxOf(field);
  const form = line.find((at) => matches(at, `form, ${DIALOGS}`)) ?? line[2];
  const full = document.fullscreenElement;
  if (full !== null && !line.includes(full)) return true;
  if (line.some((at) => hasVeil(at, line, fieldBox))) return true;
  // What holds the field is painted under it, but for these.
  const styles = line.map((at) => getComputedStyle(at));
  if (styles.some((style) => style.zIndex.startsWith("-") || isOutlinedInwards(style))) return true;
  // A page that changes from one picture of itself to another may keep the old one in front.
  if (queryList(document, ":is(:active-view-transition)").length > 0) return true;
  const tops = new Set(queryDeep(document, ON_TOP).filter((top) => !line.includes(top)));

  /** A popover that was closed may stay in front until its transition is over. */
  function isTop(at: Element): boolean {
    const isKept = getComputedStyle(at).getPropertyValue("overlay") === "auto" && !line.includes(at);
    if (isKept) tops.add(at);
    return tops.has(at);
  }

  function isOver(part: Element, pseudo?: CSSStyleDeclaration): boolean {
    const partLine = withAncestors(part);
    if (line.includes(part) || (form !== undefined && partLine.includes(form))) return false;
    return partLine.some(isTop) || isPaintedOver(partLine, line, pseudo);
  }

  function coversWithout(part: Element): boolean {
    return PSEUDOS.some((which) => {
      const style = getComputedStyle(part, which);
      if (isOff(style.content) || !isDrawn(style)) return false;
      if (style.pointerEvents !== "none" && reachOf(style) === 0) return false;
      const box = boxOfPseudo(part, style);
      const isLarge =
        Number.parseFloat(style.width) >= fieldBox.width &&
        Number.parseFloat(style.height) >= fieldBox.height;
      const mayHit = box ? points.some((at) => paintsAt(style, box, at)) : isLarge && fills(style);
      return mayHit && isOver(part, style);
    });
  }

  function covers(part: Element): boolean {
    const style = getComputedStyle(part);
    if (!isRendered(part)) return style.display === "contents" && coversWithout(part);
    isTop(part);
    if (coversWithout(part)) return true;
    // The hit test has met every other box; nothing meets a shadow.
    if ((style.pointerEvents !== "none" && reachOf(style) === 0) || !isDrawn(style)) return false;
    const box = boxOf(part);
    return points.some((at) => paintsAt(style, box, at, isPicture(part))) && isOver(part);
  }

  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots)
    for (const part of lastElements(root)) {
      const shadow = shadowOf(part);
      if (shadow) roots.push(shadow);
      if (covers(part)) return true;
    }
  return [...tops].some((top) => paintsAnything(getComputedStyle(top, "::backdrop")));
}
