/** When the keyring locks: by hand, in time, when nobody is there, with the last window, with the browser. */
import { test } from "@playwright/test";
import { backupsPress, backupsWords } from "../../src/ui/text/en/backups.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { makeBackup, makeDatabase } from "../support/backup-files.ts";
import {
  alarmTime,
  bringAlarmForward,
  bringTimeForward,
  browserClock,
  stopTicks,
  stored,
  waitForAlarm,
} from "./planned.ts";
import {
  APP,
  addKey,
  ask,
  button,
  createKeyring,
  field,
  GROUPS,
  link,
  popOut,
  STATUS,
  sendRaw,
  shownKey,
  type Target,
  toKey,
  unlock,
} from "./steps.ts";
import { both, expect, launch, long, one, setUp, story } from "./story.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const LOCKED = { ok: false, error: { code: "locked" } };
/** What one process of the browser reads from the clock may be rounded in another way than in the next. */
const ROUNDING_MS = 100;
const BOTH = both("the session's memory, alarms, windows and who sleeps are the browser's own");
const DEADLINE = one("chromium", "our own deadline; kill-worker.spec.ts has it pass in both");
let browser: Driver;
let app: Page;

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, KEY, "Old phone");
});

type Unlocked = { keyringKey: string; deadlineAtMs: number | null };
/** Read by the page itself, so that the background stays asleep. */
const unlocked = (page: Page) => stored<Unlocked>(page, "session", "unlocked");

/** Nothing of the keyring is left: on the screen, in memory, behind the messages. */
async function expectLocked(page: Page): Promise<void> {
  await page.expectShown(button("Unlock"));
  expect(await page.count(GROUPS)).toBe(0);
  expect(await page.text("body")).not.toContain("Old phone");
  expect(await unlocked(page)).toBeNull();
  expect(await sendRaw(page, "entry.list", {})).toEqual(LOCKED);
  expect(await sendRaw(page, "entry.generate", { label: "", phoneEnding: "" })).toEqual(LOCKED);
}

async function showKey(page: Page): Promise<void> {
  await toKey(page, "Old phone");
  await page.click(button("Reveal"));
  expect(await shownKey(page)).toBe(KEY);
}

async function saveSettings(set: () => Promise<void>): Promise<void> {
  await app.bringToFront();
  await app.click(link("Settings"));
  await set();
  await app.click(button("Save settings"));
  await app.expectText(STATUS, "Settings saved");
}

/** Sets the shortest time. @returns the deadline: a minute after the press, and its alarm at that time. */
async function lockAfterOneMinute(): Promise<number> {
  const before = (await browserClock(app)) - ROUNDING_MS;
  await saveSettings(() => app.fill(field("Idle minutes before locking"), "1"));
  const deadlineAtMs = (await unlocked(app))?.deadlineAtMs ?? 0;
  expect(deadlineAtMs).toBeGreaterThanOrEqual(before + 60_000);
  expect(deadlineAtMs).toBeLessThanOrEqual((await browserClock(app)) + ROUNDING_MS + 60_000);
  await waitForAlarm(app, "lock", deadlineAtMs);
  return deadlineAtMs;
}

story("by hand, in one page for all; the shown digits go", BOTH, async () => {
  await showKey(app);
  expect(await unlocked(app)).not.toBeNull();
  const popup = await browser.openPopup();
  await popup.click(button("Lock"));
  await expectLocked(popup);
  await popup.close();
  await expectLocked(app);
  await unlock(app);
});

story(
  "after the minutes that were set, although the background has died in between; looking is no use",
  DEADLINE,
  async () => {
    const deadlineAtMs = await lockAfterOneMinute();
    await stopTicks(app);
    await browser.killWorker();
    expect(await ask(app, "keyring.state", {})).toMatchObject({ locksAtMs: deadlineAtMs });
    expect((await unlocked(app))?.deadlineAtMs).toBe(deadlineAtMs);
    expect(await alarmTime(app, "lock")).toBe(deadlineAtMs);
    await bringTimeForward(app, "unlocked", "deadlineAtMs");
    await browser.killWorker();
    await bringAlarmForward(app, "lock");
    await expectLocked(app);
    await unlock(app);
  },
);

story(
  "a deadline that passed while everything was asleep holds at the first question",
  DEADLINE,
  async () => {
    await stopTicks(app);
    await bringTimeForward(app, "unlocked", "deadlineAtMs");
    await browser.killWorker();
    expect(await sendRaw(app, "entry.list", {})).toEqual(LOCKED);
    expect(await unlocked(app)).toBeNull();
    await app.reload();
    await unlock(app);
  },
);

