/**
 * What passes between Chromium's worker and its offscreen document, the only place there that can write the
 * clipboard. Orders go to that one document (`Client.postMessage`), never through `runtime.sendMessage`,
 * which every open page of ours would hear; the answer comes back on the port that came with the order.
 */
import * as v from "valibot";
import { exact, id, integer, type Nothing, type TypeOf } from "../core/schema.ts";
import { answer, byType, defineRequest, type Requests } from "./define-request.ts";

/** Names one act of copying: the timer of an old one must not clear what was copied since. */
const copyId = id;

export const offscreenOrderSchema = v.union([
  /** Puts `text` on the clipboard and clears it after `clearsInMs`. */
  exact({ order: v.literal("hold"), copyId, text: v.string(), clearsInMs: integer(0, 120_000) }),
  exact({ order: v.literal("clear") }),
  /** The clipboard holds something else now: clear nothing. */
  exact({ order: v.literal("forget") }),
]);
export type OffscreenOrder = TypeOf<typeof offscreenOrderSchema>;

export const OFFSCREEN_REQUESTS = [
  defineRequest("clipboard.cleared", { payload: () => exact({ copyId }), answer: answer<Nothing>() }),
] as const;

type OffscreenRequest = (typeof OFFSCREEN_REQUESTS)[number];

export const offscreenRequests = byType<OffscreenRequest, Requests<OffscreenRequest>>(OFFSCREEN_REQUESTS);
