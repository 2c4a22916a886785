// @vitest-environment happy-dom
/**
 * The section *Backups* over the background's own service: what it says of each file, and of each wrong
 * press.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { act, fireEvent, screen } from "@testing-library/preact";
import { beforeEach, expect, it, vi } from "vitest";
import { parseBackupKey } from "../../../../src/core/key/backup-key.ts";
import { writeKeyFile } from "../../../../src/core/key/key-file.ts";
import { faults } from "../../../../src/platform/log.ts";
import { repairText, unusableText } from "../../../../src/ui/text/en/backup-acts.ts";
import {
  backupsPress,
  backupsSay,
  backupsWords,
  testingText,
  verdictText,
} from "../../../../src/ui/text/en/backups.ts";
import { reportText } from "../../../../src/ui/text/en/report.ts";
import { makeBackup } from "../../../support/backup-files.ts";
import { waitFor } from "../../../support/wait.ts";
import { FakeApi, OTHER_KEY, SAMPLE_KEY } from "../../fake-api.ts";
import { alertText, press, settle, showApp, statusText, type } from "../../stage.tsx";

const DATABASE = "msgstore-2026-level9.db.crypt15";
const sample = (name: string) => readFileSync(resolve(import.meta.dirname, "../../../vectors", name));
const bytesOf = (hex: string): Uint8Array => parseBackupKey(hex) ?? new Uint8Array(0);

let api: FakeApi;

beforeEach(() => {
  api = new FakeApi();
  api.status = "unlocked";
});

async function until(what: string, isSo: () => boolean): Promise<void> {
  await waitFor(what, async () => {
    await act(async () => {
      await new Promise((done) => setTimeout(done, 5));
    });
    return isSo();
  });
}

async function show(): Promise<void> {
  await showApp(api, "#backups");
  await until("the view", () => screen.queryByRole("button", { name: backupsPress.test }) !== null);
}

async function choose(files: Record<string, Uint8Array>): Promise<void> {
  const given = Object.entries(files).map(([name, bytes]) => new File([Uint8Array.from(bytes)], name));
  fireEvent.change(screen.getByLabelText(backupsWords.pick), { target: { files: given } });
  await until("the rows", () => Object.keys(files).every((name) => rowOf(name).length > name.length + 10));
}

function rowOf(name: string): string {
  const rows = screen.queryAllByRole("row");
  return rows.find((row) => row.textContent?.includes(name))?.textContent ?? "";
}

it("says what each file is, and what it is not, before any key is asked for", async () => {
  api.put(SAMPLE_KEY);
  await show();
  await choose({
    [DATABASE]: sample(DATABASE),
    "photo.jpg": Buffer.from("\xff\xd8\xff\xe0 JFIF", "latin1"),
    "ChatStorage.sqlite.enc": Buffer.alloc(100, 7),
    "with-a-passkey.crypt15": makeBackup(bytesOf(OTHER_KEY), { keyType: 4 }),
  });
  expect(rowOf(DATABASE)).toContain("crypt15 backup, version 2.26.34.7, protected by a 64-digit key");
  expect(rowOf("photo.jpg")).toContain("Not a backup. A picture.");
  expect(rowOf("ChatStorage")).toContain("Its format is not published");
  expect(rowOf("with-a-passkey")).toContain("phone number ending in 42, protected by a passkey");
  expect(api.asked).not.toContain("backup.test");
  expect(api.asked).not.toContain("key.reveal");
});

it("tests every key on every file, names those that fit, and marks old ones", async () => {
  const current = api.put(OTHER_KEY, { label: "New phone" });
  api.put(SAMPLE_KEY, { label: "Old phone", supersededBy: current.id });
  await show();
  await choose({
    [DATABASE]: sample(DATABASE),
    "other.crypt15": makeBackup(bytesOf("1".repeat(64)), { keyType: 2 }),
  });
  await press(backupsPress.test);
  await until("the end", () => statusText().includes(backupsSay.done));
  expect(rowOf(DATABASE)).toContain("Old phone (old key)");
  expect(rowOf(DATABASE)).toContain(
    "This key fits. Only the beginning was read; a full check rules out damage.",
  );
  expect(rowOf("other.crypt15")).toContain(
    "None of your keys fits. The file is complete. Its owner chose a password instead of a 64-digit key.",
  );
  expect(api.entries.find(({ label }) => label === "Old phone")?.testedAtMs).not.toBeNull();
  expect(api.entries.find(({ label }) => label === "New phone")?.testedAtMs).toBeNull();
});

it("says what is missing: a selection, a key, a test, one file to repair with", async () => {
  await show();
  await press(backupsPress.test);
  expect(alertText()).toBe(backupsSay.nothingSelected);
  await choose({ [DATABASE]: sample(DATABASE) });
  await press(backupsPress.test);
  expect(alertText()).toBe(backupsSay.noKeys);
  await press(backupsPress.open);
  expect(alertText()).toBe(backupsSay.noCheck);
  fireEvent.click(screen.getByLabelText(`Select ${DATABASE}`));
  await settle();
  await press(backupsPress.repair);
  expect(alertText()).toBe(backupsSay.repairOne);
});

it("a keyring that locks meanwhile stops the work, and the files are still listed afterwards", async () => {
  api.put(SAMPLE_KEY);
  await show();
  await choose({ [DATABASE]: sample(DATABASE) });
  api.failing.set("backup.test", "locked");
  await press(backupsPress.test);
  await until("the refusal", () => alertText() !== "");
  expect(alertText()).toContain("locked");
  expect(rowOf(DATABASE)).not.toContain(verdictText["right-key"]);
});

it("a key file offers its key, and adds it only when pressed", async () => {
  await show();
  await choose({ "encrypted_backup.key": writeKeyFile(bytesOf(SAMPLE_KEY)) });
  expect(rowOf("encrypted_backup.key")).toContain("A key file with a 64-digit key");
  expect(api.entries).toHaveLength(0);
  await press(backupsPress.addKey);
  await until("the key", () => api.entries.length === 1);
  expect(api.keys.get(api.entries[0]?.id ?? "")).toBe(SAMPLE_KEY);
});

it("a key file that was moved meanwhile says so, and adds nothing", async () => {
  await show();
  const file = new File([Uint8Array.from(writeKeyFile(bytesOf(SAMPLE_KEY)))], "encrypted_backup.key");
  fireEvent.change(screen.getByLabelText(backupsWords.pick), { target: { files: [file] } });
  await until("the row", () => rowOf(file.name).includes("A key file with a 64-digit key"));
  vi.spyOn(file, "slice").mockImplementation(() => {
    throw new DOMException("moved", "NotFoundError");
  });
  await press(backupsPress.addKey);
  await until("the answer", () => alertText() !== "");
  expect(alertText()).toBe(backupsSay.unreadable);
  expect(api.asked).not.toContain("entry.add");
});

it("one thing at a time: what is pressed meanwhile is told to wait, and Cancel ends the work", async () => {
  api.put(SAMPLE_KEY);
  await show();
  await choose({ [DATABASE]: sample(DATABASE), "second.crypt15": sample(DATABASE) });
  let answer = () => {};
  const silence = new Promise<void>((resolve) => {
    answer = resolve;
  });
  api.held.set("backup.test", silence);
  await press(backupsPress.test);
  expect(statusText()).toBe(testingText.running);
  await press(backupsPress.check);
  expect(alertText()).toBe(backupsSay.busy);
  await press("Cancel");
  answer();
  await until("the end", () => statusText() === testingText.cancelled);
  expect(rowOf("second.crypt15")).not.toContain(verdictText["right-key"]);
});

it("a failure that nobody expected is logged, and says that a report can be copied", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  api.put(SAMPLE_KEY);
  await show();
  await choose({ [DATABASE]: sample(DATABASE) });
  api.held.set("backup.test", Promise.reject(new TypeError("x")));
  await press(backupsPress.test);
  await until("the end", () => alertText() !== "");
  expect(alertText()).toBe(reportText.actFailed);
  expect(faults.all()).toMatchObject([{ code: "act-failed", name: "TypeError" }]);
  faults.remove(faults.all());
});

it("WhatsApp's own key file opens a crypt14 backup, and is stored nowhere", async () => {
  const aes = Buffer.alloc(32, 9);
  const header = Buffer.from("aced0005757200025b42acf317f8060854e0020000787000000083", "hex");
  await show();
  await choose({
    key: Buffer.concat([header, Buffer.of(0, 1), Buffer.alloc(97), aes]),
    "old.db.crypt14": makeBackup(aes, { kind: "crypt14" }),
  });
  await press(backupsPress.test);
  await until("the result", () => rowOf("old.db").includes(verdictText["right-key"]));
  expect(rowOf("old.db")).toContain("WhatsApp's key file");
  expect(api.entries).toEqual([]);
  expect(api.asked).not.toContain("entry.add");
});

it("a file dropped beside the area does not take the tab; text that is dragged goes where it is dropped", async () => {
  await show();
  const isKept = (types: string[]) => {
    const event = new Event("drop", { bubbles: true, cancelable: true });
    Object.defineProperty(event, "dataTransfer", { value: { types, files: [] } });
    return !document.body.dispatchEvent(event);
  };
  expect(isKept(["Files"])).toBe(true);
  expect(isKept(["text/plain"])).toBe(false);
});

it("what cannot be searched for is refused with a sentence", async () => {
  api.put(SAMPLE_KEY);
  await show();
  await choose({ [DATABASE]: sample(DATABASE) });
  await press(backupsPress.repair);
  await type(repairText.typed, "0243");
  await press(repairText.start);
  expect(alertText()).toBe(unusableText(4));
});
