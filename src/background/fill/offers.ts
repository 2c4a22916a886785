/**
 * Offers to fill, in session storage: each is good for one fill of one form in one document. One is removed
 * before the key is sent, so that no worker's death and no second press can send it twice.
 */
import * as v from "valibot";
import { randomId } from "../../core/bytes.ts";
import { exact, id, list, read, type TypeOf, timeMs } from "../../core/schema.ts";
import type { Ports } from "../ports.ts";
import { createQueue } from "../queue.ts";

/** How long an offer waits for the user's press. */
const OFFER_MS = 60_000;
const MOST_OFFERS = 4;

const offerSchema = exact({
  offerId: id,
  tabId: v.number(),
  documentId: v.nullable(v.string()),
  token: id,
  /** Of the other page that it is for; null for WhatsApp Web. */
  host: v.nullable(v.string()),
  expiresAtMs: timeMs,
});
export type Offer = TypeOf<typeof offerSchema>;

const offersSchema = list(offerSchema, MOST_OFFERS);

export function createOffers({ session, nowMs }: Pick<Ports, "session" | "nowMs">, place: string) {
  /** Offers are read and written back: one at a time, or one could be taken twice. */
  const queue = createQueue();

  async function live(): Promise<Offer[]> {
    const offers = read(offersSchema, await session.get(place)) ?? [];
    return offers.filter(({ expiresAtMs }) => nowMs() < expiresAtMs);
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
