/** Generate, add, see, change and delete keys. */
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import { type FirefoxPage, KEYS as KEYBOARD, type Target } from "../../drivers/firefox/firefox-page.ts";
import { waitFor } from "../../support/wait.ts";
import {
  button,
  createKeyring,
  expect,
  expectShown,
  expectText,
  field,
  GROUPS,
  generate,
  KEYS,
  launch,
  link,
  STATUS,
  shownKey,
  test,
} from "./setup.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const BOX = field("64-digit key");
const DELETED: Target = { role: "list", name: "Deleted keys" };
let firefox: Firefox;
let app: FirefoxPage;

test.beforeAll(async () => {
  firefox = await launch();
  app = await createKeyring(firefox);
});
test.afterAll(() => firefox.close());

/** Through the clipboard, as a user would. */
async function paste(text: string): Promise<void> {
  await firefox.window.writeClipboard(text);
  await app.click(BOX);
  await app.on(BOX, "(element) => element.select()");
  await app.press({ hold: [KEYBOARD.Control], key: "v" });
}

async function openKey(label: string): Promise<void> {
  await app.bringToFront();
  await app.click(link(label));
  await app.find({ role: "heading", name: label });
}

test("generate: one click in the popup; the list in the tab has it at once", async () => {
  const popup = await firefox.openPopup();
  const key = await generate(popup);
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  await expectShown(popup, "If you lose this key, nobody can open what it locked, for good.");
  await expectShown(popup, "locks files with Sixtyfour");
  await popup.fill(field("Label"), "For the archive");
  await popup.click(button("Save"));
  await expectText(popup, STATUS, "Saved");
  await firefox.window.closePopup();
  await expectText(app, KEYS, "For the archive");
});

test("add, begun in the popup: goes on in the tab, where a slip is named with its place", async () => {
  const popup = await firefox.openPopup();
  await popup.click(button("Add a key"));
  await app.find(BOX);
  await firefox.window.closePopup();
  await app.bringToFront();
  await paste(`O${KEY.slice(1)}`);
  await expectShown(app, /Row A, group 1.*did you mean 0/i);
  await paste(KEY.match(/.{4}/g)?.with(5, "eb5").join(" ") ?? "");
  await expectShown(app, "Row B, group 2 has 3 characters");
  expect(await app.has(link("Old phone"))).toBe(false);
  await paste(`64-digit key:\n${KEY.toUpperCase().match(/.{16}/g)?.join("\n")}`);
  await app.fill(field("Label"), "Old phone");
  await app.click(button("Save key"));
  await app.click(button("Reveal"));
  expect(await shownKey(app)).toBe(KEY);
  await app.click(button("Add a key"));
  await app.type(BOX, KEY);
  await expectShown(app, "already in the keyring");
});

test("see: hidden until asked for, by the button, and when the user looks elsewhere", async () => {
  await openKey("Old phone");
  expect(await app.has(GROUPS)).toBe(false);
  await app.click(button("Reveal"));
  expect(await shownKey(app)).toBe(KEY);
  expect(await app.all({ role: "image", name: "0 2 4 3" })).toHaveLength(1);
  await app.click(button("Hide"));
  await app.waitForGone(GROUPS);
  for (const type of ["tab", "window"] as const) {
    await app.bringToFront();
    await app.click(button("Reveal"));
    await shownKey(app);
    const other = await firefox.newPage("about:blank", type);
    await other.bringToFront();
    await app.waitForGone(GROUPS);
    await other.close();
  }
});

test("rename, ending and note are kept", async () => {
  await openKey("Old phone");
  await app.fill(field("Label"), "My first phone");
  await app.fill(field("Phone number ending"), "42");
  await app.fill(field("Note"), "Bought in spring.");
  await app.click(button("Save"));
  await expectText(app, STATUS, "Saved");
  await firefox.window.stopBackground();
  await app.reload();
  await waitFor("the note", async () => (await app.value(field("Note"))) === "Bought in spring.");
  await expectText(app, KEYS, "My first phone");
  await expectText(app, KEYS, "Phone ending in 42");
});

test("delete asks, says what it means, and can be taken back", async () => {
  await openKey("My first phone");
  await app.click(button("Delete"));
  for (const part of ["within 30 days", "gone for good"])
    await expectText(app, { role: "dialog", name: "Delete this key?" }, part);
  await app.click(button("Cancel"));
  await expectText(app, KEYS, "My first phone");
  await app.click(button("Delete"));
  await app.click(button("Delete key"));
  await expectText(app, STATUS, "You can restore it until");
  await expectText(app, DELETED, "My first phone");
  expect(await app.text(KEYS)).not.toContain("My first phone");
  await app.click(button("Restore"));
  await openKey("My first phone");
  await app.click(button("Reveal"));
  expect(await shownKey(app)).toBe(KEY);
});

test("the settings name the shortcuts as they are", async () => {
  await app.click(link("Settings"));
  await expectShown(app, "Alt+Shift+6 opens Sixtyfour, Alt+Shift+4 opens it at the fill step.");
});
