/**
 * Backups: files, verdicts, progress. The section *Backups* and the command line share these sentences.
 * {@link Wording} holds the words in which they differ.
 */

import type { KeyTest } from "../../../backup/key-test.ts";
import type { Kind } from "../../../backup/kind.ts";
import { OUR_VERSION_MARK } from "../../../backup/magic.ts";
import type { Secret } from "../../../backup/prefix.ts";
import type { Checked } from "../../../backup/sealed-pass.ts";
import type { Verdict } from "../../../backup/verdict.ts";
import { countText, paragraph } from "./format.ts";
import { otherFileText } from "./other-files.ts";
import { entryName } from "./shared-words.ts";

export const backupsWords = {
  title: "Backups",
  intro: "Test whether your keys fit your backups. Your files stay on this computer.",
  drop: "Drop backups here",
  dropHint: "Files or whole folders, as many as you like.",
  pick: "Choose files",
  pickFolder: "Choose a folder",
  table: "Backups",
  selected: "Selected",
  file: "File",
  what: "Type",
  key: "Key",
  verdict: "Result",
  none: "No files yet.",
};

export const backupsPress = {
  test: "Test keys",
  check: "Run full check",
  open: "Open backups",
  salvage: "Save what can be read",
  encrypt: "Encrypt files",
  inside: "Look inside",
  repair: "Repair a key",
  addKey: "Add this key",
  clear: "Clear list",
  close: "Close",
};

export const backupsSay = {
  nothingSelected: "Select at least one backup first.",
  noKeys: "You have no keys yet. Add your WhatsApp key, then test it here.",
  nothingToSalvage: "Select a backup that is damaged or cannot be opened. The others open as they are.",
  noInside: "Select a msgstore.db, or an encrypted one that a key fits. Test your keys first.",
  noCheck: "No key is known to fit the selected backups. Test your keys first.",
  done: "Done.",
  keyAdded: "Key saved and verified.",
  repairOne: "Select exactly one crypt15 backup, then repair the key.",
  unreadable:
    "The browser cannot read this file any more. It may have been moved, changed or deleted. Drop it again.",
  deletedKey: "This key was deleted. Restore it first.",
  busy: "Another task is running. Wait for it to finish, or cancel it.",
};

const cancelled = "Stopped. Results so far are kept.";

export const testingText = { running: "Testing your keys …", cancelled };
export const checkingText = { running: "Reading the whole file …", cancelled };

/** The page and the command line name their actions differently, and get keys in different ways. */
export type Wording = {
  /** The action that reads the whole file. Follows "Run" and comes before "rules out damage". */
  check: string;
  /** Names the action that finds typos. Null after that action has failed. */
  findsTypos: string | null;
  /** What to do with a backup whose key WhatsApp holds. */
  bringKeyFile: string;
  /** What WhatsApp's key file is used for. */
  keyFileUse: string;
};

const onPage: Wording = {
  check: "a full check",
  findsTypos: "To find a typo, choose Repair a key.",
  bringKeyFile: "WhatsApp holds its key. Drop WhatsApp's key file here.",
  keyFileUse: "Sixtyfour uses it for these backups while this list is open, and does not store it.",
};

