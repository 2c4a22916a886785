/** What the page of the key vault says. Each outcome of a step has its sentence here. */

import type { AddressCode } from "../../../vault-client/address.ts";
import type { PlainCode, Refusal } from "../../../vault-client/outcome.ts";
import { countText, paragraph } from "./format.ts";

export const vaultWords = {
  title: "Key vault",
  address: "Vault address",
  name: "Name of vault entry",
  password: "Vault password",
  repeat: "Repeat vault password",
  next: "New vault password",
  repeatNext: "Repeat new vault password",
  key: "Key",
  invite: "Invitation",
  vaultId: "Vault ID",
  cardVaultId: "Vault ID on your card",
  records: "Vault entries",
  devices: "Devices",
};

/** Labels of the boxes for a new vault password, and of the button that fills them. */
const generate = "Generate a vault password";
export const passwordLabels = { passphrase: vaultWords.password, repeated: vaultWords.repeat, generate };
export const nextPasswordLabels = { passphrase: vaultWords.next, repeated: vaultWords.repeatNext, generate };

export const vaultPress = {
  look: "Contact vault",
  anotherVault: "Choose another vault",
  anotherName: "Suggest another name",
  store: "Store key",
  restore: "Restore key",
  status: "Check status",
  verify: "Verify with the password",
  reset: "Set new password",
  remove: "Delete from vault",
  removeSure: "Delete vault entry",
  exportAll: "Export vault entry",
  card: "Show recovery card",
  printCard: "Print card",
  saveCard: "Save card",
  forget: "Forget vault entry",
  forgetSure: "Forget entry",
  takeUp: "Resume",
  revoke: "Revoke",
  join: "Add this browser",
  openAddress: "Open address in a tab",
  close: "Close",
};

export const consentText = {
  title: "Before anything is sent",
  what: "When you press a button, this page contacts the vault whose address you typed, or the vault of your vault entry. That vault gets your network address, the name of the vault entry, and the key encrypted with your password. It never gets the password or the 64 digits.",
  how: "Firefox calls this “authentication information” and asks whether Sixtyfour may send it. You can withdraw this permission at any time in Firefox's list of add-ons.",
  allow: "Allow sending",
  refused:
    "Sixtyfour sends nothing without this permission, so you cannot use a key vault. Everything else works.",
};

