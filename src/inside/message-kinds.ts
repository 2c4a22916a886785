/** What a message is. WhatsApp numbers the kinds; the numbers have kept their meaning since before 2021. */

const KINDS: ReadonlyMap<number, MessageKind> = new Map([
  [0, "text"],
  [1, "picture"],
  [2, "sound"],
  [3, "video"],
  [4, "contact"],
  [5, "location"],
  [7, "notice"],
  [9, "document"],
  [10, "missed-call"],
  [13, "gif"],
  [15, "deleted"],
  [16, "live-location"],
  [20, "sticker"],
  [42, "view-once"],
  [43, "view-once"],
  [66, "poll"],
  [90, "call"],
]);

export type MessageKind =
  | "text"
  | "picture"
  | "sound"
  | "voice"
  | "video"
  | "contact"
  | "location"
  | "notice" // of WhatsApp itself: somebody joined, a number changed
  | "document"
  | "missed-call"
  | "gif"
  | "deleted"
  | "live-location"
  | "sticker"
  | "view-once"
  | "poll"
  | "call"
  | "unknown";

const SOUND = 2;
/** `origin` of a sound that was recorded in the chat. */
const RECORDED = 1;
/** `status` of a notice before 2021. */
const NOTICE_STATUS = 6;

export function kindOf(code: number, origin: number, status: number): MessageKind {
  if (code === SOUND && origin === RECORDED) return "voice";
  return status === NOTICE_STATUS ? "notice" : (KINDS.get(code) ?? "unknown");
}

/** The kinds that people count as messages. */
export function countsAsMessage(kind: MessageKind): boolean {
  return kind !== "notice";
}
