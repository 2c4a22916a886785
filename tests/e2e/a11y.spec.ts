/**
 * Every view of the full tab and the popup: axe, light and dark, narrow, and the browser's hands off what is
 * typed.
 */
import { createHash, randomBytes } from "node:crypto";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { axeFaults, check, checkPage, overflow, typedBoxes } from "./accessible.ts";
import { SITE } from "./practice.ts";
import {
  ALERT,
  addKey,
  ask,
  button,
  createKeyring,
  field,
  firstRunTab,
  KEYS,
  link,
  openPractice,
  POPUP,
  popupOver,
  STATUS,
  shownKey,
  type Target,
  text,
  toKeys,
  unlock,
  waitForFill,
} from "./steps.ts";
import { expect, launch, long, one, setUp, story } from "./story.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const LABEL = "My phone";
const OURS = one("chromium", "our own pages, alike in both", "axe", "media-emulation");
const SELDOM = long("more views of the same parts", "axe", "media-emulation");
const FILMED = long("more views of the same parts", "axe", "media-emulation", "camera-film");
const DIALOG: Target = { role: "dialog" };
const BOX = field("64-digit key");
const PLACE = field("Where the key is kept");
let browser: Driver;
let app: Page;

setUp(async () => {
  browser = await launch({
    args: ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
  });
  app = await firstRunTab(browser);
});

const checkTab = (boxes: number, page = app): Promise<void> => checkPage(page, boxes);

/** A view of the popup that is open. */
async function checkPopup(popup: Page, boxes: number): Promise<void> {
  await popup.expectShown("main");
  await check(popup, boxes);
  expect(await overflow(popup), "wider than the popup").toBe(0);
}

/** @param sentence - in the popup before it is checked. */
async function checkFirstView(boxes: number, sentence: string, tab = app): Promise<void> {
  const popup = await popupOver(browser, tab);
  await popup.expectText("main", sentence);
  await checkPopup(popup, boxes);
  await popup.close();
}

/** Puts bytes where the sealed keyring lies; null removes them. */
async function store(sealed: Buffer | null): Promise<void> {
  const base64 = sealed?.toString("base64") ?? null;
  await app.evaluate(async (bytes) => {
    if (bytes === null) await chrome.storage.local.remove("keyring.slot-a");
    else await chrome.storage.local.set({ "keyring.slot-a": bytes });
  }, base64);
  await browser.killWorker();
  await app.reload();
}

/** A keyring with one key, so that a story that is run alone, or after one that failed, has one too. */
async function makeReady(): Promise<void> {
  if (!(await app.isShown(button("Lock")))) await createKeyring(browser);
  const entries = await ask(app, "entry.list", {});
  if (!entries.some(({ label }) => label === LABEL)) await addKey(app, "ab".repeat(32), LABEL, "42");
  await app.reload();
  await app.expectShown(button("Lock"));
}

story("the check itself sees each kind of fault", OURS, async () => {
  const page = await browser.newPage(await app.url());
  await page.expectShown("main");
  await page.evaluate(() => {
    const wide = document.createElement("div");
    Object.assign(wide.style, { width: "2000px", color: "#777", background: "#888" });
    wide.textContent = "wide";
    document.body.append(document.createElement("button"), document.createElement("input"), wide);
  });
  expect((await axeFaults(page)).join()).toContain("button-name");
  expect((await axeFaults(page, ["color-contrast"])).join()).toContain("wide");
  expect((await typedBoxes(page)).lacks).toHaveLength(5);
  expect(await overflow(page)).toBeGreaterThan(0);
  await page.close();
});

story("before there is a keyring", OURS, async () => {
  await checkTab(2);
  await app.fill(field("Passphrase"), "password1");
  await app.click(button("Set up Sixtyfour"));
  await app.expectText(ALERT, "too easy");
  await checkTab(2);
  await app.click(button("Generate a passphrase"));
  await app.expectAttribute(field("Repeat passphrase"), "type", "text");
  await checkTab(2);
  await checkFirstView(0, "");
});

story("a keyring that is damaged, and one that is newer", SELDOM, async () => {
  await store(randomBytes(64));
  await app.expectShown(button("Save the encrypted data"));
  await checkTab(0);
  await app.click(button("Set aside and start over"));
  await app.expectShown(DIALOG);
  await checkTab(0);
  await checkFirstView(0, "");
  const newer = Buffer.concat([Buffer.from("64KEYRNG"), Buffer.from([0, 3]), randomBytes(200)]);
  await store(Buffer.concat([newer, createHash("sha256").update(newer).digest()]));
  await app.expectShown(text(/newer version/));
  await checkTab(0);
  await checkFirstView(0, "");
  await store(null);
});

