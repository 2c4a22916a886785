/** The search of `repair`: one worker for each core, each with its share of the candidates. */
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import type { Typed } from "../backup/candidates.ts";
import { type Clue, type Found, searchShare } from "../backup/repair.ts";

type Task = { clue: Clue; typed: Typed; share: number; of: number };
type Word = { tried: number } | { ended: Found | null };

/** Runs in a worker. Sends {@link Word}s to the main thread. */
export async function searchAsWorker(): Promise<void> {
  const { clue, typed, share, of } = workerData as Task;
  const say = (word: Word) => parentPort?.postMessage(word);
  const onProgress = (tried: number) => say({ tried });
  say({ ended: await searchShare(typed, clue, { share, of }, onProgress, () => false) });
}

/**
 * Searches on all cores. Each worker starts this program again, because the build makes it one file.
 *
 * @param onProgress - gets the number of candidates tried so far. Rejects if a worker fails.
 */
export async function searchOnAllCores(
  clue: Clue,
  typed: Typed,
  onProgress: (tried: number) => void,
): Promise<Found | null> {
  if (!isMainThread) throw new Error("a worker starts no workers");
  const of = availableParallelism();
  const workers: Worker[] = [];
  let tried = 0;
  try {
    return await new Promise<Found | null>((resolve, reject) => {
      let searching = of;
      for (let share = 0; share < of; share++) {
        const task: Task = { clue, typed, share, of };
        const worker = new Worker(new URL(import.meta.url), { workerData: task });
        workers.push(worker);
        worker.on("error", reject);
        worker.on("message", (word: Word) => {
          if ("tried" in word) {
            tried += word.tried;
            onProgress(tried);
            return;
          }
          searching -= 1;
          if (word.ended || searching === 0) resolve(word.ended);
        });
      }
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
