/**
 * Alarms outlive the worker. A packed extension of Chromium gets none sooner than in 30 s; Firefox has no
 * bound.
 */
import { browser } from "./browser.ts";

export const SHORTEST_ALARM_MS = __BROWSER__ === "chrome" ? 30_000 : 0;

export type AlarmName = "lock" | "tick" | "clipboard";

export const alarms = {
  async at(name: AlarmName, whenMs: number): Promise<void> {
    await browser.alarms.create(name, { when: whenMs });
  },
  async every(name: AlarmName, minutes: number): Promise<void> {
    await browser.alarms.create(name, { periodInMinutes: minutes });
  },
  async clear(name: AlarmName): Promise<void> {
    await browser.alarms.clear(name);
  },
};

export function onAlarm(listener: (name: string) => void): void {
  browser.alarms.onAlarm.addListener((alarm) => listener(alarm.name));
}
