/** What a file is that no key can be tested on. */
import type { Look } from "../../../backup/kind.ts";

export const otherFileText: Record<Look, string> = {
  empty: "The file is empty.",
  "cut-header": "The file ends inside its header. Copy it again from its source.",
  "damaged-header":
    "It has the name of a backup, but its header cannot be read. Copy it again from its source.",
  "old-crypt": "A backup of an old format. Sixtyfour reads crypt12, crypt14 and crypt15.",
  "newer-crypt":
    "A backup of a format that Sixtyfour does not know yet. It reads crypt12, crypt14 and crypt15.",
  "key-name": "It names the key of a backup, and is not the key. The key is in encrypted_backup.key.",
  "password-data": "It belongs to the password of a backup. It has no 64-digit key.",
  "passkey-data": "It belongs to the passkey of a backup. It has no 64-digit key.",
  "renamed-media":
    "A media file of a cloud backup under another name. The 64 characters of its first name are needed to open it: rename it back.",
  partial:
    "Left over when opening a backup was cut off. It may hold decrypted chats that were never verified: delete it.",
  "web-page": "A web page. If it should be a backup, the download went wrong: download it again.",
  sqlite: "A database that is not encrypted.",
  zip: "A ZIP archive.",
  gzip: "A gzip archive.",
  zlib: "It looks like compressed data.",
  picture: "A picture.",
  video: "A video.",
  sound: "A sound file.",
  pdf: "A PDF document.",
  json: "It looks like JSON text.",
  text: "It looks like plain text.",
  unknown: "Sixtyfour does not know this format.",
};
