import { useEffect, useRef, useState } from "preact/hooks";
import type { EntrySummary, FillLook } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";
import { GuardedButton } from "../../kit/guarded-button.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useEntries, useSettings } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { EntryBadges, TwinMark } from "../keys/entry-facts.tsx";
import { LookHelp } from "./look-help.tsx";
import { OfferFacts } from "./offer-facts.tsx";
import { useFillLook } from "./use-fill-look.ts";
import { useSayOutcome } from "./use-say-outcome.ts";

type Offer = Extract<FillLook, { kind: "form" }>;

type KeyChoiceProps = { entries: EntrySummary[]; chosen: string; onChoose: (id: string) => void };

function KeyChoice({ entries, chosen, onChoose }: KeyChoiceProps) {
  const { endingText, entryName, fillText, oldKeyMark } = useText();
  return (
    <fieldset>
      <legend>{fillText.which}</legend>
      {entries.map((entry) => (
        <label key={entry.id} class="choice">
          <input
            type="radio"
            name="key-to-fill"
            autocomplete="off"
            checked={entry.id === chosen}
            onChange={() => onChoose(entry.id)}
          />
          <span>
            {entryName(entry)}
            <span class="facts">
              <EntryBadges entry={entry} />
              {entry.phoneEnding !== "" && <span>{endingText(entry.phoneEnding)}</span>}
              <span class="mono">{entry.keyId}</span>
              {entry.supersededBy !== null && <span>{oldKeyMark}</span>}
            </span>
            <TwinMark entry={entry} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type FillOfferProps = {
  offer: Offer;
  /** The key went into this offer's form. */
  onFilled: (offerId: string) => void;
};

function FillOffer({ offer, onFilled }: FillOfferProps) {
  const settings = useSettings();
  const entries = useEntries();
  const api = useApi();
  const { errorText, fillText, pagePress } = useText();
  const sayOutcome = useSayOutcome();
  const { lookAgain } = useFillLook();
  const { run, say } = useAct();
  const [picked, setPicked] = useState<string | null>(null);
  const { origin, pageId, shape, title } = offer;
  const offered = offer.entryIds.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
  const chosen = offered.find((entry) => entry.id === picked) ?? offered[0];
  const fill = (entryId: string) =>
    run(async () => {
      say.status(fillText.filling);
      const reply = await api.ask("fill.run", { offerId: offer.offerId, entryId });
      if (!reply.ok) say.alert(errorText[reply.error.code]);
      else if (sayOutcome(reply.value.outcome)) onFilled(offer.offerId);
      await lookAgain();
    });
  return (
    <>
      <OfferFacts name={fillText.origin} host={offer.origin} form={offer}>
        {chosen ? (
          <KeyChoice entries={offered} chosen={chosen.id} onChoose={setPicked} />
        ) : (
          <p>{fillText.noKey}</p>
        )}
      </OfferFacts>
      {!settings.fillWarningRead && <p class="warning amber">{fillText.warning}</p>}
      {chosen && (
        <GuardedButton
          over={JSON.stringify([origin, pageId, shape, title, offer.chosen, chosen.id])}
          label={pagePress.fill}
          onPress={() => fill(chosen.id)}
        />
      )}
    </>
  );
}

type FillStepProps = Pick<FillOfferProps, "onFilled"> & {
  /**
   * By the shortcut or the menu; then it takes the focus and also says why there is nothing to fill on pages
   * other than WhatsApp Web's.
   */
  asked: boolean;
  /** It was filled just now: what stands on the page is no fault to explain. */
  isFilled: boolean;
};

/** What waits on the page in front, and the button that fills it. */
export function FillStep({ asked, isFilled, onFilled }: FillStepProps) {
  const { fillText } = useText();
  const { look } = useFillLook();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asked) section.current?.focus();
  }, [asked]);
  if (!asked && (look === null || look.kind === "other-page")) return null;
  if (isFilled && look !== null && look.kind !== "form" && "keyShown" in look) return null;
  return (
    <section ref={section} class="fill-step" tabIndex={-1} aria-label={fillText.title}>
      {look === null && <p>{fillText.looking}</p>}
      {look?.kind === "form" && <FillOffer offer={look} onFilled={onFilled} />}
      {look !== null && look.kind !== "form" && <LookHelp look={look} />}
    </section>
  );
}
