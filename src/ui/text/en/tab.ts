/** What only the full tab says. */
import { dateText, isOne, numberText, paragraph } from "./format.ts";

export const tabWords = {
  navigation: "Parts of Sixtyfour",
  all: "All keys",
  deleted: "Deleted keys",
  copies: "Copies",
  backups: "Backups",
  help: "Help",
  vault: "Vault",
  groups: "Digits in each group",
};

export const tabPress = {
  openFile: "Open a saved keyring file",
  lookInFile: "Open this file",
  restoreAll: "Restore these keys",
  createKeyring: "Create keyring",
  saveBytes: "Save the sealed bytes to a file",
  saveEverything: "Save everything that lies here",
  saveAside: "Save what was set aside",
  setAside: "Set aside and start afresh",
  setWholeAside: "Set this keyring aside",
  setAsideSure: "Set it aside",
  saveKey: "Save key",
  restore: "Restore",
  eraseNow: "Erase now",
  showIt: "Show it",
  saveSettings: "Save settings",
  changePassphrase: "Change passphrase",
  saveKeyring: "Save the sealed keyring to a file",
};

export const firstRunText = {
  title: "Keep your 64-digit keys",
  what: "Sixtyfour keeps the 64-digit keys of your end-to-end encrypted WhatsApp backups. It seals them with a passphrase of yours, shows them when you ask, and fills them where a key is wanted.",
  only: "Keys live only in this browser profile, and removing the extension deletes them.",
  choose: "Choose a passphrase",
  haveFile: "Do you have a keyring already?",
  fileHint:
    "A sealed or exported keyring opens here with its passphrase, which becomes the one of this keyring. You see what is in it before anything is saved.",
  vaultHint: "Is the key in a backup key vault? Then a password brings it back.",
  fromVault: "Restore from a vault",
  creating: "Sealing the new keyring …",
  created: "The keyring is there, and it is unlocked.",
  sealedLabel: "Passphrase of the sealed keyring",
  sealedPassphrase: "This is a sealed keyring. Type its passphrase.",
  opening: "Opening the file …",
  fileTooLarge: "That file is too large to be a keyring.",
  exportLabel: "Passphrase of the exported keyring",
  exportPassphrase: "This is an exported keyring. Type its passphrase.",
  exportDamaged: "The file is damaged or was not copied whole. Nothing was taken from it.",
  exportWrong: "This passphrase does not open the file. It may differ from the one you unlock with.",
  restoring: "Sealing a new keyring …",
};

