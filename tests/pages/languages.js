/** What a restore form says, in the languages of the announcement's markets, in our own words. */
export const LANGUAGES = {
  en: {
    title: "Restore chat history",
    text: "To restore your backup, enter your 64-digit encryption key.",
    label: "64-digit encryption key",
    button: "Restore",
  },
};
