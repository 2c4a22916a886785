/** The sentences of the reader alone: the HTML file that opens a Sixtyfour file without the extension. */

import { isOne, numberText } from "./format.ts";
import { keyFactNames, placesText } from "./places.ts";
import { fileText, toggleText, words } from "./shared-words.ts";
import { tooMuchText } from "./too-much.ts";

/** The texts of the page before a file is open. The build puts them into `reader.html`. */
export const readerPage = {
  title: "Sixtyfour reader",
  what: "This page opens a Sixtyfour file, such as sixtyfour-keyring-2026-11-23.sixtyfour, and shows its 64-digit keys. It needs no extension and no network. It sends nothing: its security policy lets it load nothing.",
  file: "Sixtyfour file",
  filePassword: "File password",
  show: toggleText.show.name,
  open: "Open file",
  noScript: "This page needs scripts to read the file. Allow them, or use another browser.",
  keys: words.keys,
  foot: "Made by Sixtyfour, open source. Not affiliated with WhatsApp or Meta.",
};

/** Why a file does not open. */
export const openErrorText = {
  "not-a-keyring-file": "This is not a Sixtyfour file. Choose a file whose name ends in .sixtyfour.",
  damaged: "The file is damaged or incomplete. Get it again from where you keep it.",
  "unsupported-version": "A newer Sixtyfour made this file. Use the reader of that version.",
  "wrong-passphrase":
    "This file password does not open the file. It may differ from the passphrase of Sixtyfour.",
  ...tooMuchText,
};

export const readerText = {
  opening: "Opening … This takes a second or two.",
  unreadable: fileText.unreadable,
  notOpened:
    "The browser could not open the file. It probably lacks the 64 MiB of memory for this. Close other tabs and try again.",
  close: "Close",
  copied: "Copied. Clear the clipboard when you are done.",
  notCopied: "The browser does not allow copying. Select the digits and copy them yourself.",
  replaced: "old key: a newer key replaced it, but older backups still need it",
  deleted: "deleted",
  opens: {
    whatsapp: "WhatsApp backups",
    generated: "files that you encrypted with Sixtyfour, but no WhatsApp backups",
  },
};

/** The names of what is known about a key. */
export const factNames = {
  keyId: words.keyId,
  state: "State",
  opens: "Opens",
  phone: keyFactNames.phone,
  saved: keyFactNames.saved,
  tested: "Last fitted a backup on",
  places: placesText.title,
  note: words.note,
};

/** @param day - when the file was made, in UTC: `2026-11-23`. */
export function openedKeysText(count: number, day: string): string {
  return isOne(count)
    ? `1 key, saved in this file on ${day} (UTC).`
    : `${numberText(count)} keys, saved in this file on ${day} (UTC).`;
}

/** The name of a *Copy* button for screen readers, which need to hear whose it is. */
export function copyButtonName(name: string, keyId: string): string {
  return `Copy ${name}, ${keyId}`;
}
