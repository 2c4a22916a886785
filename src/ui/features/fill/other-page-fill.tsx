import { useState } from "preact/hooks";
import type { EntrySummary, OtherPageLook } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { TextField } from "../../kit/field.tsx";
import { GuardedButton } from "../../kit/guarded-button.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { OfferFacts } from "./offer-facts.tsx";
import { useSayOutcome } from "./use-say-outcome.ts";

type Offer = Extract<OtherPageLook, { kind: "form" }>;

function OtherOffer({ entry, offer, onDone }: { entry: EntrySummary; offer: Offer; onDone: () => void }) {
  const api = useApi();
  const { errorText, fillText, otherText, pagePress } = useText();
  const sayOutcome = useSayOutcome();
  const { run, say } = useAct();
  const [typed, setTyped] = useState("");
  const fill = () =>
    run(async () => {
      say.status(fillText.filling);
      const { offerId } = offer;
      const reply = await api.ask("other.fill", { offerId, entryId: entry.id, host: typed });
      if (reply.ok) sayOutcome(reply.value.outcome);
      else say.alert(errorText[reply.error.code]);
      // The host that was typed can be typed again.
      if (reply.ok || reply.error.code !== "wrong-host") onDone();
    });
  return (
    <>
      <OfferFacts name={otherText.host} host={offer.host} form={offer}>
        {offer.scriptHosts.length > 0 && (
          <p>
            {otherText.scriptHosts} <span class="mono">{offer.scriptHosts.join(", ")}</span>
          </p>
        )}
      </OfferFacts>
      <TextField mono label={otherText.typeHost} value={typed} onInput={setTyped} />
      <GuardedButton over={JSON.stringify(offer)} label={pagePress.fillOther} onPress={fill} />
    </>
  );
}

/** One fill of a page that is not WhatsApp Web's, from the key's own view only. `inWindow`: popped out. */
export function OtherPageFill({ entry, inWindow }: { entry: EntrySummary; inWindow: boolean }) {
  const api = useApi();
  const { otherLookText, otherText, pagePress } = useText();
  const [look, setLook] = useState<OtherPageLook | null>(null);
  const { run } = useAct();
  const lookThere = () =>
    run(async () => {
      // A window of our own is in front then, and the browser gives no leave from there.
      const reply = inWindow ? null : await api.ask("other.look", {});
      setLook(reply?.ok ? reply.value : { kind: "no-leave" });
    });
  const problem = look && otherLookText(look);
  return (
    <section class="stack other-page" aria-label={pagePress.otherPage}>
      {look?.kind !== "form" && (
        <div class="buttons">
          <Button label={pagePress.otherPage} onPress={lookThere} />
        </div>
      )}
      {look !== null && "host" in look && look.kind !== "form" && <p class="mono origin">{look.host}</p>}
      {problem !== null && <p>{problem}</p>}
      {look?.kind === "form" && (
        <>
          <p class="warning amber">{otherText.hint}</p>
          <OtherOffer entry={entry} offer={look} onDone={() => setLook(null)} />
        </>
      )}
    </section>
  );
}
