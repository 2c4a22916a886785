/** The views that are reached from a scene by an act, in whatever language the page is in. */
import { resolve } from "node:path";
import type { Page } from "playwright";
import { writeKeyringExport } from "../../../src/core/sealed/keyring-export.ts";
import { repairText } from "../../../src/ui/text/en/backup-acts.ts";
import { backupsPress, backupsSay, backupsWords, verdictText } from "../../../src/ui/text/en/backups.ts";
import { helpText } from "../../../src/ui/text/en/help.ts";
import { chosenFileText, importText, openerText } from "../../../src/ui/text/en/imports.ts";
import { inputPress } from "../../../src/ui/text/en/key-inputs.ts";
import { otherText } from "../../../src/ui/text/en/page-acts.ts";
import { passkeyFailed, passkeyText } from "../../../src/ui/text/en/passkeys.ts";
import { reportPress } from "../../../src/ui/text/en/report.ts";
import { terminalText } from "../../../src/ui/text/en/terminal.ts";
import { unlockText } from "../../../src/ui/text/en/unlock.ts";
import { vaultPress, vaultText } from "../../../src/ui/text/en/vault.ts";
import { deriveKey } from "../../support/cheap-derivation.ts";
import { keyringOf, someAccount } from "../../support/keyrings.ts";

/** What stands on the page for a sentence of ours, or for a part of one. */
type Language = { whole: (sentence: string) => string; part: (words: string) => string };
export const ENGLISH: Language = { whole: (sentence) => sentence, part: (words) => words };

export type Step = (page: Page, language: Language) => Promise<unknown>;

const SAMPLE = "0243 579e 34ac b5f6 0905 5458 b1eb 501b 28fa 3a1d 82b6 865a c8cb 3381 056c 8799";

const press =
  (name: string): Step =>
  (page, { whole }) =>
    page.getByRole("button", { name: whole(name), exact: true }).click();
const type =
  (label: string, text: string): Step =>
  (page, { whole }) =>
    page.getByLabel(whole(label), { exact: true }).fill(text);
const open =
  (name: string): Step =>
  (page, { whole, part }) =>
    page
      .getByRole("list", { name: whole("Keys") })
      .getByText(part(name))
      .click();

const sample = (name: string) => resolve(import.meta.dirname, "../../vectors", name);
export const BACKUPS = [
  "msgstore-2026-level9.db.crypt15",
  "neg-midbyte-flipped.db.crypt15",
  "backups.json",
].map(sample);
const choose: Step = (page, { whole }) =>
  page.getByLabel(whole(backupsWords.pick), { exact: true }).setInputFiles(BACKUPS);
const until =
  (text: string): Step =>
  (page, { part }) =>
    page.getByText(part(text)).first().waitFor();
const only =
  (name: string): Step =>
  (page, { whole }) =>
    page.getByLabel(whole(`Select ${name}`)).uncheck();

/** A popped-out window, as the narrow picture is, has no leave to fill another page and says so. */
const tryHost: Step = async (page, language) => {
  const { whole, part } = language;
  const sentence = page.getByText(part(otherText.hint)).or(page.getByText(part(otherText.pressButton)));
  await sentence.first().waitFor();
  const host = page.getByLabel(whole(otherText.typeHost), { exact: true });
  if ((await host.count()) === 0) return;
  await host.fill("xn--viewer");
  await page.waitForTimeout(800);
  await press("Fill in once")(page, language);
};

const importer = (page: Page, { whole }: Language) =>
  page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: whole(importText.title) }) })
    .locator("input[type=file]");

const FILE_PASSWORD = "correct-horse-battery-staple-sixty";
/** A file that brings, beside a key, a record at a look-alike address, places and settings. */
const takeInPrepared: Step = async (page, language) => {
  const places = [{ place: "paper", verifiedAtMs: 1e12, goneAtMs: null }];
  const keyring = keyringOf([
    { hex: SAMPLE.replaceAll(" ", "").replace("0", "1"), label: "Brought", places },
  ]);
  const vaults = ["https://vault.example.org", "https://xn--vult-43d.example.org"].map((address, at) => ({
    id: `${at}`.repeat(32),
    text: JSON.stringify({ ...someAccount, entryId: keyring.entries[0]?.id, address }),
  }));
  const settings = { ...keyring.settings, clipboardSeconds: 20, autoLockMinutes: null };
  const file = await writeKeyringExport(
    { keyring: { ...keyring, vaults, settings }, atMs: 1e12 },
    FILE_PASSWORD,
    deriveKey,
  );
  if (!file.ok) throw new Error(file.error.code);
  const buffer = Buffer.from(file.value);
  await importer(page, language).setInputFiles({ name: "a.sixtyfour", mimeType: "", buffer });
  await type(openerText["keyring-export"].label, FILE_PASSWORD)(page, language);
  await press(chosenFileText.open)(page, language);
  await page.getByText(language.part("vault.example.org")).first().waitFor();
};

