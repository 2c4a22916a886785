/**
 * Firefox's table: `LoginCSVImport.sys.mjs`. It takes no notes, and without a `guid` it makes one. Of two
 * rows with one address and username it drops the second without a word (`LoginHelper.sys.mjs`), which is
 * why usernames hold the Key ID.
 */
import { tableFormat } from "../tables/table-format.ts";

export const firefox = tableFormat({
  id: "firefox",
  place: "browser-passwords",
  fileName: "sixtyfour-keys-firefox.csv",
  quoting: "all",
  columns: [
    { name: "url" },
    { name: "username" },
    { name: "password" },
    { name: "httpRealm" },
    { name: "formActionOrigin" },
    { name: "timeCreated", time: "ms" },
    { name: "timeLastUsed", time: "ms" },
    { name: "timePasswordChanged", time: "ms" },
  ],
});
