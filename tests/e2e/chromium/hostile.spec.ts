/** A page at the right origin that does all it can: it starts no fill, learns no key that was not filled, misleads nobody. */
import type { Page } from "@playwright/test";
import { halfIn } from "../../content/sample.ts";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { badgeText } from "../../drivers/chromium/chromium-controls.ts";
import { holds } from "../../support/wait.ts";
import {
  addKey,
  appState,
  ask,
  button,
  createKeyring,
  expect,
  fillButton,
  launch,
  NO_FORM_MARK,
  openPractice,
  practicePage,
  pressFill,
  SITE,
  sendRaw,
  test,
  typedText,
  withPopup,
} from "./setup.ts";

const KEY = "1b8d6f02".repeat(8);
const NOT_USABLE =
  "The form could not be filled: it is covered, hidden, not empty, or the page moved the focus.";
let browser: Chromium;
let app: Page;
let entryId: string;
/** All that the practice pages printed. */
const printed: string[] = [];

test.beforeAll(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  entryId = (await addKey(app, KEY, "My phone")).id;
  await browser.context.addInitScript(watchPage);
  browser.context.on("console", (message) => printed.push(message.text()));
});
test.afterAll(() => browser.close());

type Watched = { changes: string[]; heard: string[]; names: string[] };

