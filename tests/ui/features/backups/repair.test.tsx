// @vitest-environment happy-dom
/** *Repair a key*: a typo is found in workers that know no key, shown, and saved only by a press. */
import { screen } from "@testing-library/preact";
import { beforeEach, expect, it } from "vitest";
import { hexToBytes } from "../../../../src/core/bytes.ts";
import { nothingText, repairText } from "../../../../src/ui/text/en/backup-acts.ts";
import { backupsPress } from "../../../../src/ui/text/en/backups.ts";
import { makeBackup } from "../../../support/backup-files.ts";
import { choose, showBackups, until } from "../../backup-stage.tsx";
import { FakeApi, OTHER_KEY, SAMPLE_KEY } from "../../fake-api.ts";
import { InPageWorker } from "../../in-page-worker.ts";
import { alertText, press, statusText, type } from "../../stage.tsx";

const LOST = SAMPLE_KEY;

let api: FakeApi;
beforeEach(async () => {
  api = new FakeApi();
  api.status = "unlocked";
  api.put(OTHER_KEY);
  await showBackups(api);
  await choose({ "msgstore.db.crypt15": makeBackup(hexToBytes(LOST)) });
  await press(backupsPress.repair);
});

async function searchFor(text: string): Promise<void> {
  await type(repairText.typed, text);
  await press(repairText.start);
}

const marked = (name: string) => [...document.querySelectorAll(name)].map((it) => it.textContent);
const shown = () =>
  [...document.querySelectorAll(".found-key")].map((it) => it.textContent?.replace(/\s/g, ""));

it.each([
  [
    "one wrong",
    `${LOST.slice(0, 20)}0${LOST.slice(21)}`,
    "one digit was wrong",
    ["0"],
    [LOST[20]],
    "Row B, group 2, digit 1: 5, not 0",
  ],
  ["one missing", LOST.slice(0, 30) + LOST.slice(31), "one digit was missing", [], [LOST[30]], "was missing"],
  [
    "one too many",
    `${LOST.slice(0, 10)}7${LOST.slice(10)}`,
    "one digit was too many",
    ["7"],
    [],
    "was extra",
  ],
  [
    "two digits that cannot be read",
    `??${LOST.slice(2)}`,
    "the unreadable digits were found",
    ["?", "?"],
    [...LOST.slice(0, 2)],
    "was unreadable",
  ],
])("finds %s, and shows it against what was typed", async (_, text, typo, struck, found, said) => {
  await searchFor(text);
  await until("the key", () => statusText() === repairText.found);
  expect(screen.getByText(new RegExp(typo))).toBeTruthy();
  expect(shown()).toEqual([text, LOST]);
  expect(marked("del")).toEqual(struck);
  expect(marked("mark")).toEqual(found);
  expect(screen.getAllByText(new RegExp(said)).length).toBeGreaterThan(0);
  expect(InPageWorker.alive.size).toBe(0);
});

it("sends the workers what was typed and the file's first bytes, and no key of the keyring", async () => {
  await searchFor(LOST.slice(1));
  await until("the key", () => statusText() === repairText.found);
  expect(InPageWorker.sent.length).toBeGreaterThan(0);
  const digits = [...OTHER_KEY].map((digit) => Number.parseInt(digit, 16));
  for (const task of InPageWorker.sent) {
    expect(Object.keys(task as object).sort()).toEqual(["clue", "share", "typed"]);
    expect((task as { typed: number[] }).typed).not.toEqual(digits);
  }
  expect(api.asked).not.toContain("key.reveal");
  expect(api.asked).not.toContain("backup.derive");
});

it("saves what was found only when it is pressed", async () => {
  await searchFor(LOST.slice(1));
  await until("the key", () => statusText() === repairText.found);
  expect(api.asked).not.toContain("entry.add");
  await press(repairText.save);
  expect(statusText()).toBe(repairText.saved);
  expect([...api.keys.values()]).toContain(LOST);
  expect(screen.queryByLabelText(repairText.typed)).toBeNull();
});

it("says what was tried when nothing fits", async () => {
  await searchFor(OTHER_KEY.slice(1));
  await until("the answer", () => alertText() !== "");
  expect(alertText()).toBe(nothingText(1024));
  expect(alertText()).toContain("1,024 keys");
  expect(screen.queryByRole("button", { name: repairText.save })).toBeNull();
});

it("stops at Cancel, and its workers with it", async () => {
  // Half a million candidates: it does not end by itself.
  await searchFor(OTHER_KEY);
  await until("the workers", () => InPageWorker.alive.size > 0 && screen.queryByText(/keys tried/) !== null);
  await press("Cancel");
  await until("the end", () => statusText() === repairText.cancelled);
  expect(InPageWorker.alive.size).toBe(0);
  expect(screen.queryByRole("progressbar")).toBeNull();
});

it("a worker that dies is said, not waited for", async () => {
  await searchFor(OTHER_KEY);
  await until("the workers", () => InPageWorker.alive.size > 0);
  const [worker] = InPageWorker.alive;
  worker?.dispatchEvent(new Event("error"));
  await until("the end", () => alertText() === repairText.failed);
  expect(InPageWorker.alive.size).toBe(0);
});
