/** Why a file with copies could not be read: each code of `importCopy` in a sentence. */
import type { ImportFailure } from "../../copies/import.ts";

export const importFailureText: Record<ImportFailure, string> = {
  empty: "This file is empty.",
  "too-large": "This file is too large: copies of keys take less than 16 MB.",
  "too-many-entries":
    "This file has more entries than can be looked at. Export the logins with the keys alone.",
  "wrong-encoding": "This file is not text in UTF-8. Export it again, or save it as UTF-8.",
  "unknown-format": "This is no file of a password manager that Sixtyfour reads, and no text with a key.",
  damaged: "This file is cut short or altered. Nothing was taken from it. Export it again.",
  "needs-password": "This file is encrypted. Enter its password.",
  "wrong-password":
    "This password does not open the file. A database that needs a key file too cannot be read here.",
  "account-restricted":
    "Only the account that wrote this file can open it. Export it again as password protected.",
  unsupported: "This file uses a version or a cipher that Sixtyfour does not read.",
  costly: "This file asks for more memory or time than any password manager does. It was not opened.",
  picture: "This is a picture. Its QR code is not read here.",
  "crypt14-key": "This is WhatsApp's own key file for one phone's local backups. It holds no 64-digit key.",
};

export const copyFileText = {
  choose: "Choose the file with the copy",
  password: "Password of that file",
  open: "Open the file",
  reading: "Reading the file …",
  unreadable: "The file could not be read from the disk.",
};
