/**
 * Whether the user can see a field: the gate against forms hidden for a script to fill.
 *
 * Each trick has its own small function. What is asked here costs style and layout, so it is asked only of
 * fields that look like a restore form. Lengths are CSS pixels of the viewport.
 */
import { elementAt, withAncestors } from "../deep-tree.ts";
import { boxOf, isDisplayed } from "../native.ts";

/** A box for one digit is about 12 wide; a trap is often 1 by 1. */
const LEAST_SIDE_PX = 8;
/** Material Design draws text at 0.87. */
const LEAST_OPACITY = 0.8;
/** Where a field is probed, as shares of its width and height. */
const PROBES = [
  [0.5, 0.5],
  [0.25, 0.5],
  [0.75, 0.5],
  [0.5, 0.2],
  [0.5, 0.8],
] as const;
export type Point = { x: number; y: number };

/**
 * Random probes, which no page can know: it could cover a field and leave only known probes free. They are
 * drawn once, so that a moving label cannot miss the probes of one look and cover those of the next.
 */
const DICE = crypto.getRandomValues(new Uint8Array(8));
const SECRET_PROBES = [0, 2, 4, 6].map(
  (i) => [0.25 + (DICE[i] ?? 0) / 512, 0.2 + (DICE[i + 1] ?? 0) / 426] as const,
);

export function probesOf(element: Element): Point[] {
  const { left, top, width, height } = boxOf(element);
  return [...PROBES, ...SECRET_PROBES].map(([x, y]) => ({ x: left + x * width, y: top + y * height }));
}

/** What is not rendered has no size. */
function isLargeEnough(field: Element): boolean {
  const { width, height } = boxOf(field);
  return width >= LEAST_SIDE_PX && height >= LEAST_SIDE_PX;
}

function isOpaque(line: readonly CSSStyleDeclaration[]): boolean {
  return line.reduce((opacity, style) => opacity * Number(style.opacity), 1) >= LEAST_OPACITY;
}

/** Nothing, or a box of its own: what such a cut leaves has every probe in it, or the hit test fails. */
const A_RECTANGLE = /^(?:none|inset\([\d.px ]+\))$/;

/** A shadow is the one filter that leaves what it is laid on as it was. */
function isUnclipped(line: readonly CSSStyleDeclaration[]): boolean {
  return line.every(
    (style) =>
      A_RECTANGLE.test(style.clipPath) &&
      style.clip === "auto" &&
      style.maskImage === "none" &&
      style.mixBlendMode === "normal" &&
      ["none", ""].includes(style.getPropertyValue("-webkit-mask-box-image-source")) &&
      (style.filter === "none" || /^drop-shadow\([^()]*(?:\([^()]*\)[^()]*)*\)$/.test(style.filter)),
  );
}

/**
 * Whatever would take a click there is the field itself, or one of these parts.
 * Overlays, frames, `visibility: hidden` and the rest of a page behind a modal dialog end here, and all that
 * is out of the viewport, where nothing is hit.
 */
function isOnTop(parts: readonly Element[], field: Element): boolean {
  return probesOf(field).every(({ x, y }) => {
    const top = elementAt(x, y);
    // The lines of an editor are elements in it; a text box has none.
    return parts.some((part) => part.contains(top));
  });
}

/** By its size and styles, wherever it is. */
export function isDrawn(field: Element, line: readonly Element[], clear: readonly Element[] = []): boolean {
  const styles = line.map((at) => getComputedStyle(at));
  const solid = styles.filter((_, i) => !clear.includes(line[i] as Element));
  return isLargeEnough(field) && isOpaque(solid) && isUnclipped(styles);
}

/**
 * By its box, and by what would take its clicks; `seen.ts` asks for layers too.
 *
 * @param clear - may be transparent. For `own-label.ts` alone.
 * @param labels - may take a click meant for the field. For `own-label.ts` alone.
 */
export function isVisible(
  field: Element,
  clear?: readonly Element[],
  labels: readonly Element[] = [],
): boolean {
  return isDrawn(field, withAncestors(field), clear) && isOnTop([field, ...labels], field);
}

/**
 * Text that is there to be read; for what is filled, {@link isVisible} asks much more. A letter may be
 * nothing wide: the second of a ligature across two elements is.
 */
export function isShown(element: Element): boolean {
  return boxOf(element).height > 0 && isDisplayed(element);
}
