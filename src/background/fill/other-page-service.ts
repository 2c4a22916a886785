/**
 * One fill of a page other than WhatsApp Web's: the user has come from a key's own view and types the page's
 * host.
 *
 * The browser's leave (`activeTab`) may last longer than that; ours is the offer, which is gone with the
 * first try. No list of pages is kept.
 */
import { fail, ok, type Result } from "../../core/errors.ts";
import { read } from "../../core/schema.ts";
import type { FillOutcome } from "../../protocol/content.ts";
import { fillOutcomeSchema } from "../../protocol/content-requests.ts";
import { otherLookSchema } from "../../protocol/other-page.ts";
import type { OtherPageLook } from "../../protocol/page.ts";
import type { EntryService } from "../keyring/entry-service.ts";
import type { KeyringService } from "../keyring/keyring-service.ts";
import type { Ports } from "../ports.ts";
import { noteFill } from "./fill-service.ts";
import { createOffers } from "./offers.ts";

export function createOtherPageService(
  ports: Pick<Ports, "page" | "otherPage" | "session" | "nowMs" | "faults">,
  keyring: KeyringService,
  entries: EntryService,
) {
  const { page, otherPage } = ports;
  const offers = createOffers(ports, "fill.other-offers");
  return {
    async look(): Promise<OtherPageLook> {
      const tab = await page.findActiveTab();
      if (tab?.site === "restore") return { kind: "restore-site" };
      const answer = tab && (await otherPage.look(tab.id).catch(() => null));
      const look = answer && read(otherLookSchema, answer.value);
      if (!tab || !answer || !look) return { kind: "no-leave" };
      const { host, isSafe, scriptHosts, report } = look;
      if (!isSafe) return { kind: "unsafe", host };
      if (report.kind !== "form") return { ...report, host };
      const { token, ...shown } = report;
      const { documentId } = answer;
      const { offerId } = await offers.make({ tabId: tab.id, documentId, token, host });
      return { ...shown, offerId, host, scriptHosts };
    },

    /** `host`: as typed. A wrong one costs nothing. */
    async fill(offerId: string, entryId: string, host: string): Promise<Result<{ outcome: FillOutcome }>> {
      const key = entries.reveal(entryId);
      if (!key.ok) return key;
      const typed = host.trim().toLowerCase();
      let isHost = true;
      const offer = await offers.take(offerId, (o) => {
        isHost = o.host === typed;
        return isHost;
      });
      if (!isHost) return fail("wrong-host");
      if (!offer || (await page.findActiveTab())?.id !== offer.tabId) return fail("offer-expired");
      const { tabId, documentId, token } = offer;
      const answer = await otherPage.fill(tabId, documentId, token, key.value.hex).catch(() => null);
      const filled = read(fillOutcomeSchema, answer);
      // Another document there, or a script that holds no such form: nothing was filled.
      if (filled === null) return fail("offer-expired");
      noteFill(ports, keyring, entryId, filled);
      return ok({ outcome: filled });
    },
  };
}
