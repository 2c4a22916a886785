/** What only the full tab says. */
import { dateText, isOne, numberText, paragraph } from "./format.ts";

export const tabWords = {
  navigation: "Parts of Sixtyfour",
  all: "All keys",
  deleted: "Deleted keys",
  places: "Safe places",
  backups: "Backups",
  help: "Help",
  vault: "Key vault",
  groups: "Digits in each group",
};

export const tabPress = {
  openFile: "Open a saved file",
  lookInFile: "Open this file",
  restoreAll: "Restore these keys",
  createKeyring: "Set up Sixtyfour",
  saveBytes: "Save the encrypted data",
  saveEverything: "Save all stored data",
  saveAside: "Save data set aside",
  setAside: "Set aside and start over",
  setWholeAside: "Set these keys aside",
  setAsideSure: "Set them aside",
  saveKey: "Save key",
  restore: "Restore",
  eraseNow: "Delete for good",
  showIt: "Show key",
  saveSettings: "Save settings",
  changePassphrase: "Change passphrase",
  saveKeyring: "Save your encrypted keys",
};

export const firstRunText = {
  title: "Keep your 64-digit keys",
  what: "Sixtyfour keeps the 64-digit keys of your end-to-end encrypted WhatsApp backups. It encrypts them with your passphrase. It shows a key when you ask, and fills it in where you need it.",
  only: "Your keys exist only in this browser profile. Removing the extension deletes them.",
  choose: "Choose a passphrase",
  haveFile: "Have a saved file?",
  fileHint:
    "A Sixtyfour file opens with its file password, a saved file of your encrypted keys with the passphrase it had then. That becomes your passphrase. You see what is in the file before anything is saved.",
  vaultHint: "Is your key in a key vault? Restore it with the vault password.",
  fromVault: "Restore from key vault",
  creating: "Setting up Sixtyfour …",
  created: "All set. Now add your WhatsApp key.",
  opening: "Opening the file …",
  fileTooLarge: "This file is too large. Choose a file that Sixtyfour saved.",
  exportDamaged: "The file is damaged or incomplete. Nothing was restored. Get it again from its safe place.",
  restoring: "Restoring your keys …",
};

export const hadKeysText = {
  title: "I had keys here",
  why: "Sixtyfour finds no keys in this browser profile. They may be somewhere else, or gone:",
  reasons: [
    "You are in another profile or another browser.",
    "Sixtyfour was removed and added again. Removing it deletes the keys. Repairing or refreshing the browser can delete them too.",
    "The browser's data was cleared, by you or by a cleaning program.",
    "You loaded Sixtyfour from a folder, and the folder has moved. Move it back, then load it again.",
  ],
  what: "Try these in turn:",
  ways: [
    "Open your other profiles and browsers, and look for Sixtyfour there.",
    "Open a file that you saved with Sixtyfour, or restore from a key vault. Both are on this page.",
    "Set up Sixtyfour, then import the key from a password manager, from paper or from your phone.",
    "If WhatsApp still works on your phone, turn encrypted backups off and on again. WhatsApp then shows a new key.",
  ],
};

/** Where the browser cannot read a stored copy. */
export const storageText = {
  title: "Storage trouble",
  what: "The browser cannot read part of its storage. Your keys are still here. Save them to a file now.",
  export: "Export your keys under a file password",
};

export const encryptedText = {
  title: "Unlock Sixtyfour",
  forgotten: "We can't reset a forgotten passphrase. Neither can WhatsApp.",
  dropped: "Sixtyfour locked. The key you were typing was not saved. Type it again after unlocking.",
  editDropped: "Sixtyfour locked. Your last change to the key was not saved. Make it again after unlocking.",
};

export const damagedText = {
  title: "Your keys are damaged",
  what: "Every stored version of your keys is damaged, or the browser cannot read it, so none opens. Your passphrase is not the cause. Nothing was changed or deleted.",
  save: "Save the encrypted data first. It holds whatever can still be rescued.",
  confirm: {
    title: "Start without keys?",
    consequence:
      "The damaged data stays in this browser, unchanged, but Sixtyfour no longer opens it. You then start without any keys.",
    sure: tabPress.setAsideSure,
  },
  nothingToSave: "There was no data to save.",
};

export const setAsideText = {
  confirm: {
    title: "Set these keys aside?",
    consequence:
      "Sixtyfour will no longer open these keys here, and nobody can open them without their passphrase. The encrypted data stays in this browser, unchanged. You can save it to a file from the settings. You can then set up Sixtyfour again, or open a saved file.",
    sure: tabPress.setAsideSure,
  },
  done: "The keys were set aside. Set up Sixtyfour again, or open a saved file.",
};

