/**
 * The background ends before, between and after the steps of each act: nothing acknowledged is lost, nothing
 * is half done, and it locks in time all the same. Two pages that write at once lose nothing either.
 */
import type { EntrySummary } from "../../src/protocol/page.ts";
import type { Payload } from "../../src/protocol/page-requests.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { waitFor } from "../support/wait.ts";
import { endAtEachStep, holdWorker } from "./held-steps.ts";
import { PASSPHRASE } from "./practice.ts";
import {
  addKey,
  appState,
  ask,
  button,
  createKeyring,
  GROUPS,
  generate,
  KEYS,
  openPractice,
  popupOver,
  pressFill,
  STATUS,
  sendRaw,
  shownKey,
  toKey,
  toKeys,
  typedText,
  unlock,
  waitForFill,
} from "./steps.ts";
import { both, expect, launch, long, one, setUp, story } from "./story.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const LOCKED = { ok: false, error: { code: "locked" } };
const DIES = both("the background's life, and what of it is stored, are the browser's doing");
const AT_EACH = one("chromium", "our own order of writes; ended before and after in both");
const ORDER = one("chromium", "our own order of steps; other acts are ended in both");
const STEPS = long("kills by the dozen; the story beside it ends the same act before and after");
const WAKES = both("whether something wakes the background is the browser's doing");
let browser: Driver;
let app: Page;
let known: EntrySummary;

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  known = await addKey(app, KEY, "My phone");
  // Neither is to come in the middle of a story, however slow the machine.
  const longest = { autoLockMinutes: 60, clipboardSeconds: 120 };
  await ask(app, "settings.save", { ...longest, fillWarningRead: false, reminderAfterMs: null });
});

const end = () => browser.killWorker();
const session = () => app.evaluate(() => chrome.storage.session.get());
const list = () => ask(app, "entry.list", {});
const reveal = async () => (await ask(app, "key.reveal", { id: known.id })).hex;
const isUnlocked = async () => (await ask(app, "keyring.state", {})).status === "unlocked";

const background = { browser: () => browser, page: () => app, end };
const atEachWrite = { ...background, steps: "writes" as const };
const atEachStep = { ...background, steps: "all" as const };

story("saving: ended before and after, the new key is there", DIES, async () => {
  await end();
  const popup = await browser.openPopup();
  const key = await generate(popup);
  await end();
  await popup.click(button("Hide"));
  await popup.expectCount(GROUPS, 0);
  await popup.click(button("Reveal"));
  expect(await shownKey(popup)).toBe(key);
  await popup.close();
});

story(
  "saving: ended at each write, what was acknowledged is there, all else as before",
  AT_EACH,
  async () => {
    let before: EntrySummary[] = [];
    const stored = new Set<boolean>();
    await endAtEachStep(
      atEachWrite,
      async () => {
        before = await list();
        return { type: "entry.generate", payload: { label: `after ${before.length}`, phoneEnding: "" } };
      },
      async (answer) => {
        expect(await isUnlocked()).toBe(true);
        const after = await list();
        expect(after.slice(0, before.length)).toEqual(before);
        expect(after.length - before.length).toBeLessThanOrEqual(1);
        if (answer) expect(after.at(-1)).toEqual(answer);
        else stored.add(after.length > before.length);
        // Saving works as before, too.
        const note = `with ${after.length}`;
        known = await ask(app, "entry.edit", { id: known.id, field: "note", from: known.note, to: note });
      },
    );
    expect(stored).toEqual(new Set([false, true])); // or it never ended before, or never after the write
    await end();
    expect((await list()).find(({ id }) => id === known.id)).toEqual(known);
    expect((await ask(app, "keyring.state", {})).notices).toEqual([]);
    expect(await reveal()).toBe(KEY);
  },
);

story("a change of the passphrase ended at each write: one opens, and never the other", AT_EACH, async () => {
  let [current, next] = [PASSPHRASE, PASSPHRASE];
  const changed: boolean[] = [];
  await endAtEachStep(
    atEachWrite,
    async () => {
      next = `cold tall meadow copper bell ${changed.length}`;
      return { type: "passphrase.change", payload: { current, next, kept: [] } };
    },
    async (answer) => {
      await ask(app, "keyring.lock", {});
      const isNext = (await sendRaw(app, "keyring.unlock", { passphrase: next }))?.ok === true;
      if (isNext) {
        await ask(app, "keyring.lock", {});
        [current, next] = [next, current];
      }
      const refused = await sendRaw(app, "keyring.unlock", { passphrase: next });
      expect(refused).toEqual({ ok: false, error: { code: "wrong-passphrase" } });
      expect(await ask(app, "keyring.unlock", { passphrase: current })).toEqual({ notices: [] });
      expect(await reveal()).toBe(KEY);
      if (answer) expect(isNext).toBe(true);
      else changed.push(isNext);
    },
  );
  expect(changed[0]).toBe(false); // ended before anything was derived
  expect(new Set(changed)).toEqual(new Set([false, true])); // or it never ended before, or never after the first write
  await ask(app, "passphrase.change", { current, next: PASSPHRASE, kept: [] });
});

story("revealing: ended before, at each step and after, the next press shows it", ORDER, async () => {
  await toKey(app, "My phone");
  for (let count = 0, isAnswered = false; !isAnswered; count++) {
    await end();
    const { held } = await holdWorker(browser, count);
    await app.click(button("Reveal"));
    isAnswered = (await Promise.race([held, shownKey(app)])) !== "held";
    await end();
    if (!isAnswered) await app.click(button("Reveal"));
    expect(await shownKey(app)).toBe(KEY);
    await end();
    expect(await shownKey(app)).toBe(KEY);
    await app.click(button("Hide"));
    await app.expectCount(GROUPS, 0);
  }
});

