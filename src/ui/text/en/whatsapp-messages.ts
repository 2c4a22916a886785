/**
 * What WhatsApp's restore and backup screens say, and what that means with and without the key.
 *
 * Nothing is quoted: the screens differ by version, phone and language. `gist` sums a message up, and `lookFor`
 * lists words that it probably has. A test writes `docs/messages.md` from this file and compares it.
 *
 * Sources, read in November 2026:
 * - WhatsApp Help Center, "About end-to-end encrypted backup", https://faq.whatsapp.com/490592613091019 (the
 *   three ways to protect a backup; what a passkey needs; nobody can reset or send a key; the password can be
 *   changed while WhatsApp still works). Read in a stored copy of the page.
 * - Newspaper articles about the Help Center's pages on restoring (same number and account, space on iCloud and
 *   phone, local backups on Android): larepublica.pe 2022-03-14, bgr.in, indiatoday.in 2020-11-25. We have not
 *   read the pages themselves.
 * - Meta's announcement of its key vault, September 2021, as retold by indianbroadcastingworld.com: after too
 *   many attempts the stored key is out of reach for good. We found no source for how many attempts that is.
 *
 * - Reports of 2026 in this project's issues: the account without a password, a passkey without its extension,
 *   the choice of a provider, the reminders. We have not read WhatsApp's own pages on them.
 *
 * Which key opens what follows from the format (docs/formats.md). What is said of Sixtyfour follows from its
 * code.
 */
export type WhatsAppMessage = {
  /** Stable, for links: kebab-case. */
  id: string;
  gist: string;
  /** In lower case. */
  lookFor: readonly string[];
  means: string;
  withKey: string;
  withoutKey: string;
  /** What nobody can bring back. Null if nothing has to be lost. */
  gone: string | null;
};

