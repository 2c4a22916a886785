/** What a refusal of the background says, and what Sixtyfour noticed in its stored versions of the keys. */
import type { ErrorCode } from "../../../core/errors.ts";
import type { StorageNotice } from "../../../protocol/page.ts";
import { tooMuchText } from "./too-much.ts";

export const errorText: Record<ErrorCode, string> = {
  "no-keyring": "Sixtyfour is not set up in this browser profile yet. Set it up first.",
  "keyring-exists": "Sixtyfour is already set up here. Nothing was changed.",
  "wrong-passphrase": "This passphrase is wrong. Nothing was changed. Try again.",
  "replaced-passphrase":
    "This is an older passphrase. Your keys were saved here under a newer one, perhaps from a copy of this browser profile. Type that one.",
  "wrong-passkey": "This passkey does not unlock Sixtyfour. Use your passphrase.",
  "passkey-not-found": "This passkey is no longer set up here. Nothing was changed.",
  "passkey-exists": "This passkey already unlocks Sixtyfour. Nothing was changed.",
  "too-many-passkeys": "Sixtyfour takes 8 passkeys. Remove one, then add another.",
  "cannot-derive":
    "This browser cannot use passphrases and passwords now. Allow WebAssembly or close other tabs, then try again.",
  damaged: "Your stored keys are damaged and do not open. Nothing was changed.",
  "unsupported-version": "A newer Sixtyfour saved these keys. Update the extension to open them.",
  "not-a-keyring-file": "This file holds no saved Sixtyfour keys. Choose another file.",
  locked: "Sixtyfour is locked. Unlock it first.",
  "not-stored":
    "The browser did not store the change, so nothing was changed. Free some disk space and try again.",
  ...tooMuchText,
  "storage-unreadable":
    "The browser cannot read its storage, so nothing was changed. Save your keys to a file, then restart the browser.",
  "not-found": "This key is no longer here.",
  "already-there": "This key is already saved.",
  "changed-elsewhere": "Another window changed this in the meantime. Nothing was overwritten.",
  "clipboard-refused": "The browser did not allow Sixtyfour to use the clipboard. Try again.",
  "offer-expired": "The page may have changed in the meantime. Check what is shown, then press again.",
  "no-page": "The current page did not answer. Reload it, then try again.",
  "page-loading": "The current page is still loading. Wait a moment, then try again.",
  "wrong-host": "This is not the page's host. Nothing was filled in. Check it for typos.",
  "refused-sender": "Sixtyfour refused this request.",
  "invalid-request": "Sixtyfour did not understand this request.",
  "no-answer":
    "Sixtyfour has not answered for 10 seconds. Try again. If that does not help, restart the browser.",
  internal: "Something went wrong inside Sixtyfour. Try again.",
};

export const noticeText: Record<StorageNotice, string> = {
  "copy-healed":
    "One stored version of your keys was damaged. Sixtyfour repaired it from another one. No key is lost.",
  "copy-damaged":
    "One stored version of your keys is damaged, and Sixtyfour could not repair it. No key is lost. The damaged version stays as it is.",
  "copy-unreadable":
    "The browser cannot read every stored version of your keys. Sixtyfour uses what it can read.",
  "copy-missing":
    "One stored version of your keys was missing. Sixtyfour restored it from another one. No key is lost.",
  "copy-outdated":
    "One stored version of your keys was older than the others. Sixtyfour uses the newest one.",
  "copy-forked":
    "One stored version of your keys has changes that the newest one may not have. Sixtyfour kept it and uses the newest one.",
  "newest-unopened":
    "The newest stored version of your keys does not open, so Sixtyfour uses an older one. The latest change may be missing. The version that does not open was kept.",
  "rolled-back":
    "Your stored keys are older than what this browser last saved. Someone may have put back old data. The latest changes may be missing.",
  "passkeys-dropped":
    "Your keys were encrypted again, so passkeys no longer unlock Sixtyfour. Your passphrase does.",
  "third-copy-failed":
    "Your keys are stored twice instead of three times. The browser's database does not work.",
};