story("copying: ended at each step, no key on the clipboard without a plan to clear it", STEPS, async () => {
  const copied = new Set<boolean>();
  await endAtEachStep(
    atEachStep,
    async () => {
      await ask(app, "clipboard.taken", { isKey: false });
      // In Chromium a document of ours copies: that it is made is a step, too.
      await app.evaluate(() => chrome.offscreen?.closeDocument().catch(() => undefined));
      await browser.writeClipboard("something else");
      expect(await session()).not.toHaveProperty("clipboard");
      await app.bringToFront();
      return { type: "key.copy", payload: { id: known.id } };
    },
    async (answer) => {
      const text = await browser.readClipboard();
      expect(answer ? [KEY] : [KEY, "something else"]).toContain(text);
      if (!answer) copied.add(text === KEY);
      if (text !== KEY) return;
      expect(await session()).toHaveProperty("clipboard");
      expect(await app.evaluate(() => chrome.alarms.get("clipboard"))).toBeTruthy();
    },
  );
  expect(copied).toEqual(new Set([false, true])); // or it never ended before, or never after the copy
});

story(
  "copying by the button: ended before and after, the key is there and will be cleared",
  ORDER,
  async () => {
    await ask(app, "clipboard.taken", { isKey: false });
    await browser.writeClipboard("something else");
    await toKey(app, "My phone");
    await end();
    await app.click(button("Copy"));
    await app.expectText(STATUS, "Copied");
    expect(await browser.readClipboard()).toBe(KEY);
    await end();
    expect(await session()).toHaveProperty("clipboard");
    await ask(app, "clipboard.taken", { isKey: false });
  },
);

story("filling: ended between the offer and the press, and after it, the press fills", DIES, async () => {
  const tab = await openPractice(browser, "boxes16");
  const popup = await popupOver(browser, tab);
  await waitForFill(popup);
  await end();
  await pressFill(popup);
  await popup.expectText(STATUS, "Filled in.");
  await end();
  expect((await appState(tab)).key).toMatch(/^[0-9a-f]{64}$/);
  expect(await isUnlocked()).toBe(true);
  await popup.close();
  await tab.close();
});

story("filling: ended at each step, the page has the whole key or nothing, once", STEPS, async () => {
  const outcomes = new Set<string>();
  let tab: Page;
  let fill: Payload<"fill.run">;
  await endAtEachStep(
    atEachStep,
    async () => {
      tab = await openPractice(browser, "boxes16");
      const offerId = await waitFor("an offer", async () => {
        const look = await ask(app, "fill.look", {});
        return look.kind === "form" ? look.offerId : null;
      });
      fill = { offerId, entryId: known.id };
      return { type: "fill.run", payload: fill };
    },
    async (answer) => {
      // What the page was told it does alone.
      const settled = () => expect.poll(() => typedText(tab)).toMatch(/^(?:.{64})?$/);
      await settled();
      const typed = await typedText(tab);
      outcomes.add(typed);
      expect(answer ? [KEY] : ["", KEY]).toContain(typed);
      const again = await sendRaw(app, "fill.run", fill);
      if (typed === KEY) expect(again).toMatchObject({ ok: false });
      await settled();
      expect(["", KEY]).toContain(await typedText(tab));
      await tab.close();
    },
  );
  expect(outcomes).toEqual(new Set(["", KEY])); // or every end came too early, or too late
});

story(
  "a deadline that passes while the background is down: the next message finds it locked",
  ORDER,
  async () => {
    expect(await isUnlocked()).toBe(true);
    await end();
    await app.evaluate(async () => {
      const { unlocked } = await chrome.storage.session.get("unlocked");
      await chrome.storage.session.set({
        unlocked: { ...(unlocked as object), deadlineAtMs: Date.now() - 1 },
      });
    });
    expect(await sendRaw(app, "key.reveal", { id: known.id })).toEqual(LOCKED);
    expect(await session()).not.toHaveProperty("unlocked");
    await app.reload();
    await unlock(app);
  },
);

story("its alarm wakes the background at the deadline, and the keyring key is gone", WAKES, async () => {
  const alarm = await app.evaluate(() => chrome.alarms.get("lock"));
  expect(alarm?.scheduledTime).toBe((await ask(app, "keyring.state", {})).locksAtMs);
  await end();
  expect(await session()).toHaveProperty("unlocked");
  await app.evaluate(async () => {
    const { unlocked } = await chrome.storage.session.get("unlocked");
    const deadlineAtMs = Date.now() + 500;
    await chrome.storage.session.set({ unlocked: { ...(unlocked as object), deadlineAtMs } });
    await chrome.alarms.create("lock", { when: deadlineAtMs });
  });
  await expect.poll(session).not.toHaveProperty("unlocked");
  await app.expectShown(button("Unlock"));
  await unlock(app);
});

story(
  "a popup and a tab that write at once: every key of both is there, and both show it",
  one("chromium", "our own queue, alike in both"),
  async () => {
    const before = (await list()).length;
    const tab = await openPractice(browser, "chat");
    const popup = await popupOver(browser, tab);
    await popup.expectShown(button("Lock"));
    const times = 8;
    const write = (page: Page, who: string) =>
      Array.from({ length: times }, (_, at) =>
        ask(page, "entry.generate", { label: `${who} ${at}`, phoneEnding: "" }),
      );
    const made = await Promise.all([...write(app, "tab"), ...write(popup, "popup")]);
    const after = await list();
    expect(after).toHaveLength(before + 2 * times);
    expect(after).toEqual(expect.arrayContaining(made));
    await toKeys(app);
    for (const page of [app, popup]) await page.expectCount({ role: "listitem", within: KEYS }, after.length);
    await end();
    expect(await list()).toEqual(after);
    await popup.close();
    await tab.close();
  },
);
