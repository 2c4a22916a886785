/** MD5 in a worker of its own, so that it does not wait for what the page does. */
import type { Digest } from "../../../backup/digests.ts";
import type { Bytes } from "../../../core/bytes.ts";

/** How many chunks may be on their way to the worker: each is a copy in memory. */
const MOST_UNDER_WAY = 2;

/** To the worker: bytes, or null for the end. From it: null for each chunk, and 16 bytes at the end. */
export function startWorkerMd5(): Promise<Digest> {
  const worker = new Worker(new URL("./md5-worker.ts", import.meta.url), { type: "module" });
  const waiting: { resolve: (answer: Bytes | null) => void; reject: (reason: unknown) => void }[] = [];
  let isDead = false;
  const stop = () => {
    isDead = true;
    worker.terminate();
    for (const { reject } of waiting.splice(0)) reject(new Error("no worker"));
  };
  worker.addEventListener("error", stop);
  worker.addEventListener("messageerror", stop);
  worker.addEventListener("message", ({ data }: MessageEvent<Bytes | null>) =>
    waiting.shift()?.resolve(data),
  );
  const ask = (bytes: Bytes | null): Promise<Bytes | null> => {
    const answer = new Promise<Bytes | null>((resolve, reject) => {
      if (isDead) return reject(new Error("no worker"));
      worker.postMessage(bytes);
      waiting.push({ resolve, reject });
    });
    answer.catch(() => undefined);
    return answer;
  };
  const underWay: Promise<unknown>[] = [];
  return Promise.resolve({
    async update(bytes) {
      underWay.push(ask(bytes));
      if (underWay.length >= MOST_UNDER_WAY) await underWay.shift();
    },
    async end() {
      await Promise.all(underWay);
      const digest = await ask(null);
      stop();
      return digest ?? new Uint8Array(0);
    },
    stop,
  });
}
