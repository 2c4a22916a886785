/** The formats of an export: their names, and how each is imported, in the managers' own menu words. */
import type { OfferedId } from "../../../copies/formats/registry.ts";

export type FormatText = { name: string; steps: readonly [string, string, string] };

const DELETE = "Check that the key is there, then delete the file.";

export const formatText: Record<OfferedId, FormatText> = {
  kdbx: {
    name: "KeePass database (KDBX 4)",
    steps: [
      "In KeePassXC choose Database, Open Database …, and the file.",
      "Enter the file's password. The database can stay as it is, or:",
      "open your own database, choose Database, Merge From Database …, and the file.",
    ],
  },
  "bitwarden-protected": {
    name: "Bitwarden JSON, password protected",
    steps: [
      "In Bitwarden's web vault choose Tools, Import data.",
      "As file format choose Bitwarden (json), then the file, then Import data.",
      "Enter the file's password when it asks. The key stands in the login's password and in its note.",
    ],
  },
  "keyring-export": {
    name: "Exported keyring (all keys, with their history)",
    steps: [
      "Keep the file where it outlives this computer, and its password apart from it.",
      "It opens in any Sixtyfour: with Import, or on the first page of a fresh one. Without Sixtyfour it opens in the reader, an HTML file that needs no network: save it beside the file.",
      "Choose All keys below, and prove it by reading the file back.",
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
      "Choose Import from a File …, and the file. Firefox drops the notes, the key is the password.",
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
      "Choose the file; the columns are in its own order.",
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
      "Archive tools such as wa-crypt-tools read this file beside a backup.",
      "Keep it apart from the backup: together they are readable by anybody.",
      "Delete it where it is not needed any more.",
    ],
  },
  text: {
    name: "Text",
    steps: [
      "For managers without an import: open the file and paste the key into a new login's password.",
      "Paste the rest into its note.",
      DELETE,
    ],
  },
};
