/** The first run in the full tab, and a sealed file that opens in a fresh profile. */

import { addText } from "../../src/ui/text/en/add-key.ts";
import { firstRunPress, restoredText } from "../../src/ui/text/en/first-run.ts";
import { openerText } from "../../src/ui/text/en/imports.ts";
import { words } from "../../src/ui/text/en/shared-words.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { SCRATCH_PAGES } from "../drivers/scratch-extension.ts";
import { holds, waitFor } from "../support/wait.ts";
import { PASSPHRASE, SITE } from "./practice.ts";
import {
  ALERT,
  addKey,
  button,
  createKeyring,
  field,
  firstRunTab,
  generate,
  KEYS,
  link,
  STATUS,
  shownKey,
  text,
  toKeys,
  unlock,
} from "./steps.ts";
import { both, expect, launch, one, setUp, story } from "./story.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const OURS = one("chromium", "our own page and file, alike in both");
const ASKED = one("chromium", "what the page asks of a browser is in its attributes, alike in both");
let browser: Driver;
let app: Page;
let passphrase = "";
let generated: string;
let file: Uint8Array;

setUp(async () => {
  browser = await launch();
  app = await firstRunTab(browser);
  await app.bringToFront();
});

story(
  "the installation opens the tab, which says where keys live and that nobody can reset",
  OURS,
  async () => {
    await app.expectShown(
      text("keeps the 64-digit keys of your end-to-end encrypted WhatsApp backups"),
      text("Your keys exist only in this browser profile. Removing the extension deletes them."),
      text("we can't reset it"),
      button("Open a saved file"),
    );
  },
);

story("weak passphrases are refused with the reason, and two that differ", OURS, async () => {
  const refused = [
    ["short", "short", /too short\. Use at least 8 characters/],
    ["password1", "password1", /too easy to guess\..*(most used passwords|people use this password)/],
    ["qwertyuiop", "qwertyuiop", /too easy to guess\../],
    ["plain wide river stone lamp", "plain wide river stone lamb", /do not match/],
  ] as const;
  for (const [first, second, reason] of refused) {
    await app.fill(field("Passphrase"), first);
    await app.fill(field("Repeat passphrase"), second);
    await app.click(button("Set up Sixtyfour"));
    await app.expectText(ALERT, reason);
  }
  expect(await app.isShown(button("Lock"))).toBe(false);
});

story("one press makes five words for both boxes; with them the keyring is created", OURS, async () => {
  await app.click(button("Generate a passphrase"));
  // The word list is a chunk that is loaded at the press.
  await app.expectValue(field("Passphrase"), /^[a-z]+(-[a-z]+){4}$/);
  passphrase = await app.value(field("Passphrase"));
  expect(await app.value(field("Repeat passphrase"))).toBe(passphrase);
  await app.expectShown(text(passphrase));
  await app.click(button("Set up Sixtyfour"));
  await app.expectText(STATUS, "All set");
  expect(await app.text("body")).not.toContain(passphrase);
  await toKeys(app);
  generated = await generate(app);
  await addKey(app, KEY, "Old phone");
});

story("the encrypted keys go to a file", OURS, async () => {
  await app.click(link("Settings"));
  const { name, bytes } = await browser.download(app, () => app.click(button("Save your encrypted keys")));
  expect(name).toBe("sixtyfour-keyring.sealed");
  await app.expectText(STATUS, "Your encrypted keys");
  expect(Buffer.from(bytes.subarray(0, 8)).toString()).toBe("64KEYRNG");
  for (const secret of [KEY, generated, passphrase, "Old phone"])
    expect(Buffer.from(bytes).includes(secret)).toBe(false);
  file = bytes;
});

story("the browser does not offer to save the passphrase, but a login form's password", ASKED, async () => {
  const isQuiet = async () => !(await browser.offersToSavePassword());
  if (passphrase === "") {
    passphrase = PASSPHRASE;
    await createKeyring(browser);
  }
  await app.click(button("Lock"));
  await unlock(app, passphrase);
  await holds("not asked", 1_000, isQuiet);
  await app.click(button("Lock"));
  await app.type(field("Passphrase"), passphrase);
  await app.reload(); // Firefox may also ask when a page with a filled password box goes away
  await holds("not asked", 1_000, isQuiet);
  await browser.serve(SITE, SCRATCH_PAGES);
  const page = await browser.newPage(`${SITE}/`);
  await page.bringToFront();
  await page.type("[name=user]", "someone");
  await page.type("[name=password]", "not a real one");
  await page.click(button("Log in"));
  await waitFor("the offer", async () => !(await isQuiet()));
  await page.close();
});

