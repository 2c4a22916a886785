/** Generate, add, see, change and delete keys. */
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { PASSPHRASE } from "./practice.ts";
import {
  ask,
  button,
  createKeyring,
  field,
  GROUPS,
  generate,
  KEYS,
  link,
  popupOver,
  STATUS,
  shownKey,
  type Target,
  text,
  toKey,
  toKeys,
} from "./steps.ts";
import { both, expect, launch, one, setUp, story } from "./story.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const BOTH = both("popup, clipboard, focus and storage are the browser's own");
const OURS = one("chromium", "our own page and messages, alike in both");
const BOX = field("64-digit key");
const KEY_REGION: Target = { role: "region", name: "64-digit key" };
const DELETED: Target = { role: "list", name: "Deleted keys" };
const EARLIER: Target = { role: "list", name: "Old keys" };
let browser: Driver;
let app: Page;

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
});

/** Through the clipboard, as a user would. */
async function paste(value: string): Promise<void> {
  await browser.writeClipboard(value);
  await app.bringToFront();
  await app.click(BOX);
  await app.on(BOX, (box: HTMLTextAreaElement) => box.select());
  await app.press("ControlOrMeta+v");
}

const openKey = (label: string) => toKey(app, label);

/** As a screen reader says them: digit by digit. */
const groupsOfRow = (row: number) =>
  (KEY.slice(row * 16, row * 16 + 16).match(/.{4}/g) ?? []).map((group) => [...group].join(" "));

story(
  "generate: one click in the popup, sealed before the first digit is shown; the tab has it at once",
  BOTH,
  async () => {
    const popup = await browser.openPopup();
    const key = await generate(popup);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    await popup.expectShown(
      text("If you lose this key, nobody can ever open what it encrypted."),
      text("for your own files"),
    );
    await popup.fill(field("Label"), "For the archive");
    await popup.click(button("Save"));
    await popup.expectText(STATUS, "Saved");
    await popup.close();
    await toKeys(app);
    await app.expectText(KEYS, "For the archive");
  },
);

story("add, begun in the popup: goes on in the tab, where a typo is named with its place", BOTH, async () => {
  const popup = await browser.openPopup();
  await popup.click(button("Add my WhatsApp key"));
  await app.expectShown(BOX);
  await popup.close();
  await paste(`O${KEY.slice(1)}`);
  await app.expectSays(/Row A, group 1.*did you mean 0/i);
  await paste(KEY.match(/.{4}/g)?.with(5, "eb5").join(" ") ?? "");
  await app.expectSays("Row B, group 2 has 3 characters");
  expect(await app.isShown(link("Old phone"))).toBe(false);
  await paste(`64-digit key:\n${KEY.toUpperCase().match(/.{16}/g)?.join("\n")}`);
  await app.fill(field("Label"), "Old phone");
  await app.click(button("Save key"));
  await app.click(button("Reveal"));
  expect(await shownKey(app)).toBe(KEY);
  await toKeys(app);
  await app.click(button("Add my WhatsApp key"));
  await app.type(BOX, KEY);
  await app.expectSays("already saved");
});

story("see: hidden until asked for, by the button, and when the user looks elsewhere", BOTH, async () => {
  await openKey("Old phone");
  await app.expectCount(GROUPS, 0);
  expect(await app.text(KEY_REGION)).not.toMatch(/[0-9a-f]/i);
  await app.click(button("Reveal"));
  expect(await shownKey(app)).toBe(KEY);
  await app.expectShown({ role: "image", name: "0 2 4 3" });
  await app.click(button("Hide"));
  await app.expectCount(GROUPS, 0);
  await app.useRealFocus();
  for (const type of ["tab", "window"] as const) {
    await app.bringToFront();
    await app.click(button("Reveal"));
    await shownKey(app);
    const other = await browser.newPage("about:blank", type);
    await browser.focusWindow(other);
    await app.expectCount(GROUPS, 0);
    await other.close();
  }
});

story(
  "see: each group and each row check can be heard",
  one("chromium", "the roles and names are ours, and only here written down whole", "aria-snapshot"),
  async () => {
    const row = (name: string, at: number) =>
      [`- group "Row ${name}":`, ...groupsOfRow(at).map((group) => `  - img "${group}"`)].join("\n");
    await openKey("Old phone");
    await app.click(button("Reveal"));
    const region = app.inChromium().getByRole("region", { name: "64-digit key" });
    await expect(region).toMatchAriaSnapshot(["A", "B", "C", "D"].map(row).join("\n"));
    for (const name of ["A check: 3 5", "B check: j k", "C check: x k", "D check: 4 d"])
      await app.expectShown({ role: "image", name: `Row ${name}` });
    await app.click(button("Hide"));
  },
);

