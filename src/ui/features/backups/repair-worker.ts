import type { Typed } from "../../../backup/candidates.ts";
import { type Clue, type Found, type Share, searchShare } from "../../../backup/repair.ts";

export type SearchTask = { typed: Typed; clue: Clue; share: Share };
export type SearchAnswer = { tried: number } | { found: Found | null };

self.addEventListener("message", ({ data }: MessageEvent<SearchTask>) => {
  const say = (answer: SearchAnswer) => postMessage(answer);
  void searchShare(
    data.typed,
    data.clue,
    data.share,
    (tried) => say({ tried }),
    () => false,
    // The caller waits for an answer, so a failure must be reported to it.
  ).then((found) => say({ found }), reportError);
});
