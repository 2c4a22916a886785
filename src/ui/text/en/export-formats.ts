/** The export formats: their names, and how to import each, in the words of the other program's menus. */
import type { OfferedId } from "../../../copies/formats/registry.ts";

export type FormatText = { name: string; steps: readonly [string, string, string] };

const DELETE = "Check that the key is there, then delete the file.";

export const formatText: Record<OfferedId, FormatText> = {
  kdbx: {
    name: "KeePass database (KDBX 4)",
    steps: [
      "In KeePassXC choose Database, Open Database …, and the file.",
      "Enter the file password. Keep the database as it is, or merge it into your own:",
      "Open your own database, choose Database, Merge From Database …, and the file.",
    ],
  },
  "bitwarden-protected": {
    name: "Bitwarden JSON, password protected",
    steps: [
      "In Bitwarden's web vault choose Tools, Import data.",
      "As file format choose Bitwarden (json), then the file, then Import data.",
      "Enter the file password when it asks. The key is in the login's password and in its note.",
    ],
  },
  "keyring-export": {
    name: "Sixtyfour file (all keys, with their history)",
    steps: [
      "Keep the file outside this computer, and keep its file password somewhere else.",
      "To get your keys back, import the file in any Sixtyfour, or choose it when you set up a new one. The reader, an HTML file that needs no network, opens it without Sixtyfour. Save the reader next to the file.",
      "Choose All keys below, and read the file back to verify it.",
    ],
  },
  bitwarden: {
    name: "Bitwarden JSON",
    steps: [
      "In Bitwarden's web vault choose Tools, Import data.",
      "As file format choose Bitwarden (json), then the file, then Import data.",
      DELETE,
    ],
  },
  chromium: {
    name: "CSV for Chrome, Edge and Brave",
    steps: [
      "Open the password manager's settings: chrome://password-manager/settings, in Edge edge://wallet/passwords, in Brave brave://password-manager/settings.",
      "Choose Import passwords, Select file, and the file.",
      DELETE,
    ],
  },
  firefox: {
    name: "CSV for Firefox",
    steps: [
      "Open about:logins and its menu at the top right.",
      "Choose Import from a File …, and the file. Firefox drops the notes. The key is the password.",
      DELETE,
    ],
  },
  apple: {
    name: "CSV for Apple Passwords",
    steps: [
      "In the app Passwords on a Mac choose File, Import Passwords from File …",
      "Choose the file and confirm.",
      DELETE,
    ],
  },
  keepassxc: {
    name: "CSV for KeePassXC",
    steps: [
      "In KeePassXC choose Database, Import …, and CSV.",
      "Choose the file. The columns are already in KeePassXC's order.",
      DELETE,
    ],
  },
  proton: {
    name: "CSV for Proton Pass",
    steps: [
      "In Proton Pass open Settings, Import.",
      "Choose Proton Pass as the source, and the file.",
      DELETE,
    ],
  },
  "1password": {
    name: "CSV for 1Password",
    steps: [
      "In 1Password choose File, Import …, or on 1Password.com your name, Import.",
      "Choose Other or CSV as the source, and the file.",
      DELETE,
    ],
  },
  "key-file": {
    name: "Key file (encrypted_backup.key)",
    steps: [
      "Archive tools such as wa-crypt-tools read this file together with a backup.",
      "Keep it apart from the backup. Anyone who has both can read the chats.",
      "Delete it when you no longer need it.",
    ],
  },
  text: {
    name: "Text",
    steps: [
      "If your manager has no import, open the file and paste the key into a new login's password.",
      "Paste the rest into its note.",
      DELETE,
    ],
  },
};
