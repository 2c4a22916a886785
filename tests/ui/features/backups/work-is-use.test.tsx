// @vitest-environment happy-dom
/** The real work of *Backups*, at a pace at which a lock would end it: each piece that is done is a use. */
import { beforeEach, expect, it } from "vitest";
import { encryptText, openText } from "../../../../src/ui/text/en/backup-acts.ts";
import { backupsPress, backupsSay } from "../../../../src/ui/text/en/backups.ts";
import { choose, disk, give, showBackups, testKeys, until } from "../../backup-stage.tsx";
import { FakeApi, OTHER_KEY } from "../../fake-api.ts";
import { press, statusText } from "../../stage.tsx";

const MEBIBYTE = 2 ** 20;
/** Work gets on in pieces of 2 MiB: five of them, and a bit, that no deflating makes less. */
const BIG = new Uint8Array(11 * MEBIBYTE);
for (let at = 0; at < BIG.length; at += 65_536) crypto.getRandomValues(BIG.subarray(at, at + 65_536));

let api: FakeApi;
let nowMs: number;
beforeEach(() => {
  api = new FakeApi();
  api.status = "unlocked";
  api.put(OTHER_KEY, { label: "Mine", origin: "generated" });
  nowMs = Date.now();
  api.nowMs = () => {
    nowMs += 20_000;
    return nowMs;
  };
});

const uses = () => api.asked.filter((type) => type === "keyring.use").length;

/** @returns how often the act that this starts has said that it gets on. */
async function usesDuring(start: () => Promise<unknown>, end: string): Promise<number> {
  const before = uses();
  await start();
  await until("the end", () => statusText().startsWith(end));
  return uses() - before;
}

it("encrypting, a full check and opening say so as they get on", async () => {
  await showBackups(api);
  await press(backupsPress.encrypt);
  give(encryptText.pickFolder, { "holiday/film.mp4": BIG });
  expect(await usesDuring(() => press(encryptText.start), "Encrypted")).toBeGreaterThanOrEqual(5);
  const [name = ""] = Object.keys(disk.contents());
  await choose({ [name]: disk.bytesOf(name) });
  await testKeys(name);
  expect(await usesDuring(() => press(backupsPress.check), backupsSay.done)).toBeGreaterThanOrEqual(5);
  await press(backupsPress.open);
  expect(await usesDuring(() => press(openText.start), "Opened")).toBeGreaterThanOrEqual(5);
});

it("small ones too, as soon as the first piece is done", async () => {
  await showBackups(api);
  await press(backupsPress.encrypt);
  give(encryptText.pickFolder, { "holiday/a.txt": BIG.slice(0, 5000) });
  expect(await usesDuring(() => press(encryptText.start), "Encrypted")).toBeGreaterThanOrEqual(1);
});

it("a small file that opens into a large one, as that is written", async () => {
  await showBackups(api);
  await press(backupsPress.encrypt);
  give(encryptText.pickFolder, { "holiday/empty.img": new Uint8Array(32 * MEBIBYTE) });
  await usesDuring(() => press(encryptText.start), "Encrypted");
  const [name = ""] = Object.keys(disk.contents());
  const file = disk.bytesOf(name);
  expect(file.length).toBeLessThan(MEBIBYTE);
  await choose({ [name]: file });
  await testKeys(name);
  await press(backupsPress.open);
  expect(await usesDuring(() => press(openText.start), "Opened")).toBeGreaterThanOrEqual(8);
});
