/** Shows each ability of the Firefox driver on a scratch add-on. */
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { searchProfile } from "../../support/canary.ts";
import { holds, waitFor } from "../../support/wait.ts";
import { SCRATCH_PAGES, writeScratchExtension } from "../scratch-extension.ts";
import { Firefox } from "./firefox.ts";
import type { FirefoxPage } from "./firefox-page.ts";

const WHATSAPP = "https://web.whatsapp.com";
let addOn: string;
let firefox: Firefox;
let tab: FirefoxPage;

test.beforeAll(async () => {
  addOn = writeScratchExtension("firefox");
  firefox = await Firefox.launch({ addOn });
  await firefox.serve(WHATSAPP, SCRATCH_PAGES);
  tab = await firefox.newPage(`${WHATSAPP}/`);
});
test.afterAll(async () => {
  await firefox.close();
  rmSync(addOn, { recursive: true });
});

/** What the background noted of an event, asked in a page of the add-on. */
const noted = async (event: string) => {
  const page = await firefox.newPage(firefox.extUrl("popup.html"));
  await page.waitFor(
    `browser.storage.session.get(${JSON.stringify(event)}).then((all) => ${JSON.stringify(event)} in all)`,
  );
  await page.close();
};

test("the content script runs on a served page; other origins are cut off", async () => {
  await tab.waitFor('document.documentElement.dataset.content === "yes"');
  await expect((await firefox.newPage()).goto("https://elsewhere.invalid/")).rejects.toThrow();
});

test("the real toolbar popup takes clicks and keys, and can be looked at and closed", async () => {
  await tab.bringToFront();
  const popup = await firefox.openPopup();
  await popup.type({ role: "textbox", name: "Label" }, "first one");
  await popup.click({ role: "button", name: "Save key" });
  await popup.waitFor('document.querySelector("[role=status]").textContent === "saved first one"');
  const activeTitle = "browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => tab.title)";
  expect(await popup.evaluate(activeTitle)).toBe("Practice");
  expect((await popup.screenshot()).subarray(1, 4).toString()).toBe("PNG");
  await firefox.window.closePopup();
  expect(await firefox.window.popupContext()).toBeNull();
});

test("the event page stops and starts again with the next message", async () => {
  const page = await firefox.newPage(firefox.extUrl("popup.html"));
  const boot = () => page.evaluate<{ bootedAtMs: number }>('browser.runtime.sendMessage({ type: "boot" })');
  const first = await boot();
  await firefox.window.stopBackground();
  expect(await firefox.window.backgroundState()).toBe("stopped");
  expect((await boot()).bootedAtMs).toBeGreaterThan(first.bootedAtMs);
  await page.close();
});

test("badge, clipboard, shortcut, context menu", async () => {
  await tab.bringToFront();
  expect(await firefox.window.badgeText()).toBe("7");
  await firefox.window.writeClipboard("64 digits – übertragen");
  expect(await firefox.window.readClipboard()).toBe("64 digits – übertragen");
  await firefox.window.pressShortcut("fill");
  await noted("command fill");
  await tab.bringToFront();
  await tab.click("#kept", "right");
  await firefox.window.chooseMenuEntry("Fill here");
  await noted("menu fill");
});

test("a popped-out window, and which window has the focus", async () => {
  const page = await firefox.newPage(firefox.extUrl("popup.html"));
  await page.evaluate('browser.runtime.sendMessage({ type: "pop-out" }).catch(() => null)');
  const popup = await firefox.waitForPage(firefox.extUrl("popup.html?out"));
  const front = "browser.windows.getLastFocused().then(({ type }) => type)";
  await waitFor("the popup in front", async () => (await popup.evaluate(front)) === "popup");
  await tab.bringToFront();
  await waitFor("the normal window in front", async () => (await popup.evaluate(front)) === "normal");
  expect(await popup.evaluate<number>("globalThis.blurs")).toBeGreaterThan(0);
  await popup.close();
  await page.close();
});

test("site access is withdrawn and given back", async () => {
  await firefox.window.setSiteAccess(`${WHATSAPP}/*`, false);
  await tab.reload();
  expect(await tab.evaluate("document.documentElement.dataset.content")).toBeNull();
  await firefox.window.setSiteAccess(`${WHATSAPP}/*`, true);
  await tab.reload();
  await tab.waitFor('document.documentElement.dataset.content === "yes"');
});

test("the offer to save a password is seen", async () => {
  const page = await firefox.newPage(`${WHATSAPP}/`);
  await holds("no offer yet", 300, async () => !(await firefox.window.offersToSavePassword()));
  await page.type("[name=user]", "someone");
  await page.type("[name=password]", "not a real one");
  await page.click({ role: "button", name: "Log in" });
  await waitFor("the offer", () => firefox.window.offersToSavePassword());
  await page.close();
});

test("what was kept survives a kill, and the canary search finds it where Firefox puts it", async () => {
  const value = () => ({ name: "control", value: randomBytes(32).toString("hex") });
  const [field, hidden, stored, indexed] = [value(), value(), value(), value()];
  const page = await firefox.newPage(firefox.extUrl("popup.html"));
  await page.evaluate(`browser.storage.local.set({ stored: "${stored.value}" })`);
  await page.evaluate(`keep({ filler: "again and ".repeat(50), indexed: "${indexed.value}" })`);
  await tab.bringToFront();
  await tab.type("#not-kept", hidden.value);
  await tab.type("#kept", field.value);
  // Session restore writes every 2 s.
  await waitFor(
    "the field in the session file",
    async () => (await searchProfile(firefox.profile, [field]).catch(() => [])).length > 0,
    { everyMs: 500 },
  );
  await firefox.kill();
  const layers = async (secret: typeof field) =>
    (await searchProfile(firefox.profile, [secret])).map(({ file, layer }) => `${layer}: ${file}`);
  expect((await layers(field)).join("\n")).toMatch(/mozLz4: .*sessionstore|mozLz4: sessionstore/);
  expect(await layers(hidden)).toEqual([]);
  expect((await layers(stored)).join("\n")).toContain("storage/default/moz-extension");
  expect((await layers(indexed)).join("\n")).toContain("storage/default/moz-extension");
  await firefox.relaunch();
  const again = await firefox.newPage(firefox.extUrl("popup.html"));
  expect(await again.evaluate("browser.storage.local.get('stored')")).toEqual({ stored: stored.value });
  tab = await firefox.waitForPage(`${WHATSAPP}/`);
});
