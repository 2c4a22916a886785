// @vitest-environment happy-dom
/** *Encrypt files*: which key, which name, and a file that the same key opens again. */
import { fireEvent, screen } from "@testing-library/preact";
import { unzipSync } from "fflate";
import { beforeEach, expect, it } from "vitest";
import { encryptText, openText } from "../../../../src/ui/text/en/backup-acts.ts";
import { backupsPress } from "../../../../src/ui/text/en/backups.ts";
import { choose, disk, give, rowOf, showBackups, testKeys, until, user } from "../../backup-stage.tsx";
import { FakeApi, OTHER_KEY, SAMPLE_KEY } from "../../fake-api.ts";
import { InPageWorker } from "../../in-page-worker.ts";
import { alertText, press, statusText } from "../../stage.tsx";

const HOUR_MS = 3_600_000;
const PHOTO = Uint8Array.from({ length: 5000 }, (_, i) => i % 251);

let api: FakeApi;
beforeEach(() => {
  api = new FakeApi();
  api.status = "unlocked";
});

function shownKeys(): string[] {
  const list = screen.getByLabelText<HTMLSelectElement>(encryptText.key);
  return [...list.options].map(({ text }) => text.split(" · ")[0] ?? "");
}

it("offers the newest generated key first, WhatsApp's after them, and no deleted one", async () => {
  const nowMs = Date.now();
  api.put(SAMPLE_KEY, { label: "From the phone", createdAtMs: nowMs });
  api.put(OTHER_KEY, { label: "Older", origin: "generated", createdAtMs: nowMs - HOUR_MS });
  api.put("a".repeat(64), { label: "Newer", origin: "generated", createdAtMs: nowMs - 1000 });
  api.put("b".repeat(64), { label: "Deleted", origin: "generated", deletedAtMs: nowMs });
  await showBackups(api);
  await press(backupsPress.encrypt);
  expect(shownKeys()).toEqual(["Newer", "Older", "From the phone"]);
  expect(screen.getByLabelText<HTMLSelectElement>(encryptText.key).selectedIndex).toBe(0);
});

it("makes one file that the key opens again, names and content kept", async () => {
  api.put(OTHER_KEY, { label: "Mine", origin: "generated", phoneEnding: "42" });
  await showBackups(api);
  await press(backupsPress.encrypt);
  give(encryptText.pickFolder, { "holiday/photo.jpg": PHOTO, "holiday/day 2/note.txt": Buffer.from("sun") });
  await until("what was chosen", () => screen.queryByText(/2 files, 5.0 kB/) !== null);
  expect(screen.getByText(/The encrypted file: holiday.zip.crypt15/)).toBeTruthy();
  await press(encryptText.start);
  await until("the end", () => statusText().startsWith("Encrypted"));
  expect(statusText()).toMatch(/^Encrypted: holiday.zip.crypt15, .* Only this key opens it/);
  expect(Object.keys(disk.contents())).toEqual(["holiday.zip.crypt15"]);
  const encrypted = disk.bytesOf("holiday.zip.crypt15");
  expect(Buffer.from(encrypted).includes("photo.jpg")).toBe(false);

  await choose({ "holiday.zip.crypt15": encrypted });
  expect(rowOf("holiday.zip")).toContain("Encrypted with Sixtyfour, phone number ending in 42");
  await testKeys("holiday.zip");
  await press(backupsPress.open);
  await press(openText.start);
  await until("the end", () => statusText().startsWith("Opened"));
  expect(statusText()).toContain("ZIP with 2 entries");
  const zip = unzipSync(disk.bytesOf("holiday.zip"));
  expect(Object.keys(zip).sort()).toEqual(["holiday/day 2/note.txt", "holiday/photo.jpg"]);
  expect(Buffer.from(zip["holiday/photo.jpg"] ?? []).equals(PHOTO)).toBe(true);
  expect(InPageWorker.alive.size).toBe(0);
});

it("says that there is no key to encrypt with", async () => {
  await showBackups(api);
  await press(backupsPress.encrypt);
  await press(encryptText.start);
  expect(alertText()).toBe(encryptText.noKey);
});

it("says what is missing: files, a place; nothing is derived meanwhile", async () => {
  api.put(OTHER_KEY);
  await showBackups(api);
  await press(backupsPress.encrypt);
  await press(encryptText.start);
  expect(alertText()).toBe(encryptText.noFiles);
  give(encryptText.pick, { "photo.jpg": PHOTO });
  await until("what was chosen", () => screen.queryByText(/1 file, 5.0 kB/) !== null);
  user.closesPicker = true;
  await press(encryptText.start);
  expect(statusText()).toBe(encryptText.noPlace);
  expect(api.asked).not.toContain("backup.derive");
});

it("refuses more than one IV can seal, and writes nothing", async () => {
  api.put(OTHER_KEY);
  await showBackups(api);
  await press(backupsPress.encrypt);
  const huge = new File([], "huge.bin");
  Object.defineProperty(huge, "size", { value: 2 ** 36 });
  fireEvent.change(screen.getByLabelText(encryptText.pick), { target: { files: [huge] } });
  await until("what was chosen", () => screen.queryByText(/1 file, 69 GB/) !== null);
  await press(encryptText.start);
  await until("the refusal", () => alertText() !== "");
  expect(alertText()).toBe(encryptText.tooLarge);
  expect(disk.contents()).toEqual({});
});

it.each([
  ["Sixtyfour locks", () => api.failing.set("backup.derive", "locked"), "locked"],
  [
    "the disk is full",
    () => {
      disk.room.bytes = 1000;
    },
    encryptText.full,
  ],
])("keeps nothing when %s", async (_, harm, expected) => {
  api.put(OTHER_KEY);
  await showBackups(api);
  await press(backupsPress.encrypt);
  give(encryptText.pick, { "noise.bin": crypto.getRandomValues(new Uint8Array(50_000)) });
  await until("what was chosen", () => screen.queryByText(/1 file/) !== null);
  harm();
  await press(encryptText.start);
  await until("the refusal", () => alertText() !== "");
  expect(alertText()).toContain(expected);
  expect(disk.contents()).toEqual({});
});