const secretText: Record<Secret, string> = {
  "64-digit-key": "protected by a 64-digit key",
  password: "protected by a password",
  passkey: "protected by a passkey",
  whatsapp: "protected by a key that WhatsApp holds",
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

/** What a file is, before any key is tried. For a backup it lists what the header says. */
export function kindText(kind: Kind, { keyFileUse } = onPage): string {
  switch (kind.kind) {
    case "other":
      return otherFileText[kind.look];
    case "ios":
      return "An iCloud backup. Its format is not published, so Sixtyfour cannot test or open it.";
    case "key-file":
      return kind.holds === "backup-key"
        ? "A key file with a 64-digit key."
        : `WhatsApp's own key file for crypt12 and crypt14. It has no 64-digit key. ${keyFileUse}`;
    case "media":
      return "A media file of a cloud backup";
    case "media-metadata":
      return "The description of a cloud backup's media file";
    default: {
      const { appVersion, phoneEnding, secret } = kind.prefix;
      const isOurs = appVersion?.startsWith(OUR_VERSION_MARK);
      const parts = [
        isOurs ? "Encrypted with Sixtyfour" : `${kind.kind} backup`,
        appVersion && !isOurs ? `version ${appVersion}` : null,
        phoneEnding && phoneEnding !== "00" ? `phone number ending in ${phoneEnding}` : null,
        secret && secretText[secret],
      ];
      return parts.filter((part) => part).join(", ");
    }
  }
}

/** The first sentence of every result. */
export const verdictText: Record<Verdict, string> = {
  "right-key": "This key fits.",
  "not-its-key": "None of your keys fits.",
  damaged: "Damaged.",
  altered: "Altered.",
  "cannot-tell": "Cannot tell.",
  "not-a-backup": "Not a backup.",
};

/** The next steps: what else the key may be. */
function anotherKeyText(findsTypos: string | null): string {
  return paragraph(
    "This backup has an older or newer key, it is from another phone, or yours has a typo. Try your other keys.",
    findsTypos,
  );
}

function ownerText(secret: Secret, { findsTypos, bringKeyFile }: Wording): string {
  switch (secret) {
    case "64-digit-key":
      return anotherKeyText(findsTypos);
    case "password":
      return "Its owner chose a password instead of a 64-digit key. Test your key on a backup from the time when it was in use.";
    case "passkey":
      return "Its owner chose a passkey instead of a 64-digit key. Test your key on a backup from the time when it was in use.";
    case "whatsapp":
      return bringKeyFile;
  }
}

function whyNot(kind: Kind, wording: Wording): string | null {
  const secret = "prefix" in kind ? kind.prefix.secret : null;
  return secret
    ? ownerText(secret, wording)
    : anotherKeyText(kind.kind === "crypt15" ? wording.findsTypos : null);
}

const cannotTellText =
  "Either the file is damaged, perhaps in its header, or no key fits. Copy it again and retry.";

/** What follows {@link verdictText} after a test. Empty if there is nothing to add. */
export function keyTestText(test: KeyTest, kind: Kind, wording = onPage): string {
  switch (test.verdict) {
    case "right-key":
      if (test.read === "whole") return "The whole content was read, and its tag matches.";
      return test.read === "description"
        ? `Only the description beside it was read; ${wording.check} rules out damage.`
        : `Only the beginning was read; ${wording.check} rules out damage.`;
    case "not-its-key":
      return paragraph(test.md5 === "ok" ? "The file is complete." : null, whyNot(kind, wording));
    case "not-a-backup":
      return kindText(kind, wording);
    case "damaged":
      return "A key fits, but the file was changed or cut short. Copy it again from its source.";
    default:
      return test.read === "beginning"
        ? `The beginning of this long file does not show whether a key fits. Run ${wording.check}.`
        : cannotTellText;
  }
}

function afterText(bytes: number): string | null {
  return bytes === 0 ? null : `Behind its end: ${countText(bytes, "foreign byte", "foreign bytes")}.`;
}

/**
 * The same after opening, where the content has shown more. A file whose content did not all come out, or is shorter
 * than it says, is unchanged and not complete.
 */
export function openedCheckedText(
  checked: Checked,
  { isComplete, kind, wording = onPage }: { isComplete: boolean; kind: Kind; wording?: Wording },
): string {
  if (isComplete || checked.verdict !== "right-key") return checkedText(checked, kind, wording);
  return paragraph("The file is unchanged: its tag matches.", afterText(checked.after ?? 0));
}

/** What follows {@link verdictText} after the whole file was read. Empty if there is nothing to add. */
export function checkedText(checked: Checked, kind: Kind, wording = onPage): string {
  const { verdict, tag, md5, after = 0 } = checked;
  switch (verdict) {
    case "right-key":
      return paragraph(
        md5 === "ok"
          ? "The file is complete and unchanged: its tag and checksum match."
          : "The file is complete and unchanged: its tag matches.",
        afterText(after),
      );
    case "not-its-key":
      // Without a key only the checksum shows that a file is complete, and some files have none.
      return paragraph(md5 === "ok" ? "The file is complete." : null, whyNot(kind, wording));
    case "damaged":
      return tag === "ok"
        ? paragraph(
            "A key fits and the content is complete. Only the header or the checksum was changed.",
            afterText(after),
          )
        : "A key fits, but the file is damaged or cut short. Copy it again from its source.";
    case "altered":
      return "A key fits, but the file was changed after it was written.";
    case "cannot-tell":
      return cannotTellText;
    case "not-a-backup":
      return kindText(kind, wording);
  }
}

export function durationText(seconds: number): string {
  if (seconds < 60) return `about ${Math.max(1, Math.round(seconds))} s left`;
  return `about ${Math.round(seconds / 60)} min left`;
}

/** Percentage, speed and time left. In the first second only the percentage: the rest would be a guess. */
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

/** A key that fits a file, and whether it is deleted or old. */
export function fittingKeyText(entry: NamedEntry): string {
  const name = entryName(entry);
  if (entry.deletedAtMs !== null) return `${name} (deleted)`;
  return entry.supersededBy === null ? name : `${name} (old key)`;
}

export const keyFileName = "WhatsApp's key file";
