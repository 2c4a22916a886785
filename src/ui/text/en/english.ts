/** English, whole: each file beside this one is a part of the interface. */

import * as addKey from "./add-key.ts";
import * as backupActs from "./backup-acts.ts";
import * as backups from "./backups.ts";
import * as encryptedKeys from "./encrypted-keys.ts";
import * as errors from "./errors.ts";
import * as exportFormats from "./export-formats.ts";
import * as exposed from "./exposed.ts";
import * as firstRun from "./first-run.ts";
import { dateText, isolated, numberText } from "./format.ts";
import * as hadKeys from "./had-keys.ts";
import * as help from "./help.ts";
import * as helpWords from "./help-words.ts";
import * as imports from "./imports.ts";
import * as inside from "./inside.ts";
import * as keyFile from "./key-file.ts";
import * as keyInputs from "./key-inputs.ts";
import * as keyText from "./key-text.ts";
import * as keysView from "./keys-view.ts";
import * as otherFiles from "./other-files.ts";
import * as pageActs from "./page-acts.ts";
import * as passkeys from "./passkeys.ts";
import * as passphrase from "./passphrase.ts";
import * as places from "./places.ts";
import * as reminders from "./reminders.ts";
import * as report from "./report.ts";
import * as settings from "./settings.ts";
import * as sharedWords from "./shared-words.ts";
import * as situations from "./situations.ts";
import * as storageTrouble from "./storage-trouble.ts";
import * as tab from "./tab.ts";
import * as terminal from "./terminal.ts";
import * as tooMuch from "./too-much.ts";
import * as unlock from "./unlock.ts";
import * as vault from "./vault.ts";
import * as vaultStatus from "./vault-status.ts";
import * as whatsAppMessages from "./whatsapp-messages.ts";

export const en = {
  dateText,
  isolated,
  numberText,
  ...tab,
  ...addKey,
  ...encryptedKeys,
  ...firstRun,
  ...hadKeys,
  ...keyFile,
  ...keysView,
  ...storageTrouble,
  ...unlock,
  ...backupActs,
  ...backups,
  ...places,
  ...exportFormats,
  ...exposed,
  ...imports,
  ...inside,
  ...keyInputs,
  ...help,
  ...helpWords,
  ...keyText,
  ...otherFiles,
  ...pageActs,
  ...passkeys,
  ...passphrase,
  ...reminders,
  ...report,
  ...settings,
  ...sharedWords,
  ...situations,
  ...errors,
  ...terminal,
  ...tooMuch,
  ...vault,
  ...vaultStatus,
  ...whatsAppMessages,
};