export const vaultText = {
  what: "A key vault lets you restore a key with a password instead of 64 digits. The vault's operator can read neither. After ten wrong passwords in a row, the vault deletes the key for good.",
  ownServer:
    "Anyone can run a key vault; Sixtyfour has none of its own. It contacts only addresses that you type, or that come with the vault entries of a file you import.",
  compare:
    "Compare this vault ID with the one from the vault's operator, or on your recovery card. If they differ, this is another vault.",
  storeTitle: "Store a key",
  storeSteps: ["Choose key and vault", "Compare the vault ID", "Choose a vault password"] as const,
  noKeys: "You have no keys yet. Add one first.",
  nameHint:
    "Write it down: you need it to restore the key. Nobody can guess it, so nobody can use up your attempts.",
  needsInvite: "This vault needs an invitation for new vault entries.",
  isClosed: "This vault accepts no new vault entries.",
  passwordNote:
    "Nobody can tell you a forgotten password. On this device you can set a new one without the old one.",
  working: "Working. This takes a moment …",
  looking: "Contacting the vault …",
  stored: "Key stored in the vault and verified. Keep the recovery card. The password is not on it.",
  verified: "Verified: the password opens exactly this key.",
  resetElsewhere:
    "Another device has set a new password. If that was not you, revoke the device. This vault counts as a safe place again only after you verify it with the new password.",
  wasReset: "New password set and verified. The old one no longer opens the key.",
  restoreTitle: "Restore from key vault",
  restoreSteps: ["Choose the vault", "Compare the vault ID", "Type name and password"] as const,
  manage: "Manage this entry",
  restoreHint: "Your recovery card shows the address, the name and the vault ID.",
  needsAddress: "Type the vault address first.",
  needsName: "Type the name of the vault entry: four words.",
  needsPassword: "Type the vault password first.",
  passwordLength:
    "A vault password has 8 to 1,024 characters. Check it for typos. Nothing was sent, and no attempt was used.",
  cardVaultIdHint: "Optional. Sixtyfour compares it with this vault's ID before it continues.",
  otherVaultId:
    "This vault has a different vault ID. Check the vault ID for typos, then the address: this may be another vault. Nothing was sent.",
  firstKeyring:
    "Set up Sixtyfour in this browser first. It keeps the restored key, encrypted with your new passphrase.",
  unverified:
    "This vault is not verified, or something has changed since. Verify it with the password to make it count as a safe place.",
  removed: "The vault entry was deleted from the vault. The key is still here.",
  forgotten: "Sixtyfour forgot this vault entry. The vault still has it.",
  exported: "The vault entry was saved to a file. The key in it does not open without the password.",
  noRecords: "None of your keys is in a key vault yet.",
  unreadable: "A newer Sixtyfour saved this vault entry. Update the extension to use it.",
  keyGone: "The key is no longer in this browser. Restore it with the vault password.",
  elsewhere: "Another window is using this vault entry. Wait until it is done.",
  revoked: "Device revoked. It can no longer change this vault entry.",
  revokeSelf: "This browser can no longer change the vault entry. You can add it again with the password.",
  joined: "This browser can change the vault entry again.",
  notJoined:
    "This browser cannot change the vault entry, because 16 devices already can. Revoke one on another device, then add this browser.",
  recordGone: "This vault entry is no longer here.",
  again: "Store the key again under a new name. The vault never uses a name twice.",
  pending: {
    enrol: "Storing the key is not finished. Nothing is lost. Resume it with the password.",
    reset:
      "Setting the new password is not finished. Until then, the old one may still be valid. Resume it with the new password.",
    erased: "The vault says that it no longer has this key. It does not count as a safe place.",
    delete: "Deleting is not finished: the vault has not confirmed it yet.",
  },
  card: {
    title: "Key vault recovery card",
    hint: "This card shows where the key is, and under which name. The password is not on it. Keep the password somewhere else.",
    stepsTitle: "To restore",
    keepTitle: "Where to keep it",
    keep: "Keep the card and the password in two different places.",
    note: "Notes",
    foot: "Made by Sixtyfour, open source. Not affiliated with WhatsApp or Meta.",
    steps: [
      "Install Sixtyfour in a browser, and choose Restore from key vault.",
      "Type the address and compare the vault ID. Then type the name and the password.",
      "After ten wrong passwords in a row, the vault deletes the key for good.",
    ],
  },
};

/** Asked before the vault deletes a vault entry. */
export const removeConfirm = {
  title: "Delete this vault entry?",
  consequence:
    "The vault deletes the key for good and never accepts its name again. The key stays in this browser.",
  sure: vaultPress.removeSure,
};

/** Asked before this browser forgets a vault entry. */
export const forgetConfirm = {
  title: "Forget this vault entry?",
  consequence:
    "The vault keeps it, but this browser can no longer set a new password, check its status or delete it. Neither can a browser that imports a Sixtyfour file you export from now on. The vault no longer counts as a safe place. The key stays in this browser.",
  sure: vaultPress.forgetSure,
};

export const addressText: Record<AddressCode, string> = {
  "not-an-address": "This is not an address. Type one such as https://vault.example.org.",
  "ipv6-loopback": "Browsers do not let a page reach [::1]. Use http://127.0.0.1 or http://localhost.",
  "needs-https":
    "The address must begin with https://. Only a vault on this computer may be reached by http://.",
  "has-user": "Leave out the user name and password in the address.",
  "has-path": "Leave out everything after the host, such as /vault.",
};

