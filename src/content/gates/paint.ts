/** What a box paints, and where, as its computed style says. Lengths are CSS pixels of the viewport. */
import type { Point } from "./visible.ts";

/** A browser that does not know a property says "". */
export function isOff(value: string): boolean {
  return value === "none" || value === "" || value === "normal";
}

const isOn = (style: CSSStyleDeclaration, ...names: string[]): boolean =>
  names.some((name) => !isOff(style.getPropertyValue(name)));

const lengthOf = (style: CSSStyleDeclaration, name: string): number =>
  Number.parseFloat(style.getPropertyValue(name)) || 0;

export function isDrawn(style: CSSStyleDeclaration): boolean {
  return style.visibility === "visible" && style.display !== "none" && Number(style.opacity) > 0;
}

export function isMoved(style: CSSStyleDeclaration): boolean {
  return isOn(style, "transform", "translate", "scale", "rotate", "offset-path");
}

/** Its box, and what it does to its backdrop. */
export function fills(style: CSSStyleDeclaration): boolean {
  const isClear = /^(?:transparent|rgba\(.*, 0\))$/.test(style.backgroundColor);
  return (
    !isClear ||
    isOn(style, "background-image", "backdrop-filter", "border-image-source") ||
    isOn(style, "column-rule-style", "row-rule-style")
  );
}

/** A picture that keeps its own size, in a box that does not cut it off. */
function isSpilling(style: CSSStyleDeclaration): boolean {
  return style.overflowX === "visible" && style.objectFit !== "fill" && style.objectFit !== "";
}

/** How far beyond its box it paints: a speck in a corner can have a shadow as large as the page. */
export function reachOf(style: CSSStyleDeclaration): number {
  const isFar = isOn(style, "-webkit-box-reflect", "border-image-source") || style.filter.includes("url");
  if (isFar || isSpilling(style)) return Infinity;
  const lengths = `${style.boxShadow} ${style.filter}`.matchAll(/(-?[\d.]+(?:e[+-]?\d+)?)px/g);
  const reach = [...lengths].reduce((sum, [, length]) => sum + Math.abs(Number(length)), 0);
  const outline = lengthOf(style, "outline-width") + lengthOf(style, "outline-offset");
  return Math.max(reach, isOff(style.outlineStyle) ? 0 : outline, 0);
}

const SIDES = ["top", "right", "bottom", "left"];

/** Anything at all, of a box that is as large as the page. */
export function paintsAnything(style: CSSStyleDeclaration): boolean {
  const hasBorder = SIDES.some((side) => lengthOf(style, `border-${side}-width`) > 0);
  return isDrawn(style) && (fills(style) || hasBorder || reachOf(style) > 0);
}

/** What holds a field may be outlined, a little inwards too; further in, the outline lies over the field. */
const MOST_INWARDS_PX = 8;

export function isOutlinedInwards(style: CSSStyleDeclaration): boolean {
  return !isOff(style.outlineStyle) && lengthOf(style, "outline-offset") < -MOST_INWARDS_PX;
}

function isIn({ x, y }: Point, box: DOMRect, inset: (side: string) => number): boolean {
  return (
    x >= box.left + inset("left") &&
    x < box.right - inset("right") &&
    y >= box.top + inset("top") &&
    y < box.bottom - inset("bottom")
  );
}

const CORNERS = [
  ["top", "left"],
  ["top", "right"],
  ["bottom", "left"],
  ["bottom", "right"],
] as const;

const lengthIn = (text: string, side: number): number =>
  Number.parseFloat(text) * (text.endsWith("%") ? side / 100 : 1) || 0;

/** What is drawn along the edge of a box follows its round corners, and lies further inwards there. */
function isInCorner(
  style: CSSStyleDeclaration,
  box: DOMRect,
  { x, y }: Point,
  widthOf: (side: string) => number,
): boolean {
  return CORNERS.some(([vertical, horizontal]) => {
    const radii = style.getPropertyValue(`border-${vertical}-${horizontal}-radius`).split(" ");
    const across = Math.min(lengthIn(radii[0] ?? "", box.width), box.width / 2);
    const down = Math.min(lengthIn(radii[1] ?? radii[0] ?? "", box.height), box.height / 2);
    // From the middle of the arc towards its corner. What is drawn is narrower than the arc where both are positive.
    const fromX = across - Math.abs(x - box[horizontal]);
    const fromY = down - Math.abs(y - box[vertical]);
    const isAtArc = fromX > 0 && fromY > 0;
    return (
      isAtArc && Math.hypot(fromX / (across - widthOf(horizontal)), fromY / (down - widthOf(vertical))) > 1
    );
  });
}

/**
 * @param isPicture - it has a picture, or a look that the browser gives it.
 * @param growth - how much larger than its style says borders and shadows are.
 */
export function paintsAt(
  style: CSSStyleDeclaration,
  box: DOMRect,
  at: Point,
  isPicture = false,
  growth = 1,
): boolean {
  const reach = reachOf(style) * growth || 0;
  if (!isIn(at, box, () => -reach)) return false;
  if (isPicture || fills(style)) return true;
  const isShadow = reach < Infinity && style.filter === "none";
  if (reach > 0 && !(isShadow && isIn(at, box, () => 0))) return true;
  // A border, an outline that begins within the box, or a shadow that goes inwards may be as broad as the page.
  const inwards = style.boxShadow.includes("inset") ? reachOf(style) : 0;
  const inner = Math.max(inwards, isOff(style.outlineStyle) ? 0 : -lengthOf(style, "outline-offset"));
  const widthOf = (side: string): number =>
    Math.max(inner, lengthOf(style, `border-${side}-width`)) * growth || 0;
  if (!isIn(at, box, widthOf)) return true;
  return SIDES.some((side) => widthOf(side) > 0) && isInCorner(style, box, at, widthOf);
}