export const whatsAppMessages: readonly WhatsAppMessage[] = [
  {
    id: "key-required",
    gist: "Enter the 64-digit key to restore",
    lookFor: ["64-digit", "encryption key", "enter key", "decrypt"],
    means:
      "WhatsApp found the backup. It is protected by a 64-digit key. WhatsApp does not have that key and waits for yours.",
    withKey:
      "Show the key in Sixtyfour and type it group by group. If the form is in WhatsApp Web, let Sixtyfour fill it in. If you have several keys, compare the dates: the right one was in use when the backup was made.",
    withoutKey:
      "Do not skip the restore yet. Look for the key in your password manager, on paper and in screenshots. If WhatsApp still works on another phone of yours, change the protection there first and back up again.",
    gone: "If you do not find the key and no phone still has the chats, nobody can open this backup, not even WhatsApp.",
  },
  {
    id: "wrong-key",
    gist: "The 64-digit key is not correct",
    lookFor: ["incorrect key", "wrong key", "invalid key", "key doesn't match", "hex", "mac does not match"],
    means:
      "The key that you entered does not fit this backup. Either it has a typo, or it belongs to another backup.",
    withKey:
      "Compare each row with Sixtyfour. Then try your old keys: every time you turn the protection on, WhatsApp makes a new key. If the backup file is on this computer, test your keys on it in Backups. To find a typo, choose Repair a key.",
    withoutKey: "Do not guess. There are too many possible keys to try them all, ever.",
    gone: "If none of your keys fits and no other backup or phone has the chats, they are gone.",
  },
  {
    id: "wrong-password",
    gist: "Wrong password, few attempts left",
    lookFor: ["incorrect password", "wrong password", "attempts left", "attempts remaining", "try again"],
    means:
      "This backup is protected by a password, not by a 64-digit key. WhatsApp counts wrong attempts, and keeps the count on its side.",
    withKey:
      "Do not enter your 64-digit key here: it is not the password. It may open an older backup, made while that key was in use. If you have such a file, test the key on it in Backups.",
    withoutKey:
      "Stop before the last attempt. Look for the password in your password manager and on paper. Check the keyboard's language and the capital letters. Try only passwords that you have a good reason for.",
    gone: "After too many wrong passwords, the stored key is out of reach for good, and so is this backup.",
  },
  {
    id: "too-many-attempts",
    gist: "Too many attempts",
    lookFor: ["too many attempts", "too many tries", "locked", "try again later", "no more guesses"],
    means:
      "WhatsApp accepts no more passwords. If it names a time to wait, this is a pause. If it says that the backup can no longer be restored, that is final.",
    withKey:
      "The limit is only for the password. It does not affect a backup file that is protected by a 64-digit key. You can test and open such a file in Backups.",
    withoutKey:
      "If WhatsApp names a time, wait. Do not reinstall WhatsApp to avoid the wait. If WhatsApp still works on a phone, your chats are there: set a new password and back up again.",
    gone: "Once WhatsApp says that it is final, nobody can bring back what only this password opened, not even Meta.",
  },
  {
    id: "forgotten-password",
    gist: "Forgot your password?",
    lookFor: [
      "forgot password",
      "forgotten password",
      "reset password",
      "change password",
      "enter your password",
    ],
    means:
      "WhatsApp cannot reset the password of a backup or send it to you. You can only change it on a phone where WhatsApp still works. On such a phone, the question may be just a reminder.",
    withKey: "An old key opens only the backups of its time. To be sure, test it on the file in Backups.",
    withoutKey:
      "If WhatsApp works on the phone, change the password in its settings: Chats, Chat backup, End-to-end encrypted backup. Then back up again. Do this before you log out, reinstall WhatsApp or change phones.",
    gone: "If WhatsApp is not set up on any phone and you do not find the password, this backup is gone.",
  },
  {
    id: "lost-key",
    gist: "Lost your 64-digit key?",
    lookFor: ["where is my key", "lost key", "forgot key", "don't have my key", "never saved", "new key"],
    means:
      "WhatsApp showed the key once and did not keep it. It cannot show the key again. It can only make a new key for future backups.",
    withKey:
      "The key in Sixtyfour is the key that WhatsApp asks for. Test it on a backup file, and keep it in safe places outside this browser too.",
    withoutKey:
      "While WhatsApp works on the phone, turn encrypted backup off and on again, save the new key, and back up. This does not change the chats on the phone.",
    gone: "Older backups need the lost key. Without it nobody can open them.",
  },
  {
    id: "passkey",
    gist: "Use your passkey to restore",
    lookFor: ["passkey", "fingerprint", "face", "screen lock", "no passkeys available"],
    means:
      "The backup is protected by a passkey. The passkey is in the phone's password manager. You use it with your finger, your face or the screen lock.",
    withKey:
      "A 64-digit key does not replace the passkey. It opens the backups that were made while the key was in use.",
    withoutKey:
      "On the new phone, sign in to the account that has the passkey, such as the Google Account of the old phone, and set up a screen lock. If WhatsApp still works on the old phone, change the protection there first.",
    gone: "If the passkey was deleted everywhere and no phone has the chats, this backup is gone.",
  },
  {
    id: "no-password-here",
    gist: "This account has no password: enter the 64-digit key",
    lookFor: [
      "not associated with a password",
      "not linked to a password",
      "64-digit encryption key instead",
      "your account is not associated",
    ],
    means:
      "You tried a password, and this backup has none. It is protected by a 64-digit key, and WhatsApp asks for that key instead.",
    withKey:
      "Show the key in Sixtyfour and type it group by group, or let Sixtyfour fill in the form in WhatsApp Web. With the 64-digit key, WhatsApp does not use its own vault for passwords.",
    withoutKey:
      "Look for the key in your password manager, on paper and in screenshots. A password that you once chose opens only the backups of that time.",
    gone: "If you do not find the key and no phone still has the chats, nobody can open this backup.",
  },
  {
    id: "passkey-unsupported",
    gist: "This passkey cannot protect a backup",
    lookFor: ["prf not supported", "prf", "passkey not supported", "more options"],
    means:
      "The phone's password manager cannot do what WhatsApp needs of a passkey for backups. Nothing is wrong with your chats.",
    withKey:
      "Choose More options and then the 64-digit key. WhatsApp makes a new key on the phone: add it to Sixtyfour at once.",
    withoutKey:
      "Choose More options, and then a password or a 64-digit key. Or update the phone and its password manager and try the passkey again.",
    gone: null,
  },
  {
    id: "backup-provider",
    gist: "Choose where to keep your backup",
    lookFor: ["backup provider", "whatsapp cloud", "choose a provider", "google account or whatsapp"],
    means:
      "WhatsApp offers its own cloud beside the Google Account or iCloud. A backup in its own cloud is always encrypted, with a passkey unless you choose otherwise.",
    withKey:
      "A 64-digit key is under More options. A backup in WhatsApp's cloud is not a file on the phone. To test your key in Backups, use a local crypt15 file from the phone.",
    withoutKey:
      "Either place works without your 64-digit key only if you set a passkey or a password there. Choose what you can still use on a new phone.",
    gone: null,
  },
  {
    id: "finish-backup-setup",
    gist: "Finish the setup of your backup, or fix its encryption",
    lookFor: ["finish backup setup", "fix encryption", "backup setup", "encryption problem"],
    means:
      "The protection of the backup was not set up to its end, or WhatsApp cannot use it now. Until you finish, there may be no new backup.",
    withKey:
      "Finish the setup on the phone. If WhatsApp shows a new 64-digit key, add it to Sixtyfour and keep the old one: older backups need it.",
    withoutKey:
      "Finish the setup on the phone while WhatsApp still works there, and save the key, password or passkey that you choose. Then back up at once.",
    gone: "Backups that were made with an earlier key still need that key.",
  },
  {
    id: "no-backup-found",
    gist: "No backup found",
    lookFor: ["no backup found", "couldn't find", "no backups", "skip restore", "looking for backups"],
    means:
      "WhatsApp looked in the account and on the phone and found no backup for this number. There may still be one elsewhere.",
    withKey:
      "Keep the key: it is not the cause. Check the number, the account and the network. On Android, a local backup may be on the old phone, its memory card or a computer. Test your key on it here before you move it back.",
    withoutKey:
      "WhatsApp needs no key to find the backup: check the number, the account and the network first. Do not back up on the new phone before that: the new backup could replace the old one.",
    gone: "If there never was a backup, or it was deleted in the account, there is nothing to restore.",
  },
  {
    id: "other-number",
    gist: "The backup belongs to another phone number",
    lookFor: [
      "different phone number",
      "different sim",
      "same phone number",
      "another number",
      "phone number doesn't match",
    ],
    means:
      "A backup belongs to the phone number that made it. WhatsApp does not restore it to another number.",
    withKey:
      "Register the number of the backup, and restore with the key of that time. Backups in Sixtyfour opens a file on this computer with its key, whatever the number.",
    withoutKey:
      "First get the old number back: WhatsApp offers the backup only to that number. Then look for the key, which opens it.",
    gone: null,
  },
  {
    id: "other-account",
    gist: "Another Google Account or iCloud",
    lookFor: [
      "google account",
      "google drive",
      "gmail",
      "icloud",
      "apple id",
      "apple account",
      "sign in",
      "choose account",
    ],
    means:
      "WhatsApp looks in the account that the phone is signed in to. The backup is in the account that was used when it was made. An iPhone cannot read backups in a Google Account, and Android cannot read backups in iCloud.",
    withKey:
      "Sign in to the account of that time, then restore with the key. The key does not depend on the account.",
    withoutKey:
      "First sign in to the right account. WhatsApp asks for the key or the password only after that. On an iPhone, iCloud Drive must be on.",
    gone: "If that account was closed and there is no file elsewhere, its backup is gone.",
  },
  {
    id: "not-restored",
    gist: "The backup is damaged or could not be restored",
    lookFor: [
      "couldn't restore",
      "could not restore",
      "corrupted",
      "damaged",
      "restore failed",
      "went wrong",
    ],
    means:
      "The restore began but did not finish. Often the cause is the network, too little space or an old WhatsApp. Sometimes it is the file itself.",
    withKey:
      "First copy the file to this computer. Then choose Run full check in Backups: it tells a wrong key from a damaged file, and changes nothing. Try an older local backup too.",
    withoutKey:
      "Update WhatsApp, connect to good Wi-Fi and power, restart the phone and try again. On Android there may be local backups of the last few days. Keep the file, even if it fails today.",
    gone: "Nobody can recalculate the damaged part of an encrypted file. With the key, the part before the damage may still be readable.",
  },
  {
    id: "no-space",
    gist: "Not enough space",
    lookFor: ["not enough space", "storage full", "free up", "insufficient storage", "space"],
    means:
      "The phone or the account has too little space for the backup and its unpacked content. For iCloud, allow a little more than twice the size of the backup.",
    withKey: "Free some space and restore again with the same key. The failed attempt did no harm.",
    withoutKey:
      "The key is not the cause. Free some space on the phone and try again. Do not delete the backup to make space.",
    gone: null,
  },
  {
    id: "no-connection",
    gist: "Couldn't connect, or the restore is stuck",
    lookFor: ["couldn't connect", "connection", "network", "wi-fi", "stuck", "waiting", "paused"],
    means: "The phone cannot reach WhatsApp or the account with the backup, or the download was interrupted.",
    withKey: "Stay on the screen, connect to good Wi-Fi and power, and continue. The key still fits.",
    withoutKey: "Do the same: the key is not the cause. The next screen will ask for it.",
    gone: null,
  },
  {
    id: "restore-skipped",
    gist: "The restore was skipped",
    lookFor: ["skip", "without restoring", "start fresh", "are you sure"],
    means:
      "WhatsApp starts without your chats. It offers the restore again only when you set it up again. Its next backup may replace the old one.",
    withKey:
      "Turn automatic backup off now. Then set WhatsApp up again and restore with the key. On Android, first copy the local backups to another device.",
    withoutKey:
      "Turn automatic backup off now, to keep the old backup. Then take your time to look for the key.",
    gone: "If a new backup replaced the old one, the old one cannot be restored from the account.",
  },
];
