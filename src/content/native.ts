/**
 * The tree as the platform knows it, whatever a form calls its fields.
 *
 * A form shows its fields under their names, over its own properties and in our world too (in Chromium): with
 * `<input name=parentElement>` in it, `form.parentElement` is that input, and a walk up the tree never ends.
 * Whatever may be a form is read through the prototypes' own functions.
 */
function getterOf<T extends object, K extends keyof T & string>(prototype: T, name: K): (of: T) => T[K] {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name) as { get(this: T): T[K] };
  return (of) => get.call(of);
}

export const parentNodeOf = getterOf(Node.prototype, "parentNode");
export const isConnected = getterOf(Node.prototype, "isConnected");
export const firstElementChildOf = getterOf(Element.prototype, "firstElementChild");
export const textContentOf = getterOf(Node.prototype, "textContent");
export const localNameOf = getterOf(Element.prototype, "localName");
export const assignedSlotOf = getterOf(Element.prototype, "assignedSlot");

const {
  getAttribute,
  getBoundingClientRect,
  checkVisibility,
  getClientRects,
  matches: isMatch,
  querySelectorAll,
} = Element.prototype;
const { compareDocumentPosition, getRootNode } = Node.prototype;
const { createTreeWalker } = Document.prototype;
const { substringData } = CharacterData.prototype;
/** Not all of it: a text may have millions of letters. */
const startOf = (text: Text, most: number): string => substringData.call(text, 0, most);

export const attributeOf = (element: Element, name: string): string | null =>
  getAttribute.call(element, name);
export const matches = (element: Element, selector: string): boolean => isMatch.call(element, selector);
export const isDisplayed = (element: Element): boolean =>
  checkVisibility.call(element, { opacityProperty: true, visibilityProperty: true });
export const boxOf = (element: Element): DOMRect => getBoundingClientRect.call(element);
/** Where the second stands, seen from the first, as `compareDocumentPosition` says it. */
export const positionOf = (first: Node, second: Node): number => compareDocumentPosition.call(first, second);
export const isRendered = (element: Element): boolean => getClientRects.call(element).length > 0;
export const rootOf = (node: Node): Node => getRootNode.call(node);

/** Only elements can be forms. As a list it costs next to nothing until its elements are asked for. */
export function queryList(root: ParentNode, selector: string): NodeListOf<Element> {
  return root instanceof Element ? querySelectorAll.call(root, selector) : root.querySelectorAll(selector);
}

export function queryAll<E extends Element = Element>(root: ParentNode, selector: string): E[] {
  return [...queryList(root, selector)] as E[];
}

/** The pieces of text in an element, in order. */
export function textsIn(element: Element): TreeWalker {
  return createTreeWalker.call(document, element, NodeFilter.SHOW_TEXT);
}

/** Text for the browser, which some libraries put beside their field. */
export const NOT_TEXT = "script, style, noscript";

/**
 * The text in an element with a space between its pieces: a title would else run into the paragraph under it,
 * and the last word of one and the first of the other be none. What is spelled over several elements is not
 * one word. At most `most` characters.
 *
 * @param unread - a selector: what stands right in such an element is left out.
 */
export function textIn(element: Element, most: number, unread = NOT_TEXT): string {
  const texts = textsIn(element);
  let text = "";
  while (text.length < most && texts.nextNode()) {
    const { parentElement } = texts.currentNode;
    if (!parentElement || !matches(parentElement, unread))
      text += ` ${startOf(texts.currentNode as Text, most)}`;
  }
  return text.slice(0, most).replace(/\s+/g, " ");
}
