import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { chooseFile, chooseFolder, type Folder, hasFolderPicker } from "../../src/platform/files.ts";
import { createUnfinished, removeUnfinished } from "../../src/platform/unfinished-files.ts";
import { MemoryFolder, MemoryLocks } from "../support/memory-files.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const never = (): Promise<Folder> => Promise.reject(new Error("there is a picker"));

let disk: MemoryFolder;
beforeEach(() => {
  disk = new MemoryFolder();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("a file of the user's choice", () => {
  beforeEach(() => {
    const picker = ({ suggestedName }: { suggestedName: string }) =>
      disk.getFileHandle(suggestedName, { create: true });
    vi.stubGlobal("showSaveFilePicker", picker);
  });

  test("holds nothing before it is committed, and all of it afterwards", async () => {
    const sink = await (await chooseFile("chat.db"))?.start();
    await sink?.write(bytes("one "));
    await sink?.write(bytes("two"));
    expect(disk.contents()).toEqual({ "chat.db": "" });
    await sink?.commit();
    expect(disk.contents()).toEqual({ "chat.db": "one two" });
  });

  test("is gone when it is aborted, with the empty file that the picker made", async () => {
    const sink = await (await chooseFile("chat.db"))?.start();
    await sink?.write(bytes("one"));
    await sink?.abort();
    await sink?.abort();
    expect(disk.contents()).toEqual({});
  });

  test("stays as it was when it held something before", async () => {
    (await disk.getFileHandle("chat.db", { create: true })).bytes = bytes("older");
    const sink = await (await chooseFile("chat.db"))?.start();
    await sink?.write(bytes("one"));
    await sink?.abort();
    expect(disk.contents()).toEqual({ "chat.db": "older" });
  });

  test("that cannot be written leaves no empty file", async () => {
    const place = await chooseFile("chat.db");
    (await disk.getFileHandle("chat.db")).isRefusing = true;
    await expect(place?.start()).rejects.toThrow("NotAllowedError");
    expect(disk.contents()).toEqual({});
  });

  test.each([
    ["AbortError", null],
    ["SecurityError", "SecurityError"],
  ])("a picker that ends with %s", async (name, expected) => {
    vi.stubGlobal("showSaveFilePicker", () => Promise.reject(new DOMException(name, name)));
    const chosen = chooseFile("chat.db");
    if (expected === null) expect(await chosen).toBeNull();
    else await expect(chosen).rejects.toThrow(expected);
  });
});

describe("a folder of the user's choice", () => {
  beforeEach(() => vi.stubGlobal("showDirectoryPicker", async () => disk));

  const put = async (folder: Folder | null, path: string, text: string) => {
    const file = await folder?.start(path);
    await file?.write(bytes(text));
    await file?.commit();
    return file?.path;
  };

  test("keeps paths, and overwrites nothing", async () => {
    expect(hasFolderPicker()).toBe(true);
    const folder = await chooseFolder(never);
    expect(await put(folder, "2024/may/chat.db", "one")).toBe("2024/may/chat.db");
    expect(await put(folder, "2024/may/chat.db", "two")).toBe("2024/may/chat (2).db");
    expect(await put(folder, "2024/may", "three")).toBe("2024/may (2)");
    expect(await put(folder, ".nomedia", "")).toBe(".nomedia");
    expect(await put(folder, ".nomedia", "x")).toBe(".nomedia (2)");
    expect(disk.contents()).toEqual({
      "2024/may/chat.db": "one",
      "2024/may/chat (2).db": "two",
      "2024/may (2)": "three",
      ".nomedia": "",
      ".nomedia (2)": "x",
    });
  });

  test("loses a file that is aborted, and nothing else", async () => {
    const folder = await chooseFolder(never);
    await put(folder, "a/chat.db", "one");
    const second = await folder?.start("a/chat.db");
    await second?.write(bytes("two"));
    await second?.abort();
    expect(disk.contents()).toEqual({ "a/chat.db": "one" });
  });

  test("that may not be written any more is a failure, not a search for names without end", async () => {
    const folder = await chooseFolder(never);
    disk.isForbidden = true;
    await expect(folder?.start("chat.db")).rejects.toThrow("NotAllowedError");
  });

  test("without a picker is what the caller makes of it", async () => {
    vi.stubGlobal("showDirectoryPicker", undefined);
    expect(hasFolderPicker()).toBe(false);
    const other: Folder = {
      start: () => Promise.reject(),
      read: async () => null,
      end: async () => undefined,
    };
    expect(await chooseFolder(async () => other)).toBe(other);
  });
});

describe("the private store", () => {
  let locks: MemoryLocks;
  const unfinished = () => Object.keys(disk.contents());

  beforeEach(() => {
    locks = new MemoryLocks();
    vi.stubGlobal("navigator", { storage: { getDirectory: async () => disk }, locks });
  });

  test("takes a file where there is no picker, under a name of its own, and gives it as a download", async () => {
    const link = { href: "", download: "", click: vi.fn() };
    vi.stubGlobal("document", { createElement: () => link });
    const offered: Blob[] = [];
    vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
      offered.push(blob as Blob);
      return "blob:one";
    });
    const sink = await (await chooseFile("chat.db"))?.start();
    await sink?.write(bytes("one"));
    expect(unfinished()).toEqual([expect.stringMatching(/^unfinished\/[0-9a-f-]{36}$/)]);
    expect(offered).toEqual([]);
    await sink?.commit();
    expect(link).toMatchObject({ href: "blob:one", download: "chat.db" });
    expect(link.click).toHaveBeenCalledOnce();
    expect(await offered[0]?.text()).toBe("one");
    // The browser reads it late: it stays as long as the page does.
    await removeUnfinished();
    expect(unfinished()).toHaveLength(1);
  });

  test("is empty again when the file is aborted", async () => {
    const sink = await (await chooseFile("chat.db"))?.start();
    await sink?.write(bytes("one"));
    await sink?.abort();
    expect(unfinished()).toEqual([]);
    expect(locks.held.size).toBe(0);
  });

  test("a full disk rejects, and the abort that follows leaves nothing", async () => {
    disk = new MemoryFolder({ bytes: 5 });
    const sink = await (await chooseFile("chat.db"))?.start();
    await expect(sink?.write(bytes("too much"))).rejects.toThrow("QuotaExceededError");
    await sink?.abort();
    expect(unfinished()).toEqual([]);
  });

  test("loses at a start what no living page holds, and that alone", async () => {
    const { handle } = await createUnfinished();
    const mine = `unfinished/${handle.name}`;
    const inside = await disk.getDirectoryHandle("unfinished");
    for (const name of ["left-1", "left-2"]) await inside.getFileHandle(name, { create: true });
    expect(unfinished()).toHaveLength(3);
    await removeUnfinished();
    expect(unfinished()).toEqual([mine]);
    // The page has gone, and its locks with it.
    locks.held.clear();
    await removeUnfinished();
    expect(unfinished()).toEqual([]);
  });

  test("loses the others when one cannot be removed, and says so", async () => {
    const inside = await disk.getDirectoryHandle("unfinished", { create: true });
    for (const name of ["left-1", "left-2", "left-3"]) await inside.getFileHandle(name, { create: true });
    inside.stuck.add("left-1");
    await expect(removeUnfinished()).rejects.toThrow("NoModificationAllowedError");
    expect(unfinished()).toEqual(["unfinished/left-1"]);
  });
});