export const newerText = {
  title: "Update Sixtyfour",
  what: "A newer version of Sixtyfour stored your keys. Update the extension to open them. Nothing was changed.",
};

export const keysText = {
  none: "No keys yet",
  noneHint:
    "Add the key that WhatsApp showed you on your phone. Or generate a key to encrypt files with Sixtyfour.",
  choose: "Choose a key on the left.",
  gone: "This key is not here.",
  restored: "Key restored.",
  erased: "Key deleted for good.",
};

export const addText = {
  title: "Add a key",
  where: "WhatsApp shows the key once, on your phone, when you turn on encrypted backups:",
  path: "Settings › Chats › Chat backup › End-to-end encrypted backup",
  hint: "Type it, paste it, or drop it here as text. Spaces and dashes do not matter.",
  whole: "All 64 digits are there.",
  there: "This key is already saved.",
  needed: "Type all 64 digits first.",
  saved: "Key saved and verified.",
  restore: "This key is among your deleted keys. Restore it there.",
};

export const settingsText = {
  title: "Settings",
  times: "Automatic lock and clipboard",
  saved: "Settings saved.",
  file: "Your encrypted keys",
  fileHint:
    "This file holds your keys as they are stored: encrypted. It opens in another Sixtyfour with your current passphrase. The file is only as safe as that passphrase.",
  fileSaved: "Your encrypted keys were sent to the browser's downloads.",
  asideHint:
    "Keys that you set aside, and stored versions that did not open, stay in this browser unchanged. Each is saved to its own file. Changing the passphrase removes older versions of these keys.",
  nothingAside: "Nothing was set aside, so nothing was saved.",
  about: "About",
  affiliation: "Sixtyfour is open source and not affiliated with WhatsApp or Meta.",
  changeHint:
    "What you saved before still opens with the old passphrase. Nothing that you save afterwards does.",
  changing: "Changing the passphrase …",
  changed:
    "Passphrase changed. What you saved before still opens with the old one. Nothing saved from now on does.",
};

export function restoredText(count: number): string {
  if (count === 0) return "No key was restored. What opened the file is now your passphrase.";
  return isOne(count)
    ? "1 key is restored. What opened the file is now your passphrase."
    : `${numberText(count)} keys are restored. What opened the file is now your passphrase.`;
}

export function filesSavedText(count: number): string {
  return isOne(count)
    ? "One file was sent to the browser's downloads."
    : `${numberText(count)} files were sent to the browser's downloads. The browser may first ask you to allow several files.`;
}

export function replacesText(name: string): string {
  return `This key replaces “${name}”, which stays as an old key`;
}

export function lastTestText(testedAtMs: number | null): string {
  return testedAtMs === null
    ? "Not tested on a backup yet. Test it under Backups."
    : `This key fits a backup. Tested on ${dateText(testedAtMs)}.`;
}

export const keyFileText = {
  save: "Save encrypted_backup.key",
  confirm: {
    title: "Save the key unencrypted?",
    consequence:
      "The file encrypted_backup.key holds the key itself, not encrypted. Anyone who has the file can open the backups. Other tools can read it.",
    sure: "Save encrypted_backup.key",
  },
  saved: "The key file was sent to the browser's downloads.",
  choose: "Choose a key file",
  drop: "Or drop an encrypted_backup.key here.",
  notAKey: "This file holds no 64-digit key. Choose another file.",
  whatsapps:
    "This is WhatsApp's own key file for crypt12 and crypt14. It holds no 64-digit key. Drop it under Backups to open such backups.",
};

/** Asked before a deleted key goes for good. */
export const eraseConfirm = {
  title: "Delete this key for good?",
  consequence: "You cannot restore it afterwards. Nobody can open what only this key opens.",
  sure: "Delete it for good",
};

/** For those who do not see which key it stands beside. */
export function erasePressName(name: string): string {
  return `Delete “${name}” for good`;
}

export function erasedText(erasedAtMs: number): string {
  return `Will be deleted for good on ${dateText(erasedAtMs)}`;
}

export function versionText(version: string): string {
  return `Version ${version}`;
}

function whatShortcutsDo(open: string, fill: string): string {
  if (open && fill) return `${open} opens Sixtyfour. ${fill} opens it to fill in a key.`;
  if (open) return `${open} opens Sixtyfour.`;
  return fill ? `${fill} opens Sixtyfour to fill in a key.` : "No shortcuts are set.";
}

/** Both shortcuts as the browser has them (empty if not set), and where to change them. */
export function shortcutsText({ open, fill }: { open: string; fill: string }): string {
  return paragraph(
    whatShortcutsDo(open, fill),
    "You can change shortcuts in your browser's extension settings.",
  );
}
