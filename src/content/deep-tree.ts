/**
 * The page as a person sees it: shadow trees, open and closed, are part of it.
 *
 * "Parent" is that of the flat tree: what stands in a slot is within the tree that has the slot.
 */
import { shadowOf } from "../platform/shadow.ts";
import {
  assignedSlotOf,
  firstElementChildOf,
  localNameOf,
  matches,
  parentNodeOf,
  queryAll,
  queryList,
  rootOf,
} from "./native.ts";

export const DIALOGS = "dialog, [role=dialog], [role=alertdialog]";

/** Asking every element for a shadow tree takes time: beyond this many, only dialogs are asked. */
const MOST_ASKED = 4_000;

/**
 * Hosts have names of their own; other elements that are hosts rarely have children beside their shadow tree.
 */
function mayHost(element: Element): boolean {
  return localNameOf(element).includes("-") || firstElementChildOf(element) === null;
}

/**
 * Only asks whether one element beyond the bound exists: listing all would be slow on a page that never
 * rests.
 */
export function isLarge(root: ParentNode): boolean {
  if (root instanceof Document) return root.getElementsByTagName("*").item(MOST_ASKED) !== null;
  return queryList(root, "*").length > MOST_ASKED;
}

type Hosts = Map<Element, ShadowRoot>;

let kept: Map<ParentNode, Hosts> | null = null;

/**
 * Within one task that writes nothing the page cannot change, so each tree is searched for hosts once and not
 * again for each question.
 */
export function whileStill<T>(look: () => T): T {
  if (kept) return look();
  kept = new Map();
  try {
    return look();
  } finally {
    kept = null;
  }
}

/** The same object all through one {@link whileStill}; null outside. */
export const stillness = (): object | null => kept;

function hostsIn(root: ParentNode): Hosts {
  const hosts = kept?.get(root) ?? findHosts(root);
  kept?.set(root, hosts);
  return hosts;
}

function findHosts(root: ParentNode): Hosts {
  const asked = isLarge(root)
    ? queryAll(root, DIALOGS).flatMap((dialog) => queryAll(dialog, "*"))
    : queryList(root, "*");
  const hosts: Hosts = new Map();
  for (let i = 0; i < Math.min(asked.length, MOST_ASKED); i += 1) {
    const element = asked[i];
    const shadow = element && mayHost(element) ? shadowOf(element) : null;
    if (element && shadow) hosts.set(element, shadow);
  }
  return hosts;
}

/** The shadow trees within, and those within them. */
export function shadowRootsIn(root: ParentNode): ShadowRoot[] {
  return [...hostsIn(root).values()].flatMap((shadow) => [shadow, ...shadowRootsIn(shadow)]);
}

/** Like `querySelectorAll`, shadow trees included, in the order of the page. */
export function queryDeep<E extends Element>(root: ParentNode, selector: string): E[] {
  const hosts = hostsIn(root);
  if (hosts.size === 0) return queryAll<E>(root, selector);
  const found: E[] = [];
  for (const element of queryAll(root, "*")) {
    if (matches(element, selector)) found.push(element as E);
    const shadow = hosts.get(element);
    if (shadow) found.push(...queryDeep<E>(shadow, selector));
  }
  return found;
}

/** The host of the shadow tree that this element stands in. */
export function hostOf(element: Element): Element | null {
  const root = rootOf(element);
  return root instanceof ShadowRoot ? root.host : null;
}

export function parentOf(element: Element): Element | null {
  const slot = assignedSlotOf(element);
  const parent = parentNodeOf(element);
  if (slot || parent instanceof ShadowRoot) return slot ?? (parent as ShadowRoot).host;
  return parent instanceof Element ? parent : null;
}

/** The element, its parent, and so on up to the root element. */
export function withAncestors(element: Element): Element[] {
  const line: Element[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) line.push(at);
  return line;
}

export function closestDeep(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; at = parentOf(at)) if (matches(at, selector)) return at;
  return null;
}

/** What has the focus, within shadow trees too. */
export function activeElement(): Element | null {
  let active = document.activeElement;
  for (;;) {
    const inner: Element | null | undefined = active && shadowOf(active)?.activeElement;
    if (!inner) return active;
    active = inner;
  }
}

/** The element that a click meets first within the shadow trees of the element that it meets. */
export function elementWithin(met: Element, x: number, y: number): Element {
  for (let at = met; ; ) {
    const inner = shadowOf(at)?.elementsFromPoint(x, y)[0];
    if (!inner || inner === at) return at;
    at = inner;
  }
}

/** The element that a click at this point would meet. Lengths are CSS pixels of the viewport. */
export function elementAt(x: number, y: number): Element | null {
  const met = document.elementsFromPoint(x, y)[0];
  return met ? elementWithin(met, x, y) : null;
}
