/**
 * What WhatsApp's restore and backup screens say, and what it means with and without the key.
 *
 * No wording is quoted: the screens differ by version, phone and language. `gist` is what a message comes
 * down to, `lookFor` words that are likely in it. `docs/messages.md` holds the same and is compared by a
 * test.
 *
 * Read for it, November 2026:
 * - WhatsApp Help Center, "About end-to-end encrypted backup", https://faq.whatsapp.com/490592613091019 (the
 *   three ways to protect a backup, what a passkey needs, nobody can reset or send a key, and who is still in
 *   WhatsApp can change the password). Read in the stored copy.
 * - Of its pages on restoring (same number and account, space on iCloud and phone, local backups on Android)
 *   only what newspapers retell: larepublica.pe 2022-03-14, bgr.in, indiatoday.in 2020-11-25.
 * - Meta's announcement of the backup key vault, September 2021, as retold by indianbroadcastingworld.com:
 *   after too many attempts the stored key is out of reach for good. How many they are is said nowhere that we
 *   found.
 *
 * Not sourced but of how keys work: which key opens what (docs/formats.md), and everything said of Sixtyfour.
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
  /** What cannot be brought back by anybody; null where nothing need be lost. */
  gone: string | null;
};

export const whatsAppMessages: readonly WhatsAppMessage[] = [
  {
    id: "key-required",
    gist: "Enter the 64-digit key to restore",
    lookFor: ["64-digit", "encryption key", "enter key", "decrypt"],
    means:
      "The backup was found, and it was locked with a 64-digit key. WhatsApp has no copy of that key and waits for yours.",
    withKey:
      "Show the key in Sixtyfour and enter it group by group, or fill it where the form is in WhatsApp Web. With several keys, compare the dates: the right one was current when the backup was made.",
    withoutKey:
      "Do not skip the restore yet. Look for the key where you keep passwords, on paper, in screenshots. If WhatsApp still works on another phone of yours, change the protection there first and back up anew.",
    gone: "If no copy of the key is found and no phone still has the chats, this backup cannot be opened by anybody, WhatsApp included.",
  },
  {
    id: "wrong-key",
    gist: "The 64-digit key is not correct",
    lookFor: ["incorrect key", "wrong key", "invalid key", "key doesn't match"],
    means: "What was entered is not the key of this backup: a typo in a digit, or the key of another backup.",
    withKey:
      "Compare row by row with the check characters in Sixtyfour. Then try the earlier keys: each time protection is turned on anew there is a new key. If you have the backup file on this computer, Prove in Backups says which key opens it, and Repair finds a few mistyped digits.",
    withoutKey: "There is nothing to guess: the key has more possibilities than can ever be tried.",
    gone: "If none of your keys fits and no other backup or phone has the chats, they are gone.",
  },
  {
    id: "wrong-password",
    gist: "Wrong password, few attempts left",
    lookFor: ["incorrect password", "wrong password", "attempts left", "attempts remaining", "try again"],
    means:
      "This backup is protected by a password, not by a 64-digit key. WhatsApp counts wrong attempts, and the count is kept on its side.",
    withKey:
      "A 64-digit key is not the password: do not enter it here. It may open an older backup, made while that key was in use. Prove it on the file if you have one.",
    withoutKey:
      "Stop before the last attempt. Look for the password in your password manager and on paper, mind the keyboard's language and capitals, and try only what you have good reason for.",
    gone: "After too many wrong passwords the stored key is out of reach for good, and with it this backup.",
  },
  {
    id: "too-many-attempts",
    gist: "Too many attempts",
    lookFor: ["too many attempts", "too many tries", "locked", "try again later", "no more guesses"],
    means:
      "WhatsApp has stopped taking passwords. If it names a time to wait, it is a pause. If it says that the backup can no longer be restored, that is final.",
    withKey:
      "The limit belongs to the password. A backup file that a 64-digit key locked is not touched by it: prove and open that file in Backups.",
    withoutKey:
      "If there is a time to wait, wait it out and do not reinstall to get round it. If WhatsApp still works on a phone, its chats are there: set a new password and back up anew.",
    gone: "Once WhatsApp says it is final, nobody can bring back what only this password opened, Meta included.",
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
      "WhatsApp cannot reset or send the password of a backup. It can only be changed on a phone on which WhatsApp still works. There the question may also be just a reminder.",
    withKey:
      "A key from an earlier time opens the backups of that time only. Prove it on the file to be sure.",
    withoutKey:
      "If WhatsApp works on the phone, change the password in its settings, under Chats, Chat backup, End-to-end encrypted backup, and back up anew. Do that before logging out, reinstalling or changing phones.",
    gone: "If WhatsApp is no longer set up on any phone and the password does not come back to you, this backup is gone.",
  },
  {
    id: "lost-key",
    gist: "Lost your 64-digit key?",
    lookFor: ["lost key", "forgot key", "don't have my key", "turn off", "new key"],
    means:
      "WhatsApp showed the key once and kept no copy. It cannot show it again, it can only make another one for backups from now on.",
    withKey:
      "Your copy in Sixtyfour is what WhatsApp asks for. Prove it on a backup file, and keep a second copy outside this browser.",
    withoutKey:
      "While WhatsApp works on the phone, turn encrypted backup off and on again, save the new key, and back up. The chats on the phone are not touched by that.",
    gone: "Older backups stay locked with the lost key, and nobody can open them.",
  },
  {
    id: "passkey",
    gist: "Use your passkey to restore",
    lookFor: ["passkey", "fingerprint", "face", "screen lock", "no passkeys available"],
    means:
      "The backup is protected by a passkey. It lies in the password manager of the phone and is used with fingerprint, face or screen lock.",
    withKey:
      "A 64-digit key does not replace the passkey. It opens backups that were made while the key was in use.",
    withoutKey:
      "Sign in on the new phone to the same account that kept the passkey, such as the Google Account of the old one, and set up a screen lock. If WhatsApp still works on the old phone, change the protection there first.",
    gone: "If the passkey was deleted everywhere and no phone has the chats, this backup is gone.",
  },
  {
    id: "no-backup-found",
    gist: "No backup found",
    lookFor: ["no backup found", "couldn't find", "no backups", "skip restore", "looking for backups"],
    means:
      "WhatsApp looked in the account and on the phone and saw no backup for this number. That does not say that there is none.",
    withKey:
      "Keep the key, it is not the cause. Check number, account and network. On Android a local backup may lie on the old phone, its memory card or a computer: prove it here before it is moved back.",
    withoutKey:
      "Finding the backup needs no key: check number, account and network first. Do not back up on the new phone before you have looked, it could take the place of the old backup.",
    gone: "If there never was a backup, or it was deleted in the account, there is nothing to restore.",
  },
  {
    id: "other-number",
    gist: "The backup belongs to another phone number",
    lookFor: ["different phone number", "same phone number", "another number", "phone number doesn't match"],
    means:
      "A backup is tied to the phone number it was made with. Another number does not get to restore it.",
    withKey:
      "Register the number of the backup and restore with the key of that time. A file on this computer opens in Backups with its key, whatever the number.",
    withoutKey:
      "The number decides what is offered, the key what can be opened: get the old number back first, then look for the key.",
    gone: null,
  },
  {
    id: "other-account",
    gist: "Another Google Account or iCloud",
    lookFor: [
      "google account",
      "google drive",
      "icloud",
      "apple id",
      "apple account",
      "sign in",
      "choose account",
    ],
    means:
      "WhatsApp looks into the account that is signed in on the phone. The backup lies in the one that was used when it was made, and an iPhone does not read Google's, nor Android iCloud's.",
    withKey:
      "Sign in to the account of that time, then restore with the key. The key is the same wherever the backup lies.",
    withoutKey:
      "Sign in to the right account first. Only then does WhatsApp ask how this backup is protected. On an iPhone, iCloud Drive must be on.",
    gone: "If that account was closed and no file is left elsewhere, its backup is gone.",
  },
  {
    id: "not-restored",
    gist: "The backup is damaged or could not be restored",
    lookFor: ["couldn't restore", "could not restore", "corrupt", "damaged", "restore failed", "went wrong"],
    means:
      "The restore began and did not end. Often it is the network, the space or an old WhatsApp; sometimes the file itself.",
    withKey:
      "Copy the file to this computer before anything else, and choose Check whole in Backups: it tells a wrong key from a damaged file, and the copy stays as it is. Try an older local backup too.",
    withoutKey:
      "Update WhatsApp, use steady Wi-Fi and power, restart, try again. On Android older local backups of the last days may be there. Keep the file, even if it fails today.",
    gone: "What is damaged within a sealed file cannot be computed back. What was before the damage may still be readable, with the key.",
  },
  {
    id: "no-space",
    gist: "Not enough space",
    lookFor: ["not enough space", "storage full", "free up", "insufficient storage", "space"],
    means:
      "The phone or the account has too little room for the backup and for what is unpacked from it. For iCloud count on a good twice its size.",
    withKey: "Free space and restore again with the same key. Nothing is lost by the failed attempt.",
    withoutKey:
      "Space has nothing to do with the key. Free it on the phone and try again. Do not delete the backup for it.",
    gone: null,
  },
  {
    id: "no-connection",
    gist: "Couldn't connect, or the restore stands still",
    lookFor: ["couldn't connect", "connection", "network", "wi-fi", "stuck", "waiting", "paused"],
    means: "The phone does not reach WhatsApp or the account that holds the backup, or the download was cut.",
    withKey: "Stay on the screen, steady Wi-Fi and power, and go on. The key stays right.",
    withoutKey: "The same: the network is not about the key. Without one, the next screen will ask for it.",
    gone: null,
  },
  {
    id: "restore-skipped",
    gist: "The restore was skipped",
    lookFor: ["skip", "without restoring", "start fresh", "are you sure"],
    means:
      "WhatsApp starts empty and offers the restore again only when it is set up anew. Its next backup may take the place of the old one.",
    withKey:
      "Turn automatic backup off at once, then set WhatsApp up again and restore with the key. On Android copy the local backups away first.",
    withoutKey:
      "Turn automatic backup off at once, so that the old backup stays, and look for the key in peace.",
    gone: "A backup that a new one has replaced cannot be fetched back from the account.",
  },
];
