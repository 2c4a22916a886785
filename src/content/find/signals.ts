/** Reads from the page the signs by which {@link scoreOf} decides. */

import { closestDeep, DIALOGS, hostOf, parentOf, withAncestors } from "../deep-tree.ts";
import { isMarkedAsCode, isTextBox, maxLengthOf, type TextField } from "../fields.ts";
import {
  attributeOf,
  isRendered,
  matches,
  NOT_TEXT,
  positionOf,
  queryAll,
  queryList,
  rootOf,
  textIn,
} from "../native.ts";
import { isPictureOfKey, showsKey } from "../watch/key-digits.ts";
import { type Candidate, KEY_DIGITS } from "./form-candidates.ts";
import type { Signals } from "./form-score.ts";

const HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]";
/** More text than this is not a question put to the user. Caps the work. */
const MOST_TEXT = 2000;
const MOST_IN_PART = 600;
/** Names of one field, and trees around it, that are read. */
const MOST_NAMES = 16;
/** A part with a message list or a composer is a chat. */
const CHATS = "[role=log], [contenteditable=true]";
const BUTTONS = "button, [role=button]";
/** Read apart: a button that says "Confirm" is no question. */
const UNREAD = `${NOT_TEXT}, :is(${BUTTONS}), :is(${BUTTONS}) *`;
/** What a dialog says is about its own fields. */
const UNREAD_IN_PART = `${UNREAD}, :is(${DIALOGS}), :is(${DIALOGS}) *`;
const TICK_BOXES = "input[type=checkbox], [role=checkbox]";
/** Elements that nobody sees. */
const CLOSED = "dialog:not([open]) *";

/** What shows nothing: marks of direction, places where a word may break. Joiners that shape letters stay. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Each text as one line of bounded length, so that reading stays fast, and each letter as one character. */
function lines(texts: readonly (string | null)[]): string {
  const shown = texts.map((text) => text?.slice(0, MOST_TEXT).replace(UNSEEN, "").normalize());
  return shown.join("\n").slice(0, 2 * MOST_TEXT);
}

function textOf(element: Element | null, unread?: string): string {
  return lines([element && textIn(element, MOST_TEXT, unread)]);
}

function textOfIds(element: Element, attribute: string): string[] {
  const ids = attributeOf(element, attribute)?.match(/\S+/g) ?? [];
  const root = rootOf(element) as Document | ShadowRoot;
  return ids.slice(0, MOST_NAMES).map((id) => textOf(root.getElementById(id)));
}

/** What libraries call their field, or each of their boxes, whatever a page asks for. */
const NAMED_BY_LIBRARY = /^(?:verification input|(?:please enter )?otp character ?\d*)$/i;

/**
 * Nothing but what a field is, or that something is to be typed: libraries say so where a page gives no name.
 * Some give the name of a message that nobody has translated ("$t:inputField").
 */
const SAYS_NOTHING =
  /^(?:(?:rich|main|text|input|field|area|edit(?:or|ing)|content|please|enter|type|here)(?:[\s.:…]+|$))+(?:press.+)?$|^请输入$|^\$\S+$/i;

function namesOf(element: Element): (string | null)[] {
  const label =
    attributeOf(element, "aria-label")?.replace(NAMED_BY_LIBRARY, "").replace(SAYS_NOTHING, "") ?? null;
  return [label, ...textOfIds(element, "aria-labelledby"), ...textOfIds(element, "aria-describedby")];
}

/**
 * It says what the field is called; a picture of what is to be typed does not. "Type here" in an area asks
 * for prose.
 */
function placeholderOf(element: Element): string | null {
  const text = attributeOf(element, "placeholder");
  const isNothing =
    text && (isPictureOfKey(text) || (element.localName === "input" && SAYS_NOTHING.test(text)));
  return isNothing ? null : text;
}

/** A web component is labelled from outside: what its field is called stands at its host. */
function namesOfHosts(field: TextField): (string | null)[] {
  const names: (string | null)[] = [];
  for (let host = hostOf(field); host && names.length < MOST_NAMES; host = hostOf(host))
    names.push(...namesOf(host), host.getAttribute("label"), placeholderOf(host));
  return names;
}

function ownText(field: TextField): string {
  const group = closestDeep(field, "fieldset, [role=group]");
  const labels = isTextBox(field) ? [...(field.labels ?? [])].slice(0, MOST_NAMES) : [];
  // The label comes first, so that it is never the part that is cut off.
  return lines([
    ...labels.map((label) => textOf(label)),
    ...namesOf(field),
    placeholderOf(field),
    field.title,
    ...(group ? [...namesOf(group), textOf(queryList(group, ":scope > legend")[0] ?? null)] : []),
    ...namesOfHosts(field),
  ]);
}

type Headed = { heading: string; part: Element | null };

/**
 * The last heading before the field in the smallest part of the page that has one, and that part; nothing
 * where that heading is of a dialog which is not about the field: what it stands behind is not known then.
 */
