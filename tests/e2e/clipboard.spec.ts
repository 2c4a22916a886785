/** What *Copy* puts on the clipboard, and that it goes from there at its time, whoever has died meanwhile. */
import { test } from "@playwright/test";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { holds, pause, waitFor } from "../support/wait.ts";
import {
  type AlarmName,
  alarmTime,
  bringAlarmForward,
  bringTimeForward,
  browserClock,
  stopTicks,
  stored,
  waitForAlarm,
} from "./planned.ts";
import { addKey, ask, button, createKeyring, field, link, STATUS, text } from "./steps.ts";
import { both, expect, launch, long, one, setUp, story } from "./story.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const OFFSCREEN = "offscreen/offscreen.html";
const ALARM: AlarmName = "clipboard";
/** The longest time there is: no story is so slow that a copy is cleared under its hands. */
const SECONDS = 120;
/** The shortest, for the story that waits for it. */
const SHORTEST_SECONDS = 15;
/** No alarm of a packed extension comes sooner, in Chromium. */
const SHORTEST_ALARM_MS = 30_000;
/** What one process of the browser reads from the clock may be rounded in another way than in the next. */
const ROUNDING_MS = 100;
const BOTH = both("alarms, the clipboard and who sleeps are the browser's own");
const TIMER = one(
  "chromium",
  "only there a timer clears, in a document that outlives the worker",
  "offscreen-document",
);
let browser: Driver;
let app: Page;

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, KEY, "Old phone");
  await setSeconds(SECONDS);
  await stopTicks(app);
});

async function setSeconds(seconds: number): Promise<void> {
  await app.bringToFront();
  await app.click(link("Settings"));
  await app.fill(field("Seconds before clipboard clears"), String(seconds));
  await app.click(button("Save settings"));
  await app.expectText(STATUS, "Settings saved");
  await app.click(link("Keys"));
  await app.click(link("Old phone"));
  await app.expectShown(button("Copy"));
}

type Plan = { copyId: string; clearsAtMs: number };
const plan = () => stored<Plan>(app, "session", "clipboard");
const holdsKey = async () => (await browser.readClipboard()) === KEY;

/** @returns the plan to clear: stored, with its alarm, for as many seconds after the press as were set. */
async function copy(page: Page, seconds = SECONDS): Promise<Plan> {
  const before = (await plan())?.copyId;
  const pressedAtMs = await browserClock(app);
  await page.click(button("Copy"));
  const made = await waitFor("a new plan", async () => {
    const now = await plan();
    return now?.copyId === before ? null : now;
  });
  await page.expectText(STATUS, /Copied\. Clears in \d+ s/);
  const latestMs = (await browserClock(app)) + ROUNDING_MS;
  expect(made.clearsAtMs).toBeGreaterThanOrEqual(pressedAtMs - ROUNDING_MS + seconds * 1_000);
  expect(made.clearsAtMs).toBeLessThanOrEqual(latestMs + seconds * 1_000);
  const alarm = await alarmTime(app, ALARM);
  if (browser.can("offscreen-document")) {
    // Behind the timer, which has the first try.
    expect(alarm).toBeGreaterThan(made.clearsAtMs);
    expect(alarm).toBeLessThanOrEqual(latestMs + Math.max(seconds * 1_000 + 1_000, SHORTEST_ALARM_MS));
  } else expect(alarm).toBe(made.clearsAtMs);
  return made;
}

/** *Copy* in the popup, which is closed then. */
async function copyInPopup(seconds = SECONDS): Promise<Plan> {
  const popup = await browser.openPopup();
  await popup.click(button("Old phone"));
  const made = await copy(popup, seconds);
  await popup.close();
  expect(await holdsKey()).toBe(true);
  return made;
}

/** The time for clearing has come, and its alarm with it. */
async function comeDue(): Promise<void> {
  await bringTimeForward(app, "clipboard", "clearsAtMs");
  await bringAlarmForward(app, ALARM);
}

/** Read before the clock is: however late the reading comes, what is gone by then went before its time. */
async function expectHeldUntil(atMs: number): Promise<void> {
  for (;;) {
    const held = await browser.readClipboard();
    if ((await browserClock(app)) >= atMs - ROUNDING_MS) return;
    expect(held).toBe(KEY);
    await pause(500);
  }
}

/** Cleared, and nothing is left that would clear once more. */
async function expectCleared(timeout?: number): Promise<void> {
  await expect
    .poll(() => browser.readClipboard(), { ...(timeout === undefined ? {} : { timeout }) })
    .toBe("");
  await expect.poll(plan).toBeNull();
  await waitForAlarm(app, ALARM, null);
}

