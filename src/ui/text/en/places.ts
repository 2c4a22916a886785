/** What the section *Safe places* says; the formats of its exports are in `export-formats.ts`. */

import type { Entry } from "../../../core/keyring/opened-keyring.ts";
import { isNamedPlace, isVaultPlace, type NamedPlace } from "../../../core/keyring/verified-places.ts";
import { countText, dateText, isOne, listText, numberText, timeText } from "./format.ts";

export const placesText = {
  title: "Safe places",
  intro:
    "A key in only one place is easily lost. Keep it in two places outside this browser. Then verify each place by reading the key back.",
  key: "Key",
  allKeys: "All keys",
  none: "You have no keys yet. Add or generate one first.",
  onePlease: "Choose one key first.",
};

export const placesPress = {
  export: "Export",
  verify: "Verify this place",
  saveReader: "Save the reader",
  close: "Close",
  printNow: "Print",
  next: "Next group",
  before: "Previous group",
};

/** The ways to bring a key to a place by eye or camera. */
export const wayText = {
  sheet: "Print recovery sheet",
  qr: "Show QR code",
  "read-along": "Read along",
};

export const exportText = {
  title: "Export to a file",
  format: "Format",
  encrypted: "Encrypted",
  plain: "Plain text",
  working: "Writing the file …",
  keyringWritten:
    "All keys were exported. Only the file password opens this Sixtyfour file, and nobody can reset it. Move the file to its safe place, then verify it there.",
  labels: {
    passphrase: "File password",
    repeated: "Repeat file password",
    generate: "Generate a file password",
  },
  single: "This format holds one key. Choose one first.",
  plainTitle: "Export as plain text?",
  plainConsequence:
    "Anyone who gets this file gets the keys. Import it right away, then delete it. Empty the trash too, and check folders that sync.",
  plainConfirm: "Export plain text",
};

export function exportedText(count: number, isPlain: boolean): string {
  const keysWere = countText(count, "key was", "keys were");
  return isPlain
    ? `${keysWere} exported as plain text. Import the file now, then delete it and empty the trash.`
    : `${keysWere} exported. Only the file password opens the file, and nobody can reset it.`;
}

export const plainFilesText = {
  title: "Plain-text files",
  deleted: "I deleted it",
  trash: "Empty the trash too, and check folders that sync.",
};

export function plainFileLeftText(savedAtMs: number): string {
  return `A plain-text file with keys was saved to your downloads at ${timeText(savedAtMs)}. Import it, then delete it.`;
}

export const qrText = {
  title: "QR code",
  hint: "Point the phone's camera at the code. Choose Copy, not Search: a search sends the key over the internet. Make sure that nobody else sees this screen.",
  label: "QR code of the 64-digit key",
};

export const readAlongText = {
  title: "Read along",
  hint: "Type each group into the phone. Move with the left and right arrow keys. The next group never comes by itself.",
};

export function groupPlace(row: string, group: number, step: number): string {
  return `Row ${row}, group ${group} of 4 (${step} of 16)`;
}

/** @param words - one for each digit. */
export function spokenText(words: readonly string[]): string {
  return words.join(" · ");
}

/** Facts of a key, on the sheet and in the reader. */
export const keyFactNames = { phone: "Phone number ends in", saved: "Saved on" };

export const sheetText = {
  title: "Recovery sheet",
  titleAll: "Recovery sheets",
  hint: "The sheet prints in black on one page, A4 or Letter. Use your own printer: shared printers can keep what they print.",
  hintAll:
    "Each key prints in black on one page, A4 or Letter. Use your own printer: shared printers can keep what they print.",
  opens: {
    whatsapp:
      "Opens the end-to-end encrypted WhatsApp backups of this phone number that were made with this key.",
    generated:
      "Opens the files that were encrypted with this key in Sixtyfour. It does not open WhatsApp backups.",
  } satisfies Record<Entry["origin"], string>,
  keyId: "Key ID (safe to show)",
  ...keyFactNames,
  name: "Name",
  check: "check",
  checkHint:
    "The two characters after each row are a check. They are not part of the key. Sixtyfour uses them to find a typo in the row.",
  stepsTitle: "To restore",
  steps: {
    whatsapp: [
      "Install WhatsApp on the new phone and confirm the same phone number.",
      "Sign in to the Google Account or iCloud that holds the backup, and choose Restore.",
      "Choose the 64-digit key, then enter rows A to D: digits 0 to 9, letters a to f.",
    ],
    generated: [
      "Install Sixtyfour and choose Add my WhatsApp key, where this key goes too.",
      "Type rows A to D.",
      "In Backups, drop the file that was encrypted with this key, and choose Open backups.",
    ],
  } satisfies Record<Entry["origin"], readonly string[]>,
  keepTitle: "Where to keep it",
  keep: "Keep it dry and out of sight, with passports and deeds, not with the phone. Anyone who finds this sheet and gets the backup file can read the chats.",
  note: "Notes",
  foot: "Made by Sixtyfour, open source. Not affiliated with WhatsApp or Meta.",
};

