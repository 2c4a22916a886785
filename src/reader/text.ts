/** Every sentence that the reader says while it runs; the rest stands in `reader.html`. */

export type OpenError = "not-a-keyring-file" | "damaged" | "unsupported-version" | "wrong-passphrase";

export const errorText: Record<OpenError, string> = {
  "not-a-keyring-file": "This is not an exported keyring. Its name ends in .sixtyfour.",
  damaged: "The file is damaged or was not copied whole. Copy it again from where it was kept.",
  "unsupported-version": "The file was written by a newer Sixtyfour. Get the reader that came with it.",
  "wrong-passphrase": "This passphrase does not open the file. It may differ from that of the extension.",
};

export const text = {
  opening: "Opening: this takes a second or two.",
  unreadable: "The browser could not read the file.",
  notOpened:
    "This browser could not open the file, most likely for want of 64 MiB of memory. Close other tabs and try again.",
  opened: (count: number, day: string) =>
    `${count === 1 ? "1 key" : `${count} keys`}, as they were on ${day} (UTC).`,
  close: "Close",
  copy: "Copy",
  copied: "Copied. Clear the clipboard when you are done.",
  notCopied: "The browser does not let this page copy. Select the digits and copy them by hand.",
  unnamed: "Key without a name",
  row: (letter: string) => `Row ${letter}`,
  check: "check",
  replaced: "replaced by a newer key; backups made before then still need it",
  deleted: "deleted",
  whatsapp: "backups of WhatsApp",
  generated: "files that were locked with Sixtyfour, and no backup that WhatsApp made",
  unproven: "not proven",
  provenOn: (day: string) => `proven on ${day}`,
} as const;

export const factNames = {
  fingerprint: "Fingerprint",
  state: "State",
  opens: "Opens",
  phone: "Phone number ends in",
  saved: "Saved on",
  proven: "Opened a backup on",
  copies: "Copies",
  note: "Note",
} as const;
