/**
 * The gates of one field that need no layout: what kind of field it is, and whether it may take text now.
 * Gates are not scored. A field that fails one is never offered and never written to.
 */

export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** `autocomplete` tokens of fields that ask for something else. */
const ASKS_FOR_OTHER =
  /(?:^|\s)(?:username|nickname|(?:[a-z]+-)?name|email|url|photo|impp|(?:new|current)-password|one-time-code|webauthn|tel\S*|cc-\S+|street-address|address-\S+|country\S*|postal-code|organization\S*|b?day\S*|transaction-\S+)(?:\s|$)/i;

/** Keyboards that cannot type `a` to `f`, or that belong to other things. */
const OTHER_KEYBOARDS = /^(?:numeric|decimal|tel|email|url|search)$/i;

/** Search boxes, pickers, the composer and the message list. */
const OTHER_PLACES =
  "[role=search], [role=searchbox], [role=combobox], [role=log], [contenteditable]:not([contenteditable=false])";

export function allFields(root: ParentNode): TextField[] {
  return [...root.querySelectorAll<TextField>("input, textarea")];
}

/** Plain text only: never a password box, whatever is written beside it. */
export function isTextBox(field: TextField): boolean {
  return field.localName === "textarea" || field.type === "text";
}

export function isEditable(field: TextField): boolean {
  return !field.readOnly && !field.matches(":disabled, [aria-disabled=true], [aria-readonly=true]");
}

/** `inert` and `aria-hidden` parts are not there for the user: traps for scripts live in them. */
export function isForPeople(field: TextField): boolean {
  return field.closest("[inert], [aria-hidden=true]") === null;
}

export function asksForOther(field: TextField): boolean {
  return (
    ASKS_FOR_OTHER.test(field.getAttribute("autocomplete") ?? "") ||
    OTHER_KEYBOARDS.test(field.inputMode) ||
    field.closest(OTHER_PLACES) !== null
  );
}

export function isEmpty(field: TextField): boolean {
  return field.value === "";
}

/** May this be a field of a restore form? */
export function isCandidateField(field: TextField): boolean {
  return isTextBox(field) && isEditable(field) && isForPeople(field) && !asksForOther(field);
}
