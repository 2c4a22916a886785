/** What our pages ask for one key's digits, and for what becomes of them on the clipboard. */
import * as v from "valibot";
import { exact, id, type Nothing } from "../../core/schema.ts";
import { answer, defineRequest } from "../define-request.ts";

export const KEY_REQUESTS = [
  /** The key as 64 lower-case hex characters. */
  defineRequest("key.reveal", {
    payload: () => exact({ id }),
    answer: answer<{ hex: string }>(),
    isUse: true,
    changesState: false,
    askedBy: "every page",
  }),
  defineRequest("key.copy", {
    payload: () => exact({ id }),
    answer: answer<{ clearsAtMs: number }>(),
    isUse: true,
    changesState: false,
  }),
  /**
   * The user copied something else in our pages: the scheduled clearing would remove that. `isKey`: it has digits
   * of a key in it.
   */
  defineRequest("clipboard.taken", {
    payload: () => exact({ isKey: v.boolean() }),
    answer: answer<Nothing>(),
    isUse: false,
    changesState: false,
    askedBy: "every page",
  }),
] as const;
