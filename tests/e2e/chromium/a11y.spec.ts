/** Every view: axe, light and dark, narrow, and the attributes that keep the browser's hands off what is typed. */
import { createHash, randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Chromium, Popup } from "../../drivers/chromium/chromium.ts";
import { dispatchCommand, setSiteAccess } from "../../drivers/chromium/chromium-controls.ts";
import { axeFaults, check, checkPage, overflow, typedBoxes } from "./accessible.ts";
import {
  addKey,
  button,
  createKeyring,
  expect,
  fillButton,
  firstRunTab,
  launch,
  openPractice,
  PASSPHRASE,
  POPUP,
  popupOver,
  test,
  textBox,
  unlock,
} from "./setup.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
let browser: Chromium;
let app: Page;

test.describe.configure({ mode: "serial" });
test.beforeAll(async () => {
  browser = await launch({
    args: ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
  });
  app = await firstRunTab(browser);
});
test.afterAll(() => browser.close());

const checkTab = (boxes: number, page = app): Promise<void> => checkPage(page, boxes);

/** A view of the popup that is open. */
async function checkPopup({ page }: Popup, boxes: number): Promise<void> {
  await page.locator("main").waitFor();
  await check(page, boxes);
  expect(await overflow(page), "wider than the popup").toBe(0);
}

/** @param sentence - in the popup before it is checked. */
async function checkFirstView(boxes: number, tab = app, sentence = ""): Promise<void> {
  const popup = await popupOver(browser, tab);
  await expect(popup.page.locator("main")).toContainText(sentence);
  await checkPopup(popup, boxes);
  await popup.close();
}

/** Puts bytes where the sealed keyring lies; null removes them. */
async function store(sealed: Buffer | null): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(async (text) => {
    if (text === null) await chrome.storage.local.remove("keyring.slot-a");
    else await chrome.storage.local.set({ "keyring.slot-a": text });
  }, sealed?.toString("base64") ?? null);
  await browser.stopWorker();
  await app.reload();
}

test("the check itself sees each kind of fault", async () => {
  const page = await browser.newPage(app.url());
  await page.locator("main").waitFor();
  await page.evaluate(() => {
    const wide = document.createElement("div");
    wide.style.width = "2000px";
    wide.textContent = "wide";
    document.body.append(document.createElement("button"), document.createElement("input"), wide);
  });
  expect((await axeFaults(page)).join()).toContain("button-name");
  expect((await typedBoxes(page)).lacks).toHaveLength(5);
  expect(await overflow(page)).toBeGreaterThan(0);
  await page.close();
});

test("before there is a keyring", async () => {
  await checkTab(2);
  await textBox(app, "Passphrase").fill("password1");
  await button(app, "Create keyring").click();
  await expect(app.getByRole("alert")).toContainText("too easy");
  await checkTab(2);
  await button(app, "Generate a passphrase").click();
  await expect(textBox(app, "Repeat passphrase")).toHaveAttribute("type", "text");
  await checkTab(2);
  await checkFirstView(0);
});

test("a keyring that is damaged, and one that is newer", async () => {
  await store(randomBytes(64));
  await expect(button(app, "Save the sealed bytes to a file")).toBeVisible();
  await checkTab(0);
  await button(app, "Set aside and start afresh").click();
  await checkTab(0);
  await checkFirstView(0);
  const newer = Buffer.concat([Buffer.from("64KEYRNG"), Buffer.from([0, 2]), randomBytes(200)]);
  await store(Buffer.concat([newer, createHash("sha256").update(newer).digest()]));
  await expect(app.getByText(/newer version/)).toBeVisible();
  await checkTab(0);
  await checkFirstView(0);
  await store(null);
});

test("the tab: no keys, settings, adding, one key, deleted keys, locked", async () => {
  await createKeyring(browser);
  await checkTab(0);
  await app.getByRole("link", { name: "Help" }).click();
  await app.getByText("Too many attempts").click();
  await checkTab(2);
  await app.getByRole("link", { name: "Settings" }).click();
  await checkTab(5);
  await app.getByRole("link", { name: "Keys" }).click();
  await button(app, "Add a key").click();
  await textBox(app, "64-digit key").fill(`O${KEY.slice(1, 40)}`);
  await checkTab(3);
  await textBox(app, "64-digit key").fill(KEY);
  await button(app, "Save key").click();
  await expect(button(app, "Reveal")).toBeVisible();
  await checkTab(3);
  await button(app, "Reveal").click();
  await button(app, "Copy").click();
  await expect(app.getByRole("status")).toContainText("Copied");
  await checkTab(3);
  await button(app, "Delete").click();
  await checkTab(3);
  await button(app, "Delete key").click();
  await expect(app.getByRole("list", { name: "Deleted keys" })).toBeVisible();
  await checkTab(0);
  await button(app, "Lock").click();
  await textBox(app, "Passphrase").fill("wrong");
  await button(app, "Unlock").click();
  await expect(app.getByRole("alert")).toContainText("not the passphrase");
  await checkTab(1);
  await checkFirstView(1);
  await unlock(app);
});

