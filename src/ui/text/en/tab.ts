/** What frames the full tab: the names of its parts. */
export const tabWords = {
  navigation: "Parts of Sixtyfour",
  all: "All keys",
  places: "Safe places",
  backups: "Backups",
  help: "Help",
  vault: "Key vault",
};

/** Takes the keyboard past the names of the parts. */
export const skipPress = "Skip to content";

/** The tab, as its window names it. */
export function titleText(view: string): string {
  return `${view} · Sixtyfour`;
}
