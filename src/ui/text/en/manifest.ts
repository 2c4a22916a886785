/**
 * What the browser itself shows: its list of extensions, its menus, the hint of the toolbar button. A build
 * makes `_locales/en/messages.json` of it, because a browser reads these sentences from nowhere else.
 */
export const manifestText = {
  name: "Sixtyfour",
  description:
    "Keeps the 64-digit keys of end-to-end encrypted WhatsApp backups. Not affiliated with WhatsApp or Meta.",
  commandFill: "Fill in a 64-digit key",
  formWaits: "Sixtyfour: this page has a restore form",
  keyShown: "Sixtyfour: this page shows a 64-digit key",
  keyUnsafe: "Sixtyfour: a key is verified in fewer than 2 places",
  fillMenu: "Fill in the 64-digit key…",
  addMenu: "Add the selected 64-digit key…",
};
