/** The section *Settings*. What it says about the encrypted keys is in `encrypted-keys.ts`. */
import type { NumberSetting, Range } from "../../../core/keyring/settings.ts";
import { paragraph } from "./format.ts";

export const settingsText = {
  title: "Settings",
  times: "Automatic lock and clipboard",
  save: "Save settings",
  saved: "Settings saved.",
  about: "About",
  affiliation: "Sixtyfour is open source and not affiliated with WhatsApp or Meta.",
};

type SettingText = {
  label: string;
  hint: (range: Range) => string;
  wrong: (range: Range) => string;
  /** The choice of no number. */
  none?: string;
};

/** What is said of each setting that has a field. */
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

export function versionText(version: string): string {
  return `Version ${version}`;
}

function whatShortcutsDo(open: string, fill: string): string {
  if (open && fill) return `${open} opens Sixtyfour. ${fill} opens it to fill in a key.`;
  if (open) return `${open} opens Sixtyfour.`;
  return fill ? `${fill} opens Sixtyfour to fill in a key.` : "No shortcuts are set.";
}

/** Both shortcuts as the browser has them (empty if not set), and where to change them. */
export function shortcutsText({ open, fill }: { open: string; fill: string }): string {
  return paragraph(
    whatShortcutsDo(open, fill),
    "You can change shortcuts in your browser's extension settings.",
  );
}

/** How Sixtyfour looks on this computer. */
export const themeText = {
  title: "Appearance",
  theme: "Theme",
  names: { system: "Same as the system", light: "Light", dark: "Dark" },
};
