/** A passkey that Chromium waits for is waited for no more once Sixtyfour is unlocked otherwise, or locks. */
import { passkeyText } from "../../src/ui/text/en/passkeys.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { waitFor } from "../support/wait.ts";
import { PASSPHRASE } from "./practice.ts";
import { ALERT, APP, ask, button, createKeyring, STATUS } from "./steps.ts";
import { expect, launch, one, setUp, story } from "./story.ts";
import { addPasskey, plugIn } from "./virtual-authenticator.ts";

const CHROMIUM = one("chromium", "Firefox is offered no passkey (decision 0007)", "virtual-authenticator");
let browser: Driver;
let app: Page;
let other: Page;

/** How each question of this page ended: the browser's own word for it. */
async function recordEnds(page: Page): Promise<void> {
  await page.evaluate(() => {
    const ends: string[] = [];
    Object.assign(globalThis, { ends });
    const noting =
      <T extends unknown[]>(ask: (...given: T) => Promise<Credential | null>) =>
      async (...given: T) => {
        ends.push("waits");
        const at = ends.length - 1;
        try {
          const credential = await ask.apply(navigator.credentials, given);
          ends[at] = "answered";
          return credential;
        } catch (reason) {
          ends[at] = (reason as DOMException).name;
          throw reason;
        }
      };
    navigator.credentials.get = noting(navigator.credentials.get);
    navigator.credentials.create = noting(navigator.credentials.create);
  });
}
const ends = (page: Page) => page.evaluate(() => (globalThis as unknown as { ends: string[] }).ends);
const waits = () => waitFor("a question", async () => (await ends(app)).at(-1) === "waits");
const isEnded = () => waitFor("its end", async () => (await ends(app)).at(-1) === "AbortError");

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  const authenticator = await plugIn(app);
  await app.goto(`${browser.extUrl(APP)}#settings`);
  await addPasskey(app, "Laptop");
  await app.expectText(STATUS, passkeyText.added);
  await authenticator.answer(false);
  other = await browser.newPage(browser.extUrl(APP));
  await recordEnds(app);
});

story("unlocked in another window, the question is gone, and nothing is said", CHROMIUM, async () => {
  await ask(other, "keyring.lock", {});
  await app.bringToFront();
  await app.click(button(passkeyText.unlock));
  await waits();
  await ask(other, "keyring.unlock", { passphrase: PASSPHRASE });
  await isEnded();
  await app.expectShown(button("Lock"));
  for (const region of [STATUS, ALERT]) await app.expectText(region, "");
});

story("locked while a passkey is being added, none is made", CHROMIUM, async () => {
  await app.goto(`${browser.extUrl(APP)}#settings`);
  await addPasskey(app, "Stick");
  await waits();
  await ask(other, "keyring.lock", {});
  await isEnded();
  await app.expectShown(button("Unlock"));
  await ask(other, "keyring.unlock", { passphrase: PASSPHRASE });
  expect((await ask(other, "passkey.list", {})).passkeys).toMatchObject([{ name: "Laptop" }]);
});
