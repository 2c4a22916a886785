/** The section *Backups* on the stage, with files to choose and a disk in memory to write to. */
import { act, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, vi } from "vitest";
import { backupsPress, backupsWords, verdictText } from "../../src/ui/text/en/backups.ts";
import { MemoryFolder, MemoryLocks } from "../support/memory-files.ts";
import { waitFor } from "../support/wait.ts";
import type { FakeApi } from "./fake-api.ts";
import { InPageWorker } from "./in-page-worker.ts";
import { press, showApp } from "./stage.tsx";

/** What the pickers write to. */
export let disk: MemoryFolder;
/** The next picker that opens is closed by the user. */
export const user = { closesPicker: false };

async function picked<T>(choice: Promise<T>): Promise<T> {
  if (!user.closesPicker) return choice;
  throw new DOMException("closed", "AbortError");
}

beforeEach(() => {
  disk = new MemoryFolder();
  user.closesPicker = false;
  InPageWorker.alive.clear();
  InPageWorker.sent.length = 0;
  vi.stubGlobal("Worker", InPageWorker);
  vi.stubGlobal("showSaveFilePicker", ({ suggestedName }: { suggestedName: string }) =>
    picked(disk.getFileHandle(suggestedName, { create: true })),
  );
  vi.stubGlobal("showDirectoryPicker", () => picked(Promise.resolve(disk)));
  Object.defineProperty(navigator, "locks", { value: new MemoryLocks(), configurable: true });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

export async function until(what: string, isSo: () => boolean): Promise<void> {
  await waitFor(what, async () => {
    await act(async () => {
      await new Promise((done) => setTimeout(done, 5));
    });
    return isSo();
  });
}

export async function showBackups(api: FakeApi): Promise<{ unmount: () => void }> {
  const page = await showApp(api, "#backups");
  await until("the view", () => screen.queryByRole("button", { name: backupsPress.test }) !== null);
  return page;
}

export function rowOf(name: string): string {
  const rows = screen.queryAllByRole("row");
  return rows.find((row) => row.textContent?.includes(name))?.textContent ?? "";
}

/** By their paths. */
export function give(label: string, files: Record<string, Uint8Array>): void {
  const given = Object.entries(files).map(([path, bytes]) => {
    const file = new File([Uint8Array.from(bytes)], path.split("/").at(-1) ?? path);
    return Object.defineProperty(file, "webkitRelativePath", { value: path.includes("/") ? path : "" });
  });
  fireEvent.change(screen.getByLabelText(label), { target: { files: given } });
}

export async function choose(files: Record<string, Uint8Array>): Promise<void> {
  give(backupsWords.pick, files);
  const names = Object.keys(files).map((path) => path.split("/").at(-1) ?? path);
  await until("the rows", () => names.every((name) => /backup|media|Not a|Encrypted/.test(rowOf(name))));
}

export async function testKeys(...names: string[]): Promise<void> {
  await press(backupsPress.test);
  const fits = verdictText["right-key"];
  await until("the results", () => names.every((name) => rowOf(name).includes(fits)));
}
