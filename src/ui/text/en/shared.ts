/**
 * What the popup and the tab share; what only the tab says is in the other files.
 * Each closed list of the protocol is a `Record`, so a missing sentence does not compile.
 */
import type { ErrorCode } from "../../../core/errors.ts";
import type { Origin } from "../../../core/keyring/opened-keyring.ts";
import type { StorageNotice } from "../../../protocol/page.ts";
import { dateText, numberText } from "./format.ts";

export { dateText, numberText };

export const errorText: Record<ErrorCode, string> = {
  "no-keyring": "There is no keyring in this browser profile yet.",
  "keyring-exists": "There is already a keyring here. Nothing was changed.",
  "wrong-passphrase": "That is not the passphrase of this keyring. Nothing was changed.",
  damaged: "The stored keyring is damaged and does not open. Nothing was changed.",
  "unsupported-version": "This keyring was written by a newer Sixtyfour. Update the extension to open it.",
  "not-a-keyring-file": "That file is not a sealed Sixtyfour keyring.",
  locked: "Sixtyfour is locked. Unlock it first.",
  "not-stored":
    "The browser did not store the change, so it was not made. Free some disk space and try again.",
  "not-found": "That key is no longer here.",
  "already-there": "This key is already in the keyring.",
  "clipboard-refused": "The browser did not let Sixtyfour write to the clipboard.",
  "offer-expired": "The page may have changed in the meantime. Check what is shown and press again.",
  "no-page": "The page in front did not answer. Reload it, then try again.",
  "page-loading": "The page in front is still loading. Wait a moment, then try again.",
  "wrong-host": "That is not this page's host. Nothing was filled.",
  "refused-sender": "Sixtyfour refused this request.",
  "invalid-request": "Sixtyfour did not understand this request.",
  internal: "Something went wrong inside Sixtyfour. Try again.",
};

export const noticeText: Record<StorageNotice, string> = {
  "copy-healed":
    "One stored copy of the keyring was damaged. It was written again from another; no key is lost.",
  "copy-damaged":
    "One stored copy of the keyring is damaged and could not be written again. No key is lost; it stays as it is.",
  "copy-missing":
    "One stored copy of the keyring was missing. It was written again from another; no key is lost.",
  "copy-outdated": "One stored copy of the keyring was older than the others. The newest one is in use.",
  "newest-unopened":
    "The newest stored copy does not open, so an older one is in use. The latest change may be missing; the copy that does not open was kept.",
  "rolled-back":
    "The stored keyring is older than the one this browser last wrote. Someone may have put an old copy back; the latest changes may be missing.",
  "third-copy-failed": "The last change is stored twice, not three times: the browser's database refused it.",
};

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
  fingerprint: "Fingerprint",
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
  hiddenAgain: "Hidden again.",
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
export function unsafeText(provenPlaces: number): string {
  return provenPlaces === 0
    ? "No proven copy outside this browser"
    : "One proven copy outside this browser. Two are safe.";
}

export const copyText = {
  copied: "Copied. Cleared in",
  notes:
    "Clearing also removes what you copied since. If you quit the browser first, the key stays on the clipboard. A clipboard history may keep it.",
};

export function entryName(entry: { label: string; fingerprint: string }): string {
  return entry.label === "" ? `Key ${entry.fingerprint}` : entry.label;
}

export function endingText(phoneEnding: string): string {
  return phoneEnding === "" ? "" : `Phone ending in ${phoneEnding}`;
}

export function deletedText(name: string, erasedAtMs: number | null): string {
  return erasedAtMs === null
    ? `“${name}” was deleted.`
    : `“${name}” was deleted. You can restore it until ${dateText(erasedAtMs)}.`;
}
