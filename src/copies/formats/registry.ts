/**
 * Every format, in the order in which they are offered and asked whether a file is theirs. A new one is a
 * file beside this one, a line here, and its text in `ui/text/en/export-formats.ts`.
 */
import { onePassword } from "./1password.ts";
import { anyJson } from "./any-json.ts";
import { anyTable } from "./any-table.ts";
import { apple } from "./apple.ts";
import { bitwarden } from "./bitwarden.ts";
import { bitwardenProtected } from "./bitwarden-protected.ts";
import { chromium } from "./chromium.ts";
import { firefox } from "./firefox.ts";
import type { Format } from "./format-definition.ts";
import { kdbx } from "./kdbx.ts";
import { keepassxc } from "./keepassxc.ts";
import { keyFile } from "./key-file.ts";
import { keyringExport } from "./keyring-export.ts";
import { proton } from "./proton.ts";
import { sealedKeyring } from "./sealed-keyring.ts";
import { text } from "./text.ts";

export const FORMATS = [
  kdbx,
  bitwardenProtected,
  keyringExport,
  sealedKeyring,
  bitwarden,
  anyJson,
  chromium,
  firefox,
  apple,
  keepassxc,
  proton,
  onePassword,
  anyTable,
  keyFile,
  text,
] as const satisfies readonly Format[];

export type OfferedId = Extract<(typeof FORMATS)[number], { fileName: unknown }>["id"];
/** What an export can be written as. */
export type OfferedFormat = Format &
  Required<Pick<Format, "place" | "fileName">> & { readonly id: OfferedId };

/** Those with the name of a file: an export can be written as them. The first one is offered first. */
export const OFFERED_FORMATS: readonly OfferedFormat[] = FORMATS.filter((format) => "fileName" in format);
