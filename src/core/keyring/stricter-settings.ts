/** Settings that a file says: one is taken only where it is stricter than what is here. */
import { SETTINGS, type Settings } from "./settings.ts";

export type SettingName = keyof Settings;
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** How much each of them allows: the lower, the stricter. */
const LAXITY: { readonly [K in SettingName]: (value: Settings[K]) => number } = {
  autoLockMinutes: (minutes) => minutes ?? Number.POSITIVE_INFINITY,
  clipboardSeconds: (seconds) => seconds,
  fillWarningRead: Number,
  reminderAfterMs: (atMs) => atMs ?? 0,
};

const laxityOf = <K extends SettingName>(settings: Settings, name: K): number => LAXITY[name](settings[name]);

export function isStricter(given: Settings, here: Settings, name: SettingName): boolean {
  return laxityOf(given, name) < laxityOf(here, name);
}

export function differingSettings(given: Settings, here: Settings): SettingName[] {
  return SETTING_NAMES.filter((name) => laxityOf(given, name) !== laxityOf(here, name));
}

/** @param names - of those that may be taken. */
export function withStricter(here: Settings, given: Settings, names: readonly SettingName[]): Settings {
  const stricter = names.filter((name) => isStricter(given, here, name));
  return { ...here, ...Object.fromEntries(stricter.map((name) => [name, given[name]])) };
}
