/**
 * The profile on disk holds no secret, whatever was done and however the browser ended, although Firefox
 * writes its session down every 2 s.
 *
 * Controls: ordinary fields in the very tabs that held secrets, and the sealed bytes. What the browser writes
 * of those must be found, or the search and the wait before it prove nothing.
 */

import { randomBytes } from "node:crypto";
import { test } from "@playwright/test";
import { errorText } from "../../src/ui/text/en/errors.ts";
import type { BrowserName, Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { ALL } from "../support/all.ts";
import { type Secret, searchProfile } from "../support/canary.ts";
import { waitFor } from "../support/wait.ts";
import { stored } from "./planned.ts";
import {
  ALERT,
  APP,
  appState,
  button,
  createKeyring,
  field,
  generate,
  link,
  openPractice,
  popupOver,
  pressFill,
  STATUS,
  shownKey,
  toKeys,
  unlock,
} from "./steps.ts";
import { expect, launch, one, setUp, story } from "./story.ts";

const hex = () => randomBytes(32).toString("hex");
const phrase = () => `kühl ${randomBytes(12).toString("base64url")} wide`;
const [ADDED, DRAFT] = [hex(), hex()];
const [FIRST, SECOND, WRONG, UNSAVED] = [phrase(), phrase(), phrase(), phrase()];
/** As often as a form is filled, each in another kind of field. */
const FORMS = ALL ? ["single", "textarea", "boxes16", "boxes64"] : ["textarea", "boxes16"];
const SHOW = button("Show typed text");
/** Where each browser writes what is sealed, in parts of `layer: file`, */
const SEALED_IN: Record<BrowserName, string[]> = {
  chromium: ["Local Extension Settings/", "IndexedDB/"],
  firefox: ["storage/default/moz-extension"],
};
/** and, as far as it has one form, its session. */
const SESSION_IN: Record<BrowserName, string[]> = {
  chromium: [],
  firefox: ["mozLz4: sessionstore-backups/recovery"],
};
let browser: Driver;

setUp(async () => {
  browser = await launch();
});

/** Types into a field that the browser may write down, in a tab where ours must not be. */
async function plantControl(page: Page, value: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate(async () => {
    const box = document.body.appendChild(document.createElement("textarea"));
    box.id = "control";
    // After a fill our script keeps new fields out of the session: this one is to be in it.
    await new Promise((resolve) => setTimeout(resolve));
    box.removeAttribute("autocomplete");
  });
  await page.type("#control", value);
}

async function addByTyping(app: Page): Promise<void> {
  await toKeys(app);
  await app.click(button("Add my WhatsApp key"));
  await app.type(field("64-digit key"), ADDED.toUpperCase().match(/.{4}/g)?.join(" ") ?? "");
  await app.click(button("Save key"));
  await app.click(button("Reveal"));
  expect(await shownKey(app)).toBe(ADDED);
}

/** Each passphrase is shown once it stands there: a press turns the first button *Show* into *Hide*. */
async function changePassphrase(app: Page): Promise<void> {
  await app.click(link("Settings"));
  await app.type(field("Current passphrase"), FIRST);
  await app.click(SHOW);
  await app.type(field("New passphrase"), SECOND);
  await app.click(SHOW);
  await app.type(field("Repeat new passphrase"), SECOND);
  await app.click(button("Change passphrase"));
  await app.expectText(STATUS, "Passphrase changed");
}

async function lockAndMistype(app: Page): Promise<void> {
  await app.click(button("Lock"));
  await app.type(field("Passphrase"), WRONG);
  await app.click(button("Unlock"));
  await app.expectText(ALERT, errorText["wrong-passphrase"]);
}

/** Fills the key into a practice form; the tab stays as it is. */
async function fillInto(form: string): Promise<Page> {
  const tab = await openPractice(browser, form);
  const popup = await popupOver(browser, tab);
  await pressFill(popup);
  await popup.expectText(STATUS, "Filled");
  await popup.close();
  expect((await appState(tab)).key).toBe(ADDED);
  return tab;
}

async function generateAndCopy(): Promise<string> {
  const popup = await browser.openPopup();
  const generated = await generate(popup);
  await popup.click(button("Copy"));
  await popup.expectText(STATUS, "Copied");
  await popup.close();
  expect(await browser.readClipboard()).toBe(generated);
  return generated;
}

/** A key in the box of *Add*, a passphrase in the shown one of *Settings*. @returns the tab of the second. */
async function leaveHalfDone(app: Page): Promise<Page> {
  await app.bringToFront();
  await app.evaluate(() => {
    location.hash = "#add";
  });
  await app.type(field("64-digit key"), DRAFT);
  const settings = await browser.newPage(`${browser.extUrl(APP)}#settings`);
  await settings.bringToFront();
  await settings.type(field("Current passphrase"), UNSAVED);
  await settings.click(SHOW);
  return settings;
}

const bytesOf = (base64: unknown) => Buffer.from(String(base64), "base64");

story(
  "after everything was done, and a kill while unlocked, no secret is on the disk",
  one("firefox", "this one writes its session down every 2 s, with what stands in fields"),
  async () => {
    test.setTimeout(300_000);
    const app = await createKeyring(browser, FIRST);
    await addByTyping(app);
    await changePassphrase(app);
    await lockAndMistype(app);
    await unlock(app, SECOND);
    const filled: Page[] = [];
    for (const form of FORMS) filled.push(await fillInto(form));
    const generated = await generateAndCopy();
    const settings = await leaveHalfDone(app);

    const unlocked = await stored<{ keyringKey: string }>(app, "session", "unlocked");
    const keyringKey = bytesOf(unlocked?.keyringKey);
    expect(keyringKey).toHaveLength(32);
    const secrets: Secret[] = [
      { name: "added key", value: ADDED },
      { name: "generated key", value: generated },
      { name: "key typed and not saved", value: DRAFT },
      { name: "first passphrase", value: FIRST },
      { name: "second passphrase", value: SECOND },
      { name: "wrong passphrase", value: WRONG },
      { name: "passphrase typed and not used", value: UNSAVED },
      { name: "keyring key", value: keyringKey },
    ];
    const sealed = { name: "sealed", value: bytesOf(await stored(app, "local", "keyring.slot-a")) };

    const controls: Secret[] = [];
    for (const page of [app, settings, ...filled]) {
      const value = hex();
      controls.push({ name: `control ${controls.length}`, value });
      await plantControl(page, value);
    }
    const areFound = async () => {
      const found = await searchProfile(browser.profile, controls);
      return new Set(found.map(({ secret }) => secret)).size === controls.length;
    };
    await waitFor("all controls in the session file", areFound, { everyMs: 1_000 });
    await browser.kill();

    const found = await searchProfile(browser.profile, [...secrets, ...controls, sealed]);
    const placesOf = (sought: Secret[]) =>
      found.filter(({ secret }) => sought.some(({ name }) => name === secret));
    const asText = (sought: Secret[]) =>
      placesOf(sought)
        .map(({ file, layer }) => `${layer}: ${file}`)
        .join("\n");
    expect(placesOf(secrets)).toEqual([]);
    expect(controls.filter((control) => placesOf([control]).length === 0)).toEqual([]);
    for (const place of SESSION_IN[browser.name]) expect(asText(controls)).toContain(place);
    for (const place of SEALED_IN[browser.name]) expect(asText([sealed])).toContain(place);
  },
);