export const placeText: Record<NamedPlace | "vault", string> = {
  bitwarden: "Bitwarden",
  keepass: "KeePassXC or KeePass",
  "1password": "1Password",
  "proton-pass": "Proton Pass",
  "apple-passwords": "Apple Passwords",
  "browser-passwords": "This browser's passwords",
  file: "A file kept elsewhere",
  paper: "Paper",
  phone: "The phone",
  "keyring-file": "Sixtyfour file",
  vault: "Key vault",
  elsewhere: "Elsewhere",
};

/** A Sixtyfour file may name a place that this version does not know: that place keeps its name. */
export function placeName(place: string): string {
  if (isVaultPlace(place)) return placeText.vault;
  return isNamedPlace(place) ? placeText[place] : place;
}

export const verifyText = {
  title: "Verify a place",
  hint: "A place counts only after the key came back from it. Paste the key from there, or choose its file: KeePass keeps keys in one. Other files count as a file.",
  place: "Where the key is kept",
  unchosen: "Choose a place",
  unchosenPlace: "Choose where the key is kept first.",
  pasted: "The key as it is there",
  groupsHint: "From paper, two groups are enough. Type these two:",
  nothing: "Paste the key, or choose the file that holds it.",
  groupsMissing: "Type four characters in each group: 0–9 and a–f.",
  otherGroups:
    "These groups do not match this key. Check them for typos, row by row. The sheet may belong to another key.",
  unknownKey: "This is a different key, and it is not saved here. Nothing was changed.",
  ownCopy:
    "This may be the copy that Sixtyfour made, so it does not count. The clipboard is empty now. Copy the key from its place, then paste it here.",
  ownCopyStays:
    "This may be the copy that Sixtyfour made, so it does not count. The browser did not clear the clipboard. Try again in a minute.",
  ownDrag: "These digits come from Sixtyfour itself. Copy the key from its place instead.",
  notInFile: "The file was read, but this key is not in it. Nothing was changed.",
  inside: "These passwords are in this browser's profile, so they do not count as a safe place.",
  allTitle: "Verify all keys",
  allHint:
    "Choose a file that holds several keys, such as a Sixtyfour file or a database. The place is verified for each key in it.",
};

/** Asked about a file whose own bytes do not tell where it is kept. */
export const whereText = {
  title: "Where is this file?",
  hint: "The key is in the file. Say where this file is kept.",
  label: "Where is this file kept?",
  unchosen: "Choose an answer",
  sites: {
    here: "Only on this computer",
    device: "On a USB stick or another device",
    online: "In online storage",
  },
  choose: "Choose where this file is kept first.",
  notHere:
    "A file on this computer is lost together with it, so it does not count. Move it to another device, then verify it there.",
  verify: "Verify this file",
  close: "Close",
};

export function verifiedText(place: NamedPlace): string {
  return `Verified in this place: ${placeText[place]}. It holds exactly this key.`;
}

/** The user has chosen another place than the one that the file belongs to. */
export function countsAsText(place: NamedPlace): string {
  return `${verifiedText(place)} A file counts as what it is, wherever it came from.`;
}

/** A Sixtyfour file was opened to be imported. */
export function fileVerifiedText(count: number): string {
  return `The file was read. It holds ${countText(count, "key", "keys")} of yours, which verifies this place: ${placeText["keyring-file"]}.`;
}

export function allVerifiedText(place: NamedPlace, count: number): string {
  return isOne(count)
    ? verifiedText(place)
    : `Verified in this place: ${placeText[place]}. It holds all ${numberText(count)} keys.`;
}

/** @param missing - names of keys, one or more. */
export function someVerifiedText(verified: number, missing: readonly string[]): string {
  const names = listText(missing.map((name) => `“${name}”`));
  return verified === 0
    ? `No key was verified. Not in the file: ${names}.`
    : `${countText(verified, "key is", "keys are")} verified there. Not in the file: ${names}.`;
}

export function anotherKeyText(name: string): string {
  return `This is the key “${name}”, not the chosen one. Nothing was changed.`;
}

/** @param dayText - writes a day; the command line writes days in its own way. */
export function knownPlaceText(
  { place, verifiedAtMs }: { place: string; verifiedAtMs: number | null },
  dayText = dateText,
): string {
  return verifiedAtMs === null
    ? `${placeName(place)}: not verified yet`
    : `${placeName(place)}: verified on ${dayText(verifiedAtMs)}`;
}