const refusalTexts: Record<PlainCode, string> = {
  unreachable:
    "The vault did not answer. You may be offline, the vault may be down, or it may not allow this extension. Open the address in a tab to see more.",
  busy: "The vault cannot answer now. It may or may not have done the step. You can safely try again in a minute.",
  "not-a-vault":
    "This address is not a Sixtyfour key vault, or something in between changes its answers. Check the address.",
  "newer-vault": "This vault uses a newer version. Update the extension.",
  "older-vault": "This vault uses an older version. Ask its operator to update it.",
  "other-address":
    "The vault does not know this address as its own. Someone else may be passing on its messages. Compare the address with your recovery card.",
  "cannot-derive":
    "The browser does not have enough memory to check the password. No attempt was used. Close other tabs, then try again.",
  "vault-changed":
    "This is not the vault you know: its identity has changed. No attempt was used. Ask its operator before you continue.",
  "vault-unproven":
    "This is not the vault you know: it claims the same vault ID but cannot confirm it. If it passes messages on to the real one, an attempt may have been used there. Ask its operator before you continue.",
  "rolled-back":
    "The vault shows an older state than it signed before. Someone may have put back an old database, so attempts and deletions since then may be undone. Ask its operator.",
  "registration-closed":
    "This vault accepts no new vault entries, or not with this invitation. Ask its operator.",
  "name-taken": "This name is or was in use. Choose another one.",
  "generation-changed": "Another device has set a new password. Check the status, then try again.",
  "too-many-devices": "There are already 16 devices. Revoke one first.",
  expired: "This took too long, so the vault dropped the step. Start again.",
  erased: "This vault no longer has the key: the attempts were used up, or it was deleted.",
  "not-proven": "The vault does not know this device. Add this browser with the password.",
  "not-found": "This vault has no such vault entry. Check the name and the address.",
  damaged:
    "The password is right, but the vault entry does not open. It was changed or damaged in the vault.",
  "other-key": "The vault returned a different key. It does not count as a safe place for this one.",
  "unsupported-version": "A newer Sixtyfour stored this vault entry. Update the extension to read it.",
  unfinished: "An earlier step is not finished. Resume it first.",
  refused: "The vault did not understand this request. The extension or the vault may need an update.",
};

/** `58 minutes`; rounded up, so nobody tries too early. */
export function waitText(seconds: number): string {
  const inUnits = (size: number) => Math.max(1, Math.ceil(seconds / size));
  if (seconds < 60) return countText(inUnits(1), "second", "seconds");
  if (seconds < 3600) return countText(inUnits(60), "minute", "minutes");
  return countText(inUnits(3600), "hour", "hours");
}

const nextTryText = (seconds: number): string | null =>
  seconds > 0 ? `Try again in ${waitText(seconds)}.` : null;

function wrongPasswordText({ attemptsLeft, retryAfterSeconds }: WrongPassword): string {
  const what = "This password is wrong, or the vault's secret has changed.";
  if (attemptsLeft === 0)
    return paragraph(what, "This was the last attempt. The vault deletes this key for good.");
  const attempts = countText(attemptsLeft, "attempt", "attempts");
  return paragraph(
    what,
    `${attempts} left. After the last one, the vault deletes this key for good.`,
    nextTryText(retryAfterSeconds),
  );
}

type WrongPassword = Extract<Refusal, { code: "wrong-password" }>;

export function refusalText(refusal: Refusal): string {
  switch (refusal.code) {
    case "wrong-password":
      return wrongPasswordText(refusal);
    case "wait":
      return paragraph(
        "There were too many wrong attempts.",
        nextTryText(refusal.retryAfterSeconds),
        "No attempt was used.",
      );
    case "rate-limited":
      return `Too many requests came from this network. Try again in ${waitText(refusal.retryAfterSeconds)}.`;
    default:
      return refusalTexts[refusal.code];
  }
}

function failuresText(failuresSince: number): string | null {
  if (failuresSince === 0) return null;
  return `${countText(failuresSince, "failed attempt", "failed attempts")} since you last opened it.`;
}

/** The result of a step that took the password. */
export function loggedInText(
  reached: "stored" | "wasReset" | "verified" | "joined",
  failuresSince: number,
): string {
  return paragraph(vaultText[reached], failuresText(failuresSince));
}

type Restored = {
  wasHere: boolean;
  failuresSince: number;
  /** This browser is now a device of the vault entry. */
  joined: boolean;
  /** The vault has shown an older state than before. */
  isOld: boolean;
};

export function vaultRestoredText(name: string, restored: Restored): string {
  return paragraph(
    restored.wasHere ? `“${name}” was already saved here.` : `Key restored: “${name}”.`,
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
    `Vault address: ${address}`,
    `Name of vault entry: ${name}`,
    `Vault ID: ${shownVaultId}`,
    "",
    hint,
    ...steps.map((step, index) => `${index + 1}. ${step}`),
    "",
  ].join("\n");
}
