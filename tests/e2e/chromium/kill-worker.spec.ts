/**
 * The worker is stopped before, during and after saving, revealing, copying and filling: nothing acknowledged is
 * lost, nothing is half done, and it locks in time all the same. Two pages that write at once lose nothing either.
 */
import type { Page } from "@playwright/test";
import type { EntrySummary } from "../../../src/protocol/page.ts";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { readClipboard, writeClipboard } from "../../drivers/chromium/chromium-controls.ts";
import { pause } from "../../support/wait.ts";
import {
  addKey,
  appState,
  ask,
  button,
  createKeyring,
  expect,
  generate,
  groups,
  launch,
  openPractice,
  popupOver,
  pressFill,
  sendRaw,
  shownKey,
  test,
  typedText,
  unlock,
} from "./setup.ts";

const KEY = "7f30".repeat(16);
/** How far into its work the worker is stopped. */
const MOMENTS_MS = [0, 2, 5, 10, 20, 40, 300];
/** Which comes first, the reply or the stop, is the browsers' own; on a busy machine seven tries may all be one. */
const MOST_TRIES = 40;
let browser: Chromium;
let app: Page;
let known: EntrySummary;

test.beforeAll(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  known = await addKey(app, KEY, "My phone");
});
test.afterAll(() => browser.close());

type Reply = { ok: boolean; value: unknown } | undefined;

/** Sends a request and stops the worker on it; the reply, if one came. */
async function stopDuring(type: string, payload: unknown, afterMs: number): Promise<Reply> {
  const reply = sendRaw(app, type, payload).catch(() => undefined) as Promise<Reply>;
  await pause(afterMs);
  await browser.stopWorker();
  return reply;
}

const session = (): Promise<Record<string, unknown>> => app.evaluate(() => chrome.storage.session.get());
const isUnlocked = async () => (await ask(app, "keyring.state", {})).status === "unlocked";

test("saving: with the worker stopped before and after, the new key is there", async () => {
  await browser.stopWorker();
  const popup = await browser.openPopup();
  const key = await generate(popup.page);
  await browser.stopWorker();
  await button(popup.page, "Hide").click();
  await button(popup.page, "Reveal").click();
  expect(await shownKey(popup.page)).toBe(key);
  await popup.close();
});

test("saving: with the worker stopped in the middle, what was acknowledged is there, all else as before", async () => {
  const answered = new Set<boolean>();
  for (let tries = 0; tries < MOMENTS_MS.length || (answered.size < 2 && tries < MOST_TRIES); tries++) {
    const afterMs = MOMENTS_MS[tries % MOMENTS_MS.length] ?? 0;
    const before = await ask(app, "entry.list", {});
    const reply = await stopDuring("entry.generate", { label: `try ${tries}`, phoneEnding: "" }, afterMs);
    expect(await isUnlocked()).toBe(true);
    const after = await ask(app, "entry.list", {});
    expect(after.slice(0, before.length)).toEqual(before);
    if (reply?.ok) expect(after.at(-1)).toEqual(reply.value);
    expect(after.length - before.length).toBeLessThanOrEqual(1);
    await ask(app, "entry.edit", { id: known.id, label: "My phone", phoneEnding: "", note: `${afterMs}` });
    answered.add(reply !== undefined);
  }
  expect(answered).toEqual(new Set([true, false])); // or no stop came in the middle
});

test("revealing: with the worker stopped before, during and after", async () => {
  await app.getByRole("link", { name: "My phone" }).click();
  await browser.stopWorker();
  await button(app, "Reveal").click();
  expect(await shownKey(app)).toBe(KEY);
  await browser.stopWorker();
  expect(await shownKey(app)).toBe(KEY);
  await button(app, "Hide").click();
  await expect(groups(app)).toHaveCount(0);
  for (const afterMs of MOMENTS_MS) {
    const reply = await stopDuring("key.reveal", { id: known.id }, afterMs);
    if (reply?.ok) expect(reply.value).toEqual({ hex: KEY });
    expect(await ask(app, "key.reveal", { id: known.id })).toEqual({ hex: KEY });
  }
});

test("copying: with the worker stopped before, during and after, no key without a plan to clear it", async () => {
  await browser.stopWorker();
  await button(app, "Copy").click();
  await expect(app.getByRole("status")).toContainText("Copied");
  expect(await readClipboard(browser)).toBe(KEY);
  await browser.stopWorker();
  expect(await session()).toHaveProperty("clipboard");
  for (const afterMs of MOMENTS_MS) {
    await ask(app, "clipboard.taken", {});
    await writeClipboard(browser, "something else");
    expect(await session()).not.toHaveProperty("clipboard");
    await app.bringToFront();
    const reply = await stopDuring("key.copy", { id: known.id }, afterMs);
    const text = await readClipboard(browser);
    expect(text).toBe(reply?.ok || text === KEY ? KEY : "something else");
    if (text === KEY) expect(await session()).toHaveProperty("clipboard");
  }
});

