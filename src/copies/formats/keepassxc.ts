/** KeePassXC's table: `CsvExporter.cpp`. */
import { tableFormat } from "../tables/table-format.ts";

export const keepassxc = tableFormat({
  id: "keepassxc",
  place: "keepass",
  fileName: "sixtyfour-keys-keepassxc.csv",
  quoting: "all",
  columns: [
    { name: "Group", fixed: "Root" },
    { name: "Title" },
    { name: "Username" },
    { name: "Password" },
    { name: "URL" },
    { name: "Notes", isLater: true },
    { name: "TOTP", isLater: true },
    { name: "Icon", fixed: "0", isLater: true },
    { name: "Last Modified", time: "iso" },
    { name: "Created", time: "iso" },
  ],
});
