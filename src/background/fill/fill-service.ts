/**
 * One fill: look at the active tab, offer, and after the user's act send one key once to one document.
 *
 * The page's side cannot start any of it.
 */
import { fail, ok, type Result } from "../../core/errors.ts";
import { type Keyring, markUsed, orderForFill } from "../../core/keyring/opened-keyring.ts";
import type { ActiveTab } from "../../platform/active-tab.ts";
import type { FillOutcome } from "../../protocol/content.ts";
import { type LookReport, readFillReply } from "../../protocol/content-requests.ts";
import type { FillLook } from "../../protocol/page.ts";
import type { EntryService } from "../keyring/entry-service.ts";
import type { KeyringService } from "../keyring/keyring-service.ts";
import type { Ports } from "../ports.ts";
import { createOffers, type Offer } from "./offers.ts";
import { type Answer, createQuestions } from "./page-questions.ts";

type Seen = { report: LookReport; keyShown: boolean };

/** Who has filled a key has read, beside the button, who can read it. */
function readWarning(keyring: Keyring): Keyring {
  return { ...keyring, settings: { ...keyring.settings, fillWarningRead: true } };
}

/** After a fill: decides which key is offered first next time. Not waited for. */
export function noteFill(
  { faults, nowMs }: Pick<Ports, "faults" | "nowMs">,
  keyring: KeyringService,
  entryId: string,
  outcome: FillOutcome,
): void {
  if (outcome !== "filled" && outcome !== "filled-button-disabled") return;
  const atMs = nowMs();
  const noted = keyring.change((k) => markUsed(readWarning(k), entryId, atMs));
  void noted.catch((reason) => faults.log("event-failed", reason));
}

export function createFillService(
  ports: Pick<Ports, "page" | "session" | "nowMs" | "faults">,
  keyring: KeyringService,
  entries: EntryService,
) {
  const { page } = ports;
  const offers = createOffers(ports, "fill.offers");
  const looks = createQuestions<Seen>(ports, "form.look");

  async function offerFor({ tabId, documentId, origin, answer }: Answer<Seen>): Promise<FillLook> {
    const { report, keyShown } = answer;
    if (report.kind !== "form") return { ...report, keyShown };
    const { token, ...shown } = report;
    const { offerId, expiresAtMs } = await offers.make({ tabId, documentId, token, host: null });
    const current = keyring.read();
    const entryIds = current.ok ? orderForFill(current.value).map((e) => e.id) : [];
    const pageId = `${tabId} ${documentId}`;
    return { ...shown, offerId, pageId, origin, expiresAtMs, entryIds, keyShown };
  }

  /** Why does no script of ours answer in this tab? */
  async function explainSilence(tab: ActiveTab): Promise<FillLook> {
    if (tab.site === "other") return { kind: "other-page" };
    if (!(await page.hasSiteAccess())) return { kind: "no-access" };
    if (tab.site !== "restore") return { kind: "other-page" };
    // Our script comes with the page's end: until then there is nothing to say against the tab.
    return tab.isLoading ? { kind: "no-form", keyShown: false } : { kind: "reload-page", tabId: tab.id };
  }

  async function send(offer: Offer, hex: string): Promise<Result<{ outcome: FillOutcome }>> {
    try {
      const { tabId, documentId, token } = offer;
      const reply = readFillReply(await page.send(tabId, documentId, "form.fill", { token, hex }));
      // The page's script no longer holds the form: nothing was filled.
      if (reply === "offer-expired") return fail(reply);
      return ok({ outcome: reply ?? "interrupted" });
    } catch {
      return ok({ outcome: "interrupted" });
    }
  }

  return {
    /** The answer to a look. */
    reported: looks.answered,

    async look(): Promise<FillLook> {
      const tab = await page.findActiveTab();
      if (!tab) return { kind: "other-page" };
      // Elsewhere the toolbar's press would let our gates be put into the page, where nobody has asked for
      // them.
      const answer = tab.site === "restore" ? await looks.ask(tab.id, {}) : null;
      return answer ? offerFor(answer) : explainSilence(tab);
    },

    async run(offerId: string, entryId: string): Promise<Result<{ outcome: FillOutcome }>> {
      const key = entries.reveal(entryId);
      if (!key.ok) return key;
      const offer = await offers.take(offerId, () => true);
      // The page that the user sees must be the one that was offered.
      if (!offer || (await page.findActiveTab())?.id !== offer.tabId) return fail("offer-expired");
      const reply = await send(offer, key.value.hex);
      if (reply.ok) noteFill(ports, keyring, entryId, reply.value.outcome);
      return reply;
    },
  };
}
