/** The table of Chromium's browsers: `password_csv_writer.cc`. */
import { tableFormat } from "../tables/table-format.ts";

export const chromium = tableFormat({
  id: "chromium",
  place: "browser-passwords",
  fileName: "sixtyfour-keys-chrome.csv",
  quoting: "needed",
  columns: [
    { name: "name" },
    { name: "url" },
    { name: "username" },
    { name: "password" },
    { name: "note", isLater: true },
  ],
});
