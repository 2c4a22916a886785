/**
 * Firefox with keys that a Chromium with passkeys has saved. No passkey is offered, Settings say why in one
 * sentence, and a new passphrase leaves the passkeys behind and names them.
 */
import { toBase64 } from "../../src/core/bytes.ts";
import { emptyKeyring } from "../../src/core/keyring/opened-keyring.ts";
import { withPasskeyNames } from "../../src/core/keyring/passkey-names.ts";
import { passkeysOf } from "../../src/core/sealed/rotation.ts";
import { sealKeyring } from "../../src/core/sealed/sealed-keyring.ts";
import { passkeyText, withDroppedHere } from "../../src/ui/text/en/passkeys.ts";
import { changePassphraseText } from "../../src/ui/text/en/passphrase.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { restoreFile } from "../support/restore-file.ts";
import { passkeyAnswer, wrappingOf } from "../support/wrappings.ts";
import { PASSPHRASE } from "./practice.ts";
import { APP, ask, askOf, button, field, firstRunTab, link, STATUS, text, unlock } from "./steps.ts";
import { expect, launch, one, setUp, story } from "./story.ts";

const FIREFOX = one("firefox", "Chromium has passkeys (passkeys.spec.ts)", "no-passkeys");
const NEXT = "cold tall meadow copper bell";
let browser: Driver;
let app: Page;
let sealed: string;

/** As Chromium has stored it: one passkey, with its name. */
async function sealedInChromium(): Promise<string> {
  const passkey = await passkeyAnswer(new Uint8Array(20).fill(1));
  const { wrapping, keyringKey } = await wrappingOf(PASSPHRASE, [passkey]);
  const ids = passkeysOf(wrapping).map(({ id }) => id);
  const names = ids.map((id) => ({ id, name: "Laptop at home", addedAtMs: 0 }));
  return toBase64(sealKeyring(wrapping, keyringKey, 1, withPasskeyNames(emptyKeyring(), names, ids)));
}

setUp(async () => {
  browser = await launch();
  app = await firstRunTab(browser);
  sealed = await sealedInChromium();
});

story("a profile that was moved here: no passkey is offered, and Settings say why", FIREFOX, async () => {
  await app.evaluate(
    (bytes) => chrome.storage.local.set({ "keyring.slot-a": bytes, "keyring.slot-b": bytes }),
    sealed,
  );
  await browser.killWorker();
  await app.goto(browser.extUrl(APP));
  await app.expectShown(button("Unlock"));
  expect(await app.count(button(passkeyText.unlock))).toBe(0);
  await unlock(app);
  expect((await ask(app, "passkey.list", {})).passkeys).toMatchObject([{ name: "Laptop at home" }]);
  await app.click(link("Settings"));
  await app.expectShown(text(passkeyText.notHere));
  expect(await app.count(button(passkeyText.add))).toBe(0);
});

story("a new passphrase leaves them behind, and says so", FIREFOX, async () => {
  await app.fill(field("Current passphrase"), PASSPHRASE);
  await app.fill(field("New passphrase"), NEXT);
  await app.fill(field("Repeat new passphrase"), NEXT);
  await app.click(button("Change passphrase"));
  await app.expectText(STATUS, withDroppedHere(changePassphraseText.changed, ["Laptop at home"]));
  expect(await ask(app, "passkey.list", {})).toEqual({ passkeys: [] });
  await ask(app, "keyring.lock", {});
  await unlock(app, NEXT);
});

story("a saved file that is restored: no passkey comes with it", FIREFOX, async () => {
  await ask(app, "keyring.lock", {});
  await ask(app, "keyring.set-aside", { seen: "whole" });
  await restoreFile({ ask: askOf(app), nowMs: Date.now }, sealed, PASSPHRASE);
  expect(await ask(app, "passkey.list", {})).toEqual({ passkeys: [] });
  await ask(app, "keyring.lock", {});
  await app.goto(browser.extUrl(APP));
  await app.expectShown(button("Unlock"));
  expect(await app.count(button(passkeyText.unlock))).toBe(0);
  await unlock(app);
  expect(await ask(app, "passkey.list", {})).toEqual({ passkeys: [] });
});
