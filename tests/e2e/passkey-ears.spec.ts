/**
 * Does a script of ours in a web page hear anything of a passkey? The content script of a copy of the
 * extension has an ear beside it, which keeps every message and every change of storage that reaches it.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "@playwright/test";
import { passkeyText } from "../../src/ui/text/en/passkeys.ts";
import type { Driver } from "../drivers/driver.ts";
import { TEST_BUILDS } from "../drivers/launch.ts";
import type { Page } from "../drivers/page.ts";
import { waitFor } from "../support/wait.ts";
import { stored } from "./planned.ts";
import { SITE } from "./practice.ts";
import { APP, ask, button, createKeyring, STATUS } from "./steps.ts";
import { browserName, expect, launch, one, setUp, story } from "./story.ts";
import { addPasskey, outputsSeen, plugIn, recordOutputs } from "./virtual-authenticator.ts";

const CHROMIUM = one("chromium", "Firefox is offered no passkey (decision 0007)", "virtual-authenticator");
const EAR = `const heard = [];
chrome.runtime.onMessage.addListener((message) => { heard.push(message); });
chrome.storage.onChanged.addListener((changes, area) => { heard.push({ area, changes }); });
addEventListener("message", async ({ data, source }) => {
  if (!data.tell) return;
  const session = await chrome.storage.session.get(null).catch(({ message }) => ({ refused: message }));
  const local = await chrome.storage.local.get(null).catch(({ message }) => ({ refused: message }));
  source.postMessage({ told: JSON.stringify({ heard, session, local }) }, "*");
});`;

let browser: Driver;
let app: Page;
let site: Page;
let copy: string;

setUp(async () => {
  copy = mkdtempSync(join(tmpdir(), "sixtyfour-ear-"));
  cpSync(TEST_BUILDS[browserName()], copy, { recursive: true });
  writeFileSync(join(copy, "ear.js"), EAR);
  const path = join(copy, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  manifest.content_scripts[0].js.push("ear.js");
  writeFileSync(path, JSON.stringify(manifest));
  browser = await launch({ extension: copy });
  app = await createKeyring(browser);
  await plugIn(app);
  await recordOutputs(app);
  await browser.serve(SITE, { "/": "<title>Site</title>" });
  site = await browser.newPage(`${SITE}/`);
});
test.afterAll(() => rmSync(copy, { recursive: true, force: true }));

const told = () =>
  site.evaluate(
    () =>
      new Promise<string>((resolve) => {
        addEventListener("message", ({ data }) => {
          if ("told" in data) resolve(data.told);
        });
        postMessage({ tell: true }, "*");
      }),
  );

story("it hears neither what the authenticator gave nor the keyring key", CHROMIUM, async () => {
  await app.bringToFront();
  await app.goto(`${browser.extUrl(APP)}#settings`);
  await addPasskey(app, "Laptop");
  await app.expectText(STATUS, passkeyText.added);
  await ask(app, "keyring.lock", {});
  await app.click(button(passkeyText.unlock));
  await app.expectShown(button("Lock"));
  const outputs = await outputsSeen(app);
  const session = await stored<{ keyringKey: string }>(app, "session", "unlocked");
  const keyringKey = Buffer.from(session?.keyringKey ?? "", "base64").toString("hex");
  expect([outputs.length, keyringKey.length]).toEqual([2, 64]);
  // Control: what the background does send there is heard.
  await site.bringToFront();
  await waitFor("a message that the ear hears", async () => {
    await ask(app, "fill.look", {});
    return (await told()).includes("form.look");
  });
  const all = await told();
  for (const secret of [...outputs, keyringKey]) {
    const bytes = Buffer.from(secret, "hex");
    for (const form of ["hex", "base64", "base64url"] as const)
      expect(all).not.toContain(bytes.toString(form).replace(/=+$/, ""));
    expect(all).not.toContain([...bytes].join(","));
  }
  expect(JSON.parse(all).session).toHaveProperty("refused");
});
