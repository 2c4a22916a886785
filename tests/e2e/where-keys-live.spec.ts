/**
 * Each way in which README offers to install Sixtyfour from a folder, over a restart: what keeps the keys, what
 * hides them, what deletes them. README's *Where your keys live* says what these stories have found.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "@playwright/test";
import { firstRunPress, firstRunText } from "../../src/ui/text/en/first-run.ts";
import { hadKeysText } from "../../src/ui/text/en/had-keys.ts";
import { LoadedFolder } from "../drivers/chromium/loaded-folder.ts";
import type { Driver } from "../drivers/driver.ts";
import { AddedAddOn } from "../drivers/firefox/added-add-on.ts";
import { TEST_BUILDS } from "../drivers/launch.ts";
import type { Page } from "../drivers/page.ts";
import { writeScratchExtension } from "../drivers/scratch-extension.ts";
import { PASSPHRASE } from "./practice.ts";
import { APP, addKey, button, field, firstRunTab, link, text, unlock } from "./steps.ts";
import { both, browserName, expect, launch, long, setUp, story } from "./story.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const CHROMIUM = long("four starts of the browser; only Chromium keeps a loaded folder", "load-unpacked");
const STORAGE = both("each browser lays out its profile in its own way");
const PRIVATE = long("starts Firefox three times", "permanent-private-browsing");
const FIREFOX = long("four starts of the browser; only Firefox takes an add-on by hand", "add-by-hand");
/** Of the test: the profile, the extension's folder and what it is moved to. */
let scratch: string;
let folder: string;
let moved: string;
let profile: string;

test.beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "sixtyfour-installed-"));
  folder = join(scratch, "here");
  moved = join(scratch, "elsewhere");
  profile = mkdtempSync(join(scratch, "profile-"));
  cpSync(TEST_BUILDS[browserName()], folder, { recursive: true });
});
test.afterEach(() => rmSync(scratch, { recursive: true, maxRetries: 5 }));

setUp();

async function makeKeys(page: Page): Promise<void> {
  await page.fill(field("Passphrase"), PASSPHRASE);
  await page.fill(field("Repeat passphrase"), PASSPHRASE);
  await page.click(button("Set up Sixtyfour"));
  await page.expectShown(button("Lock"));
  await addKey(page, KEY, "Old phone");
}

async function expectKeys(page: Page): Promise<void> {
  await unlock(page);
  await page.expectShown(link("Old phone"));
  await page.close();
}

async function expectNoKeys(page: Page): Promise<void> {
  await page.expectShown(button("Set up Sixtyfour"));
  await page.close();
}

function changeManifest(change: (manifest: Record<string, unknown>) => void): void {
  const file = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  change(manifest);
  writeFileSync(file, JSON.stringify(manifest));
}

/** A newer build in the same folder. */
const rebuild = () =>
  changeManifest((manifest) => {
    manifest["version"] = "0.1.1";
  });

async function inChromium(act: (chromium: LoadedFolder) => Promise<void>): Promise<void> {
  const chromium = new LoadedFolder(profile);
  await chromium.start();
  try {
    await act(chromium);
  } finally {
    await chromium.quit();
  }
}

async function inFirefox(act: (firefox: AddedAddOn) => Promise<void>): Promise<void> {
  const own = writeScratchExtension("firefox");
  const firefox = new AddedAddOn(profile, own);
  await firefox.start();
  try {
    await act(firefox);
  } finally {
    await firefox.quit();
    rmSync(own, { recursive: true });
  }
}

const restart = async (browser: LoadedFolder | AddedAddOn, between: () => void = () => undefined) => {
  await browser.quit();
  between();
  await browser.start();
};

const openIn = (chromium: LoadedFolder, id: string) => chromium.open(`chrome-extension://${id}/${APP}`);

story("Load unpacked of dist/chrome: keys stay wherever the folder is; removing deletes them", CHROMIUM, () =>
  inChromium(async (chromium) => {
    const id = await chromium.load(folder);
    await makeKeys(await openIn(chromium, id));
    await restart(chromium, rebuild);
    expect(await chromium.ids()).toEqual([id]);
    await expectKeys(await openIn(chromium, id));
    await restart(chromium, () => renameSync(folder, moved));
    expect(await chromium.ids()).toEqual([]);
    expect(await chromium.load(moved)).toBe(id);
    await expectKeys(await openIn(chromium, id));
    await restart(chromium);
    await expectKeys(await openIn(chromium, id));
    await chromium.remove(id);
    expect(await chromium.load(moved)).toBe(id);
    await expectNoKeys(await openIn(chromium, id));
  }),
);

