/** The section *Copies* in Firefox: a database that KeePassXC opens, a code that zbar reads, and a proven copy. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Firefox } from "../../drivers/firefox/firefox.ts";
import type { FirefoxPage } from "../../drivers/firefox/firefox-page.ts";
import { startKeePassXc } from "../../support/keepassxc.ts";
import { waitFor } from "../../support/wait.ts";
import {
  addKey,
  button,
  createKeyring,
  expect,
  expectShown,
  expectText,
  field,
  launch,
  link,
  STATUS,
  test,
} from "./setup.ts";

test.describe.configure({ mode: "serial" });

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const PASSWORD = "stone lamp wide river plain";
const FILE = "sixtyfour-keys.kdbx";
const downloads = mkdtempSync(join(tmpdir(), "sixtyfour-copies-"));
let firefox: Firefox;
let app: FirefoxPage;

test.beforeAll(async () => {
  firefox = await launch({ prefs: { "browser.download.folderList": 2, "browser.download.dir": downloads } });
  app = await createKeyring(firefox);
  await addKey(app, KEY, "Daily phone", "42");
  await app.reload();
  await app.click(link("Copies"));
});
test.afterAll(async () => {
  await firefox.close();
  rmSync(downloads, { recursive: true, force: true });
});

test("a KeePass database: KeePassXC reads the key from it", async () => {
  await app.fill(field("Password of the file"), PASSWORD);
  await app.fill(field("Repeat password of the file"), PASSWORD);
  await app.click(button("Export"));
  await expectText(app, STATUS, "1 key was written.");
  await waitFor("the download", () => {
    const there = readdirSync(downloads);
    return there.includes(FILE) && !there.some((other) => other.endsWith(".part"));
  });
  const keepassxc = startKeePassXc();
  keepassxc.put(FILE, readFileSync(join(downloads, FILE)));
  const paths = keepassxc.run(["ls", "-R", "-f", FILE], [PASSWORD]).trim().split("\n");
  const entry = paths.find((path) => path.includes("WhatsApp backup key")) ?? "";
  const shown = keepassxc.run(["show", "-s", FILE, entry], [PASSWORD]);
  keepassxc.remove();
  expect(shown).toContain(`Password: ${KEY}`);
});

test("the QR code on the screen: zbar reads the bare key", async () => {
  await app.click(button("Show QR code"));
  // The code is in the document a moment before its dialog opens.
  await app.find("dialog[open] svg.qr");
  writeFileSync(join(downloads, "screen.png"), await app.screenshot());
  const { stdout, error } = spawnSync("/usr/bin/zbarimg", ["-q", "--raw", join(downloads, "screen.png")], {
    encoding: "utf8",
  });
  if (error) throw error;
  expect(stdout.trim()).toBe(KEY);
  await app.click(button("Close"));
  await app.waitForGone("svg.qr");
});

test("a copy is proven by what is pasted, and stays proven", async () => {
  await app.fill(field("The key as it stands there"), KEY);
  await app.click(button("Prove this copy"));
  await expectText(app, STATUS, "Proven: Bitwarden holds this very key.");
  await app.reload();
  await expectShown(app, "Bitwarden: proven on");
  await expectShown(app, "One proven copy outside this browser. Two are safe.");
});
