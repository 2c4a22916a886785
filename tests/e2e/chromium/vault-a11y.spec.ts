/** Every view of the vault page: axe, light and dark, narrow, and the browser's hands off what is typed. */
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { startVault, type TestVault } from "../../support/vault/running.ts";
import { checkPage } from "./accessible.ts";
import { expect, firstRunTab, launch, ROOT, test } from "./setup.ts";
import { box, LABEL, look, part, press, status, store, VAULT_PAGE, withKey } from "./vault-page.ts";

/** Where pictures go when `PICTURES` is set. */
const PICTURES = resolve(ROOT, "demo/vault");
let browser: Chromium;
let vault: TestVault;

test.beforeAll(async () => {
  browser = await launch();
  vault = await startVault();
});
test.afterAll(async () => {
  await browser.close();
  await vault.stop();
});

async function picture(page: Page, name: string): Promise<void> {
  if (!process.env["PICTURES"]) return;
  mkdirSync(PICTURES, { recursive: true });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.screenshot({ path: resolve(PICTURES, `${name}-${colorScheme}.png`), fullPage: true });
  }
}

async function view(page: Page, name: string, boxes: number): Promise<void> {
  await picture(page, name);
  await checkPage(page, boxes);
}

test("the vault page: nothing stored, a vault looked at, stored, asked, a new password, a question", async () => {
  const app = await firstRunTab(browser);
  const before = await browser.newPage(browser.extUrl(`${VAULT_PAGE}#restore`));
  await view(before, "no-keyring", 2);
  await before.close();
  await app.bringToFront();

  const page = await withKey(browser);
  await expect(page.getByText("No key of this keyring is in a vault yet.")).toBeVisible();
  await view(page, "nothing-stored", 2);
  const restoring = await look(page, "Restore from a vault", vault.running.address);
  await view(page, "looked-at", 4);
  await press(restoring, "Another vault");
  await store(page, vault.running.address);
  await expect(status(page)).toContainText("The key is in the vault");
  await view(page, "stored", 3);
  const record = part(page, LABEL);
  await press(record, "Recovery card");
  await press(record, "Ask how it stands");
  await expect(record.getByRole("list", { name: "Devices" })).toBeVisible();
  await view(page, "asked", 3);
  await press(record, "Set a new password");
  await expect(box(record, "New vault password")).toBeVisible();
  await view(page, "new-password", 4);
  await press(record, "Delete from the vault");
  await view(page, "deleting", 4);
});
