// @vitest-environment happy-dom
/** *Lock a file*: which key, which name, and a file that the same key opens again. */
import { fireEvent, screen } from "@testing-library/preact";
import { unzipSync } from "fflate";
import { beforeEach, expect, it } from "vitest";
import { lockText } from "../../../../src/ui/text/en/backup-acts.ts";
import { choose, disk, give, prove, rowOf, showBackups, until, user } from "../../backup-stage.tsx";
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
  const list = screen.getByLabelText<HTMLSelectElement>(lockText.key);
  return [...list.options].map(({ text }) => text.split(" · ")[0] ?? "");
}

it("offers the newest generated key first, WhatsApp's after them, and no deleted one", async () => {
  const nowMs = Date.now();
  api.put(SAMPLE_KEY, { label: "From the phone", createdAtMs: nowMs });
  api.put(OTHER_KEY, { label: "Older", origin: "generated", createdAtMs: nowMs - HOUR_MS });
  api.put("a".repeat(64), { label: "Newer", origin: "generated", createdAtMs: nowMs - 1000 });
  api.put("b".repeat(64), { label: "Deleted", origin: "generated", deletedAtMs: nowMs });
  await showBackups(api);
  await press("Lock a file");
  expect(shownKeys()).toEqual(["Newer", "Older", "From the phone"]);
  expect(screen.getByLabelText<HTMLSelectElement>(lockText.key).selectedIndex).toBe(0);
});

it("makes one file that the key opens again, names and content kept", async () => {
  api.put(OTHER_KEY, { label: "Mine", origin: "generated", phoneEnding: "42" });
  await showBackups(api);
  await press("Lock a file");
  give(lockText.pickFolder, { "holiday/photo.jpg": PHOTO, "holiday/day 2/note.txt": Buffer.from("sun") });
  await until("what was chosen", () => screen.queryByText(/2 files, 5.0 kB/) !== null);
  expect(screen.getByText(/It becomes holiday.zip.crypt15/)).toBeTruthy();
  await press(lockText.start);
  await until("the end", () => statusText().startsWith("Locked"));
  expect(statusText()).toMatch(/^Locked: holiday.zip.crypt15, .* Only this key opens it/);
  expect(Object.keys(disk.contents())).toEqual(["holiday.zip.crypt15"]);
  const locked = disk.bytesOf("holiday.zip.crypt15");
  expect(Buffer.from(locked).includes("photo.jpg")).toBe(false);

  await choose({ "holiday.zip.crypt15": locked });
  expect(rowOf("holiday.zip")).toContain("Locked with Sixtyfour, phone number ending in 42");
  await prove("holiday.zip");
  await press("Open");
  await press("Choose where to save");
  await until("the end", () => statusText().startsWith("Opened"));
  expect(statusText()).toContain("ZIP with 2 entries");
  const zip = unzipSync(disk.bytesOf("holiday.zip"));
  expect(Object.keys(zip).sort()).toEqual(["holiday/day 2/note.txt", "holiday/photo.jpg"]);
  expect(Buffer.from(zip["holiday/photo.jpg"] ?? []).equals(PHOTO)).toBe(true);
  expect(InPageWorker.alive.size).toBe(0);
});

it("says that there is no key to lock with", async () => {
  await showBackups(api);
  await press("Lock a file");
  await press(lockText.start);
  expect(alertText()).toBe(lockText.noKey);
});

it("says what is missing: files, a place; nothing is derived meanwhile", async () => {
  api.put(OTHER_KEY);
  await showBackups(api);
  await press("Lock a file");
  await press(lockText.start);
  expect(alertText()).toBe(lockText.noFiles);
  give(lockText.pick, { "photo.jpg": PHOTO });
  await until("what was chosen", () => screen.queryByText(/1 file, 5.0 kB/) !== null);
  user.closesPicker = true;
  await press(lockText.start);
  expect(statusText()).toBe(lockText.noPlace);
  expect(api.asked).not.toContain("backup.derive");
});

it("refuses more than one IV can seal, and writes nothing", async () => {
  api.put(OTHER_KEY);
  await showBackups(api);
  await press("Lock a file");
  const huge = new File([], "huge.bin");
  Object.defineProperty(huge, "size", { value: 2 ** 36 });
  fireEvent.change(screen.getByLabelText(lockText.pick), { target: { files: [huge] } });
  await until("what was chosen", () => screen.queryByText(/1 file, 69 GB/) !== null);
  await press(lockText.start);
  await until("the refusal", () => alertText() !== "");
  expect(alertText()).toBe(lockText.tooLarge);
  expect(disk.contents()).toEqual({});
});

it.each([
  ["the keyring locks", () => api.failing.set("backup.derive", "locked"), "locked"],
  [
    "the disk is full",
    () => {
      disk.room.bytes = 1000;
    },
    lockText.full,
  ],
])("keeps nothing when %s", async (_, harm, expected) => {
  api.put(OTHER_KEY);
  await showBackups(api);
  await press("Lock a file");
  give(lockText.pick, { "noise.bin": crypto.getRandomValues(new Uint8Array(50_000)) });
  await until("what was chosen", () => screen.queryByText(/1 file/) !== null);
  harm();
  await press(lockText.start);
  await until("the refusal", () => alertText() !== "");
  expect(alertText()).toContain(expected);
  expect(disk.contents()).toEqual({});
});