test("the popup: no keys, the list, one key, the fill and what stands in its way", async () => {
  await checkFirstView(0);
  await addKey(app, "ab".repeat(32), "My phone", "42");
  const popup = await popupOver(browser, app);
  await popup.page.getByRole("list", { name: "Keys" }).getByText("My phone").click();
  await button(popup.page, "Reveal").click();
  await checkPopup(popup, 3);
  await button(popup.page, "Delete").click();
  await checkPopup(popup, 3);
  await popup.close();
  const tab = await openPractice(browser, "boxes16");
  const over = await popupOver(browser, tab);
  await fillButton(over.page);
  await checkPopup(over, 0);
  await over.close();
  const obstacles = [
    ["chat", "no restore form"],
    ["ambiguous", "look alike"],
  ] as const;
  for (const [form, sentence] of obstacles) {
    const other = await openPractice(browser, form);
    await dispatchCommand(browser, "fill");
    const above = await browser.waitForPopup();
    await expect(above.page.getByText(new RegExp(sentence, "i"))).toBeVisible();
    await checkPopup(above, 0);
    await above.close();
    await other.close();
  }
  await setSiteAccess(browser, "ON_CLICK");
  await tab.reload();
  await checkFirstView(0, tab, "no access to web.whatsapp.com");
  await setSiteAccess(browser, "ON_ALL_SITES");
  await checkFirstView(0, tab, "opened before Sixtyfour was installed or updated");
  await tab.close();
});

test("the section Copies: its panels, the sheet, reading along, the code over the whole tab", async () => {
  await app.reload();
  await app.getByRole("link", { name: "Copies" }).click();
  await checkTab(3);
  await app.getByRole("combobox", { name: "Format" }).selectOption("Text");
  await checkTab(1);
  await button(app, "Export").click();
  await button(app, "Write plain text").click();
  await expect(button(app, "I deleted it")).toBeVisible();
  await app.getByText("In a terminal").click();
  await app.getByRole("combobox", { name: "Program" }).selectOption("KeePassXC (keepassxc-cli)");
  await textBox(app, "Path of the database").fill("~/Passwords.kdbx");
  await checkTab(2);
  await app.getByRole("combobox", { name: "Program" }).selectOption("Bitwarden (bw)");
  await app.getByRole("combobox", { name: "Where this copy is" }).selectOption("Paper");
  await checkTab(3);
  await button(app, "Read along").click();
  await checkTab(3);
  await button(app, "Print recovery sheet").click();
  await checkTab(3);
  await button(app, "Show QR code").click();
  await checkTab(3);
  await button(app, "Close").click();
  await app.getByRole("combobox", { name: "Key" }).selectOption("All keys");
  await button(app, "Print recovery sheet").click();
  await expect(app.locator(".sheet")).toHaveCount(1);
  await checkTab(0);
});

test("the section Copies: camera, picture and typed rows", async () => {
  await app.getByRole("combobox", { name: "Key", exact: true }).selectOption({ index: 0 });
  await app.getByRole("combobox", { name: "Where this copy is" }).selectOption("Paper");
  await button(app, "Type all rows").first().click();
  await textBox(app, "Row A").fill("0243 579g");
  await textBox(app, "Row B").fill("0123 4567 89ab cdef");
  await checkTab(7);
  await button(app, "Read a QR code from a picture").first().click();
  await checkTab(3);
  await button(app, "Read a QR code with the camera").first().click();
  await expect(app.getByText("Hold the code in front of the camera")).toBeVisible();
  await checkTab(3);
  await app.keyboard.press("Escape");
  await expect(app.locator("video")).toHaveCount(0);
});

test("the popped-out popup, which can be made narrow", async () => {
  const out = await browser.newPage(`${browser.extUrl(POPUP)}?window=1`);
  await expect(button(out, "Generate a key")).toBeVisible();
  await checkTab(0, out);
  await out.getByRole("list", { name: "Keys" }).getByText("My phone").click();
  await button(out, "Reveal").click();
  await checkTab(3, out);
  await out.close();
});

test("the keyboard alone leads from the passphrase to the copied key", async () => {
  await button(app, "Lock").click();
  const { page, close } = await popupOver(browser, app);
  const { keyboard } = page;
  const tabTo = async (role: "button" | "link", name: string) => {
    const target = page.getByRole(role, { name, exact: true });
    await target.waitFor();
    for (let presses = 0; presses < 25; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press("Tab");
    }
    throw new Error(`the keyboard does not reach ${name}`);
  };
  await expect(textBox(page, "Passphrase")).toBeFocused();
  await keyboard.type(PASSPHRASE);
  await keyboard.press("Enter");
  await tabTo("button", "My phone");
  await keyboard.press("Enter");
  await tabTo("button", "Reveal");
  await keyboard.press("Space");
  await expect(page.locator(".group")).toHaveCount(16);
  await tabTo("button", "Copy");
  await keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("Copied");
  await close();
});