test("filling: with the worker stopped before the press, the offer still holds", async () => {
  const tab = await openPractice(browser, "boxes16");
  const { page, close } = await popupOver(browser, tab);
  await expect(button(page, "Fill on this page")).toHaveAttribute("aria-disabled", "false");
  await browser.stopWorker();
  await pressFill(page);
  await expect(page.getByRole("status")).toContainText("Filled.");
  await browser.stopWorker();
  expect((await appState(tab)).key).toMatch(/^[0-9a-f]{64}$/);
  expect(await isUnlocked()).toBe(true);
  await close();
  await tab.close();
});

test("filling: with the worker stopped in the middle, the page has the whole key or nothing, once", async () => {
  const outcomes = new Set<string>();
  for (const afterMs of MOMENTS_MS) {
    const tab = await openPractice(browser, "boxes16");
    await tab.getByRole("textbox").last().waitFor();
    const look = await ask(app, "fill.look", {});
    if (look.kind !== "form") throw new Error(`no form: ${look.kind}`);
    const fill = { offerId: look.offerId, entryId: known.id };
    await stopDuring("fill.run", fill, afterMs);
    await expect.poll(() => typedText(tab)).toMatch(/^(?:.{64})?$/);
    const typed = await typedText(tab);
    outcomes.add(typed);
    expect(["", KEY]).toContain(typed);
    const again = await sendRaw(app, "fill.run", fill);
    if (typed === KEY) expect(again).toMatchObject({ ok: false });
    expect(["", KEY]).toContain(await typedText(tab));
    await tab.close();
  }
  expect(outcomes).toContain(KEY); // or every stop came too early to show anything
});

test("a deadline that passes while the worker is stopped: the next message finds it locked", async () => {
  expect(await isUnlocked()).toBe(true);
  await browser.stopWorker();
  await app.evaluate(async () => {
    const { unlocked } = await chrome.storage.session.get("unlocked");
    await chrome.storage.session.set({ unlocked: { ...(unlocked as object), deadlineAtMs: Date.now() - 1 } });
  });
  expect(await sendRaw(app, "key.reveal", { id: known.id })).toEqual({
    ok: false,
    error: { code: "locked" },
  });
  expect(await session()).not.toHaveProperty("unlocked");
  await app.reload();
  await unlock(app);
});

test("its alarm wakes the stopped worker at the deadline, and the keyring key is gone", async () => {
  const alarm = await app.evaluate(() => chrome.alarms.get("lock"));
  expect(alarm?.scheduledTime).toBe((await ask(app, "keyring.state", {})).locksAtMs);
  await browser.stopWorker();
  expect(await session()).toHaveProperty("unlocked");
  await app.evaluate(async () => {
    const { unlocked } = await chrome.storage.session.get("unlocked");
    const deadlineAtMs = Date.now() + 500;
    await chrome.storage.session.set({ unlocked: { ...(unlocked as object), deadlineAtMs } });
    await chrome.alarms.create("lock", { when: deadlineAtMs });
  });
  await expect.poll(session).not.toHaveProperty("unlocked");
  await expect(button(app, "Unlock")).toBeVisible();
  await unlock(app);
});

test("a popup and a tab that write at once: every key of both is there, and both show it", async () => {
  const before = (await ask(app, "entry.list", {})).length;
  const tab = await openPractice(browser, "chat");
  const popup = await popupOver(browser, tab);
  await expect(button(popup.page, "Lock")).toBeVisible();
  const times = 8;
  const write = (page: Page, who: string) =>
    Array.from({ length: times }, (_, at) =>
      ask(page, "entry.generate", { label: `${who} ${at}`, phoneEnding: "" }),
    );
  const made = await Promise.all([...write(app, "tab"), ...write(popup.page, "popup")]);
  const after = await ask(app, "entry.list", {});
  expect(after).toHaveLength(before + 2 * times);
  expect(after).toEqual(expect.arrayContaining(made));
  for (const page of [app, popup.page])
    await expect(page.getByRole("list", { name: "Keys" }).getByRole("listitem")).toHaveCount(after.length);
  await browser.stopWorker();
  expect(await ask(app, "entry.list", {})).toEqual(after);
  await popup.close();
  await tab.close();
});
