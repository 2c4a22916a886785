/**
 * What the popup says of the page in front. Loaded when the keyring is open; its first load must stay small.
 */
import type { FillOutcome, Refusal } from "../../../protocol/content.ts";
import type { FormShape, RefusedLook } from "../../../protocol/content-requests.ts";
import type { FillLook, OtherPageLook } from "../../../protocol/page.ts";
import { isOne, numberText } from "./format.ts";

export const outcomeText: Record<FillOutcome, string> = {
  filled: "Filled. The page holds the whole key; press its own button to go on.",
  "filled-button-disabled":
    "Filled in, but the page's own button is still switched off: the page may not have taken the key. Look at its fields.",
  "page-changed-it": "The page changed what was filled in. What Sixtyfour wrote was cleared.",
  "field-not-usable":
    "The form could not be filled: it is covered, hidden, not empty, or the page moved the focus. Nothing of the key was left there.",
  "no-form": "There is no restore form on this page any more. Nothing was filled.",
  ambiguous: "Two forms on this page look alike, so nothing was filled.",
  "no-access": "Sixtyfour has no access to this site. Nothing was filled.",
  "reload-page": "This page is older than the extension. Reload it, then fill.",
  interrupted: "The page gave no answer. Look at the form before you try again.",
};

export const lookText: Record<Exclude<FillLook["kind"], "refused">, string> = {
  form: "A restore form waits on this page",
  "no-form": "No restore form on this page. Is it there? Press “Choose the field”, then click it.",
  ambiguous: "Two forms on this page look alike. Point at yours.",
  "no-access":
    "Sixtyfour has no access to web.whatsapp.com, so it cannot see whether a restore form is there.",
  "reload-page": "This page was opened before Sixtyfour was installed or updated.",
  "other-page": "The page in front is not WhatsApp Web. Sixtyfour fills nowhere else.",
};

const formText: Record<Refusal, string> = {
  "other-code":
    "The form on this page asks for another code (40 characters, a PIN or a one-time code), not for the 64-digit key. Sixtyfour fills nothing there.",
  password:
    "The form on this page hides what is typed, as for a password. Press “Choose the field” to fill it.",
  "other-purpose":
    "The form on this page is made for something else: a message, a search, a number or a name. Sixtyfour fills nothing there.",
  "switched-off": "The form on this page is switched off. Do what the page asks for first, then look again.",
  "too-short": "The form on this page has no room for 64 digits. Point at the one for the key.",
  "not-empty":
    "The form on this page is not empty, and Sixtyfour overwrites nothing. Clear it, then look again.",
  hidden: "The form on this page is covered, or not wholly in sight. Bring it into view, then look again.",
};

const chosenText: Record<Refusal, string> = {
  "other-code":
    "The field that you pointed at asks for another code (40 characters, a PIN or a one-time code), not for the 64-digit key. Sixtyfour fills nothing there.",
  password:
    "The field that you pointed at is for a password, and does not ask for a 64-digit key. Sixtyfour fills nothing there.",
  "other-purpose":
    "The field that you pointed at is made for something else: a message, a search, a number or a name. Sixtyfour fills nothing there.",
  "switched-off":
    "The field that you pointed at is switched off. Do what the page asks for first, then look again.",
  "too-short": "The field that you pointed at has no room for 64 digits. Point at the one for the key.",
  "not-empty":
    "The field that you pointed at is not empty, and Sixtyfour overwrites nothing. Clear it, then look again.",
  hidden:
    "The field that you pointed at is covered, or not wholly in sight. Bring it into view, then look again.",
};

export function refusedText({ why, chosen }: RefusedLook): string {
  return chosen ? chosenText[why] : formText[why];
}

export function lookSentence(look: FillLook): string {
  return look.kind === "refused" ? refusedText(look) : lookText[look.kind];
}

export const fillText = {
  title: "Fill on this page",
  chosen: "The field that you pointed at",
  origin: "This page",
  form: "Its form",
  which: "Which key",
  looking: "Looking at the page in front …",
  filling: "Filling …",
  masked: "This field hides what is typed, as for a password. If the browser offers to save it, say no.",
  noKey: "There is no key to fill yet. Add one first.",
  warning: "The page can read a key that is filled in, and so can other extensions with access to the page.",
};

export function shapeText({ boxes, digitsPerBox, multiline }: FormShape): string {
  if (boxes === 1) return multiline ? "One text area" : "One text field";
  return isOne(digitsPerBox)
    ? `${numberText(boxes)} boxes of ${numberText(digitsPerBox)} digit`
    : `${numberText(boxes)} boxes of ${numberText(digitsPerBox)} digits`;
}

export const pagePress = {
  fill: "Fill on this page",
  lookAgain: "Look again",
  allowAccess: "Allow access to web.whatsapp.com",
  reload: "Reload this page",
  openSite: "Open WhatsApp Web",
  choose: "Choose the field",
  addFromPage: "Add from this page",
  saveKey: "Save key",
  otherPage: "Fill on another page",
  fillOther: "Fill this page once",
};

export const siteText = {
  title: "On this page",
  keyShown: "This page shows a 64-digit key.",
  choosing: "Click the field in the page. Escape gives up.",
};

export const caughtText = {
  title: "Add from this page",
  reading: "Reading the page …",
  none: "No 64-digit key stands on this page. Is it there? Select all of it, and choose “Add the selected 64-digit key” in the menu.",
  several:
    "More than one 64-digit key stands on this page. Select yours, and choose “Add the selected 64-digit key” in the menu.",
  notAKey: "What is selected is not a 64-digit key.",
  asRead: "As the page shows it",
  inGroups: "As Sixtyfour read it",
  compare: "Compare the two before you save.",
  there: "This key is in the keyring already:",
  saved: "Saved. Give it a label, so that you know it again.",
};

export const otherText = {
  hint: "For a viewer or a decryptor that you trust: its page can read the key and send it anywhere.",
  host: "The page in front",
  scriptHosts: "Scripts from elsewhere can read the key too:",
  pressButton:
    "Press the toolbar button on that page, then come back to this key. Sixtyfour may look at a page only after that, and pages of the browser itself it cannot fill.",
  restoreSite: "The page in front is WhatsApp Web: fill there from the list of keys.",
  unsafe:
    "This page did not come over https, so others on the way could read the key. Sixtyfour fills nothing there.",
  none: "No field for a 64-digit key stands out on this page. Click into the field there, then press the toolbar button again.",
  typeHost: "Type the page's host to allow one fill",
};

/** Why nothing can be filled on another page; null where something can. */
export function otherLookText(look: OtherPageLook): string | null {
  switch (look.kind) {
    case "form":
      return null;
    case "no-leave":
      return otherText.pressButton;
    case "restore-site":
      return otherText.restoreSite;
    case "unsafe":
      return otherText.unsafe;
    case "refused":
      return refusedText(look);
    default:
      return otherText.none;
  }
}
