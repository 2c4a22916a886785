/**
 * What an export leaves behind: nothing in the profile, however the browser ends, and nothing before it was confirmed.
 *
 * Control, or the search proves nothing: an ordinary field in the very tab. The files lie outside the profile; Firefox
 * notes no download that comes from a page's own bytes.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENCRYPTED_FORMATS, EXPORT_FORMATS, formatText } from "../../../src/ui/text/copy-formats.ts";
import { sample } from "../../content/sample.ts";
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import { type FirefoxPage, KEYS } from "../../drivers/firefox/firefox-page.ts";
import { type Secret, searchProfile } from "../../support/canary.ts";
import { waitFor } from "../../support/wait.ts";
import { addKey, ask, button, createKeyring, expect, field, launch, link, test } from "./setup.ts";

const PLAIN_FORMATS = EXPORT_FORMATS.filter((format) => !ENCRYPTED_FORMATS.includes(format));
const CONFIRM = button("Write plain text");
let firefox: Firefox;
let folder: string;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "sixtyfour-exports-"));
  firefox = await launch({ prefs: { "browser.download.folderList": 2, "browser.download.dir": folder } });
});
test.afterEach(async () => {
  await firefox.close();
  rmSync(folder, { recursive: true });
});

type Urls = { made: string[]; revoked: string[] };

const phrase = (name: string) => `${name} ${randomBytes(12).toString("base64url")}`;
const urls = (app: FirefoxPage) => app.evaluate<Urls>("window.urls");

/** The section *Copies* for one key, with every object URL noted. */
async function openCopies(hex: string, label = "", note = ""): Promise<FirefoxPage> {
  const app = await createKeyring(firefox);
  const id = await addKey(app, hex, label, "42");
  await ask(app, "entry.edit", { id, label, phoneEnding: "42", note });
  await app.reload();
  await app.click(link("Copies"));
  await app.find(button("Export"));
  await app.evaluate(`(() => {
    const seen = { made: [], revoked: [] };
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      const url = createObjectURL.call(URL, blob);
      seen.made.push(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      revokeObjectURL.call(URL, url);
      seen.revoked.push(url);
    };
    window.urls = seen;
  })()`);
  return app;
}

function choose(app: FirefoxPage, format: string): Promise<unknown> {
  const change = `box.dispatchEvent(new Event("change", { bubbles: true }))`;
  return app.on(field("Format"), `(box) => { box.value = ${JSON.stringify(format)}; ${change}; }`);
}

/** Waits for the file. */
async function exportAs(app: FirefoxPage, format: (typeof EXPORT_FORMATS)[number], password: string) {
  const before = readdirSync(folder).length;
  await choose(app, format);
  if (ENCRYPTED_FORMATS.includes(format)) {
    await app.fill(field("Password of the file"), password);
    await app.fill(field("Repeat password of the file"), password);
    await app.click(button("Export"));
  } else {
    await app.click(button("Export"));
    await app.click(CONFIRM);
  }
  await waitFor(`a file as ${formatText[format].name}`, () => {
    const there = readdirSync(folder);
    const isWhole = there.every(
      (name) => !name.endsWith(".part") && readFileSync(join(folder, name)).length > 0,
    );
    return there.length > before && isWhole;
  });
}

test("each plain format is made after the confirmation only, and its object URL does not stay", async () => {
  const app = await openCopies(randomBytes(32).toString("hex"));
  let count = 0;
  for (const format of sample(PLAIN_FORMATS, 3)) {
    await choose(app, format);
    await app.click(button("Export"));
    await app.click(button("Cancel"));
    await app.click(button("Export"));
    await app.find(CONFIRM);
    await app.press(KEYS.Escape);
    await app.waitForGone(CONFIRM);
    expect((await urls(app)).made, formatText[format].name).toHaveLength(count);
    expect(readdirSync(folder)).toHaveLength(count);
    await exportAs(app, format, "");
    expect((await urls(app)).made).toHaveLength(++count);
  }
  await waitFor("every object URL revoked", async () => (await urls(app)).revoked.length === count, {
    timeoutMs: 20_000,
  });
  const { made, revoked } = await urls(app);
  expect(revoked).toEqual(made);
});

for (const end of sample(["kill", "quit"] as const, 2)) {
  test(`after every way out, and a ${end}, the profile holds nothing of the keys`, async () => {
    test.setTimeout(240_000);
    const hex = randomBytes(32).toString("hex");
    const firstRow = hex.slice(0, 16).match(/.{4}/g)?.join(" ") ?? "";
    const [label, note, password, unused] = [
      phrase("label"),
      phrase("note"),
      phrase("stone lamp"),
      phrase("wide river"),
    ];
    const app = await openCopies(hex, label, note);
    for (const format of ["kdbx", "bitwarden-protected", "chromium", "text", "key-file"] as const)
      await exportAs(app, format, password);
    // What is sought in the profile is what a plain file holds.
    const text = readFileSync(join(folder, "sixtyfour-keys.txt"), "utf8");
    for (const part of [firstRow, label, note]) expect(text).toContain(part);
    await app.click(button("Show QR code"));
    await app.find("svg.qr");
    await app.click(button("Close"));
    await app.waitForGone("svg.qr");
    await app.click(button("Read along"));
    await app.click(button("Next group"));
    await app.click(button("Print recovery sheet"));
    await app.find(".sheet");
    await firefox.bidi.send("browsingContext.print", { context: app.context });
    // Left half done: the sheet on the screen, a password in its box.
    await choose(app, "kdbx");
    await app.type(field("Password of the file"), unused);

    const control = { name: "control", value: randomBytes(32).toString("hex") };
    await app.evaluate(
      `document.body.append(Object.assign(document.createElement("textarea"), { id: "control" }))`,
    );
    await app.type("#control", control.value);
    const isControlFound = async () => (await searchProfile(firefox.profile, [control])).length > 0;
    await waitFor("the control in the session file", isControlFound, { timeoutMs: 45_000, everyMs: 1_000 });
    // One whose bytes the browser still holds.
    await exportAs(app, "text", "");
    const { made, revoked } = await urls(app);
    expect(revoked).not.toContain(made.at(-1));
    await firefox[end]();

    const secrets: Secret[] = [
      { name: "key", value: hex },
      { name: "label", value: label },
      { name: "note", value: note },
      { name: "password of the files", value: password },
      { name: "password typed and not used", value: unused },
    ];
    expect(await searchProfile(firefox.profile, secrets)).toEqual([]);
    expect(await isControlFound()).toBe(true);
  });
}
