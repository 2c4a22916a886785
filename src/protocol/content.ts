/**
 * The part of the protocol that our script in a web page uses: its words and limits, and the orders it obeys.
 *
 * background → content: `form.look`, `field.choose`, `key.read`, and `form.fill` with the key, once, to one
 * document. What the script tells is defined in `content-requests.ts`.
 *
 * The orders are read by hand, as nothing else is: every load of WhatsApp Web pays for the script's bytes,
 * and valibot would add a sixth to them. They come from our own background, the most trusted sender there is.
 */
import type { Nothing } from "../core/schema.ts";
import { exactly, isId, isKeyHex } from "../core/shapes.ts";

/** Random, 32 hex characters: names one look, one candidate, once. */
export type Token = string;

/** Characters of the page's own words that our popup shows at most. */
export const LONGEST_TITLE = 60;
/** Characters of what a page shows, or the user has selected, that are read at most. */
export const LONGEST_READING = 4_096;
/** A name that resolves has 253 characters at most, and a port six. */
export const LONGEST_HOST = 259;
/** More hosts than one reads are not named. */
export const MOST_HOSTS = 20;

/** The rule that keeps the key from a field. */
export const REFUSALS = [
  "other-code", // it asks for a 40-character code or a PIN
  "password", // a password box: the browser may offer to save what is typed
  "other-purpose", // a message, a search, a number, a name
  "switched-off", // read-only or disabled
  "too-short", // no room for 64 characters
  "not-empty",
  "hidden", // covered, out of sight, or not there for people
] as const;
export type Refusal = (typeof REFUSALS)[number];

export const FILL_OUTCOMES = [
  "filled",
  "filled-button-disabled", // filled and read back, but the page's own button stays disabled
  "page-changed-it", // the page changed what was filled; what we wrote was cleared
  "field-not-usable", // covered, hidden, not empty, or the focus was taken away
  "no-form",
  "ambiguous",
  "no-access",
  "reload-page",
  "interrupted", // no answer came back from the page
] as const;
export type FillOutcome = (typeof FILL_OUTCOMES)[number];

function readLook(raw: unknown): { lookId: Token } | null {
  const p = exactly(raw, "lookId");
  return p && isId(p.lookId) ? { lookId: p.lookId } : null;
}

const readers = {
  "form.look": readLook,
  "field.choose": (raw: unknown): Nothing | null => (exactly(raw) ? {} : null),
  "key.read": readLook,
  "form.fill": (raw: unknown): { token: Token; hex: string } | null => {
    const p = exactly(raw, "token", "hex");
    return p && isId(p.token) && isKeyHex(p.hex) ? { token: p.token, hex: p.hex } : null;
  },
};
export type ContentOrderType = keyof typeof readers;
export type OrderPayload<T extends ContentOrderType> = NonNullable<ReturnType<(typeof readers)[T]>>;
export type OrderValue<T extends ContentOrderType> = T extends "form.fill"
  ? { outcome: FillOutcome }
  : Nothing;

/** The payload of each order; null refuses. */
export const orderReaders: { [T in ContentOrderType]: (raw: unknown) => OrderPayload<T> | null } = readers;
