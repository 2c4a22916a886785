/** What starts a fill, what does not, which window it acts on, and what is said where the page cannot be reached. */
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import type { FirefoxPage, Target } from "../../drivers/firefox/firefox-page.ts";
import { pause } from "../../support/wait.ts";
import {
  APP,
  addKey,
  appState,
  button,
  createKeyring,
  expect,
  expectShown,
  expectText,
  FILL,
  launch,
  openPractice,
  popOut,
  popupOver,
  pressFill,
  SITE,
  STATUS,
  sendRaw,
  test,
  unlock,
  waitForFill,
  withPopup,
} from "./setup.ts";

const KEYS = { "Phone A": "a4b3".repeat(16), "Phone B": "b5c7".repeat(16) };
const NO_FORM = "No restore form";
const FIELD = "[role=dialog] input";
let firefox: Firefox;
let app: FirefoxPage;

test.beforeAll(async () => {
  // Without its own prompt, which no test can reach, Firefox grants what is asked within a user's act.
  firefox = await launch({ prefs: { "extensions.webextOptionalPermissionPrompts": false } });
  app = await createKeyring(firefox);
  for (const [label, hex] of Object.entries(KEYS)) await addKey(app, hex, label);
  await withPopup(firefox, ["single"], (popup) => pressFill(popup)); // the first one, with its warning
});
test.afterAll(() => firefox.close());

const filledKey = async (tab: FirefoxPage) => (await appState(tab)).key;

async function expectFilled(popup: FirefoxPage, tab: FirefoxPage): Promise<void> {
  await expectText(popup, STATUS, "Filled.");
  expect(Object.values(KEYS)).toContain(await filledKey(tab));
}

/** Nothing to wait for: a fill that had started would be through by then. */
async function expectNothingFilled(popup: FirefoxPage, tab: FirefoxPage): Promise<void> {
  await pause(500);
  expect(await popup.text(STATUS)).toBe("");
  expect(await filledKey(tab)).toBe("");
}

test("guard: events that a script makes do nothing, nor does the focus lie on the button", async () => {
  await withPopup(firefox, ["single"], async (popup, tab) => {
    await waitForFill(popup);
    expect(await popup.on(FILL, "(it) => document.activeElement === it")).toBe(false);
    await popup.on(
      FILL,
      `(it) => {
        it.addEventListener("click", () => { it.dataset.clicks = Number(it.dataset.clicks ?? 0) + 1; });
        it.click();
        it.dispatchEvent(new MouseEvent("click", { bubbles: true }));
        it.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
      }`,
    );
    expect(await popup.on(FILL, "(it) => it.dataset.clicks")).toBe("2");
    await expectNothingFilled(popup, tab);
    await pressFill(popup);
    await expectFilled(popup, tab);
  });
});

/** Both clicks in one command, so that nothing of this machine's slowness comes between them. */
async function clickBoth(page: FirefoxPage, first: Target, second: Target): Promise<void> {
  const elements = [await page.find(first), await page.find(second)];
  const actions = elements.flatMap((element) => [
    { type: "pointerMove", x: 0, y: 0, origin: { type: "element", element } },
    { type: "pointerDown", button: 0 },
    { type: "pointerUp", button: 0 },
  ]);
  const pointer = { type: "pointer", id: "pointer", actions };
  await firefox.bidi.send("input.performActions", { context: page.context, actions: [pointer] });
}

test("guard: a click within half a second after another key was picked does nothing", async () => {
  await withPopup(firefox, ["single"], async (popup, tab) => {
    await waitForFill(popup);
    await popup.on(
      FILL,
      `(it) => it.addEventListener("click", ({ isTrusted }) => {
        it.dataset.early = String(isTrusted && it.getAttribute("aria-disabled") === "true");
      })`,
    );
    await clickBoth(popup, "input[type=radio]:not(:checked)", FILL);
    expect(await popup.on(FILL, "(it) => it.dataset.early")).toBe("true");
    await expectNothingFilled(popup, tab);
    await pressFill(popup);
    await expectFilled(popup, tab);
  });
});

test("an offer is good for one fill: two presses send the key once", async () => {
  await withPopup(firefox, ["single"], async (popup, tab) => {
    await waitForFill(popup);
    await clickBoth(popup, FILL, FILL);
    await expect.poll(() => filledKey(tab)).not.toBe("");
    await pause(500);
    expect((await appState(tab)).events.filter((event) => event === "input")).toHaveLength(1);
  });
});

