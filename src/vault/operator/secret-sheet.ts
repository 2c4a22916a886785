/**
 * The secret on paper. Whoever loses it loses every account; whoever has it and the database can try
 * passwords.
 */

import { deriveKeys } from "../keys.ts";
import { formatSecret, type Secret } from "../secret.ts";
import { toBase64url } from "../wire-bytes.ts";

const GROUP = 4;
const GROUPS_IN_LINE = 10;

export function secretSheet(secret: Secret): string {
  const groups = formatSecret(secret).match(new RegExp(`.{1,${GROUP}}`, "g")) ?? [];
  const lines: string[] = [];
  for (let at = 0; at < groups.length; at += GROUPS_IN_LINE)
    lines.push(`    ${groups.slice(at, at + GROUPS_IN_LINE).join(" ")}`);
  return [
    "The secret of a Sixtyfour vault",
    "",
    `Vault id: ${toBase64url(deriveKeys(secret).vaultId)}`,
    "",
    ...lines,
    "",
    "Without it no account of this vault opens again. With it and the database, passwords can be tried without limit:",
    "keep this sheet where the database is not. Typed into the secret file, spaces and line breaks do not count.",
    "",
  ].join("\n");
}
