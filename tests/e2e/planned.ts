/**
 * What the background has stored and planned, read and brought forward by a page of ours: the background
 * sleeps on, and a story need not wait for minutes.
 */
import type { Page } from "../drivers/page.ts";
import { waitFor } from "../support/wait.ts";

/**
 * The background's alarms: to lock at the deadline, to clear the clipboard, and the minute's sign of life.
 */
export type AlarmName = "lock" | "clipboard" | "tick";

export function stored<T>(page: Page, area: "local" | "session", key: string): Promise<T | null> {
  return page.evaluate(
    async ({ area, key }) => ((await chrome.storage[area].get(key))[key] ?? null) as T | null,
    { area, key },
  );
}

/** When it will come, in milliseconds since 1970; null where none is set. */
export function alarmTime(page: Page, name: AlarmName): Promise<number | null> {
  return page.evaluate(async (name) => (await chrome.alarms.get(name))?.scheduledTime ?? null, name);
}

/** By the clock that the background reads, too. */
export const browserClock = (page: Page): Promise<number> => page.evaluate(() => Date.now());

/**
 * From now on nothing wakes the background but what the story does: unlocked, it would hear an alarm every
 * minute.
 */
export async function stopTicks(page: Page): Promise<void> {
  await page.evaluate(() => chrome.alarms.clear("tick"));
}

/**
 * The alarm comes now. Whether one was set is for the story to ask before: it is gone once the background has
 * acted.
 */
export function bringAlarmForward(page: Page, name: AlarmName): Promise<void> {
  return page.evaluate((name) => chrome.alarms.create(name, { when: Date.now() }), name);
}

/**
 * Moves a stored time into the past: by a second, or by more. What a background that is awake remembers goes
 * only with its death.
 */
export async function bringTimeForward(page: Page, key: string, field: string, agoMs = 1_000): Promise<void> {
  await page.evaluate(
    async ({ key, field, agoMs }) => {
      const { [key]: before } = await chrome.storage.session.get(key);
      if (typeof before !== "object" || before === null || !(field in before))
        throw new Error(`no ${field} in ${key}`);
      await chrome.storage.session.set({ [key]: { ...before, [field]: Date.now() - agoMs } });
    },
    { key, field, agoMs },
  );
}

/** Until the alarm is set for this time, or is not set (null). */
export async function waitForAlarm(page: Page, name: AlarmName, timeMs: number | null): Promise<void> {
  await waitFor(`the alarm ${name} at ${timeMs}`, async () => (await alarmTime(page, name)) === timeMs);
}