const takeInChecksums: Step = (page, language) => {
  const lines = Array.from({ length: 30 }, (_, at) => `${`${at + 10}`.repeat(32)}  picture-${at}.jpg`);
  const file = { name: "SHA256SUMS.txt", mimeType: "text/plain", buffer: Buffer.from(lines.join("\n")) };
  return importer(page, language).setInputFiles(file);
};

const takeIn: Step = (page, language) => {
  const keys = [SAMPLE, SAMPLE.replace("0", "1"), SAMPLE.replace("0", "2")];
  const rows = keys.map((key, at) => `Phone ${at + 1},${key},Key ID: 0000000${at}`);
  const text = ["title,password,notes", ...rows].join("\n");
  const file = { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  return importer(page, language).setInputFiles(file);
};

const select =
  (label: string, value: string): Step =>
  async (page, { whole }) => {
    await page.getByLabel(whole(label), { exact: true }).selectOption(value);
  };

const pressText =
  (text: string): Step =>
  (page, { part }) =>
    page.getByText(part(text)).first().click();

/** Of buttons that several panels have. */
const pressFirst =
  (name: string): Step =>
  (page, { whole }) =>
    page
      .getByRole("button", { name: whole(name), exact: true })
      .first()
      .click();

const toPasskeys: Step = (page, { whole }) =>
  page.getByRole("region", { name: whole(passkeyText.title) }).scrollIntoViewIfNeeded();

/** Until a guard or a meter is done. */
const wait: Step = (page) => page.waitForTimeout(800);

export const acts: Record<string, { scene: string; steps: readonly Step[] }> = {
  "popup-wrong-passphrase": { scene: "popup-locked", steps: [type("Passphrase", "wrong"), press("Unlock")] },
  "popup-generated": { scene: "popup-list", steps: [press("Generate a key")] },
  "popup-key": { scene: "popup-list", steps: [open("Phone in daily use")] },
  "popup-key-copied": {
    scene: "popup-list",
    steps: [open("Phone in daily use"), press("Reveal"), press("Copy")],
  },
  "popup-key-safe": { scene: "popup-list", steps: [open("Archive disk")] },
  "popup-delete": { scene: "popup-list", steps: [open("Archive disk"), press("Delete")] },
  "popup-fill-ready": { scene: "popup-fill", steps: [wait] },
  "popup-other": {
    scene: "popup-other-form",
    steps: [open("Phone in daily use"), press("Fill in another page"), tryHost],
  },
  "popup-other-no-leave": {
    scene: "popup-list",
    steps: [open("Phone in daily use"), press("Fill in another page")],
  },
  "popup-other-not-safe": {
    scene: "popup-other-unsafe",
    steps: [open("Phone in daily use"), press("Fill in another page")],
  },
  "popup-filled": { scene: "popup-fill", steps: [wait, press("Fill in this page")] },
  "app-settings-passkeys-all": { scene: "app-settings-passkeys", steps: [toPasskeys] },
  "app-settings-passkey-failed": {
    scene: "app-settings-passkeys",
    steps: [
      async (page, { whole }) => {
        const panel = page.getByRole("region", { name: whole(passkeyText.title) });
        await panel.getByLabel(whole("Current passphrase")).fill("correct-horse-battery-staple-sixty");
      },
      press(passkeyText.add),
      until(passkeyFailed["not-answered"]),
    ],
  },
  "app-first-run-weak": {
    scene: "app-first-run",
    steps: [type("Passphrase", "password1"), press("Set up Sixtyfour")],
  },
  "app-first-run-generated": { scene: "app-first-run", steps: [press("Generate a passphrase"), wait] },
  "app-key-revealed": { scene: "app-key", steps: [press("Reveal")] },
  "app-delete": { scene: "app-key", steps: [press("Delete")] },
  "app-add-wrong": { scene: "app-add", steps: [type("64-digit key", `O${SAMPLE.slice(1)}`)] },
  "app-add-short": { scene: "app-add", steps: [type("64-digit key", SAMPLE.slice(0, 31))] },
  "app-add-there": { scene: "app-add", steps: [type("64-digit key", SAMPLE)] },
  "app-add-new": {
    scene: "app-add",
    steps: [type("64-digit key", SAMPLE.replace("0", "1")), type("Phone number ending", "42")],
  },
  "vault-managed": { scene: "vault-entries", steps: [pressText(vaultText.manage)] },
  "vault-card": {
    scene: "vault-entries",
    steps: [pressText(vaultText.manage), pressFirst(vaultPress.card)],
  },
  "vault-new-password": {
    scene: "vault-entries",
    steps: [pressText(vaultText.manage), pressFirst(vaultPress.reset)],
  },
  "vault-wrong-address": {
    scene: "vault-nothing",
    steps: [pressFirst(vaultPress.look)],
  },
  "app-locked-cannot": { scene: "app-locked", steps: [pressText(unlockText.cannot)] },
  "app-locked-set-aside": {
    scene: "app-locked",
    steps: [pressText(unlockText.cannot), press("Set these keys aside")],
  },
  "app-newer-set-aside": { scene: "app-newer", steps: [press("Set these keys aside")] },
  "app-backups-described": { scene: "app-backups", steps: [choose, until(verdictText["not-a-backup"])] },
  "app-backups-tested": {
    scene: "app-backups",
    steps: [choose, until(verdictText["not-a-backup"]), press(backupsPress.test), until(backupsSay.done)],
  },
  "app-backups-checked": {
    scene: "app-backups",
    steps: [choose, until(verdictText["not-a-backup"]), press(backupsPress.check), until(backupsSay.done)],
  },
  "app-backups-open": {
    scene: "app-backups",
    steps: [
      choose,
      until(verdictText["not-a-backup"]),
      press(backupsPress.test),
      until(backupsSay.done),
      press(backupsPress.open),
    ],
  },
  "app-backups-lock": { scene: "app-backups", steps: [press(backupsPress.encrypt)] },
  "app-backups-repair": {
    scene: "app-backups",
    steps: [
      choose,
      until(verdictText["not-a-backup"]),
      only("neg-midbyte-flipped.db.crypt15"),
      press(backupsPress.repair),
      type(repairText.typed, SAMPLE.replace("0", "1")),
      press(repairText.start),
      until("one digit was wrong"),
    ],
  },
  "app-places-qr": { scene: "app-places", steps: [press("Show QR code"), until("Copy, not Search")] },
  "app-places-read": { scene: "app-places", steps: [press("Read along"), press("Next group")] },
  "app-places-sheet": {
    scene: "app-places",
    steps: [press("Print recovery sheet"), until("Where to keep it")],
  },
  "app-places-import": { scene: "app-places", steps: [takeIn, until("keys were found")] },
  "app-places-import-prepared": { scene: "app-places", steps: [takeInPrepared] },
  "app-places-import-checksums": { scene: "app-places", steps: [takeInChecksums, until("keys were found")] },
  "app-places-import-wrong": {
    scene: "app-places",
    steps: [(page, language) => importer(page, language).setInputFiles(sample("backups.json"))],
  },
  "app-places-keyring": {
    scene: "app-places",
    steps: [select("Format", "keyring-export"), type("File password", "plain wide river")],
  },
  "app-places-all": { scene: "app-places", steps: [select("Key", "all")] },
  "app-places-rows": {
    scene: "app-places",
    steps: [
      (page, { whole }) =>
        page
          .getByRole("button", { name: whole(inputPress.rows) })
          .last()
          .click(),
    ],
  },
  "app-first-run-restore": {
    scene: "app-first-run",
    steps: [
      (page) =>
        page
          .locator("input[type=file]")
          .setInputFiles({ name: "a.sixtyfour", mimeType: "", buffer: Buffer.from("64EXPORT") }),
      until("Open this file"),
    ],
  },
  "app-places-terminal": { scene: "app-places", steps: [pressText(terminalText.title)] },
  "app-places-keepassxc-cli": {
    scene: "app-places",
    steps: [
      pressText(terminalText.title),
      select("Program", "keepassxc-cli"),
      type(terminalText.database, "~/Passwords.kdbx"),
      press(terminalText.copyKey),
    ],
  },
  "app-places-all-sheets": {
    scene: "app-places",
    steps: [select("Key", "all"), press("Print recovery sheet"), until("Where to keep it")],
  },
  "app-places-plain-file": {
    scene: "app-places",
    steps: [
      select("Format", "text"),
      press("Export"),
      press("Export plain text"),
      until("saved to your downloads"),
    ],
  },
  "app-help-message": {
    scene: "app-help",
    steps: [type(helpText.filter, "attempts"), pressText("Too many attempts")],
  },
  "app-help-none": { scene: "app-help", steps: [type(helpText.filter, "nothing like it")] },
  "app-help-copied": { scene: "app-help", steps: [press(reportPress.copy), until("clipboard")] },
  "app-set-aside": { scene: "app-damaged", steps: [press("Set aside and start over")] },
};
