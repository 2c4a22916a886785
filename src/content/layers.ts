/**
 * Whether something is painted over a field that lets clicks through: the gate that a hit test cannot be.
 *
 * It walks the page, so it is asked only once a user looks, and in each task that writes; no page pays for it before.
 * What is painted within the form itself may lie over its fields: slots and floating labels are drawn so.
 * Not seen: text of a layer without a background. Lengths are CSS pixels of the viewport.
 */
import { DIALOGS, queryDeep, shadowRootsIn, withAncestors } from "./deep-tree.ts";
import { boxOf, isRendered, matches, queryList } from "./native.ts";
import { type Point, probesOf } from "./visible.ts";

/** Layers are put at the end of a page: of a larger one the last elements are looked at. */
const MOST_PARTS = 4_000;
const PICTURES = "img, canvas, video, iframe, svg, object, embed, fieldset, input";

/** A browser that does not know a property says "". */
function isOff(value: string): boolean {
  return value === "none" || value === "";
}

function isDrawn(style: CSSStyleDeclaration): boolean {
  return style.visibility === "visible" && style.display !== "none" && Number(style.opacity) > 0;
}

/** Its box, and what it does to its backdrop. */
function fills(style: CSSStyleDeclaration): boolean {
  const isClear = /^(?:transparent|rgba\(.*, 0\))$/.test(style.backgroundColor);
  return !isClear || !isOff(style.backgroundImage) || !isOff(style.backdropFilter);
}

/** How far beyond its box it paints: a speck in a corner can have a shadow as large as the page. */
function reachOf(style: CSSStyleDeclaration): number {
  const shadow = [...style.boxShadow.matchAll(/(-?[\d.]+)px/g)];
  const outline = Number.parseFloat(style.outlineWidth) + Number.parseFloat(style.outlineOffset);
  return Math.max(
    shadow.reduce((sum, [, length]) => sum + Math.abs(Number(length)), 0),
    isOff(style.outlineStyle) ? 0 : outline,
    0,
  );
}

function isHit({ x, y }: Point, box: DOMRect, reach: number): boolean {
  return x >= box.left - reach && x < box.right + reach && y >= box.top - reach && y < box.bottom + reach;
}

/** Where it is painted among its siblings: below (negative), in the flow (0), positioned, or by its z-index (1 up). */
function levelOf(element: Element): number {
  const { zIndex, position, transform, opacity } = getComputedStyle(element);
  if (zIndex !== "auto") return Number(zIndex) < 0 ? Number(zIndex) : Number(zIndex) + 1;
  return position === "static" && transform === "none" && opacity === "1" ? 0 : 1;
}

/** Neither holds the other. The first levels below what holds both decide, then the order of the page. */
function isPaintedOver(overLine: readonly Element[], underLine: readonly Element[]): boolean {
  const [over, under] = [overLine.toReversed(), underLine.toReversed()];
  const parting = over.findIndex((at, i) => at !== under[i]);
  const levelIn = (line: readonly Element[]): number =>
    line
      .slice(parting)
      .map(levelOf)
      .find((level) => level !== 0) ?? 0;
  const above = levelIn(over) - levelIn(under);
  const [first, second] = [under[parting], over[parting]];
  if (above !== 0 || !first || !second) return above > 0;
  return (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** What a style sheet lays over an element without an element of its own. */
function hasVeil(element: Element, { width, height }: DOMRect): boolean {
  return ["::before", "::after"].some((part) => {
    const style = getComputedStyle(element, part);
    if (isOff(style.content) || !["absolute", "fixed"].includes(style.position)) return false;
    const isLarge = Number.parseFloat(style.width) >= width && Number.parseFloat(style.height) >= height;
    return isLarge && !style.zIndex.startsWith("-") && isDrawn(style) && fills(style);
  });
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
  const form = line.find((at) => matches(at, `form, ${DIALOGS}`)) ?? line[2];

  function covers(part: Element): boolean {
    if (!isRendered(part)) return false;
    const style = getComputedStyle(part);
    const reach = reachOf(style);
    // The hit test has met every other box; nothing meets a shadow.
    if (reach === 0 && style.pointerEvents !== "none") return false;
    const box = boxOf(part);
    if (!points.some((point) => isHit(point, box, reach)) || !isDrawn(style)) return false;
    if (reach === 0 && !fills(style) && !matches(part, PICTURES)) return false;
    const partLine = withAncestors(part);
    const isOutside = !line.includes(part) && (form === undefined || !partLine.includes(form));
    return isOutside && isPaintedOver(partLine, line);
  }

  const full = document.fullscreenElement;
  if (full !== null && !line.includes(full)) return true;
  const box = boxOf(field);
  if (line.some((at) => hasVeil(at, box))) return true;
  const tops = queryDeep(document, ":popover-open, dialog:modal").filter((top) => !line.includes(top));
  if (tops.some((top) => isDrawn(getComputedStyle(top)) && fills(getComputedStyle(top, "::backdrop"))))
    return true;
  for (const root of [document, ...shadowRootsIn(document)])
    for (const part of lastElements(root)) if (covers(part)) return true;
  return false;
}
