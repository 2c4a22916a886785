/**
 * What happened to people who were locked out, beside what WhatsApp says (`whatsapp-messages.ts`), in the same
 * form. The situations are those of public reports; what is said of Sixtyfour follows from its code.
 */
import type { WhatsAppMessage } from "./whatsapp-messages.ts";

export const situations: readonly WhatsAppMessage[] = [
  {
    id: "permission-refused",
    gist: "Before you tap “Don't allow”: WhatsApp asks for access to files",
    lookFor: ["don't allow", "allow access", "permission", "photos and media", "access to files", "denied"],
    means:
      "After you install WhatsApp again, it asks for access to files or media. Without it, WhatsApp does not see the local backup on the phone. It starts without your chats, and its next backup may replace the old one.",
    withKey:
      "Tap Allow, then restore with the key. If you tapped Don't allow: turn automatic backup off, and copy WhatsApp's Backups and Databases folders to a computer. Then install WhatsApp again and tap Allow.",
    withoutKey:
      "Do the same: the key is not the cause. Copy the local backup to a computer first, then look for the key.",
    gone: "If a new backup has replaced the old one and nobody copied it, that local backup is gone.",
  },
  {
    id: "phone-lost",
    gist: "Phone lost, stolen, broken or reset",
    lookFor: ["stolen phone", "lost my phone", "phone broke", "phone reset", "factory reset", "new phone"],
    means:
      "The chats on that phone may be out of reach. A backup in your Google Account or iCloud is still there. Only its key, password or passkey opens it.",
    withKey:
      "Ask your provider for a new SIM with the same number. Set up WhatsApp on another phone, sign in to the account with the backup, and restore with the key. This also logs the lost phone out of WhatsApp.",
    withoutKey:
      "Look for the key in your password manager, on paper and in screenshots. A computer that is linked to WhatsApp may still show your chats for some days: do not log it out.",
    gone: "If you do not find the key and no other device shows the chats, nobody can open the backup.",
  },
  {
    id: "key-exposed",
    gist: "My key was shown in public",
    lookFor: [
      "pasted my key",
      "posted my key",
      "key leaked",
      "somebody has my key",
      "sent my key",
      "exposed",
    ],
    means:
      "Anyone who has the 64 digits and also gets a backup file can read its chats. The key alone opens neither your account nor your phone.",
    withKey:
      "Make a new key: turn encrypted backup off and on again in WhatsApp. Add the new key to Sixtyfour, and back up at once. Then open the old key here and choose Mark as exposed.",
    withoutKey:
      "You do not need the old key for this. Turn encrypted backup off and on again, save the new key, and back up at once. Delete the public text too, but do not rely on that.",
    gone: "Backups that somebody has already copied stay readable with the old key.",
  },
  {
    id: "which-key",
    gist: "Several keys or backups: which opens which?",
    lookFor: ["which key", "several keys", "old backups", "backup older than the key", "pile of backups"],
    means:
      "Each time you turn encrypted backup on, WhatsApp makes a new key. A backup opens only with the key that was in use when it was made.",
    withKey:
      "Drop all files under Backups: Sixtyfour tests every key on each file, and shows which key fits. Keep old keys for as long as you keep their backups.",
    withoutKey:
      "Compare dates: a backup that is older than your key needs the key before it. Look for that one on paper, in your password manager and in screenshots.",
    gone: "If the key of a backup is lost, a newer key does not open it.",
  },
  {
    id: "hard-to-read",
    gist: "A digit is hard to read, missing or one too many",
    lookFor: [
      "hard to read",
      "0 or o",
      "typed from paper",
      "only a screenshot",
      "one digit missing",
      "handwriting",
    ],
    means:
      "The key has only 0 to 9 and a to f. There is no letter o and no l: they are 0 and 1. Some fonts draw a 0 that looks like another character.",
    withKey:
      "Type the key into Add my WhatsApp key: Sixtyfour shows where a digit is wrong or missing, and what it may be. If a backup file is on this computer, Repair a key in Backups tries common typos on it.",
    withoutKey:
      "Type it from the screenshot, the photo or the paper, row by row. Then test it on a backup file in Backups.",
    gone: null,
  },
  {
    id: "key-file",
    gist: "I have a file, but not the 64 digits",
    lookFor: ["encrypted_backup.key", "key file", "only a file", "64 digits from a file"],
    means:
      "A file named encrypted_backup.key holds the 64 digits in another form. A file named key belongs to older backups (crypt12 and crypt14) and holds no 64 digits.",
    withKey:
      "Open Add my WhatsApp key and choose the key file: Sixtyfour shows its 64 digits. Drop a file named key under Backups, together with the backup.",
    withoutKey:
      "A backup file alone does not show its key, and nobody can calculate the key from it. Look for the key in the other places.",
    gone: null,
  },
  {
    id: "keys-gone-here",
    gist: "Sixtyfour shows no keys any more",
    lookFor: [
      "reinstalled the extension",
      "extension removed",
      "my keys are gone",
      "keys disappeared",
      "empty",
    ],
    means:
      "Sixtyfour keeps keys in one browser profile. Removing the extension or clearing the browser's data deletes them. Another profile or browser has its own.",
    withKey:
      "Look in your other profiles and browsers. Then open a Sixtyfour file, restore from a key vault, or import the key from a password manager, paper or phone.",
    withoutKey:
      "If WhatsApp still works on the phone, turn encrypted backup off and on again. It shows a new key: add it, and keep it in two safe places.",
    gone: "A key that was only in that profile cannot be brought back.",
  },
];
