/**
 * Whether something is painted over a field that lets clicks through: the gate that a hit test cannot be.
 *
 * It walks the page, so it is asked only once a user looks, and in each task that writes; no page pays for it
 * before. What is painted within the form itself may lie over its fields: slots and floating labels are drawn
 * so. Not seen: text of a layer without a background. Lengths are CSS pixels of the viewport.
 */
import { shadowOf } from "../../platform/shadow.ts";
import { DIALOGS, queryDeep, withAncestors } from "../deep-tree.ts";
import { boxOf, isRendered, matches, queryList } from "../native.ts";
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
import { type Point, probesOf } from "./visible.ts";

/** Layers are put at the end of a page: of a larger one the last elements are looked at. */
const MOST_PARTS = 4_000;
const PICTURES = "img, canvas, video, audio, iframe, object, embed, fieldset, input, select, progress, meter";
const PSEUDOS = ["::before", "::after"] as const;
/** Of a drawing or a formula each part is painted as its own attributes say. */
const isPicture = (part: Element): boolean =>
  matches(part, PICTURES) || part.namespaceURI !== document.documentElement.namespaceURI;
const ON_TOP = ":popover-open, dialog:modal";

/**
 * What is drawn and may lie over a field: no click tells of it. `box`: where it is; null where that is not
 * told, and it may be anywhere. `growth`: how much larger its borders and shadows are than its style says.
 */
type Layer = {
  part: Element;
  style: CSSStyleDeclaration;
  box: DOMRect | null;
  width: number;
  height: number;
  growth: number;
  hasContent: boolean;
  isPseudo: boolean;
};

/** `tops`: what is in the top layer of the page, or still on its way out of it. */
type Layers = { layers: Layer[]; tops: Element[] };

function pseudoOf(part: Element, which: string): Layer | null {
  const style = getComputedStyle(part, which);
  if (isOff(style.content) || !isDrawn(style)) return null;
  return { part, style, ...placeOfPseudo(part, style), growth: 1, hasContent: true, isPseudo: true };
}

function mayCover(layer: Layer, { width, height }: DOMRect, points: readonly Point[]): boolean {
  const { style, box, hasContent, growth } = layer;
  if (box) return points.some((at) => paintsAt(style, box, at, hasContent, growth));
  return layer.width >= width && layer.height >= height && (fills(style) || reachOf(style) > 0);
}

/** Text that a style sheet puts into the form may be its label. */
const isPictureAsContent = (content: string): boolean => /url\(|gradient\(|image/.test(content);

/** What a style sheet lays over the field in this element of its line, without an element of its own. */
function hasVeil(element: Element, line: readonly Element[], covers: (layer: Layer) => boolean): boolean {
  const inner = line.slice(0, line.indexOf(element)).toReversed();
  return PSEUDOS.some((which) => {
    const layer = pseudoOf(element, which);
    if (!layer || !covers({ ...layer, hasContent: isPictureAsContent(layer.style.content) })) return false;
    return isPseudoOver(element, inner, layer.style, which === "::after");
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

/** The hit test meets every other box; nothing meets a shadow. */
const isUnmet = (style: CSSStyleDeclaration): boolean => style.pointerEvents === "none" || reachOf(style) > 0;

function layersOf(part: Element, style: CSSStyleDeclaration): Layer[] {
  const isBox = isRendered(part);
  if (!isBox && style.display !== "contents") return [];
  const pseudos = PSEUDOS.map((which) => pseudoOf(part, which));
  const layers = pseudos.filter((layer) => layer !== null && isUnmet(layer.style)) as Layer[];
  if (!isBox || !isUnmet(style) || !isDrawn(style)) return layers;
  const box = boxOf(part);
  const { width, height } = box;
  const hasContent = isPicture(part) || !isOff(style.content);
  const own = { part, style, box, width, height, growth: growthOf(part, box), hasContent, isPseudo: false };
  return [...layers, own];
}

/** A popover that was closed may stay in front until its transition is over. */
const isOnItsWay = (style: CSSStyleDeclaration): boolean => style.getPropertyValue("overlay") === "auto";

/** @param form - what is within it is no layer over its own fields: only whether it is in front is asked. */
function collectLayers(form?: Element): Layers {
  const layers: Layer[] = [];
  const tops = queryDeep(document, ON_TOP);
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots)
    for (const part of lastElements(root)) {
      const shadow = shadowOf(part);
      if (shadow) roots.push(shadow);
      const style = getComputedStyle(part);
      if (isOnItsWay(style)) tops.push(part);
      if (!form?.contains(part)) layers.push(...layersOf(part, style));
    }
  return { layers, tops };
}

const collected = new WeakMap<object, Layers>();

/** @param still - of one look at a page that stands still meanwhile: its layers are collected once for all forms. */
function layersWhile(still: object): Layers {
  const layers = collected.get(still) ?? collectLayers();
  collected.set(still, layers);
  return layers;
}

/** @param line - the field and its ancestors. @param still - see {@link layersWhile}. */
export function isUnderLayer(field: Element, line: readonly Element[], still: object | null): boolean {
  const points = probesOf(field);
  const place = boxOf(field);
  const form = line.find((at) => matches(at, `form, ${DIALOGS}`)) ?? line[2];
  const full = document.fullscreenElement;
  if (full !== null && !line.includes(full)) return true;
  if (line.some((at) => hasVeil(at, line, (layer) => mayCover(layer, place, points)))) return true;
  // What holds the field is painted under it, but for these.
  const styles = line.map((at) => getComputedStyle(at));
  if (styles.some((style) => style.zIndex.startsWith("-") || isOutlinedInwards(style))) return true;
  // A page that changes from one picture of itself to another may keep the old one in front.
  if (queryList(document, ":is(:active-view-transition)").length > 0) return true;

  const { layers, tops } = still ? layersWhile(still) : collectLayers(form);
  const others = tops.filter((top) => !line.includes(top));
  const isTop = (at: Element): boolean =>
    others.includes(at) || (!line.includes(at) && isOnItsWay(getComputedStyle(at)));
  const isOver = ({ part, style, isPseudo }: Layer): boolean => {
    const partLine = withAncestors(part);
    if (line.includes(part) || (form !== undefined && partLine.includes(form))) return false;
    return partLine.some(isTop) || isPaintedOver(partLine, line, isPseudo ? style : undefined);
  };
  return (
    layers.some((layer) => mayCover(layer, place, points) && isOver(layer)) ||
    others.some((top) => paintsAnything(getComputedStyle(top, "::backdrop")))
  );
}
