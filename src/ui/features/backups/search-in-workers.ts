/** Searches for the typo in a key on all cores. Stopping the search ends the workers. */
import type { Typed } from "../../../backup/candidates.ts";
import type { Clue, Found } from "../../../backup/repair.ts";
import type { SearchAnswer, SearchTask } from "./repair-worker.ts";

const MOST_WORKERS = 8;

/**
 * Null: no candidate fits. Rejects if it is stopped or a worker dies.
 *
 * @param onProgress - gets how many keys were tried so far.
 */
export async function searchInWorkers(
  typed: Typed,
  clue: Clue,
  onProgress: (tried: number) => void,
  signal: AbortSignal,
): Promise<Found | null> {
  signal.throwIfAborted();
  const of = Math.min(navigator.hardwareConcurrency || 1, MOST_WORKERS);
  const workers: Worker[] = [];
  let tried = 0;
  return new Promise<Found | null>((resolve, reject) => {
    let running = of;
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    for (let share = 0; share < of; share++) {
      const worker = new Worker(new URL("./repair-worker.ts", import.meta.url), { type: "module" });
      workers.push(worker);
      worker.addEventListener("error", () => reject(new Error("a worker died")));
      worker.addEventListener("message", ({ data }: MessageEvent<SearchAnswer>) => {
        if ("tried" in data) {
          tried += data.tried;
          return onProgress(tried);
        }
        running -= 1;
        if (data.found || running === 0) resolve(data.found);
      });
      const task: SearchTask = { typed, clue, share: { share, of } };
      worker.postMessage(task);
    }
  }).finally(() => {
    for (const worker of workers) worker.terminate();
  });
}
