/**
 * The whole profile on disk, searched for every wrapping that an old passphrase opens: none of them leads to
 * what was saved after the passphrase was changed.
 *
 * The controls: before the change, the story puts a keyring under the old passphrase into each kind of storage,
 * where the product overwrites nothing. The search has to find the wrapping of each.
 * Chromium's storage is a log, which holds the product's own old wrappings too.
 */
import { test } from "@playwright/test";
import { fromBase64, toBase64 } from "../../src/core/bytes.ts";
import { emptyKeyring } from "../../src/core/keyring/opened-keyring.ts";
import { createWrapping } from "../../src/core/sealed/rotation.ts";
import { inspectSealed, sealKeyring } from "../../src/core/sealed/sealed-keyring.ts";
import { changePassphraseText } from "../../src/ui/text/en/passphrase.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { deriveKey } from "../support/cheap-derivation.ts";
import { keysOpenedBy, opensBody, sealedOnDisk } from "../support/wrappings-on-disk.ts";
import { stored } from "./planned.ts";
import { APP, ask, button, createKeyring, field, link, STATUS, unlock } from "./steps.ts";
import { both, expect, launch, setUp, story } from "./story.ts";

const OLD = "plain wide river stone";
const NEW = "another tall quiet lamp";
const STARTS = 3;
const KEYS = 65;
let browser: Driver;

setUp(async () => {
  browser = await launch();
});

async function changePassphrase(app: Page): Promise<void> {
  await app.click(link("Settings"));
  await app.fill(field("Current passphrase"), OLD);
  await app.fill(field("New passphrase"), NEW);
  await app.fill(field("Repeat new passphrase"), NEW);
  await app.click(button("Change passphrase"));
  await app.expectText(STATUS, changePassphraseText.changed);
}

async function newestOf(app: Page): Promise<Uint8Array> {
  const slots = await Promise.all(
    ["keyring.slot-a", "keyring.slot-b"].map(async (slot) =>
      fromBase64(String(await stored(app, "local", slot))),
    ),
  );
  const counter = (sealed: Uint8Array) => {
    const header = inspectSealed(sealed);
    return header.ok ? header.value.counter : -1;
  };
  const [newest] = slots.filter((sealed) => sealed !== null).sort((a, b) => counter(b) - counter(a));
  return newest ?? new Uint8Array();
}

/** As the product stores a keyring, but where it overwrites nothing. */
const CONTROLS = {
  inStorageLocal: (app: Page, sealed: string) =>
    app.evaluate((control) => chrome.storage.local.set({ control }), sealed),
  inDatabase: (app: Page, sealed: string) =>
    app.evaluate(
      (base64) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("control", 1);
          opening.onupgradeneeded = () => opening.result.createObjectStore("controls");
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const step = opening.result.transaction("controls", "readwrite", { durability: "strict" });
            step.objectStore("controls").put(
              Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
              "one",
            );
            step.oncomplete = () => resolve();
          };
        }),
      sealed,
    ),
};

/** Each a keyring of its own, so that neither can be found in the other's place. */
async function placeControls(app: Page): Promise<Uint8Array[]> {
  const placed: Uint8Array[] = [];
  for (const place of Object.values(CONTROLS)) {
    const { wrapping, keyringKey } = await createWrapping(OLD, deriveKey);
    const sealed = sealKeyring(wrapping, keyringKey, 1, emptyKeyring());
    await place(app, toBase64(sealed));
    placed.push(sealed);
  }
  return placed;
}

story(
  "an old passphrase opens nothing on the disk that was saved after it was changed",
  both("each browser stores what was overwritten in its own way"),
  async () => {
    test.setTimeout(300_000);
    const first = await createKeyring(browser, OLD);
    await ask(first, "entry.generate", { label: "before", phoneEnding: "" });
    const controls = await placeControls(first);
    await changePassphrase(first);
    let newest = new Uint8Array() as Uint8Array;
    for (let start = 0; start < STARTS; start++) {
      await browser.quit();
      await browser.relaunch();
      const app = await browser.newPage(browser.extUrl(APP));
      await unlock(app, NEW);
      const from = Math.ceil((KEYS * start) / STARTS);
      for (let i = from; i < Math.ceil((KEYS * (start + 1)) / STARTS); i++)
        await ask(app, "entry.generate", { label: `${i}`, phoneEnding: "" });
      newest = await newestOf(app);
    }
    await browser.quit();

    const found = await sealedOnDisk(browser.profile);
    const [byOld, byNew] = [await keysOpenedBy(OLD, found), await keysOpenedBy(NEW, found)];
    expect(byNew.filter(opensBody(newest))).toHaveLength(1);
    for (const control of controls) expect(byOld.filter(opensBody(control))).toHaveLength(1);
    if (browser.name === "chromium") expect(byOld.length).toBeGreaterThan(controls.length);
    expect(byOld.filter(opensBody(newest))).toEqual([]);
  },
);
