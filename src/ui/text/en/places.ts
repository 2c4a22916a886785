/** What the section *Copies* says, but for the formats: `export-formats.ts`. */

import type { Entry } from "../../../core/keyring/opened-keyring.ts";
import { isNamedPlace, isVaultPlace, type NamedPlace } from "../../../core/keyring/verified-places.ts";
import { countText, dateText, isOne, listText, numberText, timeText } from "./format.ts";
import { entryName } from "./shared-words.ts";

export const placesText = {
  title: "Copies",
  intro:
    "A key with one copy is a key that gets lost. Bring it to two places outside this browser, and prove each by reading it back.",
  key: "Key",
  allKeys: "All keys",
  none: "There is no key to copy yet. Add or generate one first.",
  onePlease: "Choose one key for this.",
};

export const placesPress = {
  export: "Export",
  verify: "Prove this copy",
  saveReader: "Save the reader",
  close: "Close",
  printNow: "Print",
  next: "Next group",
  before: "Previous group",
};

/** The ways by which a key is seen elsewhere. */
export const wayText = {
  sheet: "Print recovery sheet",
  qr: "Show QR code",
  "read-along": "Read along",
};

/** One of several keys. */
export function keyChoiceText(entry: { label: string; keyId: string }): string {
  return `${entryName(entry)} · ${entry.keyId}`;
}

export const exportText = {
  title: "Into a password manager, or a file",
  format: "Format",
  encrypted: "Encrypted",
  plain: "Plain text",
  working: "Writing the file …",
  keyringWritten:
    "All keys were written. The file opens with its password only: nobody can reset it. Put it where it will be kept, then prove it.",
  labels: { passphrase: "Password of the file", repeated: "Repeat password of the file" },
  single: "This format holds one key: choose which.",
  plainTitle: "Write keys as plain text?",
  plainConsequence:
    "Whoever gets the file gets the keys. Import it at once, then delete it, also from the trash and from any folder that syncs.",
  plainConfirm: "Write plain text",
};

export function exportedText(count: number, isPlain: boolean): string {
  const keysWere = countText(count, "key was", "keys were");
  return isPlain
    ? `${keysWere} written as plain text. Import the file now, then delete it and empty the trash.`
    : `${keysWere} written. The file opens with its password only: nobody can reset it.`;
}

export const plainFilesText = {
  title: "Plain-text files",
  deleted: "I deleted it",
  trash: "Empty the trash too, and look into folders that sync.",
};

export function plainFileLeftText(savedAtMs: number): string {
  return `A plain-text file with keys was saved to your downloads at ${timeText(savedAtMs)}. Import it, then delete it.`;
}

export const qrText = {
  title: "QR code",
  hint: "Point the phone's camera at it. Choose Copy, not Search: a search would send the key away. Nobody else should see this screen.",
  label: "QR code of the 64-digit key",
};

export const readAlongText = {
  title: "Read along",
  hint: "Type each group into the phone. Left and right arrow keys go back and on. It never goes on by itself.",
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
  hint: "It is printed in black, on one page of A4 or Letter. Use a printer of your own: shared ones keep what they print.",
  hintAll:
    "They are printed in black, one page of A4 or Letter for each key. Use a printer of your own: shared ones keep what they print.",
  opens: {
    whatsapp:
      "Opens the end-to-end encrypted WhatsApp backups of this phone number that were made with this key.",
    generated: "Opens the files that were locked with it in Sixtyfour, and no backup that WhatsApp made.",
  } satisfies Record<Entry["origin"], string>,
  keyId: "Fingerprint (safe to show)",
  ...keyFactNames,
  name: "Name",
  check: "check",
  checkHint:
    "The two characters after each row are a check, not a part of the key. Sixtyfour finds a typo in a row by them.",
  stepsTitle: "To restore",
  steps: {
    whatsapp: [
      "Install WhatsApp on the new phone and confirm the same phone number.",
      "Sign in to the Google Account or iCloud that holds the backup, and choose Restore.",
      "Choose the 64-digit key, and enter the rows from A to D: digits 0 to 9, letters a to f.",
    ],
    generated: [
      "Install Sixtyfour, choose Add a key, and type the rows from A to D.",
      "In Backups, drop the file that was locked with this key, and choose Open.",
    ],
  } satisfies Record<Entry["origin"], readonly string[]>,
  keepTitle: "Where to keep it",
  keep: "With passports and deeds, dry and out of sight, not with the phone. Who finds this sheet and gets the backup file can read the chats.",
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
  "keyring-file": "An exported keyring",
  vault: "A backup key vault",
  elsewhere: "Elsewhere",
};

/** A place that an imported keyring names may be none of ours: it keeps its name. */
export function placeName(place: string): string {
  if (isVaultPlace(place)) return placeText.vault;
  return isNamedPlace(place) ? placeText[place] : place;
}

export const verifyText = {
  title: "Prove a copy",
  hint: "A copy counts once the key came back from it. Paste it from where it is kept, or choose the file that holds it.",
  place: "Where this copy is",
  pasted: "The key as it stands there",
  groupsHint: "From paper two groups will do. Type what stands there:",
  nothing: "Paste the key, or choose the file that holds it.",
  groupsMissing: "Each group has four characters, 0 to 9 and a to f.",
  otherGroups:
    "That is not what the key has in these places. Look again, row by row: the sheet may be of another key.",
  unknownKey: "That is a key, but not this one, and none that is kept here. Nothing was changed.",
  notInFile: "The file can be read, but this key is not in it. Nothing was changed.",
  inside: "It goes with this browser's profile, so it does not count as a place outside.",
  allTitle: "Prove copies of all keys",
  allHint:
    "One file that holds several keys, such as an exported keyring or a database, proves each key that comes back from it.",
};

export function verifiedText(place: NamedPlace): string {
  return `Proven: ${placeText[place]} holds this very key.`;
}

export function allVerifiedText(place: NamedPlace, count: number): string {
  return isOne(count)
    ? verifiedText(place)
    : `Proven: ${placeText[place]} holds all ${numberText(count)} keys.`;
}

/** @param missing - names of keys, one or more. */
export function someVerifiedText(proven: number, missing: readonly string[]): string {
  const names = listText(missing.map((name) => `“${name}”`));
  return proven === 0
    ? `Nothing was proven. Not in the file: ${names}.`
    : `${countText(proven, "key is", "keys are")} proven there. Not in the file: ${names}.`;
}

export function anotherKeyText(name: string): string {
  return `That is the key “${name}”, not this one. Nothing was changed.`;
}

/** @param dayText - how days are written where it is said. */
export function knownPlaceText(
  { place, verifiedAtMs }: { place: string; verifiedAtMs: number | null },
  dayText = dateText,
): string {
  return verifiedAtMs === null
    ? `${placeName(place)}: not proven yet`
    : `${placeName(place)}: proven on ${dayText(verifiedAtMs)}`;
}
