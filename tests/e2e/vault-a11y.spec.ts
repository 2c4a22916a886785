/** Every view of the vault page: axe, light and dark, narrow, and the browser's hands off what is typed. */
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "@playwright/test";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { startVault, type TestVault } from "../support/vault/running.ts";
import { checkPage } from "./accessible.ts";
import { ROOT } from "./practice.ts";
import { addKey, button, createKeyring, field, STATUS, text } from "./steps.ts";
import { launch, long, setUp, story } from "./story.ts";
import { LOOK, look, manage, part, RESTORING, STORED, store, VAULT_PAGE } from "./vault-page.ts";

/** Where pictures go when `PICTURES` is set. */
const PICTURES = resolve(ROOT, "demo/vault");
const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const LABEL = "Daily phone";
let browser: Driver;
let vault: TestVault;

setUp(async () => {
  browser = await launch();
  vault = await startVault();
});
test.afterAll(() => vault.stop());

async function picture(page: Page, name: string): Promise<void> {
  if (!process.env["PICTURES"]) return;
  mkdirSync(PICTURES, { recursive: true });
  const chromium = page.inChromium();
  for (const colorScheme of ["light", "dark"] as const) {
    await chromium.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await chromium.screenshot({ path: resolve(PICTURES, `${name}-${colorScheme}.png`), fullPage: true });
  }
}

async function view(page: Page, name: string, boxes: number): Promise<void> {
  await picture(page, name);
  await checkPage(page, boxes);
}

story(
  "the vault page: nothing stored, a vault looked at, stored, asked, a new password, a question",
  long("more views of the same parts as a11y.spec.ts shows", "axe", "media-emulation"),
  async () => {
    const before = await browser.newPage(browser.extUrl(`${VAULT_PAGE}#restore`));
    await before.expectShown(field("Repeat passphrase"));
    await view(before, "no-keyring", 2);
    await before.close();

    const app = await createKeyring(browser);
    await addKey(app, KEY, LABEL, "42");
    const page = await browser.newPage(browser.extUrl(VAULT_PAGE));
    await page.expectShown(text("None of your keys is in a key vault yet."), LOOK);
    await view(page, "nothing-stored", 2);
    await look(page, RESTORING, vault.running.address);
    await view(page, "looked-at", 4);
    await page.click(button("Choose another vault", { within: part(RESTORING) }));
    await store(page, vault.running.address, LABEL);
    await page.expectText(STATUS, STORED);
    await view(page, "stored", 3);
    const record = part(LABEL);
    await manage(page, LABEL);
    await page.click(button("Show recovery card", { within: record }));
    await page.click(button("Check status", { within: record }));
    await page.expectShown({ role: "list", name: "Devices", within: record });
    await view(page, "asked", 3);
    await page.click(button("Set new password", { within: record }));
    await page.expectShown(field("New vault password", { within: record }));
    await view(page, "new-password", 4);
    await page.click(button("Delete from vault", { within: record }));
    await page.expectShown({ role: "dialog" });
    await view(page, "deleting", 4);
  },
);
