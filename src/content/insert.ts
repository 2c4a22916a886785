/** Writing into one field, and reading it back. */
import { isCandidateField, isEmpty, type TextField } from "./fields.ts";

function hasFocus(field: TextField): boolean {
  return document.activeElement === field;
}

/** Without it, the browser's session restore writes the key to disk. Clearing the field later does not help. */
export function keepOutOfSession(field: TextField): void {
  field.setAttribute("autocomplete", "off");
}

/**
 * Types a part of the key into an empty field as the browser itself would, all in one task: a page that takes
 * the focus has no moment between the check and the typing in which the key could land in another field.
 *
 * @returns false when nothing was written.
 */
export function typeInto(field: TextField, part: string): boolean {
  if (!field.isConnected) return false;
  keepOutOfSession(field);
  field.focus({ preventScroll: true });
  field.select();
  // Handlers of the page have run: the field may be another kind now, or hold something.
  if (!hasFocus(field) || !isCandidateField(field) || !isEmpty(field)) return false;
  document.execCommand("insertText", false, part);
  return true;
}

/**
 * Sets the whole value. In our isolated world this is the browser's own setter: what a framework has put on
 * the element is not seen here. Not composed, the event would not leave a web component.
 */
export function setValue(field: TextField, text: string): void {
  field.value = text;
  const kind = text === "" ? { inputType: "deleteContentBackward" } : { inputType: "insertText", data: text };
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, ...kind }));
}

/** Some frameworks take a value over only now. */
export function announceChange(field: TextField): void {
  field.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
}

/** Grouped or in capitals it is the same key. */
export function holds(field: TextField, part: string): boolean {
  return field.value.replace(/[\s\u2010-\u2015-]/g, "").toLowerCase() === part;
}
