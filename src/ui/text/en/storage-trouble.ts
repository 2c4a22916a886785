/** What is said where stored keys cannot be read: by the browser, by any passphrase, or by this version. */

/** Where the browser cannot read a stored copy. */
export const storageText = {
  title: "Storage trouble",
  what: "The browser cannot read part of its storage. Your keys are still here. Save them to a file now.",
  export: "Export your keys under a file password",
};

export const setAsidePress = {
  damaged: "Set aside and start over",
  whole: "Set these keys aside",
  sure: "Set them aside",
};

export const damagedText = {
  title: "Your keys are damaged",
  what: "Every stored version of your keys is damaged, or the browser cannot read it, so none opens. Your passphrase is not the cause. Nothing was changed or deleted.",
  save: "Save the encrypted data first. It holds whatever can still be rescued.",
  confirm: {
    title: "Start without keys?",
    consequence:
      "The damaged data stays in this browser, unchanged, but Sixtyfour no longer opens it. You then start without any keys.",
    sure: setAsidePress.sure,
  },
};

export const newerText = {
  title: "Update Sixtyfour",
  what: "A newer version of Sixtyfour stored your keys. Update the extension to open them. Nothing was changed.",
};

export const setAsideText = {
  confirm: {
    title: "Set these keys aside?",
    consequence:
      "Sixtyfour will no longer open these keys here, and nobody can open them without their passphrase. The encrypted data stays in this browser, unchanged. You can save it to a file from the settings. You can then set up Sixtyfour again, or open a saved file.",
    sure: setAsidePress.sure,
  },
  done: "The keys were set aside. Set up Sixtyfour again, or open a saved file.",
};
