/** What *Settings* says of each setting that has a field. */
import type { NumberSetting, Range } from "../../../core/keyring/settings.ts";

type SettingText = {
  label: string;
  hint: (range: Range) => string;
  wrong: (range: Range) => string;
  /** The choice of no number. */
  none?: string;
};

export const settingTexts: Readonly<Record<NumberSetting, SettingText>> = {
  autoLockMinutes: {
    label: "Minutes without use",
    hint: ({ least, most }) => `${least} to ${most} minutes. It also locks when the browser closes.`,
    wrong: ({ least, most }) => `Minutes without use: a whole number from ${least} to ${most}.`,
    none: "Stay unlocked until the browser closes",
  },
  clipboardSeconds: {
    label: "Seconds until it is cleared",
    hint: ({ least, most }) => `${least} to ${most} seconds after a key was copied.`,
    wrong: ({ least, most }) => `Seconds until it is cleared: a whole number from ${least} to ${most}.`,
  },
};