story(
  "see: hidden again after 30 s",
  one("chromium", "our own timer, moved by the test", "page-clock"),
  async () => {
    const page = await browser.newPage(await app.url());
    const { clock } = page.inChromium();
    await clock.install();
    await page.click(button("Reveal"));
    await page.expectCount(GROUPS, 16);
    // The page starts its timer after it has drawn, by the same clock.
    await clock.runFor(1_000);
    await clock.fastForward(28_000);
    await page.expectCount(GROUPS, 16);
    await clock.fastForward(2_500);
    await page.expectCount(GROUPS, 0);
    await page.close();
  },
);

story("rename, ending and note are kept, also when the worker has died", OURS, async () => {
  await openKey("Old phone");
  await app.fill(field("Label"), "My first phone");
  await app.fill(field("Phone number ending"), "42");
  await app.fill(field("Note"), "Bought in spring.");
  await app.click(button("Save"));
  // Each box is saved when it is left: list and status may still speak of the one before.
  const notes = async () => (await ask(app, "entry.list", {})).map(({ note }) => note);
  await expect.poll(notes).toContain("Bought in spring.");
  await app.expectText(STATUS, "Saved");
  await browser.killWorker();
  await app.reload();
  await app.expectValue(field("Note"), "Bought in spring.");
  await toKeys(app);
  await app.expectText(KEYS, "My first phone");
  await app.expectText(KEYS, "Phone ending in 42");
});

story("delete asks, says what it means, and can be taken back", OURS, async () => {
  await openKey("My first phone");
  await app.click(button("Delete"));
  for (const part of ["within 30 days", "deleted for good"])
    await app.expectText({ role: "dialog", name: "Delete this key?" }, part);
  await app.click(button("Cancel"));
  await app.expectShown({ role: "heading", name: "My first phone" });
  await app.click(button("Delete"));
  await app.click(button("Delete key"));
  await app.expectText(STATUS, "You can restore it until");
  await app.expectText(DELETED, "My first phone");
  expect(await app.text(KEYS)).not.toContain("My first phone");
  await app.click(button("Restore", { within: DELETED }));
  await openKey("My first phone");
  await app.click(button("Reveal"));
  expect(await shownKey(app)).toBe(KEY);
});

story("a key that another replaces stays as an old one", OURS, async () => {
  await toKeys(app);
  await app.click(button("Add my WhatsApp key"));
  await app.fill(BOX, "ab".repeat(32));
  await app.fill(field("Label"), "My second phone");
  await app.fill(field("Phone number ending"), "42");
  await app.check(field("This key replaces “My first phone”, which stays as an old key"));
  await app.click(button("Save key"));
  await app.expectShown({ role: "heading", name: "My second phone" });
  await toKeys(app);
  await app.expectText(KEYS, "My second phone");
  expect(await app.text(KEYS)).not.toContain("My first phone");
  await app.click(text("My first phone", { within: EARLIER }));
  await app.expectShown(text("It still opens what it encrypted"));
  await app.click(button("Reveal"));
  expect(await shownKey(app)).toBe(KEY);
});

story("the keyboard alone leads from the passphrase to the copied key", BOTH, async () => {
  await app.click(button("Lock"));
  await app.expectShown(button("Unlock"));
  const popup = await popupOver(browser, app);
  const tabTo = async (target: Target) => {
    await popup.expectShown(target);
    for (let presses = 0; presses < 25; presses++) {
      if (await popup.hasFocus(target)) return;
      await popup.press("Tab");
    }
    throw new Error(`the keyboard does not reach ${JSON.stringify(target)}`);
  };
  await popup.expectFocus(field("Passphrase"));
  await popup.press(...[...PASSPHRASE].map((letter) => (letter === " " ? "Space" : letter)), "Enter");
  await tabTo(button("For the archive"));
  await popup.press("Enter");
  await tabTo(button("Reveal"));
  await popup.press("Space");
  await popup.expectCount(GROUPS, 16);
  await tabTo(button("Copy"));
  await popup.press("Enter");
  await popup.expectText(STATUS, "Copied");
  await popup.close();
});

story("the settings name the shortcuts as they are", BOTH, async () => {
  await app.click(link("Settings"));
  await app.expectShown(text("Alt+Shift+6 opens Sixtyfour. Alt+Shift+4 opens it to fill in a key."));
});
