/**
 * What an export leaves behind: nothing in the profile, however the browser ends, and nothing before it was
 * confirmed.
 *
 * Controls, or the search proves nothing: an ordinary field in the very tab, and in Chromium the addresses in
 * its own list of downloads (Firefox notes no download that comes from a page's own bytes). The files lie
 * outside the profile.
 */
import { randomBytes } from "node:crypto";
import { test } from "@playwright/test";
import { OFFERED_FORMATS, type OfferedId } from "../../src/copies/formats/registry.ts";
import { formatText } from "../../src/ui/text/en/export-formats.ts";
import type { Download, Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { type Secret, searchProfile } from "../support/canary.ts";
import { waitFor } from "../support/wait.ts";
import { addKey, ask, button, createKeyring, field, link } from "./steps.ts";
import { expect, launch, long, one, setUp, story } from "./story.ts";

const CONFIRM = button("Export plain text");
type Urls = { made: string[]; revoked: string[]; areKept: boolean };

let browser: Driver;
let app: Page;

// Each story has a browser of its own: what it leaves behind is looked for in the whole profile.
setUp(async () => {});

/** The section *Safe places* for one key, with every object URL noted. */
async function openCopies(hex: string, label = "", note = ""): Promise<void> {
  // Firefox writes down what stands in fields every 15 s; the sooner, the more is found.
  browser = await launch({ prefs: { "browser.sessionstore.interval": 1000 } });
  app = await createKeyring(browser);
  const { id } = await addKey(app, hex, label, "42");
  await ask(app, "entry.edit", { id, field: "note", from: "", to: note });
  await app.reload();
  await app.click(link("Safe places"));
  await app.expectShown(button("Export"));
  await app.evaluate(() => {
    const urls: Urls = { made: [], revoked: [], areKept: false };
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      const url = createObjectURL.call(URL, blob);
      urls.made.push(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      if (urls.areKept) return;
      revokeObjectURL.call(URL, url);
      urls.revoked.push(url);
    };
    Object.assign(window, { urls });
  });
}

const urls = () => app.evaluate(() => (window as unknown as { urls: Urls }).urls);

const PLAIN_FORMATS = OFFERED_FORMATS.filter(({ encrypted }) => !encrypted).map(({ id }) => id);
const choose = (format: OfferedId) => app.select(field("Format"), formatText[format].name);

async function exportAs(format: OfferedId, password: string): Promise<Download> {
  await choose(format);
  const isEncrypted = !PLAIN_FORMATS.includes(format);
  if (isEncrypted) {
    await app.fill(field("File password"), password);
    await app.fill(field("Repeat file password"), password);
  }
  return browser.download(app, async () => {
    await app.click(button("Export"));
    if (!isEncrypted) await app.click(CONFIRM);
  });
}

const KINDS: readonly OfferedId[] = ["chromium", "text"];
for (const [which, formats, where] of [
  ["a table and text", KINDS, long("waits until each object URL is revoked")],
  ["the others", PLAIN_FORMATS.filter((format) => !KINDS.includes(format)), long("more tables")],
] as const)
  story(
    `a plain format (${which}) is made after the confirmation only, and its object URL does not stay`,
    where,
    async () => {
      await openCopies(randomBytes(32).toString("hex"));
      let count = 0;
      for (const format of formats) {
        await choose(format);
        await app.click(button("Export"));
        await app.click(button("Cancel"));
        await app.click(button("Export"));
        await app.expectShown(CONFIRM);
        await app.press("Escape");
        await app.expectGone(CONFIRM);
        expect((await urls()).made, formatText[format].name).toHaveLength(count);
        // The first download to come is that of this export.
        expect((await exportAs(format, "")).bytes.length).toBeGreaterThan(0);
        expect((await urls()).made).toHaveLength(++count);
      }
      const all = async () => (await urls()).revoked.length === count;
      await waitFor("every object URL revoked", all);
      const { made, revoked } = await urls();
      expect(revoked).toEqual(made);
      await browser.close();
    },
  );

for (const [end, where] of [
  ["kill", one("chromium", "the disk of this one; canary.spec.ts searches the other's")],
  ["quit", long("what is written at the end; a kill leaves more")],
] as const)
  story(`after every way out, and a ${end}, the profile holds nothing of the keys`, where, async () => {
    test.setTimeout(300_000); // waits for what the browser writes when it likes
    const hex = randomBytes(32).toString("hex");
    const firstRow = hex.slice(0, 16).match(/.{4}/g)?.join(" ") ?? "";
    const phrase = (name: string) => `${name} ${randomBytes(12).toString("base64url")}`;
    const [label, note, password, unused] = [
      phrase("label"),
      phrase("note"),
      phrase("stone lamp"),
      phrase("wide river"),
    ];
    await openCopies(hex, label, note);
    for (const format of ["kdbx", "bitwarden-protected", "chromium", "text", "key-file"] as const) {
      const { bytes } = await exportAs(format, password);
      // What is sought in the profile is what a plain file holds.
      if (format === "text")
        for (const part of [firstRow, label, note]) expect(Buffer.from(bytes).toString()).toContain(part);
    }
    await app.click(button("Show QR code"));
    await app.expectShown("svg.qr");
    await app.press("Escape");
    await app.expectGone("svg.qr");
    await app.click(button("Read along"));
    await app.click(button("Next group"));
    await app.click(button("Print recovery sheet"));
    await app.expectShown(".sheet");
    await app.print("A4");
    // Left half done: the sheet on the screen, a password in its box.
    await choose("kdbx");
    await app.type(field("File password"), unused);

    const control = { name: "control", value: randomBytes(32).toString("hex") };
    await app.evaluate(() => document.body.append(document.createElement("textarea")));
    await app.type("body > textarea", control.value);
    const noted = (await urls()).made.map((url) => ({ name: url, value: url.slice(-36) }));
    const controls = browser.name === "chromium" ? [control, ...noted] : [control];
    const namesFound = async (sought: Secret[]) =>
      new Set((await searchProfile(browser.profile, sought)).map(({ secret }) => secret));
    const areFound = async () => (await namesFound(controls)).size === controls.length;
    await waitFor("all controls on the disk", areFound, { everyMs: 1000 });
    // One whose bytes the browser still holds.
    await app.evaluate(() => {
      (window as unknown as { urls: Urls }).urls.areKept = true;
    });
    await exportAs("text", "");
    const { made, revoked } = await urls();
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
    expect(await areFound()).toBe(true);
  });
