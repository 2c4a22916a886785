/**
 * What the popup says about the current page. It is loaded only after unlocking, so the first load stays small.
 */
import type { FillOutcome, Refusal } from "../../../protocol/content.ts";
import type { FormShape, RefusedLook } from "../../../protocol/content-requests.ts";
import type { FillLook, OtherPageLook } from "../../../protocol/page.ts";
import { isOne, numberText } from "./format.ts";

export const outcomeText: Record<FillOutcome, string> = {
  filled: "Filled in. The page holds the whole key. Press the page's own button to continue.",
  "filled-button-disabled":
    "Filled in, but the page's own button is still disabled. The page may not have accepted the key. Check its fields.",
  "page-changed-it":
    "The page changed the digits, so Sixtyfour cleared what it had filled in. Check the form before you try again.",
  "field-not-usable":
    "Sixtyfour could not fill in the form: it is covered, hidden, not empty, or the page moved the focus. None of the key was left there.",
  "no-form": "The restore form is no longer on this page. Nothing was filled in.",
  ambiguous: "Two forms on this page look alike, so nothing was filled in.",
  "no-access": "Sixtyfour has no access to this site. Nothing was filled in.",
  "reload-page": "This page was opened before Sixtyfour was installed or updated. Reload it, then try again.",
  interrupted: "The page did not answer. Check the form before you try again.",
};

export const lookText: Record<Exclude<FillLook["kind"], "refused">, string> = {
  form: "This page has a restore form",
  "no-form": "Sixtyfour found no restore form. If you see one, press “Choose the field”, then click it.",
  ambiguous: "Two forms on this page look alike. Press “Choose the field”, then click yours.",
  "no-access": "Sixtyfour has no access to web.whatsapp.com, so it cannot look for a restore form.",
  "reload-page": "This page was opened before Sixtyfour was installed or updated. Reload it.",
  "other-page": "The current page is not WhatsApp Web. Open WhatsApp Web to fill in a key.",
};

const formText: Record<Refusal, string> = {
  "other-code":
    "This form asks for another code (40 characters, a PIN or a one-time code), not for the 64-digit key. Sixtyfour fills in nothing.",
  password: "This form hides its digits, like a password field. Press “Choose the field” to fill it in.",
  "other-purpose":
    "This form is for something else: a message, a search, a number or a name. Sixtyfour fills in nothing.",
  "switched-off": "This form is disabled. Do what the page asks first, then check again.",
  "too-short": "This form has no room for 64 digits. Choose the field for the key.",
  "not-empty": "This form is not empty, and Sixtyfour overwrites nothing. Clear it, then check again.",
  hidden: "This form is covered or partly out of sight. Bring it into view, then check again.",
};

const chosenText: Record<Refusal, string> = {
  "other-code":
    "The field you chose asks for another code (40 characters, a PIN or a one-time code), not for the 64-digit key. Sixtyfour fills in nothing.",
  password: "The field you chose is for a password, not for a 64-digit key. Sixtyfour fills in nothing.",
  "other-purpose":
    "The field you chose is for something else: a message, a search, a number or a name. Sixtyfour fills in nothing.",
  "switched-off": "The field you chose is disabled. Do what the page asks first, then check again.",
  "too-short": "The field you chose has no room for 64 digits. Choose the field for the key.",
  "not-empty":
    "The field you chose is not empty, and Sixtyfour overwrites nothing. Clear it, then check again.",
  hidden: "The field you chose is covered or partly out of sight. Bring it into view, then check again.",
};

export function refusedText({ why, chosen }: RefusedLook): string {
  return chosen ? chosenText[why] : formText[why];
}

export function lookSentence(look: FillLook): string {
  return look.kind === "refused" ? refusedText(look) : lookText[look.kind];
}

export const fillText = {
  title: "Fill in this page",
  chosen: "The field you chose",
  origin: "This page",
  form: "Its form",
  which: "Which key",
  looking: "Checking the current page …",
  filling: "Filling in …",
  masked: "This field hides its digits, like a password field. If the browser offers to save them, say no.",
  noKey: "You have no keys yet. Add one first.",
  warning: "The page can read a key once it is filled in. Other extensions with access to the page can too.",
};

export function shapeText({ boxes, digitsPerBox, multiline }: FormShape): string {
  if (boxes === 1) return multiline ? "One text area" : "One text field";
  return isOne(digitsPerBox)
    ? `${numberText(boxes)} boxes of ${numberText(digitsPerBox)} digit`
    : `${numberText(boxes)} boxes of ${numberText(digitsPerBox)} digits`;
}

export const pagePress = {
  fill: "Fill in this page",
  lookAgain: "Check again",
  allowAccess: "Allow access to web.whatsapp.com",
  reload: "Reload this page",
  openSite: "Open WhatsApp Web",
  choose: "Choose the field",
  addFromPage: "Add from this page",
  saveKey: "Save key",
  otherPage: "Fill in another page",
  fillOther: "Fill in once",
};

export const siteText = {
  title: "On this page",
  keyShown: "This page shows a 64-digit key.",
  choosing: "Click the field on the page. Press Escape to cancel.",
};

export const caughtText = {
  title: "Add from this page",
  reading: "Reading the page …",
  none: "Sixtyfour found no 64-digit key on this page. If you see one, select all of it. Then choose “Add the selected 64-digit key” in the context menu.",
  several:
    "This page shows more than one 64-digit key. Select yours. Then choose “Add the selected 64-digit key” in the context menu.",
  notAKey: "The selected text is not a 64-digit key.",
  asRead: "As the page shows it",
  inGroups: "As Sixtyfour read it",
  compare: "Compare the two before you save.",
  there: "This key is already saved:",
  saved: "Saved. Add a label to recognise it later.",
};

export const otherText = {
  hint: "Use this only for a viewer or decryptor that you trust. Its page can read the key and send it anywhere.",
  host: "The current page",
  scriptHosts: "Scripts from other sites can read the key too:",
  pressButton:
    "Press the Sixtyfour button in the toolbar on that page, then come back to this key. Only then may Sixtyfour look at the page. It cannot fill in the browser's own pages.",
  restoreSite: "The current page is WhatsApp Web. Fill it in from the list of keys.",
  unsafe:
    "This page does not use https, so others on the network could read the key. Sixtyfour fills in nothing.",
  none: "Sixtyfour found no field for a 64-digit key. Click into the field on the page, then press the toolbar button again.",
  typeHost: "To fill in once, type the page's host",
};

/** Why the other page cannot be filled in; null if it can. */
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
