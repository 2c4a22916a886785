/**
 * What the popup and the tab share; what only the tab says is in the other files.
 * Each closed list of the protocol is a `Record`, so a missing sentence does not compile.
 */
import type { Origin } from "../../../core/keyring/opened-keyring.ts";
import { dateText } from "./format.ts";

export const originText: Record<Origin, string> = {
  generated: "Generated here",
  whatsapp: "From WhatsApp",
};

export const words = {
  name: "Sixtyfour",
  keys: "Keys",
  theKey: "64-digit key",
  earlier: "Earlier keys",
  passphrase: "Passphrase",
  label: "Label",
  phoneEnding: "Phone number ending",
  note: "Note",
  check: "check",
  keyId: "Fingerprint",
  created: "Created",
  origin: "Origin",
};

export const press = {
  setUp: "Set up Sixtyfour",
  openTab: "Open the full tab",
  tryAgain: "Try again",
  unlock: "Unlock",
  lock: "Lock",
  generate: "Generate a key",
  add: "Add a key",
  popOut: "Pop out",
  settings: "Settings",
  back: "Back",
  reveal: "Reveal",
  hide: "Hide",
  copy: "Copy",
  save: "Save",
  delete: "Delete",
  cancel: "Cancel",
};

export const popupText = {
  empty: "Keeps the 64-digit keys of your WhatsApp backups, sealed, in this browser.",
  locked: "The keyring is locked.",
  damaged: "The stored keyring does not open. It has not been touched; the full tab shows what you can do.",
  noKeys:
    "No keys yet. Add the key that WhatsApp showed you, or generate one for files you lock with Sixtyfour.",
};

export const unlockText = {
  unlocking: "Unlocking …",
  missing: "Type the passphrase first.",
};

export const fileText = { unreadable: "The browser could not read that file." };

/** The button beside a passphrase: what stands on it, and its name for those who do not see where it is. */
export const toggleText = {
  show: { label: "Show", name: "Show what is typed" },
  hide: { label: "Cover", name: "Cover what is typed" },
};

/** Two keys of one Key ID are made on purpose, in seconds. */
export const twinText =
  "Another key has the same fingerprint. Someone made one of the two on purpose. Compare the digits.";

export const entryText = {
  warning: "If you lose this key, nobody can open what it locked, for good.",
  safe: "Copies in two places outside this browser are proven",
  generatedHere:
    "This key locks files with Sixtyfour. WhatsApp makes its own key on your phone; that one you add.",
  fromWhatsApp: "WhatsApp made this key on your phone. It opens that phone's backups.",
  earlier: "Another key has replaced this one. It still opens what it locked.",
  hidden: "The digits are hidden",
  checkHint: "Two check characters for each row. They are not part of the key.",
  endingWrong: "The phone number ending is up to four digits.",
  saved: "Saved.",
  editDropped: "Your last change to the key was not saved. Type it again.",
  hiddenAgain: "Hidden again.",
};

/** Another window has changed what is being typed. */
export const conflictText = {
  title: (field: string) => `${field}: changed in two windows`,
  what: "Another window changed this while you were typing. Choose which text to keep.",
  other: (text: string) => `In the other window: “${text}”`,
  emptied: "The other window emptied it.",
  keepMine: "Save what I typed",
  takeOther: "Use the other",
};

/** Asked before a key is deleted. */
export const deleteConfirm = {
  title: "Delete this key?",
  consequence:
    "You can restore it within 30 days, in this keyring. After that it is gone for good, and nobody can open what only this key opens.",
  sure: "Delete key",
};

/** What the rows of a key are called where they are heard. */
export function keyRowName(letter: string): string {
  return `Row ${letter}`;
}

/** @param check - its two characters, one by one. */
export function rowCheckName(letter: string, check: string): string {
  return `Row ${letter} check: ${check}`;
}

/** What stands in amber beside a key that is not safe yet. */
export function unsafeText(verifiedPlaces: number): string {
  return verifiedPlaces === 0
    ? "No proven copy outside this browser"
    : "One proven copy outside this browser. Two are safe.";
}

export const copyText = {
  copied: "Copied. Cleared in",
  notes:
    "Clearing also removes what you copied since. If you quit the browser first, the key stays on the clipboard. A clipboard history may keep it.",
};

export function entryName(entry: { label: string; keyId: string }): string {
  return entry.label === "" ? `Key ${entry.keyId}` : entry.label;
}

export function endingText(phoneEnding: string): string {
  return phoneEnding === "" ? "" : `Phone ending in ${phoneEnding}`;
}

export function deletedText(name: string, erasedAtMs: number | null): string {
  return erasedAtMs === null
    ? `“${name}” was deleted.`
    : `“${name}” was deleted. You can restore it until ${dateText(erasedAtMs)}.`;
}
