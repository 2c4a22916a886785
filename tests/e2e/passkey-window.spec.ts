/**
 * The popup's small window for a passkey closes by itself once Sixtyfour is unlocked, and the popup comes back
 * to where it was.
 */
import { lookText } from "../../src/ui/text/en/page-acts.ts";
import { passkeyText } from "../../src/ui/text/en/passkeys.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { waitFor } from "../support/wait.ts";
import { PASSPHRASE } from "./practice.ts";
import { APP, ask, button, createKeyring, POPUP, STATUS } from "./steps.ts";
import { launch, one, setUp, story } from "./story.ts";
import { addPasskey, plugIn } from "./virtual-authenticator.ts";

const CHROMIUM = one("chromium", "Firefox is offered no passkey (decision 0007)", "virtual-authenticator");
let browser: Driver;
let app: Page;

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  await plugIn(app);
  await app.goto(`${browser.extUrl(APP)}#settings`);
  await addPasskey(app, "Laptop");
  await app.expectText(STATUS, passkeyText.added);
});

story("the popup opens a small window, which closes once Sixtyfour is unlocked", CHROMIUM, async () => {
  await ask(app, "keyring.lock", {});
  const popup = await browser.openPopup();
  await popup.click(button(passkeyText.unlock));
  const small = await browser.waitForPage(`${browser.extUrl(POPUP)}?passkey`);
  await small.expectShown(button("Unlock"));
  // From elsewhere: a press in the window that it closes would be waited for by the driver.
  await ask(app, "keyring.unlock", { passphrase: PASSPHRASE });
  await waitFor("the small window to be closed", () => small.inChromium().isClosed());
  await app.expectShown(button("Lock"));
  const again = await browser.waitForPopup();
  await again.expectShown(button("Lock"));
  await again.close();
});

story("the popup that the shortcut opened comes back to the fill", CHROMIUM, async () => {
  await ask(app, "keyring.lock", {});
  await app.bringToFront();
  await browser.pressShortcut("fill");
  const popup = await browser.waitForPopup();
  await popup.click(button(passkeyText.unlock));
  const small = await browser.waitForPage(`${browser.extUrl(POPUP)}?passkey`);
  await small.expectShown(button("Unlock"));
  await ask(app, "keyring.unlock", { passphrase: PASSPHRASE });
  await waitFor("the small window to be closed", () => small.inChromium().isClosed());
  const again = await browser.waitForPopup();
  // Asked for a fill, and not over WhatsApp Web: a popup that is opened otherwise says nothing of that.
  await waitFor("the fill's step", async () =>
    (await again.evaluate(() => document.body.textContent ?? "")).includes(lookText["other-page"]),
  );
  await again.close();
});
