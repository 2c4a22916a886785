/**
 * What passes between the background and our script in a web page.
 *
 * content → background: only `form.waiting` (a boolean, for the badge) and `form.report` (the answer to a
 * look, sent as a message of its own because only a message carries the sender's origin and document).
 * background → content: `form.look`, and `form.fill` with the key, once, to one document.
 */
import { isRecord } from "./envelope.ts";
import { FILL_OUTCOMES, type FillOutcome, type FormShape } from "./page.ts";

/** The only origin whose pages are filled. */
export const RESTORE_ORIGIN = "https://web.whatsapp.com";

/** Random, 32 hex characters: names one look, one candidate, once. */
export type Token = string;

export type LookReport =
  | { kind: "form"; token: Token; shape: FormShape }
  | { kind: "no-form" }
  | { kind: "ambiguous" };

export type ContentRequests = {
  "form.waiting": { payload: { waiting: boolean }; value: Record<string, never> };
  "form.report": { payload: { lookId: Token; report: LookReport }; value: Record<string, never> };
};
export type ContentRequestType = keyof ContentRequests;

export type ContentOrders = {
  "form.look": { payload: { lookId: Token }; value: Record<string, never> };
  "form.fill": { payload: { token: Token; hex: string }; value: { outcome: FillOutcome } };
};
export type ContentOrderType = keyof ContentOrders;

export function isToken(value: unknown): value is Token {
  return typeof value === "string" && /^[0-9a-f]{32}$/.test(value);
}

function parseShape(raw: unknown): FormShape | null {
  if (!isRecord(raw)) return null;
  const { boxes, digitsPerBox, multiline } = raw;
  if (typeof boxes !== "number" || typeof digitsPerBox !== "number" || typeof multiline !== "boolean")
    return null;
  return Number.isInteger(boxes) && boxes >= 1 && boxes <= 64 && boxes * digitsPerBox === 64
    ? { boxes, digitsPerBox, multiline }
    : null;
}

function parseReport(raw: unknown): LookReport | null {
  if (!isRecord(raw)) return null;
  if (raw["kind"] === "no-form" || raw["kind"] === "ambiguous") return { kind: raw["kind"] };
  const shape = parseShape(raw["shape"]);
  return raw["kind"] === "form" && isToken(raw["token"]) && shape
    ? { kind: "form", token: raw["token"], shape }
    : null;
}

/** Parsers of what a content frame may send; null refuses. */
export const contentParsers: {
  [T in ContentRequestType]: (payload: unknown) => ContentRequests[T]["payload"] | null;
} = {
  "form.waiting": (p) =>
    isRecord(p) && typeof p["waiting"] === "boolean" ? { waiting: p["waiting"] } : null,
  "form.report": (p) => {
    if (!isRecord(p) || !isToken(p["lookId"])) return null;
    const report = parseReport(p["report"]);
    return report && { lookId: p["lookId"], report };
  },
};

/** Parsers of what the background may order; null refuses. */
export const orderParsers: {
  [T in ContentOrderType]: (payload: unknown) => ContentOrders[T]["payload"] | null;
} = {
  "form.look": (p) => (isRecord(p) && isToken(p["lookId"]) ? { lookId: p["lookId"] } : null),
  "form.fill": (p) =>
    isRecord(p) && isToken(p["token"]) && typeof p["hex"] === "string" && /^[0-9a-f]{64}$/.test(p["hex"])
      ? { token: p["token"], hex: p["hex"] }
      : null,
};

export function isFillOutcome(value: unknown): value is FillOutcome {
  return (FILL_OUTCOMES as readonly unknown[]).includes(value);
}
