/**
 * Files in the browser's private store (OPFS) that hold opened chat: apart from everything else, and never
 * longer than they are needed.
 *
 * Each is held by a Web Lock of its own while a page works on it or offers it for download; locks end with
 * the page, also when the browser is killed. What nobody holds is removed at every start of the background.
 * fs.spec.whatwg.org §4.1; w3.org/TR/web-locks §3.
 */

const FOLDER = "unfinished";
const lockName = (name: string): string => `${FOLDER}:${name}`;

async function folder(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
}

export type UnfinishedFile = {
  handle: FileSystemFileHandle;
  /** Removes it; once. */
  remove(): Promise<void>;
};

/** A new file, held until it is removed or the page ends. Rejects where the browser has no such store. */
export async function createUnfinished(): Promise<UnfinishedFile> {
  const name = crypto.randomUUID();
  const inside = await folder();
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  // The lock is taken before the file exists, so that a clean-up in between finds the file in use.
  await new Promise<void>((granted, refused) => {
    navigator.locks
      .request(lockName(name), () => {
        granted();
        return held;
      })
      .catch(refused);
  });
  const handle = await inside.getFileHandle(name, { create: true });
  return {
    handle,
    async remove() {
      await inside.removeEntry(name).catch(() => undefined);
      letGo();
    },
  };
}

/**
 * Removes every file that no living page holds. Rejects when one could not be removed, after trying the
 * others.
 */
export async function removeUnfinished(): Promise<void> {
  const inside = await folder();
  const names: string[] = [];
  for await (const name of (inside as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
  const removing = names.map((name) =>
    navigator.locks.request(
      lockName(name),
      { ifAvailable: true },
      (lock) => lock && inside.removeEntry(name),
    ),
  );
  const failed = (await Promise.allSettled(removing)).find(({ status }) => status === "rejected");
  if (failed) throw (failed as PromiseRejectedResult).reason;
}
