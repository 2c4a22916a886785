/** Imports: why a file could not be read, what was found in it, and what was saved. */

import type { Findings, FoundRecord, FoundRow, FoundSetting, SaidPlace } from "../../../copies/findings.ts";
import type { ImportFailure } from "../../../copies/found.ts";
import type { OwnFormat } from "../../../copies/own-files.ts";
import type { Settings } from "../../../core/keyring/settings.ts";
import { MOST_ENTRIES } from "../../../core/keyring/storage-budget.ts";
import { countText, dateText, isOne, isolated, numberText, paragraph } from "./format.ts";
import { placeName } from "./places.ts";
import { settingTexts } from "./settings.ts";
import { endingText, entryName } from "./shared-words.ts";
import { tooMuchText } from "./too-much.ts";
import { unlockText } from "./unlock.ts";

export const importFailureText: Record<ImportFailure, string> = {
  empty: "This file is empty.",
  "too-large": "This file is too large. Choose a file of at most 16 MB.",
  "too-many-entries": "This file has too many entries. Export only the logins that hold keys.",
  "wrong-encoding": "This file is not text in UTF-8. Export it again, or save it as UTF-8.",
  "unknown-format": "Sixtyfour does not know this format, and found no key in it. Choose another file.",
  damaged: "This file is cut short or was changed. Nothing was imported. Export it again.",
  "needs-password": "This file is encrypted. Enter its file password.",
  "wrong-password":
    "This file password does not open the file. Try again. Sixtyfour cannot open databases that also need a key file.",
  "account-restricted":
    "Only the account that made this file can open it. Export it again, protected by a password.",
  unsupported:
    "This file uses a version or a cipher that Sixtyfour cannot read. Export it in another format.",
  costly: "This file was not opened: it needs more memory or time than any password manager asks for.",
  "cannot-derive":
    "Your browser cannot open encrypted files now. Allow WebAssembly or close other tabs, then try again.",
  ...tooMuchText,
  picture: "No QR code with a key was found in this picture. Take another one.",
  "crypt14-key":
    "This is WhatsApp's own key file for the local backups of one phone. It has no 64-digit key.",
};

export const chosenFileText = {
  choose: "Choose the file with the key",
  chooseAll: "Choose the file with the keys",
  open: "Open file",
  reading: "Reading the file …",
};

/** The box for what opens a file, and what is said of it: each kind of file by its own word. */
type Opener = { label: string; needed: string; missing: string; wrong: string };

const filePassword = { label: "File password of the chosen file", missing: "Type the file password first." };

export const openerText: Record<OwnFormat | "foreign", Opener> = {
  foreign: {
    ...filePassword,
    needed: importFailureText["needs-password"],
    wrong: importFailureText["wrong-password"],
  },
  "keyring-export": {
    ...filePassword,
    needed: "This is a Sixtyfour file. Type its file password.",
    wrong: "This file password does not open the file. It may differ from your passphrase. Try again.",
  },
  "sealed-keyring": {
    label: "Passphrase of the chosen file",
    missing: unlockText.missing,
    needed: "This is a saved file of encrypted keys. Type the passphrase that it was saved under.",
    wrong: "This passphrase does not open the file. Type the one you had when you saved it.",
  },
};

/** Why a file gave nothing, in the word for what opens it. */
export function openingFailureText(code: ImportFailure, format: OwnFormat | "foreign"): string {
  if (code === "needs-password") return openerText[format].needed;
  return code === "wrong-password" ? openerText[format].wrong : importFailureText[code];
}

export const importText = {
  title: "Import keys",
  hint: "Choose or drop a password manager's file, a Sixtyfour file, a key file, text, or a picture of the QR code. You can also use paper and phone. Nothing is saved before you have seen it.",
  press: "Import a file",
  look: "The file was read. Check what was found, then save it.",
  nothingChosen: "Nothing is chosen. Choose what to save first.",
  placesHint: "A place counts only after you have verified it here.",
  replaced: "The file says that another key has replaced this one.",
  keyless: "This entry comes only with its key, which you left out.",
  lessStrict: "Your setting stays: it is stricter.",
};

/** What a file of ours brings beside its keys. */
export const foundTitles = { records: "Key vault entries", settings: "Settings" };

/** A list of SHA-256 sums looks like a list of keys. */
export function checksumConfirm(count: number): { title: string; consequence: string; sure: string } {
  const keys = numberText(count);
  return {
    title: "Are these really keys?",
    consequence: `These look like checksums: few people have ${keys} keys. A checksum also has 64 digits, but it opens no backup.`,
    sure: `Save ${keys} keys`,
  };
}

export const undoConfirm = {
  title: "Undo the last import?",
  consequence:
    "The keys that it added are deleted here for good. Make sure that you still have the file, the paper or the key vault.",
  sure: "Undo the import",
};

export const importPress = {
  save: "Save what is chosen",
  drop: "Discard",
  undo: "Undo the last import",
  doubtful:
    "The Key ID in this entry belongs to another key. The key or the Key ID was changed. Save it only if you know why.",
};

export function nothingFoundText(entries: number): string {
  return entries > 1
    ? `None of the ${numberText(entries)} entries in this file has a 64-digit key. Nothing was changed.`
    : "This has no 64-digit key. Nothing was changed.";
}

export function tooManyKeysText(count: number): string {
  return `That would make ${numberText(count)} keys. Sixtyfour keeps at most ${numberText(MOST_ENTRIES)}. Nothing was changed.`;
}

