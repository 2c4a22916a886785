/**
 * Where a part without an element (`::before`, `::after`) is painted, which only its style tells. Lengths are
 * CSS pixels of the viewport.
 */
import { withAncestors } from "../deep-tree.ts";
import { boxOf } from "../native.ts";
import { isMoved, isOff, reachOf } from "./paint.ts";

const lengthsOf = (style: CSSStyleDeclaration, names: readonly string[]): number[] =>
  names.map((name) => Number.parseFloat(style.getPropertyValue(name)) || 0);

/** Its border box, before it is moved. */
function sizeOf(style: CSSStyleDeclaration): [width: number, height: number] {
  const [width = 0, height = 0] = lengthsOf(style, ["width", "height"]);
  if (style.boxSizing === "border-box") return [width, height];
  const around = (a: string, b: string): number =>
    lengthsOf(style, [...[`padding-${a}`, `padding-${b}`, `border-${a}-width`, `border-${b}-width`]]).reduce(
      (sum, length) => sum + length,
      0,
    );
  return [width + around("left", "right"), height + around("top", "bottom")];
}

const PLAIN = /^matrix\(([^,]+), ([^,]+), ([^,]+), ([^,]+),/;

/** How much larger a transform may make it at the most. */
function growthOf(style: CSSStyleDeclaration): number {
  if (["scale", "rotate", "offset-path"].some((name) => !isOff(style.getPropertyValue(name))))
    return Infinity;
  if (style.transform === "none") return 1;
  const [, ...numbers] = PLAIN.exec(style.transform) ?? [];
  const [a = Infinity, b = 0, c = 0, d = 0] = numbers.map((number) => Math.abs(Number(number)));
  return Math.max(a + c, b + d);
}

/** May what is fixed be held by it, instead of by the window? That it will change is enough. */
function mayHoldFixed(style: CSSStyleDeclaration): boolean {
  const names = ["filter", "backdrop-filter", "perspective", "contain", "container-type"];
  return (
    isMoved(style) ||
    style.willChange !== "auto" ||
    names.some((name) => !isOff(style.getPropertyValue(name)))
  );
}

/**
 * @returns `box`: where it is painted; null where that is not told, as it is in the flow or moved, and it may
 *   be anywhere. `width`, `height`: how large it is then at the most, with its shadows.
 */
export function placeOfPseudo(
  element: Element,
  style: CSSStyleDeclaration,
): { width: number; height: number; box: DOMRect | null } {
  const growth = growthOf(style);
  const [width, height] = sizeOf(style);
  const reach = 2 * reachOf(style);
  const [farWidth, farHeight] = [width, height].map((size) => (size + reach) * growth || 0);
  const anywhere = { width: farWidth ?? 0, height: farHeight ?? 0, box: null };
  if (isMoved(style) || !["absolute", "fixed"].includes(style.position)) return anywhere;
  const line = withAncestors(element);
  const holder = line.find((at) => {
    const of = getComputedStyle(at);
    return mayHoldFixed(of) || (of.position !== "static" && style.position === "absolute");
  });
  const held = holder && getComputedStyle(holder);
  if (held && (growthOf(held) !== 1 || held.willChange !== "auto")) return anywhere;
  const origin = holder ? boxOf(holder) : { left: 0, top: 0 };
  const [left = 0, top = 0, marginLeft = 0, marginTop = 0] = lengthsOf(style, [
    ...["left", "top", "margin-left", "margin-top"],
  ]);
  const [borderLeft = 0, borderTop = 0] = held
    ? lengthsOf(held, ["border-left-width", "border-top-width"])
    : [];
  const x = origin.left + borderLeft + left + marginLeft;
  const y = origin.top + borderTop + top + marginTop;
  return { width, height, box: new DOMRect(x, y, width, height) };
}