const hasOffscreenDocument = () =>
  app.evaluate(async (path) => {
    const contexts = await chrome.runtime.getContexts({});
    return contexts.some(({ documentUrl }) => documentUrl === chrome.runtime.getURL(path));
  }, OFFSCREEN);

/** Lets the offscreen document's timer end sooner, by the worker's own order for so short a time. */
function shortenTimer(copyId: string, clearsInMs: number): Promise<void> {
  return browser.evaluateInWorker(
    async ({ path, order }) => {
      type Client = { url: string; postMessage(message: unknown, transfer: MessagePort[]): void };
      type Scope = { clients: { matchAll(o: { includeUncontrolled: true }): Promise<Client[]> } };
      const { clients } = globalThis as unknown as Scope;
      const all = await clients.matchAll({ includeUncontrolled: true });
      const offscreen = all.find(({ url }) => url === chrome.runtime.getURL(path));
      if (!offscreen) throw new Error("no offscreen document");
      const { port1, port2 } = new MessageChannel();
      const answer = new Promise((resolve) => {
        port1.onmessage = ({ data }) => resolve(data);
      });
      offscreen.postMessage(order, [port2]);
      if ((await answer) !== true) throw new Error("not held");
    },
    { path: OFFSCREEN, order: { order: "hold", copyId, text: KEY, clearsInMs } },
  );
}

story(
  "the bare 64 characters, with a time to go: with the popup closed and the background stopped, its alarm clears them",
  BOTH,
  async () => {
    const made = await copyInPopup();
    if (browser.can("offscreen-document")) await app.evaluate(() => chrome.offscreen.closeDocument());
    // A window that has closed may wake it once more.
    await waitFor("the background asleep", async () => {
      await browser.killWorker();
      return !(await browser.isWorkerRunning());
    });
    expect(await plan()).toEqual(made);
    await comeDue();
    await expectCleared();
  },
);

story("what was copied elsewhere in between goes as well, and the page says so", BOTH, async () => {
  await app.bringToFront();
  await copy(app);
  await app.expectShown(text(/Clearing also removes anything you copied since/));
  await browser.writeClipboard("from elsewhere");
  expect(await browser.readClipboard()).toBe("from elsewhere");
  await comeDue();
  await expectCleared();
});

story(
  "a second copy has its own time, and another text copied in our pages calls the clearing off",
  BOTH,
  async () => {
    await app.bringToFront();
    await copy(app);
    const second = await copy(app);
    // The first one's alarm, as if its time had come: where nothing but an alarm clears, another one is set.
    await bringAlarmForward(app, ALARM);
    await waitForAlarm(app, ALARM, browser.can("offscreen-document") ? null : second.clearsAtMs);
    await ask(app, "keyring.state", {});
    expect(await plan()).toEqual(second);
    expect(await holdsKey()).toBe(true);

    await app.bringToFront();
    await app.on(field("Label"), (label: HTMLInputElement) => {
      label.focus();
      label.select();
    });
    await app.press("ControlOrMeta+c");
    await expect.poll(plan).toBeNull();
    await waitForAlarm(app, ALARM, null);
    // It closes itself once no timer is left; one that is not called off would clear first.
    if (browser.can("offscreen-document")) await expect.poll(hasOffscreenDocument).toBe(false);
    expect(await browser.readClipboard()).toBe("Old phone");
  },
);

story("the timer clears although worker and alarm are gone, and its document closes", TIMER, async () => {
  const { copyId } = await copyInPopup();
  await app.evaluate(() => chrome.alarms.clear("clipboard"));
  await shortenTimer(copyId, 2_000);
  await browser.killWorker();
  await expectCleared();
  await expect.poll(hasOffscreenDocument).toBe(false);
});

story(
  "a second copy calls off the first one's timer",
  long("the timer beside the alarm, whose story is in every run", "offscreen-document"),
  async () => {
    await app.bringToFront();
    const { copyId } = await copy(app);
    await shortenTimer(copyId, 2_000);
    const second = await copy(app);
    await holds("the second copy", 3_000, holdsKey, 500);
    expect(await plan()).toEqual(second);
  },
);

story(
  "with nothing brought forward it is cleared as well, with the popup closed and the background stopped",
  long("waits for its 15 seconds"),
  async () => {
    test.setTimeout(240_000);
    await setSeconds(SHORTEST_SECONDS);
    const { clearsAtMs } = await copyInPopup(SHORTEST_SECONDS);
    await browser.killWorker();
    await expectHeldUntil(clearsAtMs);
    await expectCleared(120_000);
  },
);
