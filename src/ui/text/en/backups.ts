/**
 * What is said of backups: files, verdicts, progress. The section *Backups* and the command line say the same
 * of the same, but for {@link Wording}.
 */

import type { KeyTest } from "../../../backup/key-test.ts";
import type { Kind, Look } from "../../../backup/kind.ts";
import { OUR_VERSION_MARK } from "../../../backup/magic.ts";
import type { Secret } from "../../../backup/prefix.ts";
import type { Checked } from "../../../backup/sealed-pass.ts";
import type { Verdict } from "../../../backup/verdict.ts";
import { countText, paragraph } from "./format.ts";
import { entryName } from "./shared-words.ts";

export const backupsWords = {
  title: "Backups",
  intro: "Does your key open this backup? Everything happens on this computer; nothing of a file leaves it.",
  drop: "Drop backups here",
  dropHint: "Files or whole folders, as many as you like.",
  pick: "Choose files",
  pickFolder: "Choose a folder",
  table: "Backups",
  selected: "Selected",
  file: "File",
  what: "What it is",
  key: "Key",
  verdict: "Verdict",
  none: "No files yet.",
};

export const backupsPress = {
  test: "Prove",
  check: "Check whole",
  open: "Open",
  encrypt: "Lock a file",
  repair: "Repair",
  addKey: "Add this key",
  clear: "Clear the list",
  close: "Close",
};

export const backupsSay = {
  nothingSelected: "Select at least one backup in the table first.",
  noKeys: "There is no key in the keyring yet. Add one first, then prove it here.",
  noCheck: "No key is known to open what is selected. Prove it first.",
  done: "Done.",
  keyAdded: "The key was added, sealed and read back.",
  repairOne: "Select exactly one crypt15 backup to repair a key with.",
  unreadable: "The browser cannot read this file any more: was it moved, changed or deleted? Drop it again.",
  deletedKey: "The key is among the deleted ones. Restore it first.",
  busy: "Something else is under way. Wait for its end, or cancel it.",
};

const cancelled = "Stopped. What was found until then stands.";

export const testingText = { running: "Trying every key …", cancelled };
export const checkingText = { running: "Reading the whole file …", cancelled };

/** Where the command line has words of its own: what its acts are called, and where its keys come from. */
export type Wording = {
  /** The name of the act that reads the whole file. */
  check: string;
  /** What finds a typo; null where it has just been tried. */
  findsTypos: string | null;
  noKey: string;
  /** What to do with a backup whose key WhatsApp holds. */
  bringKeyFile: string;
  /** What WhatsApp's key file is good for here. */
  keyFileUse: string;
};

const onPage: Wording = {
  check: backupsPress.check,
  findsTypos: "Repair finds typos.",
  noKey: "No key of this keyring opens it.",
  bringKeyFile: "WhatsApp holds its key; drop its key file here to open it.",
  keyFileUse: "While this list is open it is used for such backups, and it is not stored.",
};

const lookText: Record<Look, string> = {
  empty: "The file is empty.",
  "cut-header": "It begins like a backup and ends within its header. Copy it again from where it came.",
  "damaged-header": "It is named like a backup, but its header does not read. Copy it again.",
  "old-crypt": "A backup of a time before crypt12. Its format is not read here.",
  sqlite: "A database that is already open, not a sealed backup.",
  zip: "A ZIP archive.",
  gzip: "A gzip archive.",
  zlib: "It looks like bare compressed data.",
  picture: "A picture.",
  video: "A video.",
  sound: "A sound file.",
  pdf: "A PDF document.",
  json: "It looks like JSON text.",
  text: "It looks like plain text.",
  unknown: "It looks like nothing known here.",
};

const secretText: Record<Secret, string> = {
  "64-digit-key": "locked with a 64-digit key",
  password: "locked with a password",
  passkey: "locked with a passkey",
  whatsapp: "locked with a key that WhatsApp holds",
};

/** Decimal units, as file managers show them. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return countText(bytes, "byte", "bytes");
  const units = ["kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = -1;
  while (value >= 999.5) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** What a file is, before any key is asked for. Of a backup, a list of what its header tells. */
