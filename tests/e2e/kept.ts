/**
 * What a page of ours uses and lets go again: camera tracks and workers, kept where a story finds them
 * afterwards.
 */
import type { Page } from "../drivers/page.ts";
import { waitFor } from "../support/wait.ts";

type KeptWorker = { hasAnswered: boolean; isEnded: boolean };
type Kept = { tracks: MediaStreamTrack[]; workers: KeptWorker[] };

/** Until the page is reloaded. */
export function keepTracksAndWorkers(page: Page): Promise<void> {
  return page.evaluate(() => {
    const kept: Kept = { tracks: [], workers: [] };
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (what) => {
      const stream = await open(what);
      kept.tracks.push(...stream.getTracks());
      return stream;
    };
    const { terminate } = Worker.prototype;
    const states = new WeakMap<Worker, KeptWorker>();
    window.Worker = new Proxy(Worker, {
      construct(made, [url, options]) {
        const worker = new made(url, options);
        const state = { hasAnswered: false, isEnded: false };
        worker.addEventListener("message", () => {
          state.hasAnswered = true;
        });
        states.set(worker, state);
        kept.workers.push(state);
        return worker;
      },
    });
    Worker.prototype.terminate = function (this: Worker) {
      terminate.call(this);
      const state = states.get(this);
      if (state) state.isEnded = true;
    };
    Object.assign(window, { kept });
  });
}

/** `live` or `ended`, in the order in which the camera was opened. */
export function tracksOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    (window as unknown as { kept: Kept }).kept.tracks.map(({ readyState }) => readyState),
  );
}

export function workersOf(page: Page): Promise<KeptWorker[]> {
  return page.evaluate(() => (window as unknown as { kept: Kept }).kept.workers);
}

export async function waitForNoWorker(page: Page): Promise<void> {
  await waitFor("no worker", async () => (await workersOf(page)).every(({ isEnded }) => isEnded));
}
