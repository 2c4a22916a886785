/** The vault page in Firefox against the real server: a key stored, restored in a fresh profile, set anew. */
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import type { FirefoxPage } from "../../drivers/firefox/firefox-page.ts";
import { startVault, type TestVault } from "../../support/vault/running.ts";
import {
  ALERT,
  APP,
  addKey,
  ask,
  button,
  createKeyring,
  expect,
  expectShown,
  expectText,
  field,
  launch,
  STATUS,
  test,
} from "./setup.ts";

test.describe.configure({ mode: "serial" });

const VAULT_PAGE = "ui/vault/vault.html";
const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const PASSWORD = "stone lamp wide river plain";
const OTHER_PASSWORD = "north amber cloud paper wheel";
let vault: TestVault;
let original: Firefox;
let fresh: Firefox;
let page: FirefoxPage;
let other: FirefoxPage;
let name: string;

/** Without its own prompt, which no test can reach, Firefox grants what is asked within a user's act. */
const PREFS = { "extensions.webextOptionalPermissionPrompts": false };
const ALLOW = button("Allow sending");

test.beforeAll(async () => {
  vault = await startVault();
  original = await launch({ prefs: PREFS });
  const app = await createKeyring(original);
  await addKey(app, KEY, "Daily phone", "42");
  page = await original.newPage(original.extUrl(VAULT_PAGE));
});
test.afterAll(async () => {
  await original.close();
  await fresh?.close();
  await vault.stop();
});

async function look(at: FirefoxPage): Promise<void> {
  await at.fill(field("Address of the vault"), vault.running.address);
  await at.click(button("Look at this vault"));
  await expectShown(at, "Fingerprint of the vault");
}

test("nothing is sent before Firefox has the user's consent, nor once it is withdrawn", async () => {
  const LOOK = button("Look at this vault");
  await expectShown(page, "Before anything is sent");
  expect(await page.has(LOOK)).toBe(false);
  await page.click(ALLOW);
  await page.find(LOOK);
  await page.evaluate(`browser.permissions.remove({ data_collection: ["authenticationInfo"] })`);
  await expectShown(page, "Before anything is sent");
  expect(await page.has(LOOK)).toBe(false);
  await page.click(ALLOW);
  await page.find(LOOK);
});

test("a key is stored, and read back from the vault", async () => {
  await look(page);
  await expect.poll(() => page.value(field("Name of the record"))).toMatch(/^\S+-\S+-\S+-\S+$/);
  name = await page.value(field("Name of the record"));
  await page.fill(field("Vault password"), PASSWORD);
  await page.fill(field("Repeat vault password"), PASSWORD);
  await page.click(button("Store in this vault"));
  await expectText(page, STATUS, "The key is in the vault, and was read back from it.");
});

test("it is restored in a fresh profile, with the failed tries", async () => {
  fresh = await launch({ prefs: PREFS });
  const app = await createKeyring(fresh);
  other = await fresh.newPage(fresh.extUrl(`${VAULT_PAGE}#restore`));
  await other.click(ALLOW);
  await look(other);
  await other.fill(field("Name of the record"), name);
  await other.fill(field("Vault password"), OTHER_PASSWORD);
  await other.click(button("Restore the key"));
  await expectText(other, ALERT, "9 tries left");
  await other.fill(field("Vault password"), PASSWORD);
  await other.click(button("Restore the key"));
  await expectText(other, STATUS, "The 64 digits are back: “Daily phone”. 1 failed try since");
  const [entry] = await ask(app, "entry.list", {});
  expect(await ask(app, "key.reveal", { id: entry?.id ?? "" })).toEqual({ hex: KEY });
});

test("a new password is set on the original device without the old one", async () => {
  await page.click(button("Set a new password"));
  await page.fill(field("New vault password"), OTHER_PASSWORD);
  await page.fill(field("Repeat new vault password"), OTHER_PASSWORD);
  await page.click(button("Set a new password"));
  await expectText(page, STATUS, "The new password is set");
  await other.fill(field("Vault password"), OTHER_PASSWORD);
  await other.click(button("Prove it with the password"));
  await expectText(other, STATUS, "The password gives this very key back.");
});

test("no page but the vault's reaches a network", async () => {
  const reaches = (at: FirefoxPage) =>
    at.evaluate<boolean>(`fetch("${vault.running.address}/v1/vault").then(() => true, () => false)`);
  expect(await reaches(page)).toBe(true);
  const app = await original.newPage(original.extUrl(APP));
  expect(await reaches(app)).toBe(false);
});
