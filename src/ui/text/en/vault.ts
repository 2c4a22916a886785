/** What the vault page says. Every way in which a step can end has its sentence here. */

import { MOST_ATTEMPTS } from "../../../protocol/vault/wire.ts";
import type { AddressCode } from "../../../vault-client/address.ts";
import type { PlainCode, Refusal } from "../../../vault-client/outcome.ts";
import { countText, dateText, paragraph } from "./format.ts";

export const vaultWords = {
  title: "Vault",
  address: "Address of the vault",
  name: "Name of the record",
  password: "Vault password",
  repeat: "Repeat vault password",
  next: "New vault password",
  repeatNext: "Repeat new vault password",
  key: "Key",
  invite: "Invitation",
  vaultId: "Vault ID",
  cardVaultId: "Fingerprint on your recovery card",
  records: "Records in vaults",
  devices: "Devices",
};

/** What the boxes for a new password are called, where it is no passphrase of the keyring. */
export const passwordLabels = { passphrase: vaultWords.password, repeated: vaultWords.repeat };
export const nextPasswordLabels = { passphrase: vaultWords.next, repeated: vaultWords.repeatNext };

export const vaultPress = {
  look: "Look at this vault",
  anotherVault: "Another vault",
  anotherName: "Another name",
  store: "Store in this vault",
  restore: "Restore the key",
  status: "Ask how it stands",
  verify: "Prove it with the password",
  reset: "Set a new password",
  remove: "Delete from the vault",
  removeSure: "Delete it there",
  exportAll: "Export what the vault holds",
  card: "Recovery card",
  printCard: "Print the card",
  saveCard: "Save the card",
  forget: "Forget this record",
  forgetSure: "Forget it",
  takeUp: "Take it up again",
  revoke: "Revoke",
  join: "Add this browser again",
  openAddress: "Open the address in a tab",
  close: "Close",
};

export const consentText = {
  title: "Before anything is sent",
  what: "When you press, this page asks the vault whose address you typed, or that a record of yours names. That vault gets your network address, the name of the record and the key sealed with your password; never the password, never the 64 digits.",
  how: "Firefox asks whether Sixtyfour may send “authentication information”, which is what it calls this. You can withdraw it at any time in Firefox's list of add-ons.",
  allow: "Allow sending",
  refused: "Without it nothing is sent, and no vault can be used. Everything else works.",
};

export const vaultText = {
  what: "A vault keeps a key behind a password instead of 64 digits. Its operator can read neither: what lies there opens with the password alone, and after ten wrong tries in a row it is gone.",
  ownServer:
    "Anybody can run a vault (docs/vault-operations.md). Sixtyfour has none of its own and calls no address but those you type; a keyring that you import brings those of its records.",
  compare:
    "Compare the fingerprint with the one that the vault's operator gave you, or that stands on your recovery card. If they differ, this is another vault.",
  storeTitle: "Store a key",
  noKeys: "There is no key to store yet.",
  nameHint:
    "Write it down: whoever restores the key needs it. Nobody can guess it, so nobody can use up your tries.",
  needsInvite: "This vault takes new records by invitation.",
  isClosed: "This vault takes no new records.",
  passwordNote:
    "Nobody can tell you a forgotten password. On this device you can set a new one without the old one.",
  working: "Working. Stretching the password takes a moment …",
  looking: "Asking the vault …",
  stored:
    "The key is in the vault, and was read back from it. Keep the recovery card; the password is not on it.",
  verified: "The password gives this very key back.",
  resetElsewhere:
    "The password was set anew on another device. If it was not you, revoke that device. Until the new password has given the key back, this record does not count as a copy.",
  wasReset: "The new password is set, and gives the key back. The old one opens nothing any more.",
  restoreTitle: "Restore from a vault",
  restoreHint: "Address, name and fingerprint stand on the recovery card.",
  needsAddress: "Type the address of the vault first.",
  needsName: "Type the name of the record: four words.",
  needsPassword: "Type the vault password.",
  passwordLength:
    "A vault password has 8 to 1,024 characters. Check for typos. Nothing was sent, and no attempt was used.",
  cardVaultIdHint: "Optional. Sixtyfour compares it with the vault's before it sends anything.",
  otherVaultId:
    "This fingerprint is not the vault's. Check it for typos, then check the address: this may be another vault. Nothing was sent.",
  firstKeyring:
    "First a keyring for this browser: the key is kept in it, sealed with a passphrase of its own.",
  unverified:
    "That the password gives this key back has not been shown, or not since something changed. Until it is, this record does not count as a copy.",
  removed: "The record is deleted from the vault. The key is still here.",
  forgotten: "The record is forgotten here. The vault still has it.",
  exported:
    "What the vault holds of this record was saved to a file. Nothing in it opens without the password.",
  noRecords: "No key of this keyring is in a vault yet.",
  unreadable: "This record was written by a newer Sixtyfour. Update the extension to use it.",
  keyGone: "Its key is no longer in this keyring. With the password it can be restored.",
  elsewhere: "Another window is working on this record. Wait until it is done.",
  revoked: "The device can no longer change this record.",
  revokeSelf: "This device cannot change the record any more. With the password it can be added again.",
  joined: "This browser can change the record again.",
  notJoined:
    "Sixteen devices are there already, so this browser cannot change the record. Revoke one on another device, then add this browser again.",
  recordGone: "This record is no longer in the keyring.",
  again: "Store it again: under a new name, as an erased one is never used twice.",
  pending: {
    enrol: "Storing was begun and is not finished. Nothing is lost: it can be taken up again.",
    reset:
      "A new password was begun and is not finished. Until it is, the old one may still be the one that counts.",
    erased: "The vault says that it no longer has this key, so it does not count as a copy.",
    delete: "It was to be deleted, and the vault has not confirmed it yet.",
  },
  card: {
    title: "Recovery card of a backup key vault",
    hint: "It tells where the key is and under which name. The password is not on it: keep that elsewhere.",
    steps: [
      "Install Sixtyfour in a browser, and choose Restore from a vault.",
      "Type address and name as they stand here, and compare the fingerprint before you type the password.",
      "Ten wrong passwords in a row, and the vault forgets the key for good.",
    ],
  },
};