/** Runs before the page: notes every change of the document, every message, every name in the window. */
function watchPage(): void {
  if (location.protocol !== "https:") return;
  const names = new Set(Object.getOwnPropertyNames(window));
  const seen = { changes: [] as string[], heard: [] as string[] };
  Object.defineProperty(window, "watched", {
    get: () => ({ ...seen, names: Object.getOwnPropertyNames(window).filter((name) => !names.has(name)) }),
  });
  new MutationObserver((records) => {
    for (const { type, target, attributeName } of records) {
      const value = attributeName && (target as Element).getAttribute(attributeName);
      seen.changes.push(`${type} ${target.nodeName} ${attributeName ?? ""} ${value ?? ""}`);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const name of ["message", "messageerror", "storage", "error", "unhandledrejection"])
    addEventListener(name, (event) =>
      seen.heard.push(`${name} ${JSON.stringify(Reflect.get(event, "data") ?? "")}`),
    );
}

const watched = (tab: Page): Promise<Watched> =>
  tab.evaluate(() => (window as unknown as { watched: Watched }).watched);

async function markup(tab: Page): Promise<string> {
  return (await Promise.all(tab.frames().map((frame) => frame.content()))).join("");
}

/** The key is in fields at most: no attribute, text, message, name or printed line has it or a row of it. */
async function expectNowhereElse(tab: Page): Promise<void> {
  const all = [await markup(tab), JSON.stringify(await watched(tab)), tab.url(), ...printed].join("\n");
  expect(all).not.toContain(KEY.slice(0, 16));
}

test("until a fill the page is exactly as its own script made it; the fill sets autocomplete, no more", async () => {
  await withPopup(browser, ["plain"], async (popup, tab) => {
    await fillButton(popup);
    const before = await watched(tab);
    expect(before.changes.filter((change) => change.startsWith("attributes"))).toEqual([]);
    expect(before.heard).toEqual([]);
    expect(before.names.sort()).toEqual(["appState", "watched"]);
    expect(await markup(tab)).not.toContain(browser.extensionId);
    await pressFill(popup);
    await expect(popup.getByRole("status")).toContainText("Filled.");
    const { changes } = await watched(tab);
    const attributes = changes.filter((change) => change.startsWith("attributes"));
    expect(attributes.sort()).toEqual(["attributes BUTTON disabled ", "attributes INPUT autocomplete off"]);
    expect((await appState(tab)).key).toBe(KEY);
    await expectNowhereElse(tab);
  });
});

test("forged messages, events and prototypes: nothing starts, nothing answers, nothing of ours runs theirs", async () => {
  await withPopup(browser, ["hostile"], async (popup, tab) => {
    await fillButton(popup);
    await holds("nothing filled, the badge as it was", 1500, async () => {
      return (await typedText(tab)) === "" && (await badgeText(browser, SITE)) === "64";
    });
    expect((await watched(tab)).heard.length).toBeGreaterThan(0); // it does forge
    expect((await appState(tab)).events.filter((event) => /^(answered|ran)/.test(event))).toEqual([]);
    expect(await tab.evaluate(() => Object.keys(globalThis.chrome ?? {}))).not.toContain("runtime");
    await tab.evaluate(() => document.execCommand("insertText", false, "x")); // control: it does notice
    expect((await appState(tab)).events).toContain("ran: execCommand");
    const ran = (await appState(tab)).events.filter((event) => event.startsWith("ran"));
    await pressFill(popup);
    await expect(popup.getByRole("status")).toContainText("Filled.");
    const { key, events } = await appState(tab);
    expect(key).toBe(KEY);
    expect(events.filter((event) => event.startsWith("ran"))).toEqual(ran);
    await expectNowhereElse(tab);
  });
});

for (const how of halfIn("chromium", ["composer", "swap", "prefill"])) {
  test(`a form that is swapped on focus (${how}): an alert, and the key is nowhere on the page`, async () => {
    await withPopup(browser, ["focus-thief", `?how=${how}`], async (popup, tab) => {
      await pressFill(popup);
      await expect(popup.getByRole("alert")).toContainText(NOT_USABLE);
      expect((await appState(tab)).events).toContain("stolen");
      expect(await typedText(tab)).toBe(how === "prefill" ? "0" : "");
      await expectNowhereElse(tab);
    });
  });
}

for (const how of ["later", "microtask"]) {
  test(`control: a focus stolen ${how} comes too late, the key is in its own field alone`, async () => {
    await withPopup(browser, ["focus-thief", `?how=${how}`], async (popup, tab) => {
      await pressFill(popup);
      await expect(popup.getByRole("status")).toContainText("Filled.");
      expect((await appState(tab)).key).toBe(KEY);
      expect(await typedText(tab)).toBe(KEY);
      expect((await appState(tab)).events).not.toContain("composer-input");
    });
  });
}

type Acts = { swapNow(): void; hide(how: string): void };
const act = (tab: Page, name: keyof Acts, how = "") =>
  tab.evaluate(([call, way]) => (window as unknown as Acts)[call](way), [name, how] as const);

test("another element in the field's place after the offer: not filled; the new offer is", async () => {
  await withPopup(browser, ["swap", "?how=manual"], async (popup, tab) => {
    const fill = await fillButton(popup);
    await act(tab, "swapNow");
    await fill.click();
    await expect(popup.getByRole("alert")).toContainText(NOT_USABLE);
    expect(await typedText(tab)).toBe("");
    await pressFill(popup);
    await expect.poll(async () => (await appState(tab)).key).toBe(KEY);
  });
});

for (const how of halfIn("chromium", ["opacity", "covered", "veiled", "offscreen", "readonly"])) {
  test(`a form hidden after the offer (${how}): an alert, and nothing in it`, async () => {
    await withPopup(browser, ["hidden"], async (popup, tab) => {
      const fill = await fillButton(popup);
      await act(tab, "hide", how);
      await fill.click();
      await expect(popup.getByRole("alert")).toContainText(NOT_USABLE);
      expect(await typedText(tab)).toBe("");
    });
  });
}

for (const how of halfIn("chromium", ["srcdoc", "blank", "url"])) {
  test(`a form in a frame (${how}) is neither marked nor offered, and stays as it was`, async () => {
    await browser.serve(SITE, { "/": practicePage("framed"), "/single": practicePage("single") });
    const tab = await browser.newPage(`${SITE}/?how=${how}`);
    await tab.bringToFront();
    await tab.frameLocator("iframe").getByRole("button", { name: "Restore" }).waitFor();
    await holds("no badge, no form", 1000, async () => {
      const { kind } = await ask(app, "fill.look", {});
      return kind === "no-form" && (await badgeText(browser, SITE)) === NO_FORM_MARK;
    });
    expect(await markup(tab)).not.toContain('autocomplete="off"');
    await tab.close();
  });
}

test("an offer is pinned to its document, and spent by one fill", async () => {
  const tab = await openPractice(browser, "plain");
  const offer = async () => {
    const look = await ask(app, "fill.look", {});
    if (look.kind !== "form") throw new Error(`no form: ${look.kind}`);
    return { offerId: look.offerId, entryId };
  };
  const first = await offer();
  await tab.reload();
  expect(await sendRaw(app, "fill.run", first)).toEqual({ ok: true, value: { outcome: "interrupted" } });
  expect(await typedText(tab)).toBe("");
  const second = await offer();
  expect(await sendRaw(app, "fill.run", second)).toEqual({ ok: true, value: { outcome: "filled" } });
  expect(await sendRaw(app, "fill.run", second)).toEqual({ ok: false, error: { code: "offer-expired" } });
  await expect(button(tab, "Restore")).toBeEnabled();
  await tab.close();
});
