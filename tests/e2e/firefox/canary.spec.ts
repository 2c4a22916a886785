/**
 * The profile on disk holds no secret, whatever was done and however the browser ended, although Firefox writes its
 * session down every 2 s.
 *
 * Controls: ordinary fields in the very tabs that held secrets, and the sealed bytes. What the browser writes of
 * those must be found, or the search and the wait before it prove nothing.
 */
import { randomBytes } from "node:crypto";
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import type { FirefoxPage } from "../../drivers/firefox/firefox-page.ts";
import { type Secret, searchProfile } from "../../support/canary.ts";
import { waitFor } from "../../support/wait.ts";
import {
  ALERT,
  APP,
  appState,
  button,
  createKeyring,
  expect,
  expectText,
  field,
  generate,
  launch,
  link,
  openPractice,
  popupOver,
  pressFill,
  STATUS,
  shownKey,
  test,
  unlock,
} from "./setup.ts";

const hex = () => randomBytes(32).toString("hex");
const phrase = () => `kühl ${randomBytes(12).toString("base64url")} wide`;
const [ADDED, DRAFT] = [hex(), hex()];
const [FIRST, SECOND, WRONG, UNSAVED] = [phrase(), phrase(), phrase(), phrase()];
const SHOW = button("Show what is typed");
let firefox: Firefox;

test.beforeAll(async () => {
  firefox = await launch();
});
test.afterAll(() => firefox.close());

/** Types into a field that the browser may write down, in a tab where ours must not be. */
async function plantControl(page: FirefoxPage, value: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate(
    `document.body.append(Object.assign(document.createElement("textarea"), { id: "control" }))`,
  );
  // After a fill our script keeps new fields out of the session: this one is to be in it.
  await page.evaluate(`document.getElementById("control").removeAttribute("autocomplete")`);
  await page.type("#control", value);
}

async function stored(page: FirefoxPage, area: "local" | "session", key: string): Promise<unknown> {
  const all = await page.evaluate<Record<string, unknown>>(`browser.storage.${area}.get("${key}")`);
  return all[key];
}

async function keyringKey(page: FirefoxPage): Promise<Buffer> {
  const unlocked = (await stored(page, "session", "unlocked")) as { keyringKey: string };
  return Buffer.from(unlocked.keyringKey, "base64");
}

async function addByTyping(app: FirefoxPage): Promise<void> {
  await app.click(button("Add a key"));
  await app.type(field("64-digit key"), ADDED.toUpperCase().match(/.{4}/g)?.join(" ") ?? "");
  await app.click(button("Save key"));
  await app.click(button("Reveal"));
  expect(await shownKey(app)).toBe(ADDED);
}

async function changePassphrase(app: FirefoxPage): Promise<void> {
  await app.click(link("Settings"));
  await app.type(field("Current passphrase"), FIRST);
  await app.click(SHOW);
  await app.click(SHOW);
  await app.type(field("New passphrase"), SECOND);
  await app.type(field("Repeat new passphrase"), SECOND);
  await app.click(button("Change passphrase"));
  await expectText(app, STATUS, "is changed");
}

async function lockAndMistype(app: FirefoxPage): Promise<void> {
  await app.click(button("Lock"));
  await app.type(field("Passphrase"), WRONG);
  await app.click(button("Unlock"));
  await expectText(app, ALERT, "not the passphrase");
}

/** Fills the key into a practice form; the tab stays as it is. */
async function fillInto(form: string): Promise<FirefoxPage> {
  const tab = await openPractice(firefox, form);
  const popup = await popupOver(firefox, tab);
  await pressFill(popup);
  await expectText(popup, STATUS, "Filled");
  await firefox.window.closePopup();
  expect((await appState(tab)).key).toBe(ADDED);
  return tab;
}

test("after everything was done, and a kill while unlocked, no secret is on the disk", async () => {
  test.setTimeout(240_000);
  const app = await createKeyring(firefox, FIRST);
  await addByTyping(app);
  await changePassphrase(app);
  await lockAndMistype(app);
  await unlock(app, SECOND);

  const filled: FirefoxPage[] = [];
  for (const form of ["single", "textarea", "boxes16", "boxes64"]) filled.push(await fillInto(form));
  const popup = await firefox.openPopup();
  const generated = await generate(popup);
  await popup.click(button("Copy"));
  await expectText(popup, STATUS, "Copied");
  await firefox.window.closePopup();
  expect(await firefox.window.readClipboard()).toBe(generated);

  // Left half done: a key in the box of *Add*, a passphrase in the shown one of *Settings*.
  await app.bringToFront();
  await app.evaluate(`location.hash = "#add"`);
  await app.type(field("64-digit key"), DRAFT);
  const settings = await firefox.newPage(`${firefox.extUrl(APP)}#settings`);
  await settings.bringToFront();
  await settings.type(field("Current passphrase"), UNSAVED);
  await settings.click(SHOW);
  const secrets: Secret[] = [
    { name: "added key", value: ADDED },
    { name: "generated key", value: generated },
    { name: "key typed and not saved", value: DRAFT },
    { name: "first passphrase", value: FIRST },
    { name: "second passphrase", value: SECOND },
    { name: "wrong passphrase", value: WRONG },
    { name: "passphrase typed and not used", value: UNSAVED },
    { name: "keyring key", value: await keyringKey(app) },
  ];
  const sealed = {
    name: "sealed",
    value: Buffer.from(String(await stored(app, "local", "keyring.slot-a")), "base64"),
  };
  const planted = [app, settings, ...filled].map((page, at) => ({
    page,
    control: { name: `control ${at}`, value: hex() },
  }));
  for (const { page, control } of planted) await plantControl(page, control.value);
  const controls = planted.map(({ control }) => control);
  const namesFound = async (sought: Secret[]) =>
    new Set((await searchProfile(firefox.profile, sought)).map(({ secret }) => secret));
  await waitFor(
    "all controls in the session file",
    async () => (await namesFound(controls)).size === controls.length,
    { timeoutMs: 45_000, everyMs: 1_000 },
  );
  await firefox.kill();

  expect(await searchProfile(firefox.profile, secrets)).toEqual([]);
  const foundIn = async (sought: Secret[]) =>
    (await searchProfile(firefox.profile, sought)).map(({ file, layer }) => `${layer}: ${file}`).join("\n");
  expect(await namesFound(controls)).toEqual(new Set(controls.map(({ name }) => name)));
  expect(await foundIn(controls)).toContain("mozLz4: sessionstore-backups/recovery");
  expect(await foundIn([sealed])).toContain("storage/default/moz-extension");
});
