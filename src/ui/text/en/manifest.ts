/**
 * What the browser itself shows: its list of extensions, its menus, the hint of the toolbar button. A build
 * makes `_locales/en/messages.json` of it, because a browser reads these sentences from nowhere else.
 */
export const manifestText = {
  name: "Sixtyfour",
  description:
    "Keeps the 64-digit keys of end-to-end encrypted WhatsApp backups. Not affiliated with WhatsApp or Meta.",
  commandFill: "Fill a 64-digit key into the page",
  formWaits: "Sixtyfour: a restore form is waiting on this page",
  keyShown: "Sixtyfour: this page shows a 64-digit key",
  keyUnsafe: "Sixtyfour: a key is verified in fewer than two places",
  fillMenu: "Fill the 64-digit key…",
  addMenu: "Add the selected 64-digit key…",
};