function headed(field: TextField, dialog: Element | null): Headed {
  for (let at: Element = field, part = parentOf(at); part; at = part, part = parentOf(at)) {
    // What stands in another tree than the way up, beside a slot say, is neither before nor after.
    const before = queryAll(part, HEADINGS).findLast(
      (heading) => positionOf(heading, at) === Node.DOCUMENT_POSITION_FOLLOWING && !matches(heading, CLOSED),
    );
    if (before && !dialog && closestDeep(before, DIALOGS)) break;
    if (before) return { heading: textOf(before), part };
    if (part === dialog) break;
  }
  return { heading: "", part: null };
}

/**
 * Without a dialog, the part under the field's heading is read. A whole page is no question, and what stands
 * in a chat is what others wrote: no message may make a form of a field beside it.
 */
function textOfPart(part: Element | null, field: TextField): string {
  const line: Element[] = withAncestors(field);
  if (!part || queryAll(part, CHATS).some((chat) => !line.includes(chat))) return "";
  const text = textOf(part, UNREAD_IN_PART);
  return text.length > MOST_IN_PART ? "" : text;
}

/** 64 characters, or 79 with a space or dash between groups of four. */
function takesExactly64({ fields: [field], shape }: Candidate): boolean {
  if (shape.boxes > 1) return true;
  const maxLength = field ? maxLengthOf(field) : -1;
  return maxLength === 64 || maxLength === 79 || !!field?.getAttribute("pattern")?.includes("{64}");
}

/** A key with all that may stand between its groups; more is room for prose. */
const MOST_ROOM = 160;

function hasRoom({ fields: [field], shape }: Candidate): boolean {
  return shape.boxes > 1 || (field !== undefined && maxLengthOf(field) <= MOST_ROOM);
}

/** Boxes that tell their length and make 64, or 64 of them, in a dialog or form of their own. */
function isGrid({ fields, shape: { boxes }, alone }: Candidate): boolean {
  const [last] = fields.slice(-1);
  return alone && last !== undefined && (boxes * maxLengthOf(last) === KEY_DIGITS || boxes === KEY_DIGITS);
}

/**
 * Libraries that draw a slot for each digit do so beside the one field that is typed into, or in a row of their
 * own beside what holds the field.
 */
function hasSlots({ parentElement: holder }: TextField): boolean {
  const around = holder?.parentElement;
  const rows = around ? queryAll(around, "*") : [];
  return rows.some((row) => {
    const slots = queryAll(row, ":scope > :not(input)");
    return slots.length === KEY_DIGITS && slots.every(isRendered);
  });
}

/** A dialog in a shadow tree shows, in its slots, what its host holds. */
function partsOf(dialog: Element): Element[] {
  const host = hostOf(dialog);
  return host ? [dialog, host] : [dialog];
}

/** Also of buttons that are `input`s. */
function textOfButtons(parts: readonly Element[]): string {
  const buttons = parts.flatMap((part) =>
    queryAll(part, `${BUTTONS}, input[type=submit], input[type=button]`),
  );
  return lines(
    buttons.slice(0, MOST_NAMES).flatMap((button) => [textOf(button), attributeOf(button, "value")]),
  );
}

/** What stands in fields that only show it, beside a button that copies it. */
function shownIn(parts: readonly Element[]): string[] {
  const fields = parts.flatMap((part) => queryAll<TextField>(part, ":read-only:is(input, textarea)"));
  return fields.slice(0, MOST_NAMES).map((field) => (isTextBox(field) ? field.value : ""));
}

export function readSignals(candidate: Candidate): Signals | null {
  const [field] = candidate.fields;
  if (!field) return null;
  const dialog = closestDeep(field, DIALOGS);
  const { heading, part } = headed(field, dialog);
  const text = dialog ? lines(partsOf(dialog).map((one) => textOf(one, UNREAD))) : textOfPart(part, field);
  // A part whose text is not read says nothing else either.
  const parts = dialog ? partsOf(dialog) : part && text ? [part] : [];
  return {
    name: ownText(field),
    heading: lines([heading, ...(dialog ? namesOf(dialog) : [])]),
    text,
    buttons: textOfButtons(parts),
    // An editor may have dialogs of its own in the form's.
    tickBox: parts.some((one) =>
      queryAll(one, TICK_BOXES).some((box) => closestDeep(box, DIALOGS) === dialog),
    ),
    boxes: candidate.shape.boxes,
    takesExactly64: takesExactly64(candidate),
    grid: isGrid(candidate),
    hasRoom: hasRoom(candidate),
    markedAsCode: candidate.fields.some(
      (one) => (isMarkedAsCode(one) || NAMED_BY_LIBRARY.test(one.ariaLabel ?? "")) && !hasSlots(one),
    ),
    keyInSight: showsKey(text) || showsKey(shownIn(parts).join(" ")),
  };
}
