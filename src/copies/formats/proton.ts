/** The table that Proton Pass exports. */
import { tableFormat } from "../tables/table-format.ts";

export const proton = tableFormat({
  id: "proton",
  place: "proton-pass",
  fileName: "sixtyfour-keys-proton-pass.csv",
  quoting: "needed",
  columns: [
    { name: "type", fixed: "login" },
    { name: "name" },
    { name: "url" },
    { name: "email", isLater: true },
    { name: "username" },
    { name: "password" },
    { name: "note", isLater: true },
    { name: "totp" },
    { name: "createTime", time: "s" },
    { name: "modifyTime", time: "s" },
    { name: "vault", fixed: "Personal" },
  ],
});
