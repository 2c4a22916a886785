/**
 * The section *Safe places* against real programs: KeePassXC opens what is exported, zbar reads screen and paper.
 */

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatText } from "../../src/ui/text/en/export-formats.ts";
import { chosenFileText, importFailureText, openerText } from "../../src/ui/text/en/imports.ts";
import { verifiedText } from "../../src/ui/text/en/places.ts";
import type { Driver } from "../drivers/driver.ts";
import type { Page } from "../drivers/page.ts";
import { startKeePassXc } from "../support/keepassxc.ts";
import { readPaper } from "../support/paper.ts";
import { ALERT, addKey, button, createKeyring, field, link, STATUS, type Target, text } from "./steps.ts";
import { expect, launch, long, one, setUp, story } from "./story.ts";

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const PASSWORD = "stone lamp wide river plain";
const DATABASE = "sixtyfour-keys.kdbx";
const OURS = one(
  "chromium",
  "our own page and files; downloads, dialogs and printing are both browsers' elsewhere",
);
const PLACE = field("Where the key is kept");
let browser: Driver;
let app: Page;
let keyId: string;
let database: Uint8Array;

setUp(async () => {
  browser = await launch();
  app = await createKeyring(browser);
  ({ keyId } = await addKey(app, KEY, "Daily phone", "42"));
  await app.reload();
  await app.click(link("Safe places"));
});

