/** The table that 1Password exports. */
import { tableFormat } from "../tables/table-format.ts";

export const onePassword = tableFormat({
  id: "1password",
  place: "1password",
  fileName: "sixtyfour-keys-1password.csv",
  quoting: "needed",
  columns: [
    { name: "title" },
    { name: "website" },
    { name: "username" },
    { name: "password" },
    { name: "notes" },
  ],
});