export const hadKeysText = {
  title: "I had keys here",
  why: "Sixtyfour finds no keys in this browser profile. They may be somewhere else, or gone:",
  reasons: [
    "You are in another profile, another browser, or a private window.",
    "Sixtyfour was removed and added again. Removing it deletes the keys; repairing or refreshing the browser can do the same.",
    "The browser's data was cleared, by you or by a cleaning program.",
    "Sixtyfour was loaded from another folder. The browser takes it for another extension, with its own keys.",
  ],
  what: "Try these in turn:",
  ways: [
    "Open your other profiles and browsers, and look for Sixtyfour there.",
    "If you loaded Sixtyfour from another folder before, load it from there again.",
    "Open a file that you saved with Sixtyfour, or restore from a vault. Both are on this page.",
    "Create a keyring, then import the key from a password manager, from paper or from your phone.",
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
  forgotten: "A forgotten passphrase cannot be reset by anybody: not by us, not by WhatsApp.",
  editDropped: "Sixtyfour locked before your last change was saved. Unlock it, then type the change again.",
  dropped: "Sixtyfour locked. The key you were typing was not saved; type it again after unlocking.",
};

export const damagedText = {
  title: "The stored keyring does not open",
  what: "Every stored copy of the keyring is damaged, or cannot be read. This is not about a wrong passphrase. Nothing was changed or deleted.",
  save: "Save the sealed bytes first: whatever can still be rescued is in them.",
  confirm: {
    title: "Start with an empty keyring?",
    consequence:
      "The damaged bytes stay in the browser, unchanged, but Sixtyfour no longer opens them. You then start with an empty keyring.",
    sure: tabPress.setAsideSure,
  },
  nothingToSave: "There were no bytes to save.",
};

export const setAsideText = {
  confirm: {
    title: "Set this keyring aside?",
    consequence:
      "Sixtyfour no longer opens it here, and its keys cannot be opened without its passphrase. The sealed bytes stay in this browser, unchanged, and can be saved to a file from the settings. You can then create a new keyring, or open a saved file.",
    sure: tabPress.setAsideSure,
  },
  done: "The keyring was set aside. Create a new one, or open a saved file.",
};

export const newerText = {
  title: "This keyring is newer than this Sixtyfour",
  what: "A newer version of the extension wrote it. Update Sixtyfour, and it opens again. Nothing was changed.",
};

export const keysText = {
  none: "No keys yet",
  noneHint:
    "Add the key that WhatsApp showed you on your phone, or generate one for files you lock with Sixtyfour.",
  choose: "Choose a key on the left.",
  gone: "That key is not here.",
  restored: "Restored.",
  erased: "The key was erased.",
};

export const addText = {
  title: "Add a key",
  where: "WhatsApp shows the key once, on your phone, when you turn encrypted backups on:",
  path: "Settings › Chats › Chat backup › End-to-end encrypted backup",
  hint: "Type it, paste it, or drop it here as text. Spaces and dashes do not matter.",
  whole: "All 64 digits are there.",
  there: "This key is already in the keyring. Nothing needs saving.",
  needed: "Type all 64 digits first.",
  saved: "Saved and read back.",
  restore: "This key is among the deleted ones. Restore it there.",
};

export const settingsText = {
  title: "Settings",
  times: "Automatic lock and clipboard",
  saved: "Settings saved.",
  file: "Sealed keyring file",
  fileHint:
    "The file holds the keyring as it is stored: sealed. It opens in another Sixtyfour with the passphrase of today, so a copy of it is worth as much as that passphrase.",
  fileSaved: "The sealed keyring went to the browser's downloads.",
  asideHint:
    "Keyrings that were set aside, and copies that did not open, stay in this browser as they were. Each goes to a file of its own.",
  nothingAside: "Nothing was set aside. There was nothing to save.",
  about: "About",
  affiliation: "Sixtyfour is open source and not affiliated with WhatsApp or Meta.",
  changing: "Changing the passphrase …",
  changed: "The passphrase is changed. Files you saved before still open with the old one.",
};

export function restoredText(count: number): string {
  return isOne(count)
    ? "1 key is back. The passphrase of the file now unlocks this keyring."
    : `${numberText(count)} keys are back. The passphrase of the file now unlocks this keyring.`;
}

export function filesSavedText(count: number): string {
  return isOne(count)
    ? "One file went to the browser's downloads."
    : `${numberText(count)} files went to the browser's downloads. It may ask first whether it may save several.`;
}

export function replacesText(name: string): string {
  return `This key replaces “${name}”, which stays as an earlier key`;
}

export function lastTestText(testedAtMs: number | null): string {
  return testedAtMs === null
    ? "Never proven against a backup. Under Backups you can see whether it opens yours."
    : `Proven against a backup on ${dateText(testedAtMs)}`;
}

export const keyFileText = {
  save: "Save encrypted_backup.key",
  confirm: {
    title: "Save the key as a file?",
    consequence:
      "encrypted_backup.key holds the key itself, not encrypted: whoever has the file can open the backups. Other tools read it.",
    sure: "Save encrypted_backup.key",
  },
  saved: "The key file went to the browser's downloads.",
  choose: "Choose a key file",
  drop: "Or drop an encrypted_backup.key here.",
  notAKey: "That file holds no 64-digit key.",
  whatsapps:
    "That is WhatsApp's own key file for crypt12 and crypt14. It holds no 64-digit key; drop it under Backups to open such backups.",
};

/** Asked before a deleted key goes for good. */
export const eraseConfirm = {
  title: "Erase this key for good?",
  consequence: "You cannot restore it afterwards. Nobody can open what only this key opens.",
  sure: "Erase it for good",
};

/** For those who do not see which key it stands beside. */
export function erasePressName(name: string): string {
  return `Erase “${name}” now`;
}

export function erasedText(erasedAtMs: number): string {
  return `Erased on ${dateText(erasedAtMs)}`;
}

export function versionText(version: string): string {
  return `Version ${version}`;
}

function whatShortcutsDo(open: string, fill: string): string {
  if (open && fill) return `${open} opens Sixtyfour, ${fill} opens it at the fill step.`;
  if (open) return `${open} opens Sixtyfour.`;
  return fill ? `${fill} opens Sixtyfour at the fill step.` : "No shortcuts are set.";
}

/** Both as the browser has them; without a shortcut, where to set one. */
export function shortcutsText({ open, fill }: { open: string; fill: string }): string {
  return paragraph(whatShortcutsDo(open, fill), "Your browser's extension settings change them.");
}
