/**
 * At the bound of what Chromium stores, with three copies set aside by an earlier version: every act goes
 * through, or is refused with a sentence, and nothing is lost.
 */
import { randomBytes } from "node:crypto";
import { test } from "@playwright/test";
import { fromBase64, toBase64 } from "../../src/core/bytes.ts";
import { MOST_SEALED_BYTES, MOST_WEIGHT } from "../../src/core/keyring/storage-budget.ts";
import { weigh } from "../../src/core/keyring/too-much.ts";
import { writeKeyringExport } from "../../src/core/sealed/keyring-export.ts";
import { chosenFileText, importPress, importText, openerText } from "../../src/ui/text/en/imports.ts";
import { tooMuchText } from "../../src/ui/text/en/too-much.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { deriveKey } from "../support/cheap-derivation.ts";
import { type Given, keyringOf, NOW_MS } from "../support/keyrings.ts";
import { stored } from "./planned.ts";
import { ALERT, APP, ask, button, createKeyring, field, link, STATUS, sendRaw, unlock } from "./steps.ts";
import { expect, launch, long, setUp, story } from "./story.ts";

const PASSPHRASE = "plain wide river stone";
const NEW = "another tall quiet lamp";
const PASSWORD = "stone lamp wide river plain";
const ASIDE = "keyring.set-aside";
let browser: Driver;
let app: Page;

/** Twelve thousand bytes each, once they are JSON. */
const heavy = (count: number): Given[] =>
  Array.from({ length: count }, (_, i) => ({
    hex: `${i + 1}`.padStart(64, "0"),
    label: `key ${i}`,
    note: "\u0001".repeat(2000),
    createdAtMs: 1,
  }));
const EACH = weigh(keyringOf(heavy(101))) - weigh(keyringOf(heavy(100)));
const FULL = Math.floor(MOST_WEIGHT / EACH) - 1;

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser, PASSPHRASE);
});

const list = () => ask(app, "entry.list", {});

async function fileOf(entries: readonly Given[]) {
  const file = await writeKeyringExport({ keyring: keyringOf(entries), atMs: NOW_MS }, PASSWORD, deriveKey);
  if (!file.ok) throw new Error(file.error.code);
  return { name: "keys.sixtyfour", bytes: Buffer.from(file.value) };
}

async function importFile(entries: readonly Given[]): Promise<void> {
  await app.reload();
  await app.click(link("Safe places"));
  await app.chooseFiles(button(importText.press), [await fileOf(entries)]);
  await app.fill(field(openerText["keyring-export"].label), PASSWORD);
  await app.click(button(chosenFileText.open));
  await app.click(button(importPress.save));
}

/** The browser ends and starts again. */
async function restart(passphrase: string): Promise<void> {
  await browser.quit();
  await browser.relaunch();
  app = await browser.newPage(browser.extUrl(APP));
  await unlock(app, passphrase);
}

story(
  "at the bound, with three copies set aside: every act goes through or is refused with a sentence",
  // What the bound does is shown by `npm test` over a double of this storage. Only Chromium has this quota.
  long("two minutes of large states", "offscreen-document"),
  async () => {
    test.setTimeout(600_000);
    // An earlier version's, as large as there is room for beside a small keyring.
    const aside = [0, 1, 2].map(() => toBase64(randomBytes(MOST_SEALED_BYTES - 3000)));
    await app.evaluate(async ({ key, texts }) => chrome.storage.local.set({ [key]: texts }), {
      key: ASIDE,
      texts: aside,
    });
    await restart(PASSPHRASE);
    expect(await stored(app, "local", ASIDE)).toBeNull();
    const expectAside = async () => {
      const { sealed } = await ask(app, "keyring.export-all", {});
      expect(
        sealed
          .slice(1)
          .sort()
          .map((text) => text.slice(0, 40)),
      ).toEqual([...aside].sort().map((text) => text.slice(0, 40)));
      for (const text of aside) expect(sealed.includes(text)).toBe(true);
    };
    await expectAside();

    await importFile(heavy(FULL));
    await app.expectText(STATUS, /saved and verified/);
    expect(await list()).toHaveLength(FULL);
    await importFile(heavy(FULL + 2));
    await app.expectText(ALERT, tooMuchText["keyring-full"]);
    expect(await list()).toHaveLength(FULL);

    const [first, second] = await list();
    const [id, other] = [first?.id ?? "", second?.id ?? ""];
    const rename = { id, field: "label", from: first?.label ?? "", to: "renamed" } as const;
    await ask(app, "entry.edit", rename);
    const hex = "ab".repeat(32);
    await ask(app, "entry.add", { hex, label: "added", phoneEnding: "", replaces: null });
    let added = 0;
    const more = { label: "x".repeat(100), phoneEnding: "" };
    let reply = await sendRaw(app, "entry.generate", more);
    for (; reply?.ok && added < 40; added++) reply = await sendRaw(app, "entry.generate", more);
    expect(reply).toEqual({ ok: false, error: { code: "keyring-full" } });
    const longer = { ...rename, from: "renamed", to: "x".repeat(100) };
    for (const one of (await list()).slice(2, 14)) {
      const edit = { id: one.id, field: "label", from: one.label, to: "y".repeat(100) };
      reply = await sendRaw(app, "entry.edit", edit);
      if (!reply?.ok) break;
    }
    expect(reply).toEqual({ ok: false, error: { code: "keyring-full" } });
    await ask(app, "entry.delete", { id: other });
    await ask(app, "entry.restore", { id: other });
    await ask(app, "passphrase.change", { current: PASSPHRASE, next: NEW, kept: [] });
    const { file } = await ask(app, "keyring.write-export", { passphrase: PASSWORD });
    expect(fromBase64(file)?.length).toBeGreaterThan(MOST_WEIGHT * 0.9);
    const before = await list();
    expect(before.every(({ places }) => places.length === 1)).toBe(true);
    await restart(NEW);
    expect(await list()).toEqual(before);

    // Again, the same file: nothing in it is new, and all of it has room.
    await importFile(heavy(FULL));
    await app.expectText(STATUS, /No key was new/);
    await ask(app, "entry.delete", { id: other });
    await ask(app, "entry.erase", { id: other });
    await ask(app, "entry.edit", longer);
    await expectAside();
    await restart(NEW);
    const labels = (await list()).map(({ label }) => label);
    expect(labels).toHaveLength(before.length - 1);
    expect(labels).toEqual(expect.arrayContaining(["added", "x".repeat(100)]));
  },
);
