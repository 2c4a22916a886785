/** The section *Help*: what leaves it by the clipboard, and what of it loads when. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { backupsPress, backupsSay, backupsWords } from "../../src/ui/text/en/backups.ts";
import { helpText } from "../../src/ui/text/en/help.ts";
import { reportPress, reportText } from "../../src/ui/text/en/report.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { ROOT } from "./practice.ts";
import { addKey, button, createKeyring, field, link, STATUS, type Target, text } from "./steps.ts";
import { expect, launch, one, setUp, story } from "./story.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const SAMPLE = resolve(ROOT, "tests/vectors/msgstore-2026-level9.db.crypt15");
const OURS = one("chromium", "our own page; the clipboard is both browsers' in clipboard.spec.ts");
const FILTER = field(helpText.filter);
let browser: Driver;
let app: Page;

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  await app.click(link("Help"));
});

story(
  "the report says which key fits a real file, and no label, ending, file name or digit of the key",
  OURS,
  async () => {
    const { keyId } = await addKey(app, KEY, "Canary label", "9931");
    await app.reload();
    await app.click(link("Backups"));
    const name = `canary-${Date.now()}.db.crypt15`;
    await app.setFiles(field(backupsWords.pick), [{ name, bytes: await readFile(SAMPLE) }]);
    await app.expectShown(text(name));
    await app.click(button(backupsPress.test));
    await app.expectText(STATUS, backupsSay.done);
    await app.click(link("Help"));
    const report = await app.value(field(helpText.reportLabel));
    expect(report).toContain(`key ID: ${keyId}`);
    expect(report).toContain("files it fits in this tab: crypt15 right-key 1");
    const browserLine = { chromium: /^browser: Chromium \d+$/m, firefox: /^browser: Firefox \d+$/m };
    expect(report).toMatch(browserLine[browser.name]);
    expect(report).not.toMatch(/canary|9931/i);
    for (const group of KEY.match(/.{8}/g) ?? []) expect(report).not.toContain(group);
    await app.click(button(reportPress.copy));
    await app.expectText(STATUS, reportText.copied);
    await app.click(FILTER);
    await app.press("ControlOrMeta+v");
    await app.expectValue(FILTER, /Sixtyfour report/);
  },
);

story("a message is found by its words and opened by the keyboard", OURS, async () => {
  await app.fill(FILTER, "too many");
  const message: Target = { css: "summary", holding: "Too many attempts" };
  await app.focus(message);
  await app.press("Enter");
  const opened: Target = { css: "details", holding: "Too many attempts" };
  await app.expectShown(text(helpText.gone, { within: opened }));
  await app.expectShown(text("nobody can bring back", { within: opened }));
});
