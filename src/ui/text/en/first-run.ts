/** What is said before there is a keyring: choosing a passphrase, and restoring from a saved file. */
import { isOne, numberText } from "./format.ts";

export const firstRunText = {
  title: "Keep your 64-digit keys",
  what: "Sixtyfour keeps the 64-digit keys of your end-to-end encrypted WhatsApp backups. It encrypts them with your passphrase. It shows a key when you ask, and fills it in where you need it.",
  only: "Your keys exist only in this browser profile. Removing the extension deletes them.",
  choose: "Choose a passphrase",
  addKey: "Add your WhatsApp key",
  whatKey: "This key alone opens your encrypted WhatsApp backups. WhatsApp cannot give it to you again.",
  pin: "Pin the button",
  howToPin:
    "Press the puzzle piece beside the address bar, then the pin beside Sixtyfour. In Firefox, press the cog, then Pin to Toolbar.",
  whyPin: "The button then fills in your key when a restore form asks for it.",
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

export const firstRunPress = {
  createKeyring: "Set up Sixtyfour",
  openFile: "Open a saved file",
  lookInFile: "Open this file",
  restoreAll: "Restore these keys",
};

export function restoredText(count: number): string {
  if (count === 0) return "No key was restored. What opened the file is now your passphrase.";
  return isOne(count)
    ? "1 key is restored. What opened the file is now your passphrase."
    : `${numberText(count)} keys are restored. What opened the file is now your passphrase.`;
}