for (const [name, open] of [
  ["the shortcut", () => firefox.window.pressShortcut("fill")],
  [
    "the context menu",
    async (tab: FirefoxPage) => {
      await tab.click(FIELD, "right");
      await firefox.window.chooseMenuEntry("Fill the 64-digit key…");
    },
  ],
] as const) {
  test(`${name} opens the popup where a fill takes one press`, async () => {
    const tab = await openPractice(firefox, "single");
    await tab.find(FIELD);
    await open(tab);
    const popup = await firefox.waitForPopup();
    await popup.find(FILL);
    expect(await filledKey(tab)).toBe("");
    await pressFill(popup);
    await expectFilled(popup, tab);
    await firefox.window.closePopup();
    await tab.close();
  });
}

test("popped out: acts on the last focused of two normal windows, and on the tab in front there", async () => {
  const first = await openPractice(firefox, "single");
  const second = await openPractice(firefox, "boxes16", "", "window");
  const out = await popOut(firefox);
  await expectShown(out, "16 boxes of 4 digits");
  await first.bringToFront();
  await out.bringToFront();
  await expectShown(out, "One text field");
  await pressFill(out);
  await expectFilled(out, first);
  expect(await filledKey(second)).toBe("");
  await second.bringToFront();
  await out.bringToFront();
  await expectShown(out, "16 boxes of 4 digits");
  await pressFill(out);
  await expect.poll(() => filledKey(second)).not.toBe("");
  await out.close();
  await second.close();
  await first.close();
});

test("the shortcut over a popped-out window brings that to the fill", async () => {
  const tab = await openPractice(firefox, "single");
  const out = await popOut(firefox);
  await out.find(button("Generate a key"));
  await firefox.window.pressShortcut("fill");
  await out.find(FILL);
  expect(await firefox.window.popupContext()).toBeNull();
  await pressFill(out);
  await expectFilled(out, tab);
  await out.close();
  await tab.close();
});

for (const [name, open] of [
  ["another site", () => firefox.newPage("https://example.org/")],
  ["a page of ours", () => firefox.newPage(firefox.extUrl(APP))],
] as const) {
  test(`in front of ${name} nothing is offered`, async () => {
    await firefox.serve("https://example.org", { "/": "<title>Elsewhere</title>" });
    const tab = await open();
    await tab.bringToFront();
    expect(await sendRaw(app, "fill.look")).toEqual({ ok: true, value: { kind: "other-page" } });
    const popup = await popupOver(firefox, tab);
    await popup.find(button("Generate a key"));
    expect(await popup.has(FILL)).toBe(false);
    await firefox.window.closePopup();
    await tab.close();
  });
}

test("without access to the site: said so; its button asks for it, and the next one reloads the tab", async () => {
  await app.bringToFront();
  const out = await popOut(firefox);
  await app.bringToFront();
  await firefox.window.setSiteAccess(`${SITE}/*`, false);
  const tab = await openPractice(firefox, "single");
  await out.bringToFront();
  await expectShown(out, "Sixtyfour has no access to web.whatsapp.com");
  expect(await out.text("body")).not.toContain(NO_FORM);
  await out.click(button("Allow access to web.whatsapp.com"));
  await expectShown(out, "This page was opened before Sixtyfour");
  expect(await out.text("body")).not.toContain(NO_FORM);
  await out.click(button("Reload this page"));
  await pressFill(out);
  await expectFilled(out, tab);
  await out.close();
  await tab.close();
});

test("without access to the site: the toolbar button itself lends it for this page", async () => {
  await firefox.window.setSiteAccess(`${SITE}/*`, false);
  const tab = await openPractice(firefox, "single");
  expect(await sendRaw(app, "fill.look")).toEqual({ ok: true, value: { kind: "no-access" } });
  const popup = await popupOver(firefox, tab);
  await pressFill(popup);
  await expectFilled(popup, tab);
  await firefox.window.closePopup();
  await tab.close();
  await firefox.window.setSiteAccess(`${SITE}/*`, true);
});

test("a tab older than the extension: Firefox brings our script into it, and the key with it", async () => {
  const tab = await openPractice(firefox, "single");
  await firefox.window.reloadAddOn();
  const popup = await popupOver(firefox, tab);
  await unlock(popup);
  await pressFill(popup);
  await expectFilled(popup, tab);
  await firefox.window.closePopup();
  await tab.close();
});
