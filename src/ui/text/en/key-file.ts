/** A key in a file of its own, `encrypted_backup.key`: saved and read. */
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
