/** What an export can be written as. */
import type { CopyFormat } from "./found.ts";

/** What can be written; the first one is offered first. */
export const EXPORT_FORMATS = [
  "kdbx",
  "bitwarden-protected",
  "keyring-export",
  "bitwarden",
  "chromium",
  "firefox",
  "apple",
  "keepassxc",
  "proton",
  "1password",
  "key-file",
  "text",
] as const satisfies readonly CopyFormat[];
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Under a password of its own. */
export const ENCRYPTED_FORMATS: readonly ExportFormat[] = ["kdbx", "bitwarden-protected", "keyring-export"];
