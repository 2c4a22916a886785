/**
 * What an export leaves behind: nothing in the profile, however the browser ends, and nothing before it was confirmed.
 *
 * Controls, or the search proves nothing: an ordinary field in the very tab, and the addresses in the browser's own
 * list of downloads. The files themselves lie outside the profile.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { ENCRYPTED_FORMATS, EXPORT_FORMATS, formatText } from "../../../src/ui/text/copy-formats.ts";
import { sample } from "../../content/sample.ts";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { type Secret, searchProfile } from "../../support/canary.ts";
import { waitFor } from "../../support/wait.ts";
import { addKey, ask, button, createKeyring, expect, launch, test, textBox } from "./setup.ts";

const PLAIN_FORMATS = EXPORT_FORMATS.filter((format) => !ENCRYPTED_FORMATS.includes(format));
let browser: Chromium;
let folder: string;

test.beforeEach(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), "sixtyfour-exports-"));
});
test.afterEach(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

type Urls = { made: string[]; revoked: string[] };

const phrase = (name: string) => `${name} ${randomBytes(12).toString("base64url")}`;
const urls = (app: Page) => app.evaluate(() => (window as unknown as { urls: Urls }).urls);

/** The section *Copies* for one key, with every object URL noted. */
async function openCopies(hex: string, label = "", note = ""): Promise<Page> {
  const app = await createKeyring(browser);
  const { id, phoneEnding } = await addKey(app, hex, label, "42");
  await ask(app, "entry.edit", { id, label, phoneEnding, note });
  await app.reload();
  await app.getByRole("link", { name: "Copies", exact: true }).click();
  await app.evaluate(() => {
    const seen: Urls = { made: [], revoked: [] };
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      const url = createObjectURL(blob);
      seen.made.push(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      revokeObjectURL(url);
      seen.revoked.push(url);
    };
    Object.assign(window, { urls: seen });
  });
  return app;
}

async function exportAs(app: Page, format: (typeof EXPORT_FORMATS)[number], password: string) {
  await app.getByRole("combobox", { name: "Format" }).selectOption(format);
  const downloading = app.waitForEvent("download");
  if (ENCRYPTED_FORMATS.includes(format)) {
    await textBox(app, "Password of the file").fill(password);
    await textBox(app, "Repeat password of the file").fill(password);
    await button(app, "Export").click();
  } else {
    await button(app, "Export").click();
    await button(app, "Write plain text").click();
  }
  return downloading;
}

test("each plain format is made after the confirmation only, and its object URL does not stay", async () => {
  const app = await openCopies(randomBytes(32).toString("hex"));
  let count = 0;
  for (const format of sample(PLAIN_FORMATS, 3, undefined, 1)) {
    await app.getByRole("combobox", { name: "Format" }).selectOption(format);
    await button(app, "Export").click();
    await button(app, "Cancel").click();
    await button(app, "Export").click();
    await expect(button(app, "Write plain text")).toBeVisible();
    await app.keyboard.press("Escape");
    await expect(button(app, "Write plain text")).toHaveCount(0);
    expect((await urls(app)).made, formatText[format].name).toHaveLength(count);
    await exportAs(app, format, "");
    expect((await urls(app)).made).toHaveLength(++count);
  }
  await waitFor("every object URL revoked", async () => (await urls(app)).revoked.length === count, {
    timeoutMs: 20_000,
  });
  const { made, revoked } = await urls(app);
  expect(revoked).toEqual(made);
});

for (const end of sample(["kill", "quit"] as const, 2, undefined, 1)) {
  test(`after every way out, and a ${end}, the profile holds nothing of the keys`, async () => {
    const hex = randomBytes(32).toString("hex");
    const firstRow = hex.slice(0, 16).match(/.{4}/g)?.join(" ") ?? "";
    const [label, note, password, unused] = [
      phrase("label"),
      phrase("note"),
      phrase("stone lamp"),
      phrase("wide river"),
    ];
    const app = await openCopies(hex, label, note);
    for (const format of ["kdbx", "bitwarden-protected", "chromium", "text", "key-file"] as const) {
      const download = await exportAs(app, format, password);
      const file = join(folder, download.suggestedFilename());
      await download.saveAs(file);
      // What is sought in the profile is what a plain file holds.
      if (format === "text")
        for (const part of [firstRow, label, note]) expect(readFileSync(file, "utf8")).toContain(part);
    }
    await button(app, "Show QR code").click();
    await expect(app.locator("svg.qr")).toBeVisible();
    await app.keyboard.press("Escape");
    await button(app, "Read along").click();
    await button(app, "Next group").click();
    await button(app, "Print recovery sheet").click();
    await expect(app.locator(".sheet")).toBeVisible();
    await app.pdf();
    // Left half done: the sheet on the screen, a password in its box.
    await app.getByRole("combobox", { name: "Format" }).selectOption("kdbx");
    await textBox(app, "Password of the file").pressSequentially(unused);

    const control = { name: "control", value: randomBytes(32).toString("hex") };
    await app.evaluate(() => document.body.append(document.createElement("textarea")));
    await app.locator("body > textarea").pressSequentially(control.value);
    // Of each download the browser notes the address.
    const downloads = (await urls(app)).made.map((url) => ({ name: url, value: url.slice(-36) }));
    const controls = [control, ...downloads];
    const namesFound = async (sought: Secret[]) =>
      new Set((await searchProfile(browser.profile, sought)).map(({ secret }) => secret));
    await waitFor(
      "all controls on the disk",
      async () => (await namesFound(controls)).size === controls.length,
      {
        timeoutMs: 45_000,
        everyMs: 1000,
      },
    );
    // One whose bytes the browser still holds.
    await exportAs(app, "text", "");
    const { made, revoked } = await urls(app);
    expect(revoked).not.toContain(made.at(-1));
    await browser[end]();

    const secrets: Secret[] = [
      { name: "key", value: hex },
      { name: "label", value: label },
      { name: "note", value: note },
      { name: "password of the files", value: password },
      { name: "password typed and not used", value: unused },
    ];
    expect(await searchProfile(browser.profile, secrets)).toEqual([]);
    expect((await namesFound(controls)).size).toBe(controls.length);
  });
}
