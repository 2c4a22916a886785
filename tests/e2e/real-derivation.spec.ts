/**
 * The extension as it is shipped, whose keyring is sealed, and whose vault password is stretched, by Argon2id
 * at its full cost; all other stories run on a cheap one.
 */
import { errorText } from "../../src/ui/text/en/errors.ts";
import type { Driver } from "../drivers/driver.ts";
import { SHIPPED_BUILDS } from "../drivers/launch.ts";
import type { Page } from "../drivers/page.ts";
import { startVault } from "../support/vault/running.ts";
import { ALERT, APP, addKey, ask, button, createKeyring, field, STATUS, unlock } from "./steps.ts";
import { both, browserName, expect, launch, one, setUp, story } from "./story.ts";
import { PREFS, STORED, store, withKey } from "./vault-page.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const BOTH = both("WebAssembly and its memory are the browser's own");
const ONCE = one("chromium", "the same derivation once more, on our own words");
let browser: Driver;
let app: Page;

setUp(async () => {
  browser = await launch({ extension: SHIPPED_BUILDS[browserName()], prefs: PREFS });
  app = await createKeyring(browser);
});

story("created, locked, refused, unlocked, killed, unlocked: the key is there", BOTH, async () => {
  const { id } = await addKey(app, KEY, "Old phone");
  await app.click(button("Lock"));
  await app.fill(field("Passphrase"), "another passphrase than that");
  await app.click(button("Unlock"));
  await app.expectText(ALERT, errorText["wrong-passphrase"]);
  await unlock(app);
  await browser.kill();
  await browser.relaunch();
  const again = await browser.newPage(browser.extUrl(APP));
  await unlock(again);
  expect((await ask(again, "key.reveal", { id })).hex).toBe(KEY);
});

story("stored in a vault, and read back from it with the password", ONCE, async () => {
  const vault = await startVault();
  try {
    await withKey(browser, "In a vault", async (page) => {
      await store(page, vault.running.address, "In a vault");
      await page.expectText(STATUS, STORED);
    });
  } finally {
    await vault.stop();
  }
});
