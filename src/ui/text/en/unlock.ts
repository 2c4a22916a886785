/** Unlocking, and what a lock has cut short. */

export const unlockText = {
  title: "Unlock Sixtyfour",
  unlocking: "Unlocking …",
  missing: "Type the passphrase first.",
  cannot: "Can't unlock?",
  forgotten: "We can't reset a forgotten passphrase. Neither can WhatsApp.",
  ways: [
    "Press Show to see what you typed. Check Caps Lock and the keyboard's language.",
    "Look for the passphrase in your password manager and in your papers.",
    "Have a Sixtyfour file? Save the encrypted data first. Set these keys aside, then open the file.",
  ],
};

/** In the last minute before Sixtyfour locks by itself. */
export const lockWarningText = {
  soon: "Sixtyfour locks within a minute.",
  stay: "Stay unlocked",
};

export const lockedText = {
  draftDropped: "Sixtyfour locked. The key you were typing was not saved. Type it again after unlocking.",
  editDropped: "Sixtyfour locked. Your last change to the key was not saved. Make it again after unlocking.",
};
