/** Shows each ability of the Chromium driver on a scratch extension. */
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { searchProfile } from "../../support/canary.ts";
import { waitFor } from "../../support/wait.ts";
import { processTree } from "../process-tree.ts";
import { SCRATCH_PAGES, writeScratchExtension } from "../scratch-extension.ts";
import { Chromium } from "./chromium.ts";
import {
  badgeText,
  dispatchCommand,
  dispatchIdle,
  dispatchMenu,
  readClipboard,
  savePasswordOffers,
  setFocusEmulation,
  setSiteAccess,
  writeClipboard,
} from "./chromium-controls.ts";
import { extensionIdOf } from "./chromium-extension.ts";

const WHATSAPP = "https://web.whatsapp.com";
const intruder = join(import.meta.dirname, "../intruder");
let extension: string;
let open: string;
type Attempt = { reached: boolean };
let browser: Chromium;
let tab: Page;

test.beforeAll(async () => {
  extension = writeScratchExtension("chrome");
  open = writeScratchExtension("chrome", { listensToAll: true });
  browser = await Chromium.launch({ extensions: [extension, intruder, open] });
  await browser.serve(WHATSAPP, SCRATCH_PAGES);
  tab = await browser.newPage(`${WHATSAPP}/`);
});
test.afterAll(async () => {
  await browser.close();
  for (const directory of [extension, open]) rmSync(directory, { recursive: true });
});

const content = () => tab.evaluate(() => document.documentElement.dataset["content"] ?? null);

test("the content script runs on a served page; other origins are cut off", async () => {
  expect(await content()).toBe("yes");
  await expect(browser.newPage("https://elsewhere.invalid/")).rejects.toThrow();
});

test("the real action popup takes clicks and keys, and can be closed", async () => {
  await tab.bringToFront();
  const { page, close } = await browser.openPopup();
  await page.getByLabel("Label").pressSequentially("first one");
  await page.getByRole("button", { name: "Save key" }).click();
  await expect(page.getByRole("status")).toHaveText("saved first one");
  expect(await page.evaluate(() => chrome.tabs.query({ active: true, currentWindow: true }))).toHaveLength(1);
  await close();
  const second = await browser.openPopup();
  await expect(second.page.getByLabel("Label")).toHaveValue("");
  await second.close();
});

test("the worker stops and starts again with the next message", async () => {
  const page = await browser.newPage(browser.extUrl("popup.html"));
  const boot = () =>
    page.evaluate(() => chrome.runtime.sendMessage({ type: "boot" }) as Promise<{ bootedAtMs: number }>);
  const first = await boot();
  await browser.stopWorker();
  expect(await browser.isWorkerRunning()).toBe(false);
  expect((await boot()).bootedAtMs).toBeGreaterThan(first.bootedAtMs);
  await page.close();
});

test("badge, clipboard, shortcut, context menu, screen lock", async () => {
  await tab.bringToFront();
  expect(await badgeText(browser, WHATSAPP)).toBe("7");
  await writeClipboard(browser, "64 digits – übertragen");
  expect(await readClipboard(browser)).toBe("64 digits – übertragen");
  await dispatchCommand(browser, "fill");
  await dispatchMenu(browser, "fill");
  await dispatchIdle(browser, "locked");
  const worker = await browser.worker();
  await waitFor("the three events", async () => {
    const events = Object.keys(await worker.evaluate(() => chrome.storage.session.get()));
    return ["command fill", "menu fill", "idle locked"].every((event) => events.includes(event));
  });
});

test("a popped-out window, and the popup beside it", async () => {
  const page = await browser.newPage(browser.extUrl("popup.html"));
  await page.evaluate(() => void chrome.runtime.sendMessage({ type: "pop-out" }));
  const out = await browser.waitForPage(browser.extUrl("popup.html?out"));
  expect(await out.evaluate(() => chrome.windows.getCurrent().then(({ type }) => type))).toBe("popup");
  await out.close();
  await page.close();
});

test("a page loses the focus once emulation is off", async () => {
  const page = await browser.newPage(browser.extUrl("popup.html"));
  await setFocusEmulation(page, false);
  await tab.bringToFront();
  await waitFor("the blur", () =>
    page.evaluate(() => (globalThis as unknown as { blurs: number }).blurs > 0),
  );
  await page.close();
});

test("a second extension reports whether it gets through", async () => {
  const worker = await browser.worker(extensionIdOf(intruder));
  const attempt = (name: string, id: string) =>
    worker.evaluate(
      ([call, to]) =>
        (globalThis as unknown as Record<string, (id: string, message: unknown) => Promise<Attempt>>)[
          call as string
        ]?.(to as string, { type: "boot" }),
      [name, id],
    );
  for (const name of ["tryMessage", "tryPort"]) {
    expect(await attempt(name, browser.extensionId)).toMatchObject({ reached: false });
    expect(await attempt(name, extensionIdOf(open))).toMatchObject({ reached: true });
  }
});

test("site access is withdrawn and given back", async () => {
  await setSiteAccess(browser, "ON_CLICK");
  await tab.reload();
  expect(await content()).toBeNull();
  await setSiteAccess(browser, "ON_ALL_SITES");
  await tab.reload();
  expect(await content()).toBe("yes");
});

test("the offer to save a password is counted", async () => {
  const page = await browser.newPage(`${WHATSAPP}/`);
  await page.bringToFront();
  expect(await savePasswordOffers(browser)).toBe(0);
  await page.locator("[name=user]").pressSequentially("someone");
  await page.locator("[name=password]").pressSequentially("not a real one");
  await page.getByRole("button", { name: "Log in" }).click();
  await waitFor("the offer", async () => (await savePasswordOffers(browser)) > 0);
  await page.close();
});

test("what was kept survives a kill, and the canary search finds it where Chromium puts it", async () => {
  const value = () => ({ name: "control", value: randomBytes(32).toString("hex") });
  const [field, hidden, stored, indexed] = [value(), value(), value(), value()];
  const page = await browser.newPage(browser.extUrl("popup.html"));
  await page.evaluate((text) => chrome.storage.local.set({ stored: text }), stored.value);
  await page.evaluate(
    (text) =>
      (globalThis as unknown as { keep(record: object): Promise<boolean> }).keep({
        filler: "again and ".repeat(500),
        indexed: text,
      }),
    indexed.value,
  );
  await tab.bringToFront();
  await tab.locator("#not-kept").pressSequentially(hidden.value);
  await tab.locator("#kept").pressSequentially(field.value);
  await waitFor(
    "the field in the session file",
    async () => (await searchProfile(browser.profile, [field]).catch(() => [])).length > 0,
    { everyMs: 500 },
  );
  await browser.kill();
  const files = async (secret: typeof field) =>
    (await searchProfile(browser.profile, [secret])).map(({ file }) => file).join("\n");
  expect(await files(field)).toContain("Sessions/");
  expect(await files(hidden)).toBe("");
  expect(await files(stored)).toContain("Local Extension Settings/");
  expect(await files(indexed)).toContain("IndexedDB/");
  await browser.relaunch();
  const again = await browser.newPage(browser.extUrl("popup.html"));
  expect(await again.evaluate(() => chrome.storage.local.get("stored"))).toEqual({ stored: stored.value });
});

test("a kill ends every process of the browser", async () => {
  const { processId } = browser;
  expect(processTree(processId).length).toBeGreaterThan(3);
  await browser.kill();
  expect(processTree(processId).filter(({ state }) => state !== "Z")).toEqual([]);
  await browser.relaunch();
});
