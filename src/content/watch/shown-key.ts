/**
 * A 64-digit key that the page shows as text: whether one is there, and, asked by the user, which.
 *
 * Unasked, only a part of the page that also speaks of the key counts, and nothing but yes or no is kept.
 * Chats are no such part. Cheap: no style and no layout until digits are found.
 */
import { DIALOGS, queryDeep } from "../deep-tree.ts";
import { speaksOfKey } from "../find/form-score.ts";
import { isShown } from "../gates/visible.ts";
import { matches, NOT_TEXT, textContentOf } from "../native.ts";
import { KEY_LIKE, KEY_TEXT } from "./key-digits.ts";

/** More text than this is no notice to the user. Caps the work. */
const MOST_TEXT = 20_000;
const MOST_PARTS = 20;
/** Never looked into: what others have written, what the user writes, and what is no text. */
const NOT_READ = `[role=log], [role=row], [role=listitem], footer, input, textarea, [contenteditable], ${NOT_TEXT}`;

type Part = { text: string; nodes: { node: Node; start: number }[] };

/** The text of a part of the page, a line for each text node, so that words of two elements never join. */
function readPart(root: Node): Part {
  const part: Part = { text: "", nodes: [] };
  const filter = (node: Node): number =>
    node instanceof Element && matches(node, NOT_READ) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, filter);
  while (part.text.length < MOST_TEXT && walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Element) continue;
    part.nodes.push({ node, start: part.text.length });
    part.text += `${node.nodeValue}\n`;
  }
  return part;
}

/** Every text node that holds some of these digits must be seen. */
function isSeen({ nodes }: Part, from: number, to: number): boolean {
  const held = nodes.filter(({ start }, i) => start < to && (nodes[i + 1]?.start ?? to) > from);
  return held.every(({ node }) => node.parentElement !== null && isShown(node.parentElement));
}

function keysIn(part: Part): string[] {
  return [...part.text.matchAll(KEY_TEXT)]
    .filter(({ index, 0: text }) => isSeen(part, index, index + text.length))
    .map(([text]) => text.trim());
}

/** Dialogs, or the page itself where it is no chat. */
function notices(): Element[] {
  const dialogs = queryDeep<Element>(document, DIALOGS).slice(0, MOST_PARTS);
  const inChat = document.querySelector("[contenteditable]:not([contenteditable=false])") !== null;
  return dialogs.length > 0 || inChat ? dialogs : [document.body];
}

function mayShowKey(part: Element): boolean {
  return KEY_LIKE.test((textContentOf(part) ?? "").slice(0, MOST_TEXT));
}

/** Unasked: is a key shown, by a part of the page that says so? */
export function isKeyShown(): boolean {
  const parts = notices().filter(mayShowKey).map(readPart);
  return parts.some((part) => speaksOfKey(part.text) && keysIn(part).length > 0);
}

const digitsOf = (text: string): string => text.replace(/[^0-9a-f]/gi, "").toLowerCase();

function different(keys: readonly string[]): string[] {
  return [...new Map(keys.map((text) => [digitsOf(text), text])).values()];
}

/** Asked: every key that the page shows anywhere, as it stands there; each once. */
export function readShownKeys(): string[] {
  const dialogs = different(queryDeep<Element>(document, DIALOGS).map(readPart).flatMap(keysIn));
  return dialogs.length > 0 ? dialogs : different(keysIn(readPart(document.body)));
}