story(
  "with nothing brought forward it locks as well, although the background has died",
  long("waits for its minute"),
  async () => {
    test.setTimeout(300_000);
    await lockAfterOneMinute();
    await browser.killWorker();
    await expect.poll(() => unlocked(app), { timeout: 180_000 }).toBeNull();
    await expectLocked(app);
    await unlock(app);
  },
);

story("when the last normal window closes, although the popped-out one stays", BOTH, async () => {
  const out = await popOut(browser);
  await out.expectShown(button("Lock"));
  const ofOut = await out.url();
  const tabs: Page[] = [];
  for (const page of await browser.pages("")) if ((await page.url()) !== ofOut) tabs.push(page);
  const [last, ...others] = tabs;
  for (const page of others) await page.close();
  expect(await unlocked(out)).not.toBeNull();
  await last?.close();
  await expectLocked(out);
  await unlock(out);
});

/** Without a deadline only the browser's signs lock. */
async function stayUnlocked(): Promise<void> {
  await saveSettings(() => app.check(field("Stay unlocked until the browser closes")));
  await waitForAlarm(app, "lock", null);
}

/** As after so long without a use of ours; what the background remembers ends with it. */
async function leaveUnused(minutes: number): Promise<void> {
  await stopTicks(app);
  await bringTimeForward(app, "unlocked", "lastUsedAtMs", minutes * 60_000);
  await browser.killWorker();
}

story(
  "when the system locks, and not when it is only idle; in Firefox idleness stands for the system's lock",
  BOTH,
  async () => {
    const saysLocked = browser.can("system-lock");
    app = await browser.newPage(browser.extUrl(APP), "window");
    await stayUnlocked();
    await leaveUnused(15);
    await browser.reportIdle(saysLocked ? "idle" : "active");
    expect(await ask(app, "keyring.state", {})).toMatchObject({ status: "unlocked" });
    expect(await unlocked(app)).not.toBeNull();
    await browser.reportIdle(saysLocked ? "locked" : "idle");
    await expectLocked(app);
    await unlock(app);
  },
);

type HeldPage = typeof globalThis & { release?: () => void };

/** A full check that waits for {@link releaseCheck} before each piece of the file. */
async function startHeldCheck(): Promise<void> {
  await app.bringToFront();
  await app.reload();
  await app.click(link("Backups"));
  const drop: Target = { role: "group", name: backupsWords.drop };
  const bytes = makeBackup(Buffer.from(KEY, "hex"), { payload: Buffer.from(makeDatabase(900)) });
  await app.setFiles(field(backupsWords.pick, { within: drop }), [{ name: "msgstore.db.crypt15", bytes }]);
  await app.expectShown({ css: "td", holding: "crypt15 backup" });
  await app.evaluate(() => {
    const { arrayBuffer } = Blob.prototype;
    const released = new Promise<void>((resolve) => Object.assign(globalThis, { release: resolve }));
    Blob.prototype.arrayBuffer = async function () {
      await released;
      return arrayBuffer.call(this);
    };
  });
  await app.click(button(backupsPress.check));
  await app.expectShown(button("Cancel"));
}

const releaseCheck = () => app.evaluate(() => (globalThis as HeldPage).release?.());

story("idleness does not end a full check, which is a use; a locked system does", BOTH, async () => {
  await startHeldCheck();
  await browser.reportIdle("idle");
  expect(await ask(app, "keyring.state", {})).toMatchObject({ status: "unlocked" });
  await releaseCheck();
  await app.expectShown({ css: "td", holding: /The file is complete and unchanged/ });
  if (browser.can("system-lock")) {
    await startHeldCheck();
    await browser.reportIdle("locked");
    await expectLocked(app);
    await releaseCheck();
    await unlock(app);
  }
  await app.reload();
});

story("when the browser closes, even if that is the only time it should", BOTH, async () => {
  await stayUnlocked();
  await browser.killWorker();
  await app.reload();
  await app.expectShown(button("Lock"));
  expect((await ask(app, "keyring.state", {})).locksAtMs).toBeNull();
  await browser.quit();
  await browser.relaunch();
  app = await browser.newPage(browser.extUrl(APP));
  await expectLocked(app);
  await unlock(app);
  await showKey(app);
});
