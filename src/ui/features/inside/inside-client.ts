/** The worker that holds one database. Ending it forgets everything. */
import { UnreadableDatabaseError } from "../../../inside/opened-database.ts";
import type { InsideAnswer, InsideAsk, InsideAsks } from "./inside-asks.ts";

export type InsideClient = {
  /** Rejects with {@link UnreadableDatabaseError}, and when the worker has died or was ended. */
  ask<A extends InsideAsk>(ask: A, given: InsideAsks[A]["takes"]): Promise<InsideAsks[A]["gives"]>;
  end(): void;
};

type Waiting = { resolve: (value: never) => void; reject: (reason: unknown) => void };

export function startInside(): InsideClient {
  const worker = new Worker(new URL("./inside-worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, Waiting>();
  let next = 1;
  let isDead = false;
  const end = () => {
    isDead = true;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(new Error("no worker"));
    waiting.clear();
  };
  worker.addEventListener("error", end);
  worker.addEventListener("messageerror", end);
  worker.addEventListener("message", ({ data }: MessageEvent<InsideAnswer>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ("why" in data) one?.reject(new UnreadableDatabaseError(data.why));
    else one?.resolve(data.value as never);
  });
  return {
    end,
    ask: (ask, given) =>
      new Promise((resolve, reject) => {
        if (isDead) return reject(new Error("no worker"));
        const id = next++;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, ask, with: given });
      }),
  };
}
