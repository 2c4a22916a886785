/**
 * What passes between the background and our script in a web page.
 *
 * content → background, unasked: only `page.waiting` (two booleans, for the badge) and `field.chosen` (a
 * boolean). Asked, as messages of their own because only a message carries the sender's origin and document:
 * `form.report` and `key.report`, the answers to a look and to a reading that the user ordered. background →
 * content: `form.look`, `field.choose`, `key.read`, and `form.fill` with the key, once, to one document.
 */

import { exactly, isId, isKeyHex, isRecord, isText } from "../core/shapes.ts";
import {
  FILL_OUTCOMES,
  type FillOutcome,
  type FormShape,
  type KeyReading,
  REFUSALS,
  type Refusal,
  type RefusedLook,
} from "./page.ts";

/** The only origin whose pages are filled. */
export const RESTORE_ORIGIN = "https://web.whatsapp.com";

/** Random, 32 hex characters: names one look, one candidate, once. */
export type Token = string;

/** Characters of the page's own words that our popup shows at most. */
export const LONGEST_TITLE = 60;
/** Characters of what a page shows, or the user has selected, that are read at most. */
export const LONGEST_READING = 4_096;

/**
 * `title`: what the page calls the form. `chosen`: the user has pointed at it. `masked`: it hides what is
 * typed.
 */
export type LookReport =
  | { kind: "form"; token: Token; shape: FormShape; title: string; chosen: boolean; masked: boolean }
  | { kind: "no-form" }
  | { kind: "ambiguous" }
  | RefusedLook;

/** What waits in a page: a restore form, a key that is shown. */
export type Waiting = { form: boolean; key: boolean };

type Nothing = Record<string, never>;

export type ContentRequests = {
  "page.waiting": { payload: Waiting; value: Nothing };
  "form.report": { payload: { lookId: Token; report: LookReport; keyShown: boolean }; value: Nothing };
  "field.chosen": { payload: { chosen: boolean }; value: Nothing };
  "key.report": { payload: { lookId: Token; report: KeyReading }; value: Nothing };
};
export type ContentRequestType = keyof ContentRequests;

export type ContentOrders = {
  "form.look": { payload: { lookId: Token }; value: Nothing };
  "field.choose": { payload: Nothing; value: Nothing };
  "key.read": { payload: { lookId: Token }; value: Nothing };
  "form.fill": { payload: { token: Token; hex: string }; value: { outcome: FillOutcome } };
};
export type ContentOrderType = keyof ContentOrders;

function parseShape(raw: unknown): FormShape | null {
  if (!isRecord(raw)) return null;
  const { boxes, digitsPerBox, multiline } = raw;
  if (typeof boxes !== "number" || typeof digitsPerBox !== "number" || typeof multiline !== "boolean")
    return null;
  return Number.isInteger(boxes) && boxes >= 1 && boxes <= 64 && boxes * digitsPerBox === 64
    ? { boxes, digitsPerBox, multiline }
    : null;
}

function isRefusal(value: unknown): value is Refusal {
  return (REFUSALS as readonly unknown[]).includes(value);
}

export function parseLookReport(raw: unknown): LookReport | null {
  if (!isRecord(raw)) return null;
  const { kind, token, title, chosen, masked, why } = raw;
  if (kind === "no-form" || kind === "ambiguous") return { kind };
  if (typeof chosen !== "boolean") return null;
  if (kind === "refused") return isRefusal(why) ? { kind, why, chosen } : null;
  const shape = parseShape(raw["shape"]);
  if (kind !== "form" || !isId(token) || !shape || typeof masked !== "boolean") return null;
  return isText(title, LONGEST_TITLE) ? { kind, token, shape, title, chosen, masked } : null;
}

function parseKeyReport(raw: unknown): KeyReading | null {
  if (!isRecord(raw)) return null;
  const { kind, text } = raw;
  if (kind === "none" || kind === "several") return { kind };
  return kind === "text" && isText(text, LONGEST_READING) ? { kind, text } : null;
}

/** Parsers of what a content frame may send; null refuses. */
export const contentParsers: {
  [T in ContentRequestType]: (payload: unknown) => ContentRequests[T]["payload"] | null;
} = {
  "page.waiting": (p) =>
    isRecord(p) && typeof p["form"] === "boolean" && typeof p["key"] === "boolean"
      ? { form: p["form"], key: p["key"] }
      : null,
  "form.report": (p) => {
    if (!isRecord(p) || !isId(p["lookId"]) || typeof p["keyShown"] !== "boolean") return null;
    const report = parseLookReport(p["report"]);
    return report && { lookId: p["lookId"], report, keyShown: p["keyShown"] };
  },
  "field.chosen": (p) => (isRecord(p) && typeof p["chosen"] === "boolean" ? { chosen: p["chosen"] } : null),
  "key.report": (p) => {
    if (!isRecord(p) || !isId(p["lookId"])) return null;
    const report = parseKeyReport(p["report"]);
    return report && { lookId: p["lookId"], report };
  },
};

export function isContentRequestType(type: string): type is ContentRequestType {
  return Object.hasOwn(contentParsers, type);
}

/** Parsers of what the background may order; null refuses. */
export const orderParsers: {
  [T in ContentOrderType]: (payload: unknown) => ContentOrders[T]["payload"] | null;
} = {
  "form.look": (p) => (isRecord(p) && isId(p["lookId"]) ? { lookId: p["lookId"] } : null),
  "field.choose": (p) => (exactly(p) ? {} : null),
  "key.read": (p) => (isRecord(p) && isId(p["lookId"]) ? { lookId: p["lookId"] } : null),
  "form.fill": (p) =>
    isRecord(p) && isId(p["token"]) && isKeyHex(p["hex"]) ? { token: p["token"], hex: p["hex"] } : null,
};

/** The answer to `form.fill`: how it went, or that the form is no longer held; null for what is neither. */
export function parseFillReply(raw: unknown): FillOutcome | "offer-expired" | null {
  const { value, error }: Record<string, unknown> = isRecord(raw) ? raw : {};
  if (isRecord(error) && error["code"] === "offer-expired") return "offer-expired";
  const outcome = isRecord(value) ? value["outcome"] : null;
  return isFillOutcome(outcome) ? outcome : null;
}

export function isFillOutcome(value: unknown): value is FillOutcome {
  return (FILL_OUTCOMES as readonly unknown[]).includes(value);
}
