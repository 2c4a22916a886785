/**
 * What passes between Chromium's worker and its offscreen document, the only place there that can write the
 * clipboard. Orders go to that one document (`Client.postMessage`), never through `runtime.sendMessage`,
 * which every open page of ours would hear; the answer comes back on the port that came with the order.
 */
import { isId, isRecord } from "../core/shapes.ts";

/** 32 hex characters: names one copy, so that a later one is not cleared in its place. */
type CopyId = string;

export type OffscreenOrder =
  /** Puts `text` on the clipboard and clears it after `clearsInMs`. */
  | { order: "hold"; copyId: CopyId; text: string; clearsInMs: number }
  | { order: "clear" }
  /** The clipboard holds something else now: clear nothing. */
  | { order: "forget" };

type OffscreenRequests = {
  "clipboard.cleared": { payload: { copyId: CopyId }; value: Record<string, never> };
};

export function parseOffscreenOrder(raw: unknown): OffscreenOrder | null {
  if (!isRecord(raw)) return null;
  const { order, copyId, text, clearsInMs } = raw;
  if (order === "clear" || order === "forget") return { order };
  return order === "hold" &&
    isId(copyId) &&
    typeof text === "string" &&
    typeof clearsInMs === "number" &&
    clearsInMs >= 0 &&
    clearsInMs <= 120_000
    ? { order, copyId, text, clearsInMs }
    : null;
}

export function parseCleared(payload: unknown): OffscreenRequests["clipboard.cleared"]["payload"] | null {
  return isRecord(payload) && isId(payload["copyId"]) ? { copyId: payload["copyId"] } : null;
}
