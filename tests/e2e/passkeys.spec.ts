/** A passkey of Chromium's virtual authenticator: added, used, lost, removed, and nowhere on the disk. */
import { passkeyFailed, passkeyText } from "../../src/ui/text/en/passkeys.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { type Secret, searchProfile } from "../support/canary.ts";
import { stored } from "./planned.ts";
import { PASSPHRASE } from "./practice.ts";
import { ALERT, APP, ask, button, createKeyring, STATUS, unlock } from "./steps.ts";
import { expect, launch, one, setUp, story } from "./story.ts";
import {
  type Authenticator,
  addPasskey,
  outputsSeen,
  plugIn,
  recordOutputs,
} from "./virtual-authenticator.ts";

const CHROMIUM = one("chromium", "Firefox is offered none (decision 0007)", "virtual-authenticator");
const UNLOCK = button(passkeyText.unlock);
const NAME = "Laptop at home";
const NEXT = "cold tall meadow copper bell";
let browser: Driver;
let app: Page;
let authenticator: Authenticator;
/** What must not be on the disk, in hex. */
const secrets: string[] = [];

async function openSettings(): Promise<void> {
  await app.goto(`${browser.extUrl(APP)}#settings`);
  await app.expectShown(button(passkeyText.add));
}

const lock = (page: Page) => ask(page, "keyring.lock", {});

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  authenticator = await plugIn(app);
  await recordOutputs(app);
});

story("added in Settings, listed with its name and date", CHROMIUM, async () => {
  await openSettings();
  await addPasskey(app, NAME);
  await app.expectText(STATUS, passkeyText.added);
  const { passkeys } = await ask(app, "passkey.list", {});
  expect(passkeys).toMatchObject([{ name: NAME }]);
  await app.expectShown(button(`Remove passkey ${NAME}`));
});

story("it unlocks, also after the worker was killed, and the passphrase still does", CHROMIUM, async () => {
  await lock(app);
  await app.expectShown(UNLOCK);
  await browser.inChromium().stopWorker();
  await app.click(UNLOCK);
  await app.expectShown(button("Lock"));
  const session = await stored<{ keyringKey: string }>(app, "session", "unlocked");
  secrets.push(Buffer.from(session?.keyringKey ?? "", "base64").toString("hex"), ...(await outputsSeen(app)));
  await lock(app);
  await unlock(app);
});

story("a tab that is opened locked asks by itself", CHROMIUM, async () => {
  await lock(app);
  await app.reload();
  await app.expectShown(button("Lock"));
});

story("another authenticator is said not to answer, and the passphrase unlocks", CHROMIUM, async () => {
  await lock(app);
  await authenticator.remove();
  authenticator = await plugIn(app);
  await app.click(UNLOCK);
  await app.expectText(ALERT, passkeyFailed["not-answered"]);
  await unlock(app);
});

story("a changed passphrase drops the passkey that does not answer, and says so", CHROMIUM, async () => {
  await openSettings();
  const panel = app.inChromium().getByRole("region", { name: "Change passphrase" });
  await panel.getByLabel("Current passphrase").fill(PASSPHRASE);
  for (const label of ["New passphrase", "Repeat new passphrase"])
    await panel.getByLabel(label, { exact: true }).fill(NEXT);
  await app.click(button("Change passphrase"));
  await app.expectText(STATUS, `No answer came from: ${NAME}`);
  expect(await ask(app, "passkey.list", {})).toEqual({ passkeys: [] });
});

story("an authenticator without a PRF makes no passkey of ours", CHROMIUM, async () => {
  await authenticator.remove();
  authenticator = await plugIn(app, false);
  await openSettings();
  await addPasskey(app, "Without", NEXT);
  await app.expectText(ALERT, passkeyFailed["no-prf"]);
  expect(await ask(app, "passkey.list", {})).toEqual({ passkeys: [] });
});

story("removed, it opens nothing any more", CHROMIUM, async () => {
  await authenticator.remove();
  authenticator = await plugIn(app);
  await openSettings();
  await recordOutputs(app);
  await addPasskey(app, "Stick", NEXT);
  await app.expectText(STATUS, passkeyText.added);
  secrets.push(...(await outputsSeen(app)));
  const panel = app.inChromium().getByRole("region", { name: passkeyText.title });
  await panel.getByLabel("Current passphrase").fill(NEXT);
  await app.click(button("Remove passkey Stick"));
  await app.expectText(STATUS, passkeyText.removed);
  await lock(app);
  await app.expectShown(button("Unlock"));
  expect(await app.count(UNLOCK)).toBe(0);
});

story("no PRF output and no keyring key is on the disk", CHROMIUM, async () => {
  expect(secrets.length).toBeGreaterThan(2);
  await browser.kill();
  const named: Secret[] = secrets.map((value, n) => ({ name: `secret ${n}`, value }));
  expect(await searchProfile(browser.profile, named)).toEqual([]);
});
