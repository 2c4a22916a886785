/**
 * The profile on disk holds no secret, whatever was done and however the browser ended.
 *
 * Controls: ordinary fields in the very tabs that held secrets, and the sealed bytes. What the browser writes of
 * those must be found, or the search and the wait before it prove nothing.
 */
import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { readClipboard } from "../../drivers/chromium/chromium-controls.ts";
import { type Secret, searchProfile } from "../../support/canary.ts";
import { waitFor } from "../../support/wait.ts";
import {
  appState,
  button,
  createKeyring,
  expect,
  generate,
  launch,
  openPractice,
  popupOver,
  pressFill,
  shownKey,
  test,
  textBox,
  unlock,
} from "./setup.ts";

const hex = () => randomBytes(32).toString("hex");
const phrase = () => `kühl ${randomBytes(12).toString("base64url")} wide`;
const ADDED = hex();
const DRAFT = hex();
const [FIRST, SECOND, WRONG, UNSAVED] = [phrase(), phrase(), phrase(), phrase()];
let browser: Chromium;

test.beforeAll(async () => {
  browser = await launch();
});
test.afterAll(() => browser.close());

/** Types into a field that the browser may write down, in a tab where ours must not be. */
async function plantControl(page: Page, value: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate(async () => {
    const field = document.body.appendChild(document.createElement("textarea"));
    // After a fill our script keeps new fields out of the session: this one is to be in it.
    await new Promise((resolve) => setTimeout(resolve));
    field.removeAttribute("autocomplete");
  });
  await page.locator("body > textarea").pressSequentially(value);
}

async function workerKey(): Promise<Buffer> {
  const worker = await browser.worker();
  const { unlocked } = await worker.evaluate(() => chrome.storage.session.get("unlocked"));
  return Buffer.from((unlocked as { keyringKey: string }).keyringKey, "base64");
}

async function sealedBytes(): Promise<Buffer> {
  const worker = await browser.worker();
  const slots = await worker.evaluate(() => chrome.storage.local.get(["keyring.slot-a", "keyring.slot-b"]));
  return Buffer.from(String(slots["keyring.slot-a"]), "base64");
}

async function addByTyping(app: Page): Promise<void> {
  await button(app, "Add a key").click();
  await textBox(app, "64-digit key").pressSequentially(ADDED.toUpperCase().match(/.{4}/g)?.join(" ") ?? "");
  await button(app, "Save key").click();
  await button(app, "Reveal").click();
  expect(await shownKey(app)).toBe(ADDED);
}

async function changePassphrase(app: Page): Promise<void> {
  await app.getByRole("link", { name: "Settings" }).click();
  await textBox(app, "Current passphrase").fill(FIRST);
  await textBox(app, "New passphrase").fill(SECOND);
  await app.getByRole("button", { name: "Show what is typed" }).last().click();
  await textBox(app, "Repeat new passphrase").fill(SECOND);
  await button(app, "Change passphrase").click();
  await expect(app.getByRole("status")).toContainText("is changed");
}

/** Fills the key into a practice form; the tab stays as it is. */
async function fillInto(form: string): Promise<Page> {
  const tab = await openPractice(browser, form);
  const popup = await popupOver(browser, tab);
  await pressFill(popup.page);
  await expect(popup.page.getByRole("status")).toContainText("Filled");
  await popup.close();
  expect((await appState(tab)).key).toBe(ADDED);
  return tab;
}

test("after everything was done, and a kill while unlocked, no secret is on the disk", async () => {
  const app = await createKeyring(browser, FIRST);
  await addByTyping(app);
  await changePassphrase(app);
  await button(app, "Lock").click();
  await textBox(app, "Passphrase").fill(WRONG);
  await button(app, "Unlock").click();
  await expect(app.getByRole("alert")).toContainText("not the passphrase");
  await unlock(app, SECOND);

  const filled: Page[] = [];
  for (const form of ["single", "textarea", "boxes16", "boxes64"]) filled.push(await fillInto(form));
  const popup = await browser.openPopup();
  const generated = await generate(popup.page);
  await button(popup.page, "Copy").click();
  await expect(popup.page.getByRole("status")).toContainText("Copied");
  await popup.close();
  expect(await readClipboard(browser)).toBe(generated);

  // Left half done: a key in the box of *Add*, passphrases in those of *Settings*, one of them shown.
  await app.goto(`${app.url().split("#")[0]}#add`);
  await textBox(app, "64-digit key").pressSequentially(DRAFT);
  const settings = await browser.newPage(`${app.url().split("#")[0]}#settings`);
  await settings.getByLabel("Current passphrase").pressSequentially(UNSAVED);
  await settings.getByRole("button", { name: "Show what is typed" }).first().click();
  const secrets: Secret[] = [
    { name: "added key", value: ADDED },
    { name: "generated key", value: generated },
    { name: "key typed and not saved", value: DRAFT },
    { name: "first passphrase", value: FIRST },
    { name: "second passphrase", value: SECOND },
    { name: "wrong passphrase", value: WRONG },
    { name: "passphrase typed and not used", value: UNSAVED },
    { name: "keyring key", value: await workerKey() },
  ];
  const fields = [app, settings, ...filled].map((page, at) => ({
    page,
    control: { name: `control ${at}`, value: hex() },
  }));
  for (const { page, control } of fields) await plantControl(page, control.value);
  const controls = fields.map(({ control }) => control);
  const namesFound = async (sought: Secret[]) =>
    new Set((await searchProfile(browser.profile, sought)).map(({ secret }) => secret));
  await waitFor(
    "all controls in the session file",
    async () => (await namesFound(controls)).size === controls.length,
    { timeoutMs: 45_000, everyMs: 1000 },
  );
  const sealed = { name: "sealed bytes", value: await sealedBytes() };
  await browser.kill();

  expect(await searchProfile(browser.profile, secrets)).toEqual([]);
  expect(await namesFound(controls)).toEqual(new Set(controls.map(({ name }) => name)));
  const sealedIn = (await searchProfile(browser.profile, [sealed])).map(({ file }) => file).join("\n");
  expect(sealedIn).toContain("Local Extension Settings/");
  expect(sealedIn).toContain("IndexedDB/");
});