story("Load unpacked of the store's package: its keys are those of the folder's path", CHROMIUM, () =>
  inChromium(async (chromium) => {
    changeManifest((manifest) => Reflect.deleteProperty(manifest, "key"));
    const id = await chromium.load(folder);
    await makeKeys(await openIn(chromium, id));
    await restart(chromium, rebuild);
    await expectKeys(await openIn(chromium, id));
    await restart(chromium, () => renameSync(folder, moved));
    expect(await chromium.ids()).toEqual([]);
    const other = await chromium.load(moved);
    expect(other).not.toBe(id);
    await expectNoKeys(await openIn(chromium, other));
    await restart(chromium, () => renameSync(moved, folder));
    await chromium.load(folder);
    await expectKeys(await openIn(chromium, id));
  }),
);

async function openInFirefox(firefox: AddedAddOn): Promise<Page> {
  const origin = await firefox.origin(TEST_BUILDS.firefox);
  if (origin === null) throw new Error("the add-on is not there");
  return firefox.open(`${origin}/${APP}`);
}

story("a temporary add-on: gone at the next start, its keys are there once it is loaded again", FIREFOX, () =>
  inFirefox(async (firefox) => {
    await firefox.addForAWhile(folder);
    await makeKeys(await openInFirefox(firefox));
    await restart(firefox, rebuild);
    expect(await firefox.origin(folder)).toBeNull();
    await firefox.addForAWhile(folder);
    await expectKeys(await openInFirefox(firefox));
    await restart(firefox, () => renameSync(folder, moved));
    await firefox.addForAWhile(moved);
    await expectKeys(await openInFirefox(firefox));
    await firefox.remove(moved);
    await firefox.addForAWhile(moved);
    await expectNoKeys(await openInFirefox(firefox));
  }),
);

story("an add-on from a file: it stays, and so do its keys; removing deletes them", FIREFOX, () =>
  inFirefox(async (firefox) => {
    await firefox.addFromFile(folder);
    await makeKeys(await openInFirefox(firefox));
    await restart(firefox, rebuild);
    await expectKeys(await openInFirefox(firefox));
    renameSync(folder, moved);
    await firefox.addFromFile(moved);
    await expectKeys(await openInFirefox(firefox));
    await restart(firefox);
    await expectKeys(await openInFirefox(firefox));
    await firefox.remove(moved);
    await firefox.addFromFile(moved);
    await expectNoKeys(await openInFirefox(firefox));
  }),
);

/** What the browser keeps for our extension alone, as a cleaning program removes it. */
function removeStorage(of: string, host: string): void {
  const all = readdirSync(of, { recursive: true, withFileTypes: true });
  const ours = all.filter((entry) => entry.isDirectory() && entry.name.includes(host));
  expect(ours.length).toBeGreaterThan(0);
  for (const { parentPath, name } of ours) rmSync(join(parentPath, name), { recursive: true, force: true });
}

story(
  "storage that is gone: the first page says where keys may be, and what can be done",
  STORAGE,
  async () => {
    const browser = await launch();
    await makeKeys(await firstRunTab(browser));
    await browser.quit();
    removeStorage(browser.profile, new URL(browser.extUrl("")).host);
    await browser.relaunch();
    const app = await browser.newPage(browser.extUrl(APP));
    await app.expectShown(button("Set up Sixtyfour"));
    await app.click(text(hadKeysText.title));
    for (const sentence of [...hadKeysText.reasons, ...hadKeysText.ways])
      await app.expectShown(text(sentence));
    await app.expectShown(button(firstRunPress.openFile), link(firstRunText.fromVault));
  },
);

/** *Never remember history* in the settings, or not. */
const withPrivateWindows = (areAll: boolean) =>
  launch({ profile, prefs: { "browser.privatebrowsing.autostart": areAll } });
const hasToolbarButton = (firefox: Driver) =>
  firefox.inFirefox().window.evaluate<boolean>("Boolean(button.widget.forWindow(window)?.node)");

story(
  "a Firefox in which every window is private has no Sixtyfour, and keeps its keys",
  PRIVATE,
  async () => {
    const first = await withPrivateWindows(false);
    await makeKeys(await firstRunTab(first));
    await first.quit();
    const second = await withPrivateWindows(true);
    expect(await hasToolbarButton(second)).toBe(false);
    const page = await second.newPage(second.extUrl(APP));
    expect(await page.evaluate(() => "chrome" in globalThis || "browser" in globalThis)).toBe(false);
    await second.quit();
    const third = await withPrivateWindows(false);
    expect(await hasToolbarButton(third)).toBe(true);
    await expectKeys(await third.newPage(third.extUrl(APP)));
    await third.quit();
  },
);