story("the file opens in a fresh profile with its passphrase, and holds the same keys", OURS, async () => {
  const page = await firstRunTab(await launch());
  const open = (name: string, bytes: Uint8Array) =>
    page.chooseFiles(button("Open a saved file"), [{ name, bytes }]);
  await open("other", Buffer.from("nothing of ours"));
  await page.expectText(ALERT, "holds no saved Sixtyfour keys");
  await open("keyring", file);
  await page.expectText(STATUS, openerText["sealed-keyring"].needed);
  await page.fill(field(openerText["sealed-keyring"].label), `${passphrase}-`);
  await page.click(button(firstRunPress.lookInFile));
  await page.expectText(ALERT, openerText["sealed-keyring"].wrong);
  await page.fill(field(openerText["sealed-keyring"].label), passphrase);
  await page.click(button(firstRunPress.lookInFile));
  await page.click(button(firstRunPress.restoreAll));
  await page.expectText(STATUS, restoredText(2));
  const found: string[] = [];
  for (const nth of [0, 1]) {
    await toKeys(page);
    await page.click({ role: "link", within: KEYS, nth });
    await page.click(button("Reveal"));
    found.push(await shownKey(page));
  }
  await toKeys(page);
  await page.expectCount({ role: "link", within: KEYS }, 2);
  expect(found.toSorted()).toEqual([KEY, generated].toSorted());
});

/** What the user does in this page from now on: presses of anything that can be pressed, and Tabs. */
async function countActs(page: Page): Promise<() => Promise<{ presses: number; tabs: number }>> {
  await page.evaluate(() => {
    const acts = { presses: 0, tabs: 0 };
    Object.assign(window, { acts });
    const press = ({ isTrusted, target }: Event) => {
      if (isTrusted && (target as Element).closest("button, a, summary, label, input")) acts.presses++;
    };
    addEventListener("click", press, true);
    addEventListener("keydown", ({ key }) => void (key === "Tab" && acts.tabs++), true);
  });
  return () => page.evaluate(() => (window as unknown as { acts: { presses: number; tabs: number } }).acts);
}

const FOCUS = both("focus and the clipboard are the browser's own");
const BOX = field(words.theKey);

async function freshTab(): Promise<{ fresh: Driver; page: Page }> {
  const fresh = await launch();
  const page = await firstRunTab(fresh);
  await page.bringToFront();
  await page.expectShown(field("Passphrase"));
  await page.expectFocus(field("Passphrase"));
  return { fresh, page };
}

story("from the installation, the first key is saved with three presses", FOCUS, async () => {
  const { fresh, page } = await freshTab();
  const acts = await countActs(page);
  await page.click(button("Generate a passphrase"));
  await page.expectValue(field("Passphrase"), /-/);
  await page.click(button("Set up Sixtyfour"));
  await page.expectShown(BOX);
  await page.expectFocus(BOX);
  await fresh.writeClipboard(KEY);
  await page.bringToFront();
  await page.press("ControlOrMeta+v");
  await page.expectValue(BOX, KEY);
  await page.click(button("Save key"));
  await page.expectText(STATUS, addText.saved);
  await page.expectShown(button("Reveal"));
  expect(await acts()).toEqual({ presses: 3, tabs: 0 });
});

story("by keyboard, the first key is saved with one Tab", FOCUS, async () => {
  const { page } = await freshTab();
  const acts = await countActs(page);
  const typed = [...PASSPHRASE].map((letter) => (letter === " " ? "Space" : letter));
  await page.press(...typed);
  await page.press("Tab");
  await page.expectFocus(field("Repeat passphrase"));
  await page.press(...typed, "Enter");
  await page.expectShown(BOX);
  await page.expectFocus(BOX);
  await page.press(...KEY, "Enter");
  await page.expectText(STATUS, addText.saved);
  await page.expectShown(button("Reveal"));
  expect(await acts()).toEqual({ presses: 0, tabs: 1 });
});
