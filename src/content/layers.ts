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
import { placeOfPseudo } from "./pseudo-place.ts";
import { probesOf } from "./visible.ts";

/** Layers are put at the end of a page: of a larger one the last elements are looked at. */
const MOST_PARTS = 4_000;
const PICTURES = "img, canvas, video, audio, iframe, object, embed, fieldset, input, select, progress, meter";
const PSEUDOS = ["::before", "::after"] as const;
/** Of a drawing or a formula each part is painted as its own attributes say. */
const isPicture = (part: Element): boolean =>
  matches(part, PICTURES) || part.namespaceURI !== document.documentElement.namespaceURI;
const ON_TOP = ":popover-open, dialog:modal";

type MayHit = (element: Element, pseudo: CSSStyleDeclaration, hasContent: boolean) => boolean;

/** Text that a style sheet puts into the form may be its label. */
const PICTURE_AS_CONTENT = /url\(|gradient\(|image/;

/** What a style sheet lays over the field in this element of its line, without an element of its own. */
function hasVeil(element: Element, line: readonly Element[], mayHit: MayHit): boolean {
  const inner = line.slice(0, line.indexOf(element)).toReversed();
  return PSEUDOS.some((part) => {
    const style = getComputedStyle(element, part);
    if (
      isOff(style.content) ||
      !isDrawn(style) ||
      !mayHit(element, style, PICTURE_AS_CONTENT.test(style.content))
    )
      return false;
    return isPseudoOver(element, inner, style, part === "::after");
  });
}

/** How much a transform, its own or of what holds it, enlarges its borders and shadows at the most. */
function growthOf(part: Element, { width, height }: DOMRect): number {
  if (!(part instanceof HTMLElement)) return 1;
  const { offsetWidth, offsetHeight } = part;
  if (offsetWidth > 0 && offsetHeight > 0) return Math.max(1, width / offsetWidth, height / offsetHeight);
  return withAncestors(part).some((at) => isMoved(getComputedStyle(at))) ? Infinity : 1;
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

  const mayHit: MayHit = (element, style, hasContent) => {
    const { width, height, box } = placeOfPseudo(element, style);
    if (box) return points.some((at) => paintsAt(style, box, at, hasContent));
    const isLarge = width >= fieldBox.width && height >= fieldBox.height;
    return isLarge && fills(style);
  };

  if (line.some((at) => hasVeil(at, line, mayHit))) return true;
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
      return mayHit(part, style, true) && isOver(part, style);
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
    const growth = growthOf(part, box);
    const hasContent = isPicture(part) || !isOff(style.content);
    return points.some((at) => paintsAt(style, box, at, hasContent, growth)) && isOver(part);
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
