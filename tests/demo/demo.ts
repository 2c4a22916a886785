/**
 * The main job in a real Chromium, step by step: what `npm start` shows.
 *
 * In a window where there is a display, else headless; a picture of each step goes to demo/. The extension and
 * the practice pages are built before.
 */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";
import { readClipboard } from "../drivers/chromium/chromium-controls.ts";
import {
  appState,
  button,
  expect,
  fillButton,
  firstRunTab,
  generate,
  launch,
  openPractice,
  popupOver,
  ROOT,
  SITE,
  shownKey,
  textBox,
} from "../e2e/chromium/setup.ts";
import { pause } from "../support/wait.ts";

const PICTURES = resolve(ROOT, "demo");
/** The sample of docs/formats.md: it locks nothing. */
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
    await page.screenshot({ path: join(PICTURES, `${number}.png`) });
    console.log(`${number}  ${sentence}`);
    await pause(STEP_MS);
  };
}

/** @returns whether the page's form holds the key at the end. */
export async function demo(): Promise<boolean> {
  const tell = createTeller();
  console.log(`\nChromium starts${hasDisplay ? "" : " without a window"}, with a fresh profile.\n`);
  const browser = await launch({ headless: !hasDisplay });
  try {
    const app = await firstRunTab(browser);
    await button(app, "Generate a passphrase").click();
    await expect(textBox(app, "Passphrase")).toHaveValue(/-/);
    await tell("The extension opens its tab. One press makes a passphrase of five words.", app);
    await button(app, "Create keyring").click();
    await expect(button(app, "Lock")).toBeVisible({ timeout: 30_000 });
    await tell("The keyring is created, sealed, and open.", app);

    const first = await popupOver(browser, app);
    const generated = await generate(first.page);
    await tell(
      "The popup generates a key: sealed and read back before its first digit is shown.",
      first.page,
    );
    await button(first.page, "Copy").click();
    await expect(first.page.getByRole("status")).toContainText("Copied");
    await tell("It is copied for a password manager, and will be cleared from the clipboard.", first.page);
    await first.close();
    const copied = (await readClipboard(browser)) === generated;
    console.log(`    On the clipboard: ${copied ? "the 64 digits and nothing else" : "something else!"}`);

    await button(app, "Add a key").click();
    await textBox(app, "64-digit key").fill(`O${SAMPLE.slice(1)}`);
    await textBox(app, "Label").fill("Phone in daily use");
    await expect(app.getByText(/Did you mean 0/)).toBeVisible();
    await tell("The key from the phone is typed in. A slip is named by its row and group.", app);
    await textBox(app, "64-digit key").fill(SAMPLE);
    await button(app, "Save key").click();
    await button(app, "Reveal").click();
    await expect.poll(() => shownKey(app)).toBe(SAMPLE);
    await tell("Set right, it is saved, and shown in groups.", app);

    const tab = await openPractice(browser, "boxes16");
    await expect(button(tab, "Restore")).toBeDisabled();
    await tell(`A practice page at ${SITE} (served to this browser alone) asks for the key.`, tab);
    const second = await popupOver(browser, tab);
    const fill = await fillButton(second.page);
    await tell("The popup shows the page's origin, its form, and the key that will be filled.", second.page);
    await fill.click();
    await expect(second.page.getByRole("status")).toContainText("Filled");
    await tell("It is filled at the press, read back, and not submitted.", second.page);
    await second.close();
    await expect(button(tab, "Restore")).toBeEnabled();
    await tell("The page's own button has woken up.", tab);

    const { key, events } = await appState(tab);
    const isThere = [SAMPLE, generated].includes(key) && !events.includes("submitted");
    console.log(`\nThe key is ${isThere ? "" : "NOT "}in the form. Pictures of each step: demo/\n`);
    return copied && isThere;
  } finally {
    await browser.close();
  }
}
