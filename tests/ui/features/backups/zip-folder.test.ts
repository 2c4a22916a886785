/** Many files as one ZIP, where no page may write into a folder. */
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Folder } from "../../../../src/platform/files.ts";
import { startZipFolder } from "../../../../src/ui/features/backups/zip-folder.ts";
import { MemoryFolder, MemoryLocks } from "../../../support/memory-files.ts";

let disk: MemoryFolder;
let locks: MemoryLocks;
let link: { href: string; download: string; click: () => void };
let offered: Blob[];

beforeEach(() => {
  disk = new MemoryFolder();
  locks = new MemoryLocks();
  link = { href: "", download: "", click: vi.fn() };
  offered = [];
  vi.stubGlobal("navigator", { storage: { getDirectory: async () => disk }, locks });
  vi.stubGlobal("document", { createElement: () => link });
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => `blob:${offered.push(blob as Blob)}`);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function put(folder: Folder, path: string, text: string): Promise<string> {
  const file = await folder.start(path);
  await file.write(new TextEncoder().encode(text));
  await file.commit();
  return file.path;
}

const filesThere = () => Object.keys(disk.contents()).length;

test("files keep their paths, and taken names get a number", async () => {
  const folder = await startZipFolder("opened.zip");
  expect(await put(folder, "2024/chat.db", "one")).toBe("2024/chat.db");
  expect(await put(folder, "2024/Chat.db", "two")).toBe("2024/Chat (2).db");
  expect(await put(folder, "a.b/chat", "three")).toBe("a.b/chat");
  expect(await put(folder, "a.b/chat", "")).toBe("a.b/chat (2)");
  expect(offered).toEqual([]);
  await folder.end();
  expect(link).toMatchObject({ download: "opened.zip", href: "blob:1" });
  expect(link.click).toHaveBeenCalledOnce();
  const zip = unzipSync(new Uint8Array((await offered[0]?.arrayBuffer()) ?? new ArrayBuffer(0)));
  expect(Object.fromEntries(Object.entries(zip).map(([name, file]) => [name, strFromU8(file)]))).toEqual({
    "2024/chat.db": "one",
    "2024/Chat (2).db": "two",
    "a.b/chat": "three",
    "a.b/chat (2)": "",
  });
  // The ZIP alone is left, for as long as the page is there.
  expect(filesThere()).toBe(1);
});

test("a file leaves the private store when the next one has followed it", async () => {
  const folder = await startZipFolder("opened.zip");
  const most: number[] = [];
  for (let n = 0; n < 6; n++) {
    await put(folder, `${n}.db`, "chat");
    most.push(filesThere());
  }
  expect(Math.max(...most)).toBe(2);
  await folder.end();
});

test("an aborted file is not in it", async () => {
  const folder = await startZipFolder("opened.zip");
  const bad = await folder.start("bad.db");
  await bad.write(new TextEncoder().encode("not authentic"));
  await bad.abort();
  await put(folder, "good.db", "one");
  await folder.end();
  const zip = unzipSync(new Uint8Array((await offered[0]?.arrayBuffer()) ?? new ArrayBuffer(0)));
  expect(Object.keys(zip)).toEqual(["good.db"]);
});

test("nothing put into it, nothing comes of it", async () => {
  const folder = await startZipFolder("opened.zip");
  const only = await folder.start("bad.db");
  await only.abort();
  await folder.end();
  expect(offered).toEqual([]);
  expect(filesThere()).toBe(0);
  expect(locks.held.size).toBe(0);
});

test("a disk that fills up while it is zipped is a failure of the whole, and leaves nothing", async () => {
  disk = new MemoryFolder({ bytes: 250 });
  const folder = await startZipFolder("opened.zip");
  const file = await folder.start("large.db");
  await file.write(new Uint8Array(200));
  await file.commit();
  // Whoever goes on meets the failure, and is not kept waiting.
  const next = await folder.start("next.db");
  await next.commit().catch(() => next.abort());
  await expect(folder.end()).rejects.toThrow("QuotaExceededError");
  expect(offered).toEqual([]);
  expect(filesThere()).toBe(0);
  expect(locks.held.size).toBe(0);
});
