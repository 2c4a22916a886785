/** English, whole: each file beside this one is a part of the interface. */
import * as app from "./app.ts";
import * as backupActs from "./backup-acts.ts";
import * as backups from "./backups.ts";
import * as copies from "./copies.ts";
import * as copyFormats from "./copy-formats.ts";
import * as copyImports from "./copy-imports.ts";
import * as copyInputs from "./copy-inputs.ts";
import * as help from "./help.ts";
import * as keyText from "./key-text.ts";
import * as pageActs from "./page-acts.ts";
import * as passphrase from "./passphrase.ts";
import * as reminders from "./reminders.ts";
import * as report from "./report.ts";
import * as settings from "./settings.ts";
import * as shared from "./shared.ts";
import * as terminal from "./terminal.ts";
import * as vault from "./vault.ts";
import * as whatsAppMessages from "./whatsapp-messages.ts";

export const en = {
  ...app,
  ...backupActs,
  ...backups,
  ...copies,
  ...copyFormats,
  ...copyImports,
  ...copyInputs,
  ...help,
  ...keyText,
  ...pageActs,
  ...passphrase,
  ...reminders,
  ...report,
  ...settings,
  ...shared,
  ...terminal,
  ...vault,
  ...whatsAppMessages,
};
