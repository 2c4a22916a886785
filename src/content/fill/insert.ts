/** Writing into one field, and reading it back. */
import { canPaste } from "../../platform/shadow.ts";
import { activeElement } from "../deep-tree.ts";
import {
  isCandidateField,
  isEmpty,
  isOnlyMask,
  isTextBox,
  maxLengthOf,
  type TextBox,
  type TextField,
  textOf,
} from "../fields.ts";
import { isSeen } from "../gates/seen.ts";
import { nextFrame } from "./wait.ts";

function hasFocus(field: TextField): boolean {
  return activeElement() === field;
}

/**
 * Without it, the browser's session restore writes the key to disk. Clearing the field later does not help.
 * Editors are not saved.
 */
export function keepOutOfSession(field: TextField): void {
  if (isTextBox(field)) field.setAttribute("autocomplete", "off");
}

function selectAll(field: TextField): void {
  if (isTextBox(field)) field.select();
  else getSelection()?.selectAllChildren(field);
}

/**
 * A library that shows a mask takes text that replaces the whole mask for a deletion. So if there is room,
 * the text goes before the mask.
 */
function selectPlace(field: TextBox, part: string): void {
  const hasRoom = maxLengthOf(field) < 0 || maxLengthOf(field) >= field.value.length + part.length;
  if (isOnlyMask(field) && hasRoom) field.setSelectionRange(0, 0);
  else selectAll(field);
}

/**
 * Asked after handlers of the page have run: they may have changed the kind of field, filled it, or taken the
 * focus away.
 */
function isReady(field: TextField, part: string, masked = false): boolean {
  const takesAll = maxLengthOf(field) < 0 || maxLengthOf(field) >= part.length;
  return (
    field.isConnected && hasFocus(field) && isCandidateField(field, masked) && isEmpty(field) && takesAll
  );
}

/**
 * The browser announces what a person types, not what a script types for them. Some pages hear nothing else:
 * they cancel the event, change a text of their own and show that.
 *
 * @returns true when the page has cancelled it.
 */
function announceTyping(field: TextField, data: string): boolean {
  const how = { bubbles: true, cancelable: true, composed: true, inputType: "insertText", data };
  return !field.dispatchEvent(new InputEvent("beforeinput", how));
}

/**
 * Types a part of the key into an empty field as the browser itself would, all in one task: a page that takes
 * the focus has no moment between the check and the typing in which the key could land in another field.
 *
 * @returns false when the page was given nothing.
 */
function typeIntoBox(field: TextBox, part: string, masked: boolean): boolean {
  keepOutOfSession(field);
  if (!hasFocus(field)) enterField(field, { preventScroll: true });
  selectPlace(field, part);
  if (!isReady(field, part, masked)) return false;
  // During the event the page may have inserted the text, taken the focus away or changed the field.
  if (!announceTyping(field, part) && isReady(field, part, masked))
    document.execCommand("insertText", false, part);
  return true;
}

/** Only ever at an editor: elsewhere a paste would reach the page's own handlers. */
function paste(editor: TextField, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  editor.dispatchEvent(
    new ClipboardEvent("paste", { bubbles: true, cancelable: true, composed: true, clipboardData }),
  );
}

/**
 * Editors notice a selection one frame later. They keep the text in a model of their own, which a paste
 * reaches most reliably.
 *
 * In each of these frames, and at each event, the page may have hidden the editor or taken focus and
 * selection away.
 */
async function typeIntoEditor(field: TextField, part: string): Promise<boolean> {
  const mayType = (): boolean => isReady(field, part) && isSeen(field);
  field.focus({ preventScroll: true });
  selectAll(field);
  await nextFrame();
  if (!mayType()) return false;
  if (canPaste) {
    paste(field, part);
    await nextFrame();
    if (!isEmpty(field)) return true;
    if (!mayType()) return false;
  }
  if ((!canPaste || !announceTyping(field, part)) && mayType()) {
    // The text goes where the selection is, which need not be where the focus is.
    if (!field.contains(getSelection()?.focusNode ?? null)) selectAll(field);
    document.execCommand("insertText", false, part);
  }
  await nextFrame();
  return true;
}

/** @returns false when the page was given nothing. */
export function typeInto(field: TextField, part: string, masked: boolean): boolean | Promise<boolean> {
  if (!field.isConnected) return false;
  return isTextBox(field) ? typeIntoBox(field, part, masked) : typeIntoEditor(field, part);
}

/**
 * Sets the whole value. In our isolated world this is the browser's own setter: what a framework has put on
 * the element is not seen here. Not composed, the event would not leave a web component.
 */
export function setValue(field: TextBox, text: string): void {
  field.value = text;
  const kind = text === "" ? { inputType: "deleteContentBackward" } : { inputType: "insertText", data: text };
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, ...kind }));
}

/** Takes out what stands in the field, as a user would who selects all and deletes it. */
export function clear(field: TextField): void {
  if (isTextBox(field)) {
    setValue(field, "");
    return;
  }
  field.focus({ preventScroll: true });
  selectAll(field);
  if (hasFocus(field)) document.execCommand("delete");
  // An editor may refuse to let go of the text. A broken editor is better than a key that stays in the page.
  if (!isEmpty(field)) field.replaceChildren();
}

/** Some frameworks read the value only at this event. */
export function announceChange(field: TextField): void {
  field.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
}

/** A page in the background may not be told of the focus, see {@link leaveField}. */
export function enterField(field: TextField, options?: FocusOptions): void {
  if (isTold(field, "focus", () => field.focus(options))) return;
  field.dispatchEvent(new FocusEvent("focus", { composed: true }));
  field.dispatchEvent(new FocusEvent("focusin", { bubbles: true, composed: true }));
}

/** Does the act cause this event? */
function isTold(field: TextField, type: "focus" | "blur", act: () => void): boolean {
  let told = false;
  const hear = () => {
    told = true;
  };
  field.addEventListener(type, hear);
  act();
  field.removeEventListener(type, hear);
  return told;
}

/**
 * Some forms look at their fields only when these are left. With our popup in front, Firefox takes the focus
 * away without a word to the page, so the page is told here.
 */
export function leaveField(field: TextField): void {
  if (isTold(field, "blur", () => field.blur())) return;
  field.dispatchEvent(new FocusEvent("blur", { composed: true }));
  field.dispatchEvent(new FocusEvent("focusout", { bubbles: true, composed: true }));
}

function digitsIn(field: TextField): string {
  return textOf(field)
    .replace(/[\s\u2010-\u2015-]/g, "")
    .toLowerCase();
}

/** Grouped or in capitals it is the same key. */
export function holds(field: TextField, part: string): boolean {
  return digitsIn(field) === part;
}

/** Something that is of the key, or has it within. */
export function holdsSome(field: TextField, parts: readonly string[]): boolean {
  const digits = digitsIn(field);
  return digits !== "" && parts.some((part) => part.includes(digits) || digits.includes(part));
}
