/** A page at the right origin that does all it can: it starts no fill, learns no key that was not filled, misleads nobody. */

import { halfIn } from "../../content/sample.ts";
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import type { FirefoxPage } from "../../drivers/firefox/firefox-page.ts";
import { holds, waitFor } from "../../support/wait.ts";
import {
  ALERT,
  addKey,
  appState,
  ask,
  createKeyring,
  expect,
  expectText,
  FILL,
  launch,
  NO_FORM_MARK,
  openPractice,
  practicePage,
  pressFill,
  SITE,
  STATUS,
  sendRaw,
  test,
  typedText,
  waitForFill,
  withPopup,
} from "./setup.ts";

const KEY = "1b8d6f02".repeat(8);
const NOT_USABLE =
  "The form could not be filled: it is covered, hidden, not empty, or the page moved the focus.";
let firefox: Firefox;
let app: FirefoxPage;
let entryId: string;
/** All that pages printed. */
const printed: string[] = [];

/** Runs before the page: notes every change of the document, every message, every new name in the window. */
const WATCH = `() => {
  if (location.protocol !== "https:") return;
  const names = new Set(Object.getOwnPropertyNames(window));
  const seen = { changes: [], heard: [] };
  Object.defineProperty(window, "watched", {
    get: () => ({ ...seen, names: Object.getOwnPropertyNames(window).filter((name) => !names.has(name)) }),
  });
  new MutationObserver((records) => {
    for (const { type, target, attributeName } of records) {
      const value = attributeName && target.getAttribute(attributeName);
      seen.changes.push([type, target.nodeName, attributeName ?? "", value ?? ""].join(" "));
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const name of ["message", "messageerror", "storage", "error", "unhandledrejection"])
    addEventListener(name, (event) => seen.heard.push(name + " " + JSON.stringify(event.data ?? "")));
}`;

test.beforeAll(async () => {
  firefox = await launch();
  app = await createKeyring(firefox);
  entryId = await addKey(app, KEY, "My phone");
  await firefox.bidi.send("script.addPreloadScript", { functionDeclaration: WATCH });
  await firefox.bidi.send("session.subscribe", { events: ["log.entryAdded"] });
  firefox.bidi.on("log.entryAdded", (entry) => printed.push(JSON.stringify(entry)));
});
test.afterAll(() => firefox.close());

type Watched = { changes: string[]; heard: string[]; names: string[] };
const watched = (tab: FirefoxPage) => tab.evaluate<Watched>("window.watched");
const markup = (tab: FirefoxPage) => tab.evaluate<string>("document.documentElement.outerHTML");

/** The key is in fields at most: no attribute, text, message, name or printed line has it or a row of it. */
async function expectNowhereElse(tab: FirefoxPage): Promise<void> {
  await tab.evaluate(`console.log("control")`);
  await waitFor("what is printed", () => printed.some((line) => line.includes("control")));
  const all = [await markup(tab), JSON.stringify(await watched(tab)), await tab.url(), ...printed].join("\n");
  expect(all).not.toContain(KEY.slice(0, 16));
}

/** What a look at the tab in front offers. */
const offer = () =>
  waitFor("an offer", async () => {
    const look = await ask(app, "fill.look", {});
    return look.kind === "form" ? { offerId: look.offerId, entryId } : null;
  });

test("until a fill the page is exactly as its own script made it; the fill sets autocomplete, no more", async () => {
  await withPopup(firefox, ["plain"], async (popup, tab) => {
    await waitForFill(popup);
    const before = await watched(tab);
    expect(before.changes.filter((change) => change.startsWith("attributes"))).toEqual([]);
    expect(before.heard).toEqual([]);
    expect(before.names.sort()).toEqual(["appState", "watched"]);
    expect(await markup(tab)).not.toContain("moz-extension");
    await pressFill(popup);
    await expectText(popup, STATUS, "Filled.");
    const { changes } = await watched(tab);
    const attributes = changes.filter((change) => change.startsWith("attributes"));
    expect(attributes.sort()).toEqual(["attributes BUTTON disabled ", "attributes INPUT autocomplete off"]);
    expect((await appState(tab)).key).toBe(KEY);
    await expectNowhereElse(tab);
  });
});

test("forged messages, events and prototypes: nothing starts, nothing answers, nothing of ours runs theirs", async () => {
  await withPopup(firefox, ["hostile"], async (popup, tab) => {
    await waitForFill(popup);
    await holds("nothing filled, the badge as it was", 1500, async () => {
      return (await typedText(tab)) === "" && (await firefox.window.badgeText()) === "64";
    });
    expect((await watched(tab)).heard.length).toBeGreaterThan(0); // it does forge
    const ran = async () => (await appState(tab)).events.filter((event) => /^(answered|ran)/.test(event));
    expect(await ran()).toEqual([]);
    expect(await tab.evaluate("typeof browser + typeof chrome")).toBe("undefinedundefined");
    await tab.evaluate(`document.execCommand("insertText", false, "x")`); // control: it does notice
    expect(await ran()).toEqual(["ran: execCommand"]);
    await pressFill(popup);
    await expectText(popup, STATUS, "Filled.");
    expect((await appState(tab)).key).toBe(KEY);
    expect(await ran()).toEqual(["ran: execCommand"]);
    await expectNowhereElse(tab);
  });
});

