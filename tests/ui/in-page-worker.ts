/** The page's workers without a thread: what they compute is real, what they are sent is a copy. */
import { startMd5 } from "../../src/backup/digests.ts";
import { searchShare } from "../../src/backup/repair.ts";
import type { SearchTask } from "../../src/ui/features/backups/repair-worker.ts";
import type { InsideQuestion } from "../../src/ui/features/inside/inside-asks.ts";
import { createHolder } from "../../src/ui/features/inside/inside-holder.ts";
import { exportWords } from "../../src/ui/text/en/inside.ts";

type Reply = (data: unknown) => void;

function md5Worker(reply: Reply): (data: Uint8Array | null) => void {
  const starting = startMd5();
  let turn = Promise.resolve();
  return (data) => {
    turn = turn.then(async () => {
      const md5 = await starting;
      if (data) await md5.update(data as Uint8Array<ArrayBuffer>);
      reply(data ? null : await md5.end());
    });
  };
}

function repairWorker(reply: Reply, isStopped: () => boolean): (data: SearchTask) => void {
  return ({ typed, clue, share }) =>
    void searchShare(
      typed,
      clue,
      share,
      (tried) => reply({ tried }),
      async () => {
        // Others have their turn.
        await new Promise((resolve) => setTimeout(resolve));
        return isStopped();
      },
    ).then((found) => reply({ found }));
}

function insideWorker(reply: Reply): (data: InsideQuestion) => void {
  const answer = createHolder(exportWords);
  return (question) => void answer(question).then(reply);
}

export class InPageWorker extends EventTarget {
  /** Those that run. */
  static readonly alive = new Set<InPageWorker>();
  /** Everything that was ever sent to one. */
  static readonly sent: unknown[] = [];
  private readonly take: (data: never) => void;

  constructor(url: URL) {
    super();
    InPageWorker.alive.add(this);
    const reply: Reply = (data) => {
      if (this.isAlive) this.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) }));
    };
    const isOf = (name: string) => url.pathname.includes(`${name}-worker`);
    if (isOf("md5")) this.take = md5Worker(reply);
    else this.take = isOf("inside") ? insideWorker(reply) : repairWorker(reply, () => !this.isAlive);
  }

  private get isAlive(): boolean {
    return InPageWorker.alive.has(this);
  }

  postMessage(data: unknown): void {
    const copy = structuredClone(data);
    InPageWorker.sent.push(copy);
    if (this.isAlive) this.take(copy as never);
  }

  terminate(): void {
    InPageWorker.alive.delete(this);
  }
}
