/**
 * Which of two parts of the page is painted over the other (CSS 2.2, appendix E). Where a style does not
 * tell, the one that is asked about is taken to be over: a gate that is wrong may only refuse.
 */
import { positionOf } from "../native.ts";
import { isMoved, isOff } from "./paint.ts";

/** Makes an element one that is painted among those with a z-index, as if it had 0. */
function isRaised(style: CSSStyleDeclaration): boolean {
  const isPlain =
    style.position === "static" &&
    style.opacity === "1" &&
    !isMoved(style) &&
    [
      ...["filter", "backdrop-filter", "perspective", "clip-path", "mask-image", "mix-blend-mode", "contain"],
      ...["animation-name", "-webkit-box-reflect"],
    ]
      .map((name) => style.getPropertyValue(name))
      .every(isOff) &&
    ["isolation", "will-change"].every((name) => ["auto", ""].includes(style.getPropertyValue(name))) &&
    ["content-visibility", "view-transition-name"].every((name) =>
      ["visible", "none", ""].includes(style.getPropertyValue(name)),
    );
  return !isPlain;
}

/** All its parts are painted together, none of them among what is outside: that much is sure of these. */
function isClosed(style: CSSStyleDeclaration): boolean {
  return /fixed|sticky/.test(style.position) || style.opacity !== "1" || style.isolation === "isolate";
}

/**
 * Below (negative), in the flow (0), or by its z-index (1 up), among all that the first of the line holds.
 * The search ends where a z-index applies. One that does not, or may not, counts when it is worse.
 *
 * @param worse - of two levels that it may have.
 */
function levelIn(styles: readonly CSSStyleDeclaration[], worse: (a: number, b: number) => number): number {
  let level: number | null = null;
  let outer = styles[0]?.display ?? "";
  for (const style of styles.slice(1)) {
    const isBox = style.display !== "contents";
    const isNumbered = style.zIndex !== "auto";
    if (isNumbered || isRaised(style)) {
      const z = Number(style.zIndex);
      const own = isNumbered ? (z < 0 ? z : z + 1) : 1;
      level = worse(level ?? own, own);
      const isPlaced = isBox && style.position !== "static";
      if (isNumbered ? isPlaced || (isBox && /flex|grid/.test(outer)) : isBox && isClosed(style))
        return level;
      if (isNumbered || !isPlaced) level = worse(level, 0);
    }
    if (isBox) outer = style.display;
  }
  return level ?? 0;
}

/** In a flex or grid box, `order` comes before the order of the page. Who uses it gets no finer answer. */
function isOrdered(...lines: (readonly CSSStyleDeclaration[])[]): boolean {
  // Of each, the first that is a box: it is one of those that are put in order.
  const items = lines.map((styles) => styles.find(({ display }) => display !== "contents"));
  return items.some((item) => item !== undefined && item.order !== "0");
}

/**
 * Neither holds the other.
 *
 * @param pseudo - of the part of the first element that is asked about, where it is not the element itself.
 */
export function isPaintedOver(
  overLine: readonly Element[],
  underLine: readonly Element[],
  pseudo?: CSSStyleDeclaration,
): boolean {
  const [over, under] = [overLine.toReversed(), underLine.toReversed()];
  const parting = over.findIndex((at, i) => at !== under[i]);
  const stylesOf = (line: readonly Element[]): CSSStyleDeclaration[] =>
    line.slice(Math.max(0, parting - 1)).map((at) => getComputedStyle(at));
  // Depth in space comes before all order.
  if (over.slice(0, parting).some((at) => getComputedStyle(at).transformStyle === "preserve-3d")) return true;
  const overStyles = [...stylesOf(over), ...(pseudo ? [pseudo] : [])];
  const underStyles = stylesOf(under);
  const level = levelIn(underStyles, Math.min);
  const above = levelIn(overStyles, Math.max) - level;
  const [first, second] = [under[parting], over[parting]];
  if (above !== 0 || !first || !second) return above > 0;
  if (isOrdered(overStyles.slice(1), underStyles.slice(1))) return true;
  // In the flow, blocks come before floats, and those before what is inline, in whatever order the page has
  // them.
  const areItems = /flex|grid/.test(underStyles[0]?.display ?? "");
  if (level === 0 && !areItems) return true;
  return (positionOf(first, second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/**
 * Is a part without an element of its own painted over what the element holds? In order, `::before` comes
 * before all of that, `::after` behind it.
 *
 * @param inner - from the element's child to the one that is asked about.
 */
export function isPseudoOver(
  element: Element,
  inner: readonly Element[],
  pseudo: CSSStyleDeclaration,
  isAfter: boolean,
): boolean {
  const own = getComputedStyle(element);
  if (own.transformStyle === "preserve-3d") return true;
  const styles = inner.map((at) => getComputedStyle(at));
  const above = levelIn([own, pseudo], Math.max) - levelIn([own, ...styles], Math.min);
  return above > 0 || (above === 0 && (isAfter || isOrdered([pseudo], styles)));
}
