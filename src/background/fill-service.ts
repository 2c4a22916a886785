/**
 * One fill: look at the active tab, offer, and after the user's act send one key once to one document.
 *
 * The page's side cannot start any of it. An offer is a record in session storage that is removed before the
 * key is sent, so that no worker's death and no second press can send it twice.
 */
import { randomId } from "../core/bytes.ts";
import { fail, ok, type Result } from "../core/errors.ts";
import { type Keyring, markUsed, orderForFill } from "../core/keyring.ts";
import { isFillOutcome, isToken, type LookReport, type Token } from "../protocol/content.ts";
import { isRecord, parseReply } from "../protocol/envelope.ts";
import type { FillLook, FillOutcome, FormShape } from "../protocol/page.ts";
import type { EntryService } from "./entry-service.ts";
import type { KeyringService } from "./keyring-service.ts";
import type { ActiveTab, Ports } from "./ports.ts";
import { createQueue } from "./queue.ts";

const OFFERS = "fill.offers";
/** How long an offer waits for the user's press. */
export const OFFER_MS = 60_000;
const MOST_OFFERS = 4;

type Offer = {
  offerId: string;
  tabId: number;
  documentId: string | null;
  token: Token;
  expiresAtMs: number;
};

type ContentSender = { tabId: number; documentId: string | null; origin: string };
type Sighting = ContentSender & { report: LookReport };

function parseOffer(raw: unknown): Offer | null {
  if (!isRecord(raw)) return null;
  const { offerId, tabId, documentId, token, expiresAtMs } = raw;
  if (typeof offerId !== "string" || typeof tabId !== "number" || typeof expiresAtMs !== "number")
    return null;
  if (!isToken(token) || !(documentId === null || typeof documentId === "string")) return null;
  return { offerId, tabId, documentId, token, expiresAtMs };
}

/** Who has filled a key has read, beside the button, who can read it. */
function readWarning(keyring: Keyring): Keyring {
  return { ...keyring, settings: { ...keyring.settings, fillWarningRead: true } };
}

export type FillService = ReturnType<typeof createFillService>;

export function createFillService(
  { page, session, nowMs }: Pick<Ports, "page" | "session" | "nowMs">,
  keyring: KeyringService,
  entries: EntryService,
) {
  /** Offers are read and written back: one at a time, or one could be taken twice. */
  const queue = createQueue();
  const looks = new Map<string, { tabId: number; saw: (sighting: Sighting) => void }>();

  async function liveOffers(): Promise<Offer[]> {
    const stored = await session.get(OFFERS);
    const offers = (Array.isArray(stored) ? stored : []).map(parseOffer);
    return offers.filter((o): o is Offer => o !== null && nowMs() < o.expiresAtMs);
  }

  async function offerFor(form: Sighting, token: Token, shape: FormShape): Promise<FillLook> {
    const { tabId, documentId, origin } = form;
    const offers = await liveOffers();
    const before = offers.find((o) => o.token === token && o.documentId === documentId);
    const others = offers.filter((o) => o.token !== token);
    // The same form in the same document keeps its offer: a press that is on its way still counts.
    const offer = {
      offerId: before?.offerId ?? randomId(),
      tabId,
      documentId,
      token,
      expiresAtMs: nowMs() + OFFER_MS,
    };
    await session.set(OFFERS, [...others, offer].slice(-MOST_OFFERS));
    const current = keyring.read();
    const entryIds = current.ok ? orderForFill(current.value).map((e) => e.id) : [];
    const pageId = `${tabId} ${documentId}`;
    return {
      kind: "form",
      offerId: offer.offerId,
      pageId,
      origin,
      shape,
      expiresAtMs: offer.expiresAtMs,
      entryIds,
    };
  }

  /** Why does no script of ours answer in this tab? */
  async function explainSilence(tab: ActiveTab): Promise<FillLook> {
    if (tab.site === "other") return { kind: "other-page" };
    if (!(await page.hasSiteAccess())) return { kind: "no-access" };
    if (tab.site !== "restore") return { kind: "other-page" };
    // Our script comes with the page's end: until then there is nothing to say against the tab.
    return tab.isLoading ? { kind: "no-form" } : { kind: "reload-page", tabId: tab.id };
  }

  async function look(): Promise<FillLook> {
    const tab = await page.findActiveTab();
    if (!tab) return { kind: "other-page" };
    const lookId = randomId();
    const sightings: Sighting[] = [];
    looks.set(lookId, { tabId: tab.id, saw: (s) => sightings.push(s) });
    try {
      // The script sends its report before it answers the order.
      await page.send(tab.id, null, "form.look", { lookId });
    } catch {
      return await explainSilence(tab);
    } finally {
      looks.delete(lookId);
    }
    const [form] = sightings;
    // Somebody else answered: a page of ours in a tab, or a script older than this background.
    if (!form) return explainSilence(tab);
    const { report } = form;
    return report.kind === "form" ? queue(() => offerFor(form, report.token, report.shape)) : report;
  }

  /** @returns the offer, which is gone from then on; null when it has expired or was used. */
  async function takeOffer(offerId: string): Promise<Offer | null> {
    const offers = await liveOffers();
    const offer = offers.find((o) => o.offerId === offerId) ?? null;
    if (offer)
      await session.set(
        OFFERS,
        offers.filter((o) => o !== offer),
      );
    return offer;
  }

  async function send(offer: Offer, hex: string): Promise<Result<{ outcome: FillOutcome }>> {
    try {
      const { tabId, documentId, token } = offer;
      const reply = parseReply<unknown>(await page.send(tabId, documentId, "form.fill", { token, hex }));
      // The page's script no longer holds the form: nothing was filled.
      if (!reply.ok && reply.error.code === "offer-expired") return reply;
      const outcome = reply.ok && isRecord(reply.value) ? reply.value["outcome"] : null;
      return ok({ outcome: isFillOutcome(outcome) ? outcome : "interrupted" });
    } catch {
      return ok({ outcome: "interrupted" });
    }
  }

  return {
    look,

    /** The answer to a look: counts only from the tab that was asked. */
    reported(lookId: Token, report: LookReport, sender: ContentSender): void {
      const asked = looks.get(lookId);
      if (asked?.tabId === sender.tabId) asked.saw({ ...sender, report });
    },

    async run(offerId: string, entryId: string): Promise<Result<{ outcome: FillOutcome }>> {
      const key = entries.reveal(entryId);
      if (!key.ok) return key;
      const offer = await queue(() => takeOffer(offerId));
      // The page that the user sees must be the one that was offered.
      if (!offer || (await page.findActiveTab())?.id !== offer.tabId) return fail("offer-expired");
      const reply = await send(offer, key.value.hex);
      const outcome = reply.ok ? reply.value.outcome : null;
      // Not waited for: it only decides which key is offered first next time.
      if (outcome === "filled" || outcome === "filled-button-disabled")
        void keyring.change((k) => markUsed(readWarning(k), entryId, nowMs()));
      return reply;
    },
  };
}
