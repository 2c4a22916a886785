/** What frames the full tab: the names of its parts. */
export const tabWords = {
  navigation: "Parts of Sixtyfour",
  all: "All keys",
  places: "Safe places",
  backups: "Backups",
  help: "Help",
  vault: "Key vault",
};
