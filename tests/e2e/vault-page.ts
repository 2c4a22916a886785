/** The vault page in either browser, by the names that users meet. */
import { keyChoiceText } from "../../src/ui/text/en/shared-words.ts";
import { vaultPress, vaultText } from "../../src/ui/text/en/vault.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { waitFor } from "../support/wait.ts";
import { APP, addKey, ask, button, field, type Target, text } from "./steps.ts";

export const VAULT_PAGE = "ui/pages/vault/vault.html";
export const PASSWORD = "stone lamp wide river plain";
export const OTHER_PASSWORD = "north amber cloud paper wheel";
/** Where the browser keeps the user's consent to sending data: without its own prompt, which no test can reach, Firefox
 * grants what is asked within a user's act. */
export const PREFS = { "extensions.webextOptionalPermissionPrompts": false };
export const ALLOW = button("Allow sending");
export const LOOK = button("Contact vault");
export const STORING = "Store a key";
export const RESTORING = "Restore from key vault";
export const STORED = "Key stored in the vault and verified.";

/** A part of the page by its heading: a record by the label of its key. */
export const part = (heading: string): Target => ({ role: "region", name: heading });

/** With the consent given, where the browser asks for one. */
export async function openVaultPage(browser: Driver, hash = ""): Promise<Page> {
  const page = await browser.newPage(browser.extUrl(`${VAULT_PAGE}${hash}`));
  if (!browser.can("data-consent")) return page;
  const asks = () => page.isShown(ALLOW);
  await waitFor("the question or what follows it", async () => (await asks()) || (await page.isShown(LOOK)));
  if (await asks()) await page.click(ALLOW);
  return page;
}

/** A key of its own for each story, and the vault page, while `act` runs. */
export async function withKey(
  browser: Driver,
  label: string,
  act: (page: Page, key: string) => Promise<void>,
): Promise<void> {
  const app = await browser.newPage(browser.extUrl(APP));
  const key = Buffer.from(label.padEnd(32).slice(0, 32)).toString("hex");
  await addKey(app, key, label, "42");
  await app.close();
  const page = await openVaultPage(browser);
  await act(page, key);
  await page.close();
}

/** Until the vault ID of the vault at this address is there to be compared. */
export async function look(page: Page, heading: string, address: string): Promise<void> {
  const within = part(heading);
  await page.fill(field("Vault address", { within }), address);
  await page.click(button("Contact vault", { within }));
  await page.expectShown(text("Compare this vault ID", { within }));
}

/** Chooses the key and stores it. @returns the name of the record. */
export async function store(page: Page, address: string, label: string): Promise<string> {
  const within = part(STORING);
  const entry = (await ask(page, "entry.list", {})).find((one) => one.label === label);
  await page.select(field("Key", { within }), entry ? keyChoiceText(entry) : label);
  await look(page, STORING, address);
  const name = field("Name of vault entry", { within });
  await page.expectValue(name, /^\S+-\S+-\S+-\S+$/);
  const chosen = await page.value(name);
  await page.fill(field("Vault password", { within }), PASSWORD);
  await page.fill(field("Repeat vault password", { within }), PASSWORD);
  await page.click(button("Store key", { within }));
  return chosen;
}

export async function restore(page: Page, address: string, name: string, password: string): Promise<void> {
  const within = part(RESTORING);
  // Drawn, or its fields are counted before they are there.
  await page.expectShown(within);
  // A try that was refused leaves the vault as it was looked at.
  if ((await page.count(field("Vault address", { within }))) > 0) await look(page, RESTORING, address);
  await page.fill(field("Name of vault entry", { within }), name);
  await page.fill(field("Vault password", { within }), password);
  await page.click(button("Restore key", { within }));
}

/** Opens the menu of the record of this label. */
export async function manage(page: Page, label: string): Promise<void> {
  const within = part(label);
  await page.expectShown(text(vaultText.manage, { within }));
  if (!(await page.isShown(button(vaultPress.forget, { within }))))
    await page.click(text(vaultText.manage, { within }));
  await page.expectShown(button(vaultPress.forget, { within }));
}

/** Shows that the password gives back the key of this label. */
export async function verifyWith(page: Page, label: string, password: string): Promise<void> {
  const within = part(label);
  await manage(page, label);
  await page.fill(field("Vault password", { within }), password);
  await page.click(button("Verify with the password", { within }));
}
