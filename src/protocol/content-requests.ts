/**
 * What our script in a web page tells the background. It is the least trusted sender, so nothing is read that
 * is not named here. The script itself imports only types from this file, see `content.ts`.
 *
 * Unasked: only `page.waiting` (two booleans, for the badge) and `field.chosen` (a boolean). Asked, as
 * messages of their own because only a message carries the sender's origin and document: `form.report` and
 * `key.report`, the answers to a look and to a reading that the user ordered.
 */
import * as v from "valibot";
import { exact, id, integer, type Nothing, read, type TypeOf, text } from "../core/schema.ts";
import { FILL_OUTCOMES, type FillOutcome, LONGEST_READING, LONGEST_TITLE, REFUSALS } from "./content.ts";
import { answer, byType, defineRequest, type Requests } from "./define-request.ts";

/** What waits in a page: a restore form, a key that is shown. */
const waitingSchema = exact({ form: v.boolean(), key: v.boolean() });
export type Waiting = TypeOf<typeof waitingSchema>;

const DIGITS = 64;
/** The form as a person would name it: `boxes` fields of `digitsPerBox`. One field: `boxes: 1`. */
const shapeSchema = v.pipe(
  exact({ boxes: integer(1, DIGITS), digitsPerBox: integer(1, DIGITS), multiline: v.boolean() }),
  v.check(({ boxes, digitsPerBox }) => boxes * digitsPerBox === DIGITS),
);
export type FormShape = TypeOf<typeof shapeSchema>;

/** A field cannot be filled: one that reads like the form's, or one that the user has pointed at. */
const refusedSchema = exact({ kind: v.literal("refused"), why: v.picklist(REFUSALS), chosen: v.boolean() });
export type RefusedLook = TypeOf<typeof refusedSchema>;

export const lookReportSchema = v.union([
  exact({
    kind: v.literal("form"),
    token: id,
    shape: shapeSchema,
    /** What the page calls the form. */
    title: text(LONGEST_TITLE),
    /** The user has pointed at it. */
    chosen: v.boolean(),
    /** It hides what is typed. */
    masked: v.boolean(),
  }),
  exact({ kind: v.literal("no-form") }),
  exact({ kind: v.literal("ambiguous") }),
  refusedSchema,
]);
export type LookReport = TypeOf<typeof lookReportSchema>;

/**
 * A key as it stands in the page, separators and all; of a selection, anything. `several`: different keys.
 */
const keyReadingSchema = v.union([
  exact({ kind: v.literal("text"), text: text(LONGEST_READING) }),
  exact({ kind: v.literal("none") }),
  exact({ kind: v.literal("several") }),
]);
export type KeyReading = TypeOf<typeof keyReadingSchema>;

export const CONTENT_REQUESTS = [
  defineRequest("page.waiting", { payload: () => waitingSchema, answer: answer<Nothing>() }),
  defineRequest("form.report", {
    payload: () => exact({ lookId: id, report: lookReportSchema, keyShown: v.boolean() }),
    answer: answer<Nothing>(),
  }),
  defineRequest("field.chosen", { payload: () => exact({ chosen: v.boolean() }), answer: answer<Nothing>() }),
  defineRequest("key.report", {
    payload: () => exact({ lookId: id, report: keyReadingSchema }),
    answer: answer<Nothing>(),
  }),
] as const;

type ContentRequest = (typeof CONTENT_REQUESTS)[number];
export type ContentRequestType = ContentRequest["type"];
export type ContentRequests = Requests<ContentRequest>;

export const contentRequests = byType<ContentRequest, ContentRequests>(CONTENT_REQUESTS);

export const fillOutcomeSchema = v.picklist(FILL_OUTCOMES);

const fillReplySchema = v.union([
  exact({ ok: v.literal(true), value: exact({ outcome: fillOutcomeSchema }) }),
  exact({ ok: v.literal(false), error: exact({ code: v.literal("offer-expired") }) }),
]);

/** The answer to `form.fill`: how it went, or that the form is no longer held; null for what is neither. */
export function readFillReply(raw: unknown): FillOutcome | "offer-expired" | null {
  const reply = read(fillReplySchema, raw);
  return reply && (reply.ok ? reply.value.outcome : reply.error.code);
}