story("the tab: no keys, settings, adding, one key, deleted keys, locked", OURS, async () => {
  await createKeyring(browser);
  await checkTab(3);
  await toKeys(app);
  await checkTab(0);
  await app.click(link("Help"));
  await app.click(text("Too many attempts"));
  await checkTab(2);
  await app.click(link("Settings"));
  await checkTab(7);
  await app.click(link("Keys"));
  await app.click(button("Add my WhatsApp key"));
  await app.fill(BOX, `O${KEY.slice(1, 40)}`);
  await app.expectSays(/did you mean 0/i);
  await checkTab(3);
  await app.fill(BOX, KEY);
  await app.click(button("Save key"));
  await app.expectShown(button("Reveal"));
  await checkTab(3);
  await app.click(button("Reveal"));
  await app.click(button("Copy"));
  await app.expectText(STATUS, "Copied");
  await checkTab(3);
  await app.click(button("Delete"));
  await app.expectShown(DIALOG);
  await checkTab(3);
  await app.click(button("Delete key"));
  await app.expectShown({ role: "list", name: "Deleted keys" });
  await checkTab(0);
  await app.click(button("Lock"));
  await app.fill(field("Passphrase"), "wrong");
  await app.click(button("Unlock"));
  await app.expectText(ALERT, "passphrase is wrong");
  await checkTab(1);
  await checkFirstView(1, "");
  await unlock(app);
});

story("the popup: no keys, the list, one key, the fill and what stands in its way", OURS, async () => {
  if (!(await app.isShown(button("Lock")))) await createKeyring(browser);
  await checkFirstView(0, "");
  await makeReady();
  const popup = await popupOver(browser, app);
  await popup.click(text(LABEL, { within: KEYS }));
  await popup.click(button("Reveal"));
  await shownKey(popup);
  await checkPopup(popup, 3);
  await popup.click(button("Delete"));
  await popup.expectShown(DIALOG);
  await checkPopup(popup, 3);
  await popup.close();
  const tab = await openPractice(browser, "boxes16");
  const over = await popupOver(browser, tab);
  await waitForFill(over);
  await checkPopup(over, 0);
  await over.close();
  for (const [form, sentence] of [
    ["chat", "no restore form"],
    ["ambiguous", "look alike"],
  ] as const) {
    const other = await openPractice(browser, form);
    await browser.pressShortcut("fill");
    const above = await browser.waitForPopup();
    await above.expectShown(text(new RegExp(sentence, "i")));
    await checkPopup(above, 0);
    await above.close();
    await other.close();
  }
  await tab.close();
});

story("the popup over a tab without access, and over one older than the extension", SELDOM, async () => {
  await makeReady();
  const tab = await openPractice(browser, "boxes16");
  await browser.setSiteAccess(SITE, false);
  await tab.reload();
  await checkFirstView(0, "no access to web.whatsapp.com", tab);
  await browser.setSiteAccess(SITE, true);
  await checkFirstView(0, "opened before Sixtyfour was installed or updated", tab);
  await tab.close();
});

story(
  "the section Copies: its panels, the sheet, reading along, the code over the whole tab",
  OURS,
  async () => {
    await app.reload();
    await app.click(link("Safe places"));
    await checkTab(3);
    await app.select(field("Format"), "Text");
    await checkTab(1);
    await app.click(button("Export"));
    await app.click(button("Export plain text"));
    await app.expectShown(button("I deleted it"));
    await app.click(text("In a terminal"));
    await app.select(field("Program"), "KeePassXC (keepassxc-cli)");
    await app.fill(field("Path of the database"), "~/Passwords.kdbx");
    await checkTab(1);
    await app.select(field("Program"), "Bitwarden (bw)");
    await app.select(PLACE, "Paper");
    await checkTab(3);
    await app.click(button("Read along"));
    await checkTab(3);
    await app.click(button("Print recovery sheet"));
    await app.expectCount(".sheet", 1);
    await checkTab(3);
    await app.click(button("Show QR code"));
    await app.expectShown(button("Close"));
    await checkTab(3);
    await app.click(button("Close"));
    await app.select(field("Key"), "All keys");
    await app.click(button("Print recovery sheet"));
    await app.expectCount(".sheet", 1);
    await checkTab(0);
  },
);

story("the section Copies: camera, picture and typed rows", FILMED, async () => {
  await makeReady();
  await app.click(link("Safe places"));
  await app.select(field("Format"), "Text");
  await app.select(PLACE, "Paper");
  await app.click(button("Type all rows"));
  await app.fill(field("Row A"), "0243 579g");
  await app.fill(field("Row B"), "0123 4567 89ab cdef");
  await checkTab(7);
  await app.click(button("Read a QR code from a picture"));
  await checkTab(3);
  await app.click(button("Read a QR code with the camera"));
  await app.expectShown(text("Hold the code in front of the camera"));
  await checkTab(3);
  await app.press("Escape");
  await app.expectCount("video", 0);
});

story("the popped-out popup, which can be made narrow", SELDOM, async () => {
  await makeReady();
  const out = await browser.newPage(`${browser.extUrl(POPUP)}?window=1`);
  await out.expectShown(button("Generate a key"));
  await checkTab(0, out);
  await out.click(text(LABEL, { within: KEYS }));
  await out.click(button("Reveal"));
  await shownKey(out);
  await checkTab(3, out);
  await out.close();
});
