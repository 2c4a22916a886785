/**
 * What a person might take for a safe place and is none: one file for two managers, and a key that Sixtyfour itself
 * has put on the clipboard. And what is one: a Sixtyfour file that opens.
 */

import { writeKdbx } from "../../src/copies/kdbx/kdbx-file.ts";
import { hexToBytes } from "../../src/core/bytes.ts";
import { formatText } from "../../src/ui/text/en/export-formats.ts";
import { firstRunPress, restoredText } from "../../src/ui/text/en/first-run.ts";
import { chosenFileText, importPress, importText, openerText } from "../../src/ui/text/en/imports.ts";
import {
  exportText,
  fileVerifiedText,
  placesPress,
  placesText,
  placeText,
  verifiedText,
  verifyText,
} from "../../src/ui/text/en/places.ts";
import { press } from "../../src/ui/text/en/shared-words.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { entriesOf, sourceOf } from "../support/export-sources.ts";
import {
  ALERT,
  addKey,
  ask,
  button,
  createKeyring,
  field,
  firstRunTab,
  link,
  STATUS,
  toKey,
} from "./steps.ts";
import { both, expect, launch, setUp, story } from "./story.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const PASSWORD = "stone lamp wide river plain";
const BOTH = both("clipboards, pasting and session storage are the browser's own");
const PLACE = field(verifyText.place);
const BOX = field(verifyText.pasted);
let browser: Driver;
let app: Page;

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  await addKey(app, KEY, "Daily phone", "42");
  await app.reload();
});

const places = async (page = app) =>
  (await ask(page, "entry.list", {})).flatMap((entry) =>
    entry.places.filter(({ verifiedAtMs }) => verifiedAtMs !== null).map(({ place }) => place),
  );

async function paste(): Promise<void> {
  await app.on(BOX, (box: HTMLTextAreaElement) => box.focus());
  await app.press("ControlOrMeta+v");
  await app.expectValue(BOX, KEY);
}

story(
  "a key that was copied here and pasted here is no place, and one that is copied anew is",
  BOTH,
  async () => {
    await toKey(app, "Daily phone");
    await app.click(button(press.copy));
    await expect.poll(() => browser.readClipboard()).toBe(KEY);
    await app.click(link(placesText.title));
    await app.select(PLACE, placeText.bitwarden);
    await paste();
    await app.click(button(placesPress.verify));
    await app.expectText(ALERT, verifyText.ownCopy);
    await app.expectValue(BOX, "");
    expect(await places()).toEqual([]);
    await expect.poll(() => browser.readClipboard()).toBe("");

    // As a password manager does it.
    await browser.writeClipboard(KEY);
    await paste();
    await app.click(button(placesPress.verify));
    await app.expectText(STATUS, verifiedText("bitwarden"));
    expect(await places()).toEqual(["bitwarden"]);
  },
);

story("one KeePass file is one place, whichever manager is chosen, also after a restart", BOTH, async () => {
  const entries = entriesOf([sourceOf({ key: hexToBytes(KEY), label: "Daily phone" })]);
  const bytes = await writeKdbx(entries, PASSWORD);
  for (const [name, place] of [
    ["a.kdbx", "1password"],
    ["renamed.json", "proton-pass"],
  ] as const) {
    await app.select(PLACE, placeText[place]);
    await app.chooseFiles(button(chosenFileText.choose), [{ name, bytes }]);
    await app.fill(field(openerText.foreign.label), PASSWORD);
    await app.click(button(chosenFileText.open));
    await app.expectText(STATUS, verifiedText("keepass"));
    expect(await places()).toEqual(["bitwarden", "keepass"]);
    await browser.killWorker();
    await app.reload();
  }
});

story("a Sixtyfour file that opens is verified, here and in a fresh browser", BOTH, async () => {
  await app.select(field(exportText.format), formatText["keyring-export"].name);
  await app.fill(field(exportText.labels.passphrase), PASSWORD);
  await app.fill(field(exportText.labels.repeated), PASSWORD);
  const file = await browser.download(app, () => app.click(button(placesPress.export)));
  expect(await places()).toEqual(["bitwarden", "keepass"]);
  await app.chooseFiles(button(importText.press), [file]);
  await app.fill(field(openerText["keyring-export"].label), PASSWORD);
  await app.click(button(chosenFileText.open));
  await app.expectText(STATUS, fileVerifiedText(1));
  expect(await places()).toEqual(["bitwarden", "keepass", "keyring-file"]);
  await app.expectShown(button(importPress.save));

  const fresh = await launch();
  const first = await firstRunTab(fresh);
  await first.chooseFiles(button(firstRunPress.openFile), [file]);
  await first.fill(field(openerText["keyring-export"].label), PASSWORD);
  await first.click(button(firstRunPress.lookInFile));
  await first.click(button(firstRunPress.restoreAll));
  await first.expectText(STATUS, restoredText(1));
  expect(await places(first)).toEqual(["keyring-file"]);
  await fresh.close();
});
