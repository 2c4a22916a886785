/**
 * The main job in a real Chromium, step by step: what `npm start` shows.
 *
 * In a window where there is a display, else headless; a picture of each step goes to demo/. The extension
 * and the practice pages are built before.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { launchBrowser, SHIPPED_BUILDS } from "../drivers/launch.ts";
import type { Page } from "../drivers/page.ts";
import { ROOT, SITE } from "../e2e/practice.ts";
import {
  appState,
  button,
  FILL,
  field,
  firstRunTab,
  generate,
  openPractice,
  popupOver,
  STATUS,
  shownKey,
  text,
  waitForFill,
} from "../e2e/steps.ts";
import { pause, waitFor } from "../support/wait.ts";

const PICTURES = resolve(ROOT, "demo");
/** The sample of docs/formats.md: it opens nothing. */
const SAMPLE = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const hasDisplay = Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
/** Long enough to follow by eye. */
const STEP_MS = hasDisplay ? 1500 : 0;

function createTeller(): (sentence: string, page: Page) => Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  for (const name of readdirSync(PICTURES)) if (/^\d\d\.png$/.test(name)) rmSync(join(PICTURES, name));
  let step = 0;
  return async (sentence, page) => {
    const number = String(++step).padStart(2, "0");
    writeFileSync(join(PICTURES, `${number}.png`), await page.screenshot());
    console.log(`${number}  ${sentence}`);
    await pause(STEP_MS);
  };
}

const isDisabled = (tab: Page) => tab.on(button("Restore"), (it: HTMLButtonElement) => it.disabled);

/** @returns whether the page's form holds the key at the end. */
export async function demo(): Promise<boolean> {
  const tell = createTeller();
  console.log(`\nChromium starts${hasDisplay ? "" : " without a window"}, with a fresh profile.\n`);
  const browser = await launchBrowser("chromium", {
    extension: SHIPPED_BUILDS.chromium,
    headless: !hasDisplay,
  });
  try {
    const app = await firstRunTab(browser);
    await app.click(button("Generate a passphrase"));
    await app.expectValue(field("Passphrase"), /-/);
    await tell("The extension opens its tab. One press makes a passphrase of five words.", app);
    await app.click(button("Set up Sixtyfour"));
    await app.expectShown(button("Lock"));
    await tell("Sixtyfour is set up, encrypted with the passphrase, and unlocked.", app);

    const first = await popupOver(browser, app);
    const generated = await generate(first);
    await tell(
      "The popup generates a key. It is encrypted, saved and read back before its first digit is shown.",
      first,
    );
    await first.click(button("Copy"));
    await first.expectText(STATUS, "Copied");
    await tell("It is copied for a password manager, and will be cleared from the clipboard.", first);
    await first.close();
    const copied = (await browser.readClipboard()) === generated;
    console.log(`    On the clipboard: ${copied ? "the 64 digits and nothing else" : "something else!"}`);

    await app.click(button("Add my WhatsApp key"));
    await app.fill(field("64-digit key"), `O${SAMPLE.slice(1)}`);
    await app.fill(field("Label"), "Phone in daily use");
    await app.expectShown(text(/Did you mean 0/));
    await tell("The key from the phone is typed in. Sixtyfour points to a typo by its row and group.", app);
    await app.fill(field("64-digit key"), SAMPLE);
    await app.click(button("Save key"));
    await app.click(button("Reveal"));
    await waitFor("the key on the screen", async () => (await shownKey(app)) === SAMPLE);
    await tell("Without the typo it is saved, and shown in groups.", app);

    const tab = await openPractice(browser, "boxes16");
    await waitFor("the button asleep", () => isDisabled(tab));
    await tell(`A practice page at ${SITE} (served to this browser alone) asks for the key.`, tab);
    const second = await popupOver(browser, tab);
    await waitForFill(second);
    await tell("The popup shows the page's origin, its form, and the key that will be filled.", second);
    await second.click(FILL);
    await second.expectText(STATUS, "Filled");
    await tell("One press fills it. It is read back, and not submitted.", second);
    await second.close();
    await waitFor("the button awake", async () => !(await isDisabled(tab)));
    await tell("The page's own button is enabled now.", tab);

    const { key, events } = await appState(tab);
    const isThere = [SAMPLE, generated].includes(key) && !events.includes("submitted");
    console.log(`\nThe key is ${isThere ? "" : "NOT "}in the form. Pictures of each step: demo/\n`);
    return copied && isThere;
  } finally {
    await browser.close();
  }
}
