/** The vault page in a real Chromium, by the names that users meet. */
import type { Locator, Page } from "@playwright/test";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { addKey, createKeyring, expect } from "./setup.ts";

export const VAULT_PAGE = "ui/vault/vault.html";
export const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
export const LABEL = "Daily phone";
export const PASSWORD = "stone lamp wide river plain";
export const OTHER_PASSWORD = "north amber cloud paper wheel";

export const part = (page: Page, heading: string): Locator =>
  page.getByRole("region", { name: heading, exact: true });
export const box = (within: Locator, label: string): Locator => within.getByLabel(label, { exact: true });
export const press = (within: Locator, name: string): Promise<void> =>
  within.getByRole("button", { name, exact: true }).click();
export const status = (page: Page): Locator => page.getByRole("status");
export const alert = (page: Page): Locator => page.getByRole("alert");

/** A keyring with one key, and the vault page. */
export async function withKey(browser: Chromium): Promise<Page> {
  const app = await createKeyring(browser);
  await addKey(app, KEY, LABEL, "42");
  return browser.newPage(browser.extUrl(VAULT_PAGE));
}

export async function look(page: Page, heading: string, address: string): Promise<Locator> {
  const within = part(page, heading);
  await box(within, "Address of the vault").fill(address);
  await press(within, "Look at this vault");
  await expect(within.getByText("Fingerprint of the vault")).toBeVisible();
  return within;
}

/** @returns the name of the record. */
export async function store(page: Page, address: string, password = PASSWORD): Promise<string> {
  const within = await look(page, "Store a key", address);
  const name = box(within, "Name of the record");
  await expect(name).toHaveValue(/^\S+-\S+-\S+-\S+$/);
  await box(within, "Vault password").fill(password);
  await box(within, "Repeat vault password").fill(password);
  await press(within, "Store in this vault");
  return name.inputValue();
}

export async function restore(page: Page, address: string, name: string, password: string): Promise<void> {
  const within = part(page, "Restore from a vault");
  if ((await box(within, "Address of the vault").count()) > 0)
    await look(page, "Restore from a vault", address);
  await box(within, "Name of the record").fill(name);
  await box(within, "Vault password").fill(password);
  await press(within, "Restore the key");
}

export async function prove(page: Page, password: string): Promise<void> {
  const within = part(page, LABEL);
  await box(within, "Vault password").fill(password);
  await press(within, "Prove it with the password");
}
