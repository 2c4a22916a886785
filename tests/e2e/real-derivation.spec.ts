/** The extension as it is shipped, whose keyring is sealed by Argon2id at its full cost; all other stories run on a cheap one. */
import { SHIPPED_BUILDS } from "../drivers/launch.ts";
import { ALERT, APP, addKey, ask, button, createKeyring, field, unlock } from "./steps.ts";
import { both, browserName, expect, launch, setUp, story } from "./story.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";

setUp();

story(
  "created, locked, refused, unlocked, killed, unlocked: the key is there",
  both("WebAssembly and its memory are the browser's own"),
  async () => {
    const browser = await launch({ extension: SHIPPED_BUILDS[browserName()] });
    const app = await createKeyring(browser);
    const { id } = await addKey(app, KEY, "Old phone");
    await app.click(button("Lock"));
    await app.fill(field("Passphrase"), "another passphrase than that");
    await app.click(button("Unlock"));
    await app.expectText(ALERT, "not the passphrase");
    await unlock(app);
    await browser.kill();
    await browser.relaunch();
    const again = await browser.newPage(browser.extUrl(APP));
    await unlock(again);
    expect((await ask(again, "key.reveal", { id })).hex).toBe(KEY);
  },
);
