import { exportWords } from "../../text/en/inside.ts";
import type { InsideQuestion } from "./inside-asks.ts";
import { createHolder } from "./inside-holder.ts";

const answer = createHolder(exportWords);
let turn: Promise<void> = Promise.resolve();

self.addEventListener("message", ({ data }: MessageEvent<InsideQuestion>) => {
  // The caller waits for an answer, so a failure must be reported to it.
  turn = turn.then(async () => postMessage(await answer(data))).catch(reportError);
});