/** Runs a program on a file of this content. */
function inFile(content: Uint8Array, run: (path: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), "sixtyfour-copies-"));
  try {
    writeFileSync(join(folder, "file"), content);
    return run(join(folder, "file")).trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What zbar reads in a picture. */
function readCode(path: string): string {
  const { stdout, error } = spawnSync("/usr/bin/zbarimg", ["-q", "--raw", path], { encoding: "utf8" });
  if (error) throw error;
  return stdout;
}

story("a KeePass database: KeePassXC reads the key, its title and its user name from it", OURS, async () => {
  await app.fill(field("File password"), PASSWORD);
  await app.fill(field("Repeat file password"), PASSWORD);
  const download = await browser.download(app, () => app.click(button("Export")));
  await app.expectText(STATUS, "1 key was exported.");
  expect(download.name).toBe(DATABASE);
  database = download.bytes;
  expect(Buffer.from(database).includes(KEY)).toBe(false);
  const keepassxc = startKeePassXc();
  keepassxc.put(DATABASE, database);
  const paths = keepassxc.run(["ls", "-R", "-f", DATABASE], [PASSWORD]).trim().split("\n");
  const entry = paths.find((path) => path.includes("WhatsApp backup key")) ?? "";
  const shown = keepassxc.run(["show", "-s", DATABASE, entry], [PASSWORD]);
  keepassxc.remove();
  expect(shown).toContain(`Password: ${KEY}`);
  expect(shown).toContain("Title: WhatsApp backup key (…42)");
  expect(shown).toContain(`UserName: …42 ${keyId}`);
});

story("that database verifies the place, with its password only, and it stays verified", OURS, async () => {
  await app.select(PLACE, "KeePassXC or KeePass");
  await app.setFiles("input[type=file]", [{ name: DATABASE, bytes: database }]);
  await app.expectText(ALERT, importFailureText["needs-password"]);
  await app.fill(field(openerText.foreign.label), "wrong");
  await app.click(button(chosenFileText.open));
  await app.expectText(ALERT, "does not open the file");
  expect(await app.isShown(text("verified on"))).toBe(false);
  await app.fill(field(openerText.foreign.label), PASSWORD);
  await app.click(button(chosenFileText.open));
  await app.expectText(STATUS, verifiedText("keepass"));
  await app.expectShown(text("Verified in 1 place. Verify a second one."));
  await app.reload();
  await app.expectShown(text("Verified in 1 place. Verify a second one."));
});

story(
  "a table in plain text: only after a confirmation, and Python's csv reads the key from it",
  OURS,
  async () => {
    await app.select(field("Format"), formatText.firefox.name);
    await app.click(button("Export"));
    await app.click(button("Cancel"));
    const { bytes } = await browser.download(app, async () => {
      await app.click(button("Export"));
      await app.click(button("Export plain text"));
    });
    const script =
      "import csv,sys\nprint('\\n'.join(row['password'] for row in csv.DictReader(open(sys.argv[1], newline='', encoding='utf-8'))))";
    const read = inFile(bytes, (path) => execFileSync("python3", ["-c", script, path], { encoding: "utf8" }));
    expect(read).toBe(KEY);
    await app.expectText(STATUS, "delete it and empty the trash");
  },
);

story("the QR code on the screen: zbar reads the bare key; Escape or Close takes it away", OURS, async () => {
  const ends = [() => app.press("Escape"), () => app.click(button("Close"))];
  for (const end of ends) {
    await app.click(button("Show QR code"));
    await app.expectShown({ role: "dialog", name: "QR code" }, "dialog[open] svg.qr");
    expect(inFile(await app.screenshot(), readCode)).toBe(KEY);
    await end();
    await app.expectCount("svg.qr", 0);
  }
});

story("read along by the keyboard: 16 groups, forward and back", OURS, async () => {
  const digits = ".read-along .large";
  await app.click(button("Read along"));
  let heard = await app.text(digits);
  for (let step = 1; step < 16; step++) {
    await app.press("ArrowRight");
    await app.expectShown(text(`(${step + 1} of 16)`));
    heard += await app.text(digits);
  }
  expect(heard).toBe(KEY);
  await app.press("ArrowLeft");
  await app.expectShown(text("(15 of 16)"));
  await app.click(button("Close"));
});

for (const [size, where] of [
  ["A4", OURS],
  ["Letter", long("the same sheet on other paper; three sheets are printed on it in paper.spec.ts")],
] as const)
  story(`the recovery sheet on ${size}: one page, its code decodes, its rows are whole`, where, async () => {
    await app.click(button("Print recovery sheet"));
    await app.expectShown({ role: "image", name: "QR code of the 64-digit key" });
    const pages = readPaper(Buffer.from(await app.print(size)));
    expect(pages).toMatchObject([{ letters: "ABCD", digits: KEY, code: KEY }]);
    const printed = pages.map(({ text }) => text).join();
    expect(printed).toContain(keyId);
    expect(printed).toContain("Not affiliated with WhatsApp or Meta");
    expect(printed).not.toMatch(/Backups|Export|Verify this place|Lock\b/);
    await app.click(button("Close"));
    await app.expectCount(".sheet", 0);
  });

story("two groups from paper are the second place: the key is safe, also after a reload", OURS, async () => {
  await app.expectShown(".amber-mark");
  await app.select(PLACE, "Paper");
  const asked: Target = { css: "label", holding: /^Row [A-D], group/ };
  await app.expectCount(asked, 2);
  for (const label of await app.texts(asked)) {
    const at = "ABCD".indexOf(label.charAt(4)) * 4 + Number(label.at(-1)) - 1;
    await app.fill(field(label), KEY.slice(at * 4, at * 4 + 4));
  }
  await app.click(button("Verify this place"));
  await app.expectText(STATUS, "Verified in this place: Paper. It holds exactly this key.");
  await app.reload();
  await app.expectShown(text("Paper: verified on"));
  await app.expectCount(".amber-mark", 0);
});

story("a place is verified by what is pasted, and stays verified", OURS, async () => {
  await app.select(PLACE, "Bitwarden");
  await app.fill(field("The key as it is there"), KEY);
  await app.click(button("Verify this place"));
  await app.expectText(STATUS, "Verified in this place: Bitwarden. It holds exactly this key.");
  await app.reload();
  await app.expectShown(text("Bitwarden: verified on"));
});