/** Asked before the vault deletes a record. */
export const removeConfirm = {
  title: "Delete this record from the vault?",
  consequence:
    "The vault forgets the key for good, and its name can never be used again there. The key stays in this browser.",
  sure: vaultPress.removeSure,
};

/** Asked before a record goes from the keyring. */
export const forgetConfirm = {
  title: "Forget this record?",
  consequence:
    "The vault keeps the record, but this browser, and every one that takes in its exported keyring from now on, can no longer set a new password, ask how it stands or delete it, and it no longer counts as a copy. The key stays in this browser.",
  sure: vaultPress.forgetSure,
};

export const addressText: Record<AddressCode, string> = {
  "not-an-address": "That is not an address. It looks like https://vault.example.org.",
  "ipv6-loopback": "Browsers do not let a page reach [::1]. Use http://127.0.0.1 or http://localhost.",
  "needs-https":
    "The address must begin with https://. Only a vault on this computer may be reached by http://.",
  "has-user": "Leave out the user name and password in the address.",
  "has-path": "Leave out what follows the host: a vault stands at the top of its address.",
};

const refusalTexts: Record<PlainCode, string> = {
  unreachable:
    "No answer came. A page cannot tell why: the vault may be down, you may be offline, its certificate may be refused, or it may not allow this extension (CORS). Open the address in a tab to see more.",
  busy: "The vault cannot answer now, and it is not known whether it did what was asked. Trying again in a minute is safe.",
  "not-a-vault": "What answers at this address is no Sixtyfour vault, or something stands in between.",
  "newer-vault": "This vault speaks a newer version. Update the extension.",
  "vault-changed":
    "This is not the vault that you know: it shows another key. No try was spent. Ask its operator before you go on.",
  "vault-unproven":
    "This is not the vault that you know: it shows the key of that one and cannot prove it. If it stands in front of the real one, a try may have been spent there. Ask its operator before you go on.",
  "rolled-back":
    "The vault shows an older state than it has signed before. Somebody may have put an old copy of its database back; tries and deletions since then may be undone. Ask its operator.",
  "registration-closed": "This vault takes no new records, or not with this invitation.",
  "name-taken": "This name is taken, or was once. Take another one.",
  "generation-changed": "The password was set anew on another device. Ask how it stands, then try again.",
  "too-many-devices": "Sixteen devices are there already. Revoke one first.",
  expired: "That took too long: the vault has forgotten what was begun. Begin again.",
  erased: "This vault no longer has the key: the tries were used up, or it was deleted.",
  "not-proven": "The vault does not know this device, or no longer.",
  "not-found": "The vault has no such record.",
  damaged: "The password is right, but what the vault keeps does not open. It was changed or damaged there.",
  "other-key": "The vault gave back another key than this one. It does not count as a copy of it.",
  "unsupported-version": "The record was written by a newer Sixtyfour. Update the extension to read it.",
  unfinished: "An earlier step is not finished yet. Take it up again first.",
  refused: "The vault did not understand this request. One of the two may need an update.",
};

