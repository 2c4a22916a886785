/** What a refusal of the background says, and what was noticed in the stored copies. */
import type { ErrorCode } from "../../../core/errors.ts";
import type { StorageNotice } from "../../../protocol/page.ts";

export const errorText: Record<ErrorCode, string> = {
  "no-keyring": "There is no keyring in this browser profile yet.",
  "keyring-exists": "There is already a keyring here. Nothing was changed.",
  "wrong-passphrase": "That is not the passphrase of this keyring. Nothing was changed.",
  "cannot-derive":
    "This browser cannot work with passphrases and passwords now. Allow WebAssembly or close other tabs, then try again.",
  damaged: "The stored keyring is damaged and does not open. Nothing was changed.",
  "unsupported-version": "This keyring was written by a newer Sixtyfour. Update the extension to open it.",
  "not-a-keyring-file": "That file is not a sealed Sixtyfour keyring.",
  locked: "Sixtyfour is locked. Unlock it first.",
  "not-stored":
    "The browser did not store the change, so it was not made. Free some disk space and try again.",
  "storage-unreadable":
    "The browser cannot read its storage, so the change was not made. Save your keys to a file, then restart the browser.",
  "not-found": "That key is no longer here.",
  "already-there": "This key is already in the keyring.",
  "changed-elsewhere": "Another window changed this in the meantime. Nothing was overwritten.",
  "clipboard-refused": "The browser did not let Sixtyfour write to the clipboard.",
  "offer-expired": "The page may have changed in the meantime. Check what is shown and press again.",
  "no-page": "The page in front did not answer. Reload it, then try again.",
  "page-loading": "The page in front is still loading. Wait a moment, then try again.",
  "wrong-host": "That is not this page's host. Nothing was filled.",
  "refused-sender": "Sixtyfour refused this request.",
  "invalid-request": "Sixtyfour did not understand this request.",
  "no-answer":
    "Sixtyfour has not answered for 10 seconds. Try again. If that does not help, restart the browser.",
  internal: "Something went wrong inside Sixtyfour. Try again.",
};

export const noticeText: Record<StorageNotice, string> = {
  "copy-healed":
    "One stored copy of the keyring was damaged. It was written again from another; no key is lost.",
  "copy-damaged":
    "One stored copy of the keyring is damaged and could not be written again. No key is lost; it stays as it is.",
  "copy-unreadable": "The browser cannot read every stored copy of the keyring. What it can read is in use.",
  "copy-missing":
    "One stored copy of the keyring was missing. It was written again from another; no key is lost.",
  "copy-outdated": "One stored copy of the keyring was older than the others. The newest one is in use.",
  "newest-unopened":
    "The newest stored copy does not open, so an older one is in use. The latest change may be missing; the copy that does not open was kept.",
  "rolled-back":
    "The stored keyring is older than the one this browser last wrote. Someone may have put an old copy back; the latest changes may be missing.",
  "third-copy-failed":
    "The keyring is stored twice, not three times, because the browser's database does not work.",
};
