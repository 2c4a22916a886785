/** The section *Copies* against real programs: KeePassXC opens what is exported, zbar reads screen and paper. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Chromium } from "../../drivers/chromium/chromium.ts";
import { startKeePassXc } from "../../support/keepassxc.ts";
import { addKey, button, createKeyring, expect, launch, test, textBox } from "./setup.ts";

test.describe.configure({ mode: "serial" });

const KEY = "0243579e34acb5f609055458b1eb501b28fa3a1d82b6865ac8cb3381056c8799";
const PASSWORD = "stone lamp wide river plain";
let browser: Chromium;
let app: Page;
let folder: string;
let fingerprint: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sixtyfour-copies-"));
  browser = await launch();
  app = await createKeyring(browser);
  ({ fingerprint } = await addKey(app, KEY, "Daily phone", "42"));
  await app.reload();
  await app.getByRole("link", { name: "Copies", exact: true }).click();
});
test.afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const format = () => app.getByRole("combobox", { name: "Format" });

/** What zbar reads in a picture. */
function readCode(name: string): string {
  const { stdout, error } = spawnSync("/usr/bin/zbarimg", ["-q", "--raw", name], {
    cwd: folder,
    encoding: "utf8",
  });
  if (error) throw error;
  return stdout.trim();
}

async function exported(confirm: boolean): Promise<string> {
  const downloading = app.waitForEvent("download");
  await button(app, "Export").click();
  if (confirm) await button(app, "Write plain text").click();
  const download = await downloading;
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  await download.delete();
  return file;
}

test("a KeePass database: KeePassXC reads the key, its title and its user name from it", async () => {
  await textBox(app, "Password of the file").fill(PASSWORD);
  await textBox(app, "Repeat password of the file").fill(PASSWORD);
  const file = await exported(false);
  await expect(app.getByRole("status")).toContainText("1 key was written.");
  expect(readFileSync(file).includes(KEY)).toBe(false);
  const keepassxc = startKeePassXc();
  keepassxc.put("copy.kdbx", readFileSync(file));
  const paths = keepassxc.run(["ls", "-R", "-f", "copy.kdbx"], [PASSWORD]).trim().split("\n");
  const entry = paths.find((path) => path.includes("WhatsApp backup key")) ?? "";
  const shown = keepassxc.run(["show", "-s", "copy.kdbx", entry], [PASSWORD]);
  keepassxc.remove();
  expect(shown).toContain(`Password: ${KEY}`);
  expect(shown).toContain("Title: WhatsApp backup key (…42)");
  expect(shown).toContain(`UserName: …42 ${fingerprint}`);
});

test("that database proves the copy, with its password only", async () => {
  await app.getByRole("combobox", { name: "Where this copy is" }).selectOption("KeePassXC or KeePass");
  await app.locator("input[type=file]").first().setInputFiles(join(folder, "sixtyfour-keys.kdbx"));
  await expect(app.getByRole("alert")).toContainText("Enter its password");
  await textBox(app, "Password of that file").fill("wrong");
  await button(app, "Open the file").click();
  await expect(app.getByRole("alert")).toContainText("does not open the file");
  await expect(app.getByText(/proven on/)).toHaveCount(0);
  await textBox(app, "Password of that file").fill(PASSWORD);
  await button(app, "Open the file").click();
  await expect(app.getByRole("status")).toContainText("Proven: KeePassXC or KeePass holds this very key.");
  await expect(app.getByText("One proven copy outside this browser. Two are safe.")).toBeVisible();
});

test("a table in plain text: only after a confirmation, and Python's csv reads the key from it", async () => {
  await format().selectOption("CSV for Firefox");
  await button(app, "Export").click();
  await button(app, "Cancel").click();
  const file = await exported(true);
  const script =
    "import csv,sys\nprint('\\n'.join(row['password'] for row in csv.DictReader(open(sys.argv[1], newline='', encoding='utf-8'))))";
  expect(execFileSync("python3", ["-c", script, file], { encoding: "utf8" }).trim()).toBe(KEY);
  await expect(app.getByRole("status")).toContainText("delete it and empty the trash");
});

test("the QR code on the screen: zbar reads the bare key; Escape takes it away", async () => {
  await button(app, "Show QR code").click();
  const dialog = app.getByRole("dialog", { name: "QR code" });
  await expect(dialog).toBeVisible();
  writeFileSync(join(folder, "screen.png"), await app.screenshot());
  expect(readCode("screen.png")).toBe(KEY);
  await app.keyboard.press("Escape");
  await expect(app.locator("svg.qr")).toHaveCount(0);
});

test("read along by the keyboard: 16 groups, forward and back", async () => {
  await button(app, "Read along").click();
  const digits = app.locator(".read-along .large");
  let heard = await digits.innerText();
  for (let step = 1; step < 16; step++) {
    await app.keyboard.press("ArrowRight");
    await expect(app.getByText(`(${step + 1} of 16)`)).toBeVisible();
    heard += await digits.innerText();
  }
  expect(heard).toBe(KEY);
  await app.keyboard.press("ArrowLeft");
  await expect(app.getByText("(15 of 16)")).toBeVisible();
  await button(app, "Close").click();
});

for (const size of ["A4", "Letter"] as const) {
  test(`the recovery sheet on ${size}: one page, its code decodes, its rows are whole`, async () => {
    await button(app, "Print recovery sheet").click();
    await expect(app.getByRole("img", { name: "QR code of the 64-digit key" })).toBeVisible();
    const pdf = join(folder, `${size}.pdf`);
    await app.pdf({ path: pdf, format: size, preferCSSPageSize: false });
    const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
    expect(text.split("\f").filter((page) => page.trim() !== "")).toHaveLength(1);
    const rows = [...text.matchAll(/^\s*.*?([A-D])\s+([0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4})/gm)];
    expect(rows.map(([, letter]) => letter).join("")).toBe("ABCD");
    expect(rows.map(([, , groups]) => groups?.replaceAll(" ", "")).join("")).toBe(KEY);
    expect(text).toContain(fingerprint);
    expect(text).toContain("Not affiliated with WhatsApp or Meta");
    expect(text).not.toMatch(/Backups|Export|Prove this copy|Lock\b/);
    execFileSync("pdftoppm", ["-r", "150", "-gray", "-png", pdf, join(folder, size)]);
    expect(readCode(`${size}-1.png`)).toBe(KEY);
    await button(app, "Close").click();
    await expect(app.locator(".sheet")).toHaveCount(0);
  });
}

test("two groups from paper are the second place: the key is safe, also after a reload", async () => {
  await app.getByRole("combobox", { name: "Where this copy is" }).selectOption("Paper");
  for (const label of await app.locator("label", { hasText: /^Row [A-D], group/ }).allInnerTexts()) {
    const at = "ABCD".indexOf(label.charAt(4)) * 4 + Number(label.at(-1)) - 1;
    await textBox(app, label).fill(KEY.slice(at * 4, at * 4 + 4));
  }
  await button(app, "Prove this copy").click();
  await expect(app.getByRole("status")).toContainText("Proven: Paper holds this very key.");
  await app.reload();
  await expect(app.getByText(/Paper: proven on/)).toBeVisible();
  await expect(app.locator(".amber-mark")).toHaveCount(0);
});