/** `58 minutes`; rounded up, so that nobody comes too early. */
export function waitText(seconds: number): string {
  const inUnits = (size: number) => Math.max(1, Math.ceil(seconds / size));
  if (seconds < 60) return countText(inUnits(1), "second", "seconds");
  if (seconds < 3600) return countText(inUnits(60), "minute", "minutes");
  return countText(inUnits(3600), "hour", "hours");
}

function nextTryText(seconds: number): string | null {
  return seconds > 0 ? `The next try is possible in ${waitText(seconds)}.` : null;
}

export function triesLeftText(status: { attemptsLeft: number; retryAfterSeconds: number }): string {
  const tries = countText(status.attemptsLeft, "try", "tries");
  return status.retryAfterSeconds > 0
    ? `${tries} left of ${MOST_ATTEMPTS}, the next in ${waitText(status.retryAfterSeconds)}`
    : `${tries} left of ${MOST_ATTEMPTS}`;
}

export const statusWords = {
  tries: "Tries",
  failedSince: "Failed since the last success",
  failedEver: "Failed ever",
  stored: "Stored",
};

/** What stands behind the beginning of a device's key. */
export function deviceText(isOwn: boolean, addedAtMs: number): string {
  return isOwn ? `(this browser), since ${dateText(addedAtMs)}` : `since ${dateText(addedAtMs)}`;
}

/** @param device - the beginning of its key. */
export function revokeName(device: string): string {
  return `Revoke ${device}`;
}

function wrongPasswordText({ attemptsLeft, retryAfterSeconds }: WrongPassword): string {
  const what = "That is not the right password, or this vault's secret has changed.";
  if (attemptsLeft === 0) return paragraph(what, "It was the last try: the vault forgets this key for good.");
  const tries = countText(attemptsLeft, "try", "tries");
  return paragraph(
    what,
    `${tries} left; after the last the vault forgets this key for good.`,
    nextTryText(retryAfterSeconds),
  );
}

type WrongPassword = Extract<Refusal, { code: "wrong-password" }>;

export function refusalText(refusal: Refusal): string {
  switch (refusal.code) {
    case "wrong-password":
      return wrongPasswordText(refusal);
    case "wait":
      return paragraph("Too many wrong tries.", nextTryText(refusal.retryAfterSeconds), "Nothing was spent.");
    case "rate-limited":
      return `Too many requests came from this network. Try again in ${waitText(refusal.retryAfterSeconds)}.`;
    default:
      return refusalTexts[refusal.code];
  }
}

function failuresText(failuresSince: number): string | null {
  if (failuresSince === 0) return null;
  return `${countText(failuresSince, "failed try", "failed tries")} since you last opened it.`;
}

/** What a login with the password has reached. */
export function loggedInText(
  reached: "stored" | "wasReset" | "verified" | "joined",
  failuresSince: number,
): string {
  return paragraph(vaultText[reached], failuresText(failuresSince));
}

type Restored = {
  wasHere: boolean;
  failuresSince: number;
  /** This browser is a device of the record now. */
  joined: boolean;
  /** The vault has shown an older state than before. */
  isOld: boolean;
};

export function vaultRestoredText(name: string, restored: Restored): string {
  return paragraph(
    restored.wasHere ? `“${name}” was in this keyring already.` : `The 64 digits are back: “${name}”.`,
    failuresText(restored.failuresSince),
    restored.joined ? null : vaultText.notJoined,
    restored.isOld ? refusalTexts["rolled-back"] : null,
  );
}

type CardFacts = { address: string; name: string; shownVaultId: string };

/** The recovery card as plain text. */
export function cardFileText({ address, name, shownVaultId }: CardFacts): string {
  const { title, hint, steps } = vaultText.card;
  return [
    title,
    "",
    `Address of the vault: ${address}`,
    `Name of the record: ${name}`,
    `Vault ID: ${shownVaultId}`,
    "",
    hint,
    ...steps.map((step, index) => `${index + 1}. ${step}`),
    "",
  ].join("\n");
}