// With the popup in front Firefox gives the page no focus to steal, so these are ordered past it.
for (const how of halfIn("firefox", ["composer", "swap", "prefill"])) {
  test(`a form that is swapped on focus (${how}): refused, and the key is nowhere on the page`, async () => {
    const tab = await openPractice(firefox, "focus-thief", `?how=${how}`);
    expect(await ask(app, "fill.run", await offer())).toEqual({ outcome: "field-not-usable" });
    expect((await appState(tab)).events).toContain("stolen");
    expect(await typedText(tab)).toBe(how === "prefill" ? "0" : "");
    await expectNowhereElse(tab);
    await tab.close();
  });
}

for (const how of ["later", "microtask"]) {
  test(`control: a focus stolen ${how} comes too late, the key is in its own field alone`, async () => {
    const tab = await openPractice(firefox, "focus-thief", `?how=${how}`);
    expect(await ask(app, "fill.run", await offer())).toEqual({ outcome: "filled" });
    const { key, events } = await appState(tab);
    expect(key).toBe(KEY);
    expect(events).toContain("stolen");
    expect(events).not.toContain("composer-input");
    expect(await typedText(tab)).toBe(KEY);
    await tab.close();
  });
}

test("another element in the field's place after the offer: not filled; the new offer is", async () => {
  await withPopup(firefox, ["swap", "?how=manual"], async (popup, tab) => {
    await waitForFill(popup);
    await tab.evaluate("swapNow()");
    await popup.click(FILL);
    await expectText(popup, ALERT, NOT_USABLE);
    expect(await typedText(tab)).toBe("");
    await pressFill(popup);
    await expect.poll(async () => (await appState(tab)).key).toBe(KEY);
  });
});

// Ordered past the popup too: there the offer is gone as soon as the form is.
for (const how of halfIn("firefox", ["opacity", "covered", "offscreen", "readonly"])) {
  test(`a form hidden after the offer (${how}): refused, and nothing in it`, async () => {
    const tab = await openPractice(firefox, "hidden");
    const offered = await offer();
    await tab.evaluate(`hide("${how}")`);
    expect(await ask(app, "fill.run", offered)).toEqual({ outcome: "field-not-usable" });
    expect(await typedText(tab)).toBe("");
    await tab.close();
  });
}

test("control: the same form left as it was is filled", async () => {
  const tab = await openPractice(firefox, "hidden");
  expect(await ask(app, "fill.run", await offer())).toEqual({ outcome: "filled" });
  expect(await typedText(tab)).toBe(KEY);
  await tab.close();
});

for (const how of halfIn("firefox", ["srcdoc", "blank", "url"])) {
  test(`a form in a frame (${how}) is neither marked nor offered, and stays as it was`, async () => {
    await firefox.serve(SITE, { "/": practicePage("framed"), "/single": practicePage("single") });
    const tab = await firefox.newPage(`${SITE}/?how=${how}`);
    await tab.bringToFront();
    const inFrame = `document.querySelector("iframe").contentDocument`;
    await tab.waitFor(`${inFrame}?.querySelector("button")?.textContent === "Restore"`);
    await waitFor("our script", async () => (await ask(app, "fill.look", {})).kind === "no-form");
    await holds("no badge, no form", 1000, async () => {
      const { kind } = await ask(app, "fill.look", {});
      return kind === "no-form" && (await firefox.window.badgeText()) === NO_FORM_MARK;
    });
    expect(await tab.evaluate(`${inFrame}.querySelectorAll("input").length`)).toBe(1);
    expect(await tab.evaluate(`${inFrame}.querySelectorAll("[autocomplete]").length`)).toBe(0);
    await tab.close();
  });
}

test("an offer is pinned to its document, and spent by one fill", async () => {
  const tab = await openPractice(firefox, "plain");
  const first = await offer();
  await tab.reload();
  expect(await sendRaw(app, "fill.run", first)).toEqual({ ok: true, value: { outcome: "interrupted" } });
  expect(await typedText(tab)).toBe("");
  const second = await offer();
  expect(await sendRaw(app, "fill.run", second)).toEqual({ ok: true, value: { outcome: "filled" } });
  expect(await sendRaw(app, "fill.run", second)).toEqual({ ok: false, error: { code: "offer-expired" } });
  expect(await typedText(tab)).toBe(KEY);
  await tab.close();
});
