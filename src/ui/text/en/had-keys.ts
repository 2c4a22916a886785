/** *I had keys here*: what the first page says to people who miss their keys. */
export const hadKeysText = {
  title: "I had keys here",
  why: "Sixtyfour finds no keys in this browser profile. They may be somewhere else, or gone:",
  reasons: [
    "You are in another profile or another browser.",
    "Sixtyfour was removed and added again. Removing it deletes the keys. Repairing or refreshing the browser can delete them too.",
    "The browser's data was cleared, by you or by a cleaning program.",
    "You loaded Sixtyfour from a folder, and the folder has moved. Move it back, then load it again.",
  ],
  what: "Try these in turn:",
  ways: [
    "Open your other profiles and browsers, and look for Sixtyfour there.",
    "Open a file that you saved with Sixtyfour, or restore from a key vault. Both are on this page.",
    "Set up Sixtyfour, then import the key from a password manager, from paper or from your phone.",
    "If WhatsApp still works on your phone, turn encrypted backups off and on again. WhatsApp then shows a new key.",
  ],
};
