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
    label: "Idle minutes before locking",
    hint: ({ least, most }) => `${least} to ${most} minutes. Sixtyfour also locks when the browser closes.`,
    wrong: ({ least, most }) => `Idle minutes before locking: type a whole number from ${least} to ${most}.`,
    none: "Stay unlocked until the browser closes",
  },
  clipboardSeconds: {
    label: "Seconds before clipboard clears",
    hint: ({ least, most }) => `${least} to ${most} seconds after you copy a key.`,
    wrong: ({ least, most }) =>
      `Seconds before clipboard clears: type a whole number from ${least} to ${most}.`,
  },
};
