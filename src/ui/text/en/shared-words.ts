/**
 * What the popup and the tab share; what only the tab says is in the other files.
 * Each closed list of the protocol is a `Record`, so a missing sentence does not compile.
 */
import { exposedAtMs, type Mark } from "../../../core/keyring/entry-marks.ts";
import type { Origin } from "../../../core/keyring/opened-keyring.ts";
import { exposedText } from "./exposed.ts";
import { dateText, isolated, numberText } from "./format.ts";

export const originText: Record<Origin, string> = {
  generated: "For your files only",
  whatsapp: "From WhatsApp",
};

export const words = {
  name: "Sixtyfour",
  keys: "Keys",
  theKey: "64-digit key",
  superseded: "Old keys",
  passphrase: "Passphrase",
  label: "Label",
  phoneEnding: "Phone number ending",
  note: "Note",
  check: "check",
  keyId: "Key ID",
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
  add: "Add my WhatsApp key",
  addNew: "Add my new key",
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
  empty: "Sixtyfour keeps the 64-digit keys of your WhatsApp backups, encrypted, in this browser.",
  locked: "Sixtyfour is locked.",
  damaged:
    "Your keys are damaged and do not open. Nothing was changed. Open the full tab to see what you can do.",
  noKeys: "No keys yet. Add the key that WhatsApp showed you on your phone.",
};

/** Stands beside *Generate a key*, and is read before it is pressed. */
export const generateText = {
  what: "A generated key encrypts your own files. It opens no WhatsApp backup.",
};

export const fileText = { unreadable: "The browser could not read this file. Choose it again." };

/** The button beside a passphrase: its label, and its name for a screen reader. */
export const toggleText = {
  show: { label: "Show", name: "Show typed text" },
  hide: { label: "Hide", name: "Hide typed text" },
};

/** Below a passphrase that is drawn as dots. */
export const capsLockText = "Caps Lock is on.";

/** Two keys of one Key ID are made on purpose, in seconds. */
export const twinText =
  "Another key has the same Key ID. Someone made one of the two on purpose. Compare the digits.";

/** Which of them this is. */
export function twinPlaceText({ number, of }: { number: number; of: number }, savedAtMs: number): string {
  return `${numberText(number)} of ${numberText(of)} with this Key ID, saved on ${dateText(savedAtMs)}`;
}

/**
 * In a narrow box the end is cut off: what differs comes first.
 *
 * @param name - alone, it may be the other key's too.
 */
export function twinChoiceText(
  name: string,
  place: { number: number; of: number },
  savedAtMs: number,
): string {
  const { number, of } = place;
  return `${numberText(number)} of ${numberText(of)}: ${name} · saved on ${dateText(savedAtMs)}`;
}

/** The same in a sentence. */
export function twinNameText(name: string, place: { number: number; of: number }, savedAtMs: number): string {
  return `${name} (${twinPlaceText(place, savedAtMs)})`;
}

export const entryText = {
  warning: "If you lose this key, nobody can ever open what it encrypted.",
  safe: "Safe: verified in 2 places",
  generatedHere: "This key is for your own files. It won't open WhatsApp backups.",
  fromWhatsApp: "WhatsApp made this key on your phone. It opens that phone's backups.",
  superseded: "Another key has replaced this one. It still opens what it encrypted.",
  hidden: "The digits are hidden",
  checkHint: "Each row has two check characters. They are not part of the key.",
  endingWrong: "Type at most four digits of the phone number ending.",
  saved: "Saved.",
  editDropped: "Your last change to the key was not saved. Type it again.",
  hiddenAgain: "Key hidden.",
};

/** Another window has changed what is being typed. */
export const conflictText = {
  title: (field: string) => `${field}: changed in two windows`,
  what: "Another window changed this while you were typing. Choose which text to keep.",
  other: (text: string) => `In the other window: “${isolated(text)}”`,
  emptied: "The other window emptied it.",
  keepMine: "Save what I typed",
  takeOther: "Use the other",
};

/** Asked before a key is deleted. */
export const deleteConfirm = {
  title: "Delete this key?",
  consequence:
    "You can restore it here within 30 days. After that it is deleted for good, and nobody can open what only this key opens.",
  sure: "Delete key",
};

/** The name of a row of the key, for a screen reader. */
export function keyRowName(letter: string): string {
  return `Row ${letter}`;
}

/** @param check - its two characters, one by one. */
export function rowCheckName(letter: string, check: string): string {
  return `Row ${letter} check: ${check}`;
}

/** The amber mark of a key that is not safe yet. */
export function unsafeText(verifiedPlaces: number): string {
  return verifiedPlaces === 0 ? "Only in this browser" : "Verified in 1 place. Verify a second one.";
}

export const copyText = {
  copied: "Copied. Clears in",
  notes:
    "Clearing also removes anything you copied since. If you quit the browser first, the key stays on the clipboard. A clipboard history may keep it.",
};

/** Beside a key in a list. */
export function copyPressName(name: string): string {
  return `Copy “${name}”`;
}

export function entryName(entry: { label: string; keyId: string }): string {
  return entry.label === "" ? `Key ${entry.keyId}` : isolated(entry.label);
}

/** Of a key that another one has replaced. In a narrow box the end is cut off, so it stands first. */
export const oldKeyMark = "Old key";

type KeyChoice = {
  label: string;
  keyId: string;
  origin: Origin;
  supersededBy: string | null;
  marks: readonly Mark[];
};

/** One of several keys. */
export function keyChoiceText(entry: KeyChoice): string {
  const badges = [
    ...(exposedAtMs(entry) === null ? [] : [exposedText.badge]),
    ...(entry.origin === "generated" ? [originText.generated] : []),
  ];
  const choice = [entryName(entry), entry.keyId, ...badges].join(" · ");
  return entry.supersededBy === null ? choice : `${oldKeyMark}: ${choice}`;
}

export function endingText(phoneEnding: string): string {
  return phoneEnding === "" ? "" : `Phone ending in ${phoneEnding}`;
}

export function deletedText(name: string, erasedAtMs: number | null): string {
  return erasedAtMs === null
    ? `“${name}” was deleted.`
    : `“${name}” was deleted. You can restore it until ${dateText(erasedAtMs)}.`;
}