export function kindText(kind: Kind, { keyFileUse } = onPage): string {
  switch (kind.kind) {
    case "other":
      return lookText[kind.look];
    case "ios":
      return "An iCloud backup. Its format is not published, so it cannot be proven or opened here.";
    case "key-file":
      return kind.holds === "backup-key"
        ? "A key file: it holds a 64-digit key."
        : `WhatsApp's own key file for crypt12 and crypt14. It holds no 64-digit key. ${keyFileUse}`;
    case "media":
      return "A media file of a cloud backup";
    case "media-metadata":
      return "The description of a cloud backup's media file";
    default: {
      const { appVersion, phoneEnding, secret } = kind.prefix;
      const isOurs = appVersion?.startsWith(OUR_VERSION_MARK);
      const parts = [
        isOurs ? "Locked with Sixtyfour" : `${kind.kind} backup`,
        appVersion && !isOurs ? `version ${appVersion}` : null,
        phoneEnding && phoneEnding !== "00" ? `phone number ending in ${phoneEnding}` : null,
        secret && secretText[secret],
      ];
      return parts.filter((part) => part).join(", ");
    }
  }
}

/** How every verdict begins. */
export const verdictText: Record<Verdict, string> = {
  "right-key": "Right key.",
  "not-its-key": "Not its key.",
  damaged: "Damaged.",
  altered: "Altered.",
  "cannot-tell": "Cannot tell.",
  "not-a-backup": "Not a backup.",
};

function ownerText(secret: Secret, { findsTypos, bringKeyFile }: Wording): string {
  switch (secret) {
    case "64-digit-key":
      return paragraph(
        "Its owner was given 64 digits: another key, older or newer, or one with a typo.",
        findsTypos,
      );
    case "password":
      return "Its owner chose a password, so no 64-digit key of yours need fit.";
    case "passkey":
      return "Its owner uses a passkey, so no 64-digit key of yours need fit.";
    case "whatsapp":
      return bringKeyFile;
  }
}

function whyNot(kind: Kind, wording: Wording): string {
  const secret = "prefix" in kind ? kind.prefix.secret : null;
  return paragraph(wording.noKey, secret && ownerText(secret, wording));
}

/** The rest of the verdict after a test. */
export function keyTestText(test: KeyTest, kind: Kind, wording = onPage): string {
  switch (test.verdict) {
    case "right-key":
      return test.read === "beginning"
        ? `Beginning only: ${wording.check} proves the rest.`
        : "Proven by the tag of the whole content.";
    case "not-its-key":
      return whyNot(kind, wording);
    case "not-a-backup":
      return kindText(kind, wording);
    case "damaged":
      return "The key is right, the file was changed or cut. Copy it again.";
    default:
      return `The file's beginning allows no answer. ${wording.check} may tell.`;
  }
}

/** The rest of the verdict after the whole file was read. */
export function checkedText({ verdict, tag, md5 }: Checked, kind: Kind, wording = onPage): string {
  switch (verdict) {
    case "right-key":
      return md5 === "ok"
        ? "Complete and untouched, by tag and checksum."
        : "Complete and untouched, by its tag.";
    case "not-its-key":
      // Only a checksum says that a file is whole when no key opens it, and not every file has one.
      return paragraph(md5 === "ok" ? "The file is whole." : null, whyNot(kind, wording));
    case "damaged":
      return tag === "ok"
        ? "The key is right and the content whole; only its header or checksum was changed."
        : "The key is right; the file is damaged or cut short. Copy it again.";
    case "altered":
      return "The key is right; the file was changed after it was written.";
    case "cannot-tell":
      return "The file is damaged, maybe in its header, or this is not its key. Copy it again and try once more.";
    case "not-a-backup":
      return kindText(kind, wording);
  }
}

export function durationText(seconds: number): string {
  if (seconds < 60) return `about ${Math.max(1, Math.round(seconds))} s left`;
  return `about ${Math.round(seconds / 60)} min left`;
}

/** How far and how fast. Nothing is guessed in the first second. */
export function rateText(doneBytes: number, totalBytes: number, elapsedMs: number): string {
  if (totalBytes === 0) return "";
  const percent = `${Math.floor((100 * doneBytes) / totalBytes)} %`;
  if (elapsedMs < 1000 || doneBytes === 0) return percent;
  const perSecond = (doneBytes * 1000) / elapsedMs;
  return `${percent} · ${sizeText(perSecond)}/s · ${durationText((totalBytes - doneBytes) / perSecond)}`;
}

export function selectText(name: string): string {
  return `Select ${name}`;
}

type NamedEntry = {
  label: string;
  keyId: string;
  deletedAtMs: number | null;
  supersededBy: string | null;
};

/** A key that fits a file, and why it is not among the current ones. */
export function fittingKeyText(entry: NamedEntry): string {
  const name = entryName(entry);
  if (entry.deletedAtMs !== null) return `${name} (among the deleted)`;
  return entry.supersededBy === null ? name : `${name} (earlier key)`;
}

export const keyFileName = "WhatsApp's key file";
