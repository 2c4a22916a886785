/** The table that Apple's app Passwords exports. */
import { tableFormat } from "../tables/table-format.ts";

export const apple = tableFormat({
  id: "apple",
  place: "apple-passwords",
  fileName: "sixtyfour-keys-apple.csv",
  quoting: "needed",
  columns: [
    { name: "Title" },
    { name: "URL" },
    { name: "Username" },
    { name: "Password" },
    { name: "Notes", isLater: true },
    { name: "OTPAuth", isLater: true },
  ],
});
