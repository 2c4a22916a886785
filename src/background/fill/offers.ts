/**
 * Offers to fill, in session storage: each is good for one fill of one form in one document. One is removed
 * before the key is sent, so that no worker's death and no second press can send it twice.
 */
import { randomId } from "../../core/bytes.ts";
import { isId, isRecord } from "../../core/shapes.ts";
import type { Token } from "../../protocol/content.ts";
import type { Ports } from "../ports.ts";
import { createQueue } from "../queue.ts";

/** How long an offer waits for the user's press. */
const OFFER_MS = 60_000;
const MOST_OFFERS = 4;

/** `host`: of the other page that it is for; null for WhatsApp Web. */
export type Offer = {
  offerId: string;
  tabId: number;
  documentId: string | null;
  token: Token;
  host: string | null;
  expiresAtMs: number;
};

function parseOffer(raw: unknown): Offer | null {
  if (!isRecord(raw)) return null;
  const { offerId, tabId, documentId, token, host, expiresAtMs } = raw;
  if (typeof offerId !== "string" || typeof tabId !== "number" || typeof expiresAtMs !== "number")
    return null;
  if (!isId(token) || !(documentId === null || typeof documentId === "string")) return null;
  if (!(host === null || typeof host === "string")) return null;
  return { offerId, tabId, documentId, token, host, expiresAtMs };
}

export function createOffers({ session, nowMs }: Pick<Ports, "session" | "nowMs">, place: string) {
  /** Offers are read and written back: one at a time, or one could be taken twice. */
  const queue = createQueue();

  async function live(): Promise<Offer[]> {
    const stored = await session.get(place);
    const offers = (Array.isArray(stored) ? stored : []).map(parseOffer);
    return offers.filter((o): o is Offer => o !== null && nowMs() < o.expiresAtMs);
  }

  return {
    /** The same form in the same document keeps its offer: a press that is on its way still counts. */
    make(form: Pick<Offer, "tabId" | "documentId" | "token" | "host">): Promise<Offer> {
      return queue(async () => {
        const offers = await live();
        const before = offers.find((o) => o.token === form.token && o.documentId === form.documentId);
        const others = offers.filter((o) => o.token !== form.token);
        const offer = { ...form, offerId: before?.offerId ?? randomId(), expiresAtMs: nowMs() + OFFER_MS };
        await session.set(place, [...others, offer].slice(-MOST_OFFERS));
        return offer;
      });
    },

    /**
     * @returns the offer, which is gone from then on; null when it has expired, was used, or is not
     * `fitting`.
     */
    take(offerId: string, fitting: (offer: Offer) => boolean): Promise<Offer | null> {
      return queue(async () => {
        const offers = await live();
        const offer = offers.find((o) => o.offerId === offerId) ?? null;
        if (!offer || !fitting(offer)) return null;
        const others = offers.filter((o) => o !== offer);
        await session.set(place, others);
        return offer;
      });
    },
  };
}