export function foundText(count: number): string {
  return countText(count, "key was found", "keys were found");
}

/** @param found - what the file says about the key. */
export function foundNameText(found: { label: string; phoneEnding: string }, keyId: string): string {
  const name = entryName({ label: found.label, keyId });
  return found.phoneEnding === "" ? name : `${name} · ${endingText(found.phoneEnding)}`;
}

export function foundHereText({ there, isDeleted }: Pick<FoundRow, "there" | "isDeleted">): string {
  if (there === null) return isDeleted ? "New, but deleted in the file: you can restore it" : "New";
  if (there.deletedAtMs === null) return "Already here: missing details will be added";
  return isDeleted ? "Deleted here and in the file: it stays deleted" : "Deleted here: it will be restored";
}

export function foundWhereText({ found, isDeleted }: Pick<FoundRow, "found" | "isDeleted">): string {
  const [first, ...more] = found.places;
  if (first === undefined) return "";
  const entry = numberText(first.entry);
  if (first.field === null) return isDeleted ? `Entry ${entry}: deleted key` : `Entry ${entry}: key`;
  return more.length === 0
    ? `Entry ${entry}: ${isolated(first.field)}`
    : `Entry ${entry}: ${isolated(first.field)}, and ${numberText(more.length)} more`;
}

export function saidPlaceText({ place, verifiedAtMs, isGone }: SaidPlace): string {
  const name = placeName(place);
  if (isGone) return `${name}: the file says that it no longer holds this key`;
  return verifiedAtMs === null
    ? `${name}: noted in the file, not verified`
    : `${name}: the file says that it was verified on ${dateText(verifiedAtMs)}`;
}

export function foundRecordText({ kind, address, name }: FoundRecord): string {
  if (address === null) return "An entry that this version cannot read";
  if (kind === "forgotten") return `Forget the entry at ${address}`;
  return name === "" ? address : `${address} · ${isolated(name)}`;
}

export function foundRecordWarning({ kind, isKnownVault }: FoundRecord): string | null {
  if (kind === "wrong-address")
    return "It cannot be imported: the file writes this address in other letters, so that it looks like another one.";
  if (kind === "unreadable")
    return "It cannot be imported. A newer version of Sixtyfour may be able to read it.";
  if (kind === "forgotten") return "The file has forgotten this entry of yours. The key vault keeps it.";
  return kind === "entry" && !isKnownVault
    ? "You do not use this key vault here. Import this entry only if you know the address."
    : null;
}

/** Of the settings without a field. */
const otherSettings = {
  fillWarningRead: (settings: Settings) =>
    settings.fillWarningRead
      ? "Warning before the first fill: already read"
      : "Warning before the first fill: shown",
  reminderAfterMs: ({ reminderAfterMs }: Settings) =>
    reminderAfterMs === null
      ? "Reminders: not put off"
      : `Reminders: put off until ${dateText(reminderAfterMs)}`,
};

export function foundSettingText({ name, given }: FoundSetting): string {
  if (name === "fillWarningRead" || name === "reminderAfterMs") return otherSettings[name](given);
  const { label, none } = settingTexts[name];
  const value = given[name];
  return value === null ? (none ?? label) : `${label}: ${numberText(value)}`;
}

export function undoneText(stayed: number): string {
  if (stayed === 0) return "The import was undone.";
  return isOne(stayed)
    ? "The import was undone. 1 key stays because you changed it since."
    : `The import was undone. ${numberText(stayed)} keys stay because you changed them since.`;
}

function savedKeysTexts(added: number, known: number): string[] {
  if (added + known === 0) return [];
  const first = added === 0 ? "No key was new." : `${countText(added, "key", "keys")} saved and verified.`;
  return known === 0 ? [first] : [first, `${countText(known, "key", "keys")} already here.`];
}

/** What came beside the keys, each kind by itself. */
function savedPartsTexts({ rows, records, settings }: Findings): string[] {
  const places = rows.flatMap((row) => row.places);
  const noted = places.filter(({ isGone }) => !isGone).length;
  const forgotten = records.filter(({ kind }) => kind === "forgotten").length;
  const parts: [count: number, one: string, other: string][] = [
    [noted, "place was noted. Verify it here.", "places were noted. Verify them here."],
    [places.length - noted, "place no longer counts.", "places no longer count."],
    [records.length - forgotten, "key vault entry was saved.", "key vault entries were saved."],
    [forgotten, "key vault entry was forgotten.", "key vault entries were forgotten."],
    [settings.length, "setting was changed.", "settings were changed."],
  ];
  return parts.flatMap(([count, one, other]) => (count === 0 ? [] : [countText(count, one, other)]));
}

type Imported = {
  /** What was saved of the file. */
  chosen: Findings;
  /** How many of the keys were new. */
  added: number;
  /** Of keys whose notes became too long to keep every line. */
  names: readonly string[];
  isPlainFile: boolean;
};

export function importedText({ chosen, added, names, isPlainFile }: Imported): string {
  return paragraph(
    ...savedKeysTexts(added, chosen.rows.length - added),
    ...savedPartsTexts(chosen),
    ...names.map((name) => `The notes of “${name}” are full: the oldest lines were left out.`),
    isPlainFile ? "The file has keys in plain text: delete it now, also from the trash." : null,
  );
}
