/**
 * The gates of one field that need no layout: what kind of field it is, and whether it may take text now.
 * Gates are not scored. A field that fails one is never offered and never written to.
 */
import { closestDeep, DIALOGS, queryDeep } from "./deep-tree.ts";
import { textsIn } from "./native.ts";

export type TextBox = HTMLInputElement | HTMLTextAreaElement;
/** A text box, or the outermost element of an editor (`contenteditable`). */
export type TextField = TextBox | HTMLElement;

const EDITABLE = "[contenteditable]:not([contenteditable=false])";
/** Never a form: a form's fields can hide its properties by their names, and no form is an editor. */
export const FIELDS = `input, textarea, ${EDITABLE}:not(form)`;

/**
 * How the `autocomplete` tokens of fields begin that ask for something other than the key. The token of a
 * one-time code is not among them: libraries of split boxes set it for every use, so it is only a sign
 * (form-score.ts).
 */
const ASKS_FOR_OTHER =
  /(?:^|\s)(?:user|nick|\S*name|email|url|photo|impp|new-|current-|webauthn|tel|cc-|street|address|country|postal|organi|b?day|transaction)/i;

/** Keyboards that cannot type `a` to `f`, or that belong to other things. */
const OTHER_KEYBOARDS = /^(?:numeric|decimal|tel|email|url|search)$/i;

/** Search boxes, pickers and the message list. The composer of a chat is in a footer. */
const OTHER_PLACES = "[role=search], [role=searchbox], [role=combobox], [role=log]";
const COMPOSER_PLACES = "footer, [role=contentinfo]";

export function isTextBox(field: TextField): field is TextBox {
  return field.localName === "input" || field.localName === "textarea";
}

/** It hides what is typed, and the browser may offer to save that. */
export function isMasked(field: TextField): boolean {
  return field.localName === "input" && (field as HTMLInputElement).type === "password";
}

export function allFields(root: ParentNode): TextField[] {
  return queryDeep<TextField>(root, FIELDS);
}

/** An editor takes the key only in a dialog or a form: the composer of a chat is in neither. */
function isPlainEditor(field: TextField): boolean {
  return (
    !field.parentElement?.isContentEditable &&
    closestDeep(field, `${DIALOGS}, form`) !== null &&
    closestDeep(field, COMPOSER_PLACES) === null
  );
}

/**
 * Plain text only, and a password box if `masked` allows it. Libraries give boxes of one character the type
 * `tel`, for the keyboard; nobody asks for a telephone number so, and a box counts only with those that make
 * 64.
 */
export function takesText(field: TextField, masked = false): boolean {
  if (!isTextBox(field)) return isPlainEditor(field);
  const { localName, type, maxLength } = field;
  const isPlain = localName === "textarea" || type === "text" || (type === "tel" && maxLength === 1);
  return isPlain || (masked && isMasked(field));
}

export function isEditable(field: TextField): boolean {
  const isReadOnly = isTextBox(field) ? field.readOnly : !field.isContentEditable;
  return !isReadOnly && !field.matches(":disabled, [aria-disabled=true], [aria-readonly=true]");
}

/** `inert` and `aria-hidden` parts are not there for the user: traps for scripts live in them. */
export function isForPeople(field: TextField): boolean {
  return closestDeep(field, "[inert], [aria-hidden=true]") === null;
}

export function asksForOther(field: TextField): boolean {
  const autocomplete = field.getAttribute("autocomplete") ?? "";
  return (
    // Whether a password box may be filled at all is decided elsewhere.
    ASKS_FOR_OTHER.test(
      isMasked(field) ? autocomplete.replace(/(?:new|current)-password/gi, "") : autocomplete,
    ) ||
    OTHER_KEYBOARDS.test(field.inputMode) ||
    closestDeep(field, OTHER_PLACES) !== null ||
    (isTextBox(field) && closestDeep(field, EDITABLE) !== null)
  );
}

export function isMarkedAsCode(field: TextField): boolean {
  return /(?:^|\s)one-time-code/i.test(field.getAttribute("autocomplete") ?? "");
}

/** Of an editor, what can be edited: a placeholder may stand in it as an element that cannot. */
function textOfEditor(editor: HTMLElement): string {
  const texts = textsIn(editor);
  let text = "";
  while (texts.nextNode())
    if (texts.currentNode.parentElement?.isContentEditable) text += texts.currentNode.nodeValue;
  return text.replace(/[\s\u200b\ufeff]/g, "");
}

export function textOf(field: TextField): string {
  return isTextBox(field) ? field.value : textOfEditor(field);
}

/**
 * A line for each digit that is still missing, with what stands between groups: some libraries show it as the
 * value.
 */
const MASK = /^(?=.*_)[_\s.:\u2010-\u2015-]*$/;

/**
 * Nothing but a mask stands in it, and what is typed goes to its beginning. In an editor it is text like any
 * other.
 */
export function isOnlyMask(field: TextField): boolean {
  return isTextBox(field) && MASK.test(field.value);
}

export function isEmpty(field: TextField): boolean {
  return textOf(field) === "" || isOnlyMask(field);
}

/** The most characters it takes; -1 means no limit. */
export function maxLengthOf(field: TextField): number {
  return isTextBox(field) ? field.maxLength : -1;
}

/** May this be a field of a restore form? @param masked - or a password box. */
export function isCandidateField(field: TextField, masked = false): boolean {
  return takesText(field, masked) && isEditable(field) && isForPeople(field) && !asksForOther(field);
}
