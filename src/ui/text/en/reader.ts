/** What only the reader says: the one HTML file that opens an exported keyring. */

import { isOne, numberText } from "./format.ts";
import { keyFactNames, placesText } from "./places.ts";
import { fileText, toggleText, words } from "./shared-words.ts";

/** What stands on the page from the beginning; the build puts it into `reader.html`. */
export const readerPage = {
  title: "Sixtyfour reader",
  what: "Opens a file like sixtyfour-keyring-2026-11-23.sixtyfour and shows the 64-digit keys in it. It needs neither the extension nor a network, and it sends nothing anywhere: its own policy lets it load nothing.",
  file: "Keyring file",
  passphrase: "Passphrase of the file",
  show: toggleText.show.name,
  open: "Open",
  noScript: "This page reads the file by script. Allow scripts for it, or open it in another browser.",
  keys: words.keys,
  foot: "How the file is made: docs/formats.md, section 6. Not affiliated with WhatsApp or Meta.",
};

/** Why a file does not open. */
export const openErrorText = {
  "not-a-keyring-file": "This is not an exported keyring. Its name ends in .sixtyfour.",
  damaged: "The file is damaged or was not copied whole. Copy it again from where it was kept.",
  "unsupported-version": "The file was written by a newer Sixtyfour. Get the reader that came with it.",
  "wrong-passphrase": "This passphrase does not open the file. It may differ from that of the extension.",
};

export const readerText = {
  opening: "Opening: this takes a second or two.",
  unreadable: fileText.unreadable,
  notOpened:
    "This browser could not open the file, most likely for want of 64 MiB of memory. Close other tabs and try again.",
  close: "Close",
  copied: "Copied. Clear the clipboard when you are done.",
  notCopied: "The browser does not let this page copy. Select the digits and copy them by hand.",
  replaced: "replaced by a newer key; backups made before then still need it",
  deleted: "deleted",
  opens: {
    whatsapp: "backups of WhatsApp",
    generated: "files that were locked with Sixtyfour, and no backup that WhatsApp made",
  },
};

/** What is known of a key. */
export const factNames = {
  keyId: words.keyId,
  state: "State",
  opens: "Opens",
  phone: keyFactNames.phone,
  saved: keyFactNames.saved,
  tested: "Opened a backup on",
  places: placesText.title,
  note: words.note,
};

/** @param day - as the file has it, in UTC: `2026-11-23`. */
export function openedKeysText(count: number, day: string): string {
  return isOne(count)
    ? `1 key, as it was on ${day} (UTC).`
    : `${numberText(count)} keys, as they were on ${day} (UTC).`;
}

/** Which of the buttons this is, where it is heard. */
export function copyButtonName(name: string, keyId: string): string {
  return `Copy ${name}, ${keyId}`;
}
