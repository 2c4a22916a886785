/** When the keyring locks: by hand, in time, when nobody is there, with the last window, with the browser. */
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import type { FirefoxPage } from "../../drivers/firefox/firefox-page.ts";
import { holds } from "../../support/wait.ts";
import {
  APP,
  addKey,
  ask,
  button,
  createKeyring,
  expect,
  expectText,
  field,
  GROUPS,
  launch,
  link,
  popOut,
  STATUS,
  sendRaw,
  shownKey,
  test,
  unlock,
} from "./setup.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const LOCKED = { ok: false, error: { code: "locked" } };
let firefox: Firefox;
let app: FirefoxPage;

test.beforeAll(async () => {
  firefox = await launch();
  app = await createKeyring(firefox);
  await addKey(app, KEY, "Old phone");
});
test.afterAll(() => firefox.close());

/** Read by the page itself, so that the event page stays asleep. */
const holdsKeyringKey = (page: FirefoxPage) =>
  page.evaluate<boolean>(`browser.storage.session.get("unlocked").then((all) => "unlocked" in all)`);

/** Nothing of the keyring is left: on the screen, in memory, behind the messages. */
async function expectLocked(page: FirefoxPage, timeoutMs = 15_000): Promise<void> {
  await page.find(button("Unlock"), timeoutMs);
  expect(await page.has(GROUPS)).toBe(false);
  expect(await page.text("body")).not.toContain("Old phone");
  expect(await holdsKeyringKey(page)).toBe(false);
  expect(await sendRaw(page, "entry.list", {})).toEqual(LOCKED);
  expect(await sendRaw(page, "entry.generate", { label: "", phoneEnding: "" })).toEqual(LOCKED);
}

async function showKey(page: FirefoxPage): Promise<void> {
  await page.bringToFront();
  await page.click(link("Old phone"));
  await page.click(button("Reveal"));
  expect(await shownKey(page)).toBe(KEY);
}

async function saveSettings(page: FirefoxPage, set: () => Promise<void>): Promise<void> {
  await page.bringToFront();
  await page.click(link("Settings"));
  await set();
  await page.click(button("Save settings"));
  await expectText(page, STATUS, "Settings saved");
}

test("by hand, in one page for all; the shown digits go", async () => {
  await showKey(app);
  expect(await holdsKeyringKey(app)).toBe(true);
  const popup = await firefox.openPopup();
  await popup.click(button("Lock"));
  await expectLocked(popup);
  await firefox.window.closePopup();
  await expectLocked(app);
  await unlock(app);
});

test("when nobody is there, which in Firefox stands for the system's lock", async () => {
  await firefox.window.dispatchIdle("active");
  await holds("unlocked while somebody is there", 1_000, () => holdsKeyringKey(app));
  await firefox.window.dispatchIdle("idle");
  await expectLocked(app);
  await unlock(app);
});

test("after the minutes that were set, although the event page is gone; looking is no use", async () => {
  await saveSettings(app, () => app.fill(field("Minutes without use"), "1"));
  const savedAtMs = Date.now();
  await firefox.window.stopBackground();
  await holds("unlocked within the minute", 50_000, () => holdsKeyringKey(app), 1_000);
  await ask(app, "keyring.state", {});
  await firefox.window.stopBackground();
  await expectLocked(app, 40_000);
  expect(Date.now() - savedAtMs).toBeGreaterThan(59_000);
  await unlock(app);
});

test("a deadline that passed while everything was asleep holds at the first question", async () => {
  await app.evaluate(`browser.storage.session.get("unlocked").then(({ unlocked }) =>
    browser.storage.session.set({ unlocked: { ...unlocked, deadlineAtMs: Date.now() - 1 } }))`);
  await firefox.window.stopBackground();
  expect(await sendRaw(app, "entry.list", {})).toEqual(LOCKED);
  expect(await holdsKeyringKey(app)).toBe(false);
  await app.reload();
  await unlock(app);
});

test("when the last normal window closes, although the popped-out one stays", async () => {
  const out = await popOut(firefox);
  await out.find(button("Lock"));
  const others = (await firefox.pagesAt("")).filter(({ context }) => context !== out.context);
  for (const page of others.slice(1)) await page.close();
  expect(await holdsKeyringKey(out)).toBe(true);
  await others[0]?.close();
  await expectLocked(out);
  await unlock(out);
});

test("when the browser closes, even if that is the only time it should", async () => {
  app = await firefox.newPage(firefox.extUrl(APP), "window");
  await saveSettings(app, () => app.click(field("Stay unlocked until the browser closes")));
  await firefox.window.stopBackground();
  await app.reload();
  await app.find(button("Lock"));
  expect((await ask(app, "keyring.state", {})).locksAtMs).toBeNull();
  await firefox.quit();
  await firefox.relaunch();
  app = await firefox.newPage(firefox.extUrl(APP));
  await expectLocked(app);
  await unlock(app);
  await showKey(app);
});
