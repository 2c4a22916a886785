import { useEffect, useRef, useState } from "preact/hooks";
import type { EntrySummary, FillLook } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";
import { GuardedButton } from "../../kit/guarded-button.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useEntries, useSettings } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { FormName } from "./form-name.tsx";
import { LookHelp } from "./look-help.tsx";

export type FillStepProps = {
  look: FillLook | null;
  lookAgain: () => Promise<void>;
  /** The key went into this offer's form. */
  onFilled: (offerId: string) => void;
  /** It was filled just now: what stands on the page is no fault to explain. */
  isFilled: boolean;
};

type Offer = Extract<FillLook, { kind: "form" }>;

function KeyChoice({
  entries,
  chosen,
  onChoose,
}: {
  entries: EntrySummary[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const { endingText, entryName, fillText } = useText();
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
              {entry.phoneEnding !== "" && <span>{endingText(entry.phoneEnding)}</span>}
              <span class="mono">{entry.fingerprint}</span>
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function FillOffer({
  offer,
  lookAgain,
  onFilled,
}: Omit<FillStepProps, "look" | "isFilled"> & { offer: Offer }) {
  const settings = useSettings();
  const entries = useEntries();
  const api = useApi();
  const { errorText, fillText, outcomeText, pagePress } = useText();
  const say = useSay();
  const { run } = useAct();
  const [picked, setPicked] = useState<string | null>(null);
  const offered = offer.entryIds.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
  const chosen = offered.find((entry) => entry.id === picked) ?? offered[0];
  const fill = (entryId: string) =>
    run(async () => {
      say.status(fillText.filling);
      const reply = await api.ask("fill.run", { offerId: offer.offerId, entryId });
      if (!reply.ok) say.alert(errorText[reply.error.code]);
      else if (reply.value.outcome.startsWith("filled")) {
        say.status(outcomeText[reply.value.outcome]);
        onFilled(offer.offerId);
      } else say.alert(outcomeText[reply.value.outcome]);
      await lookAgain();
    });
  return (
    <>
      <dl class="offer">
        <dt>{fillText.origin}</dt>
        <dd class="mono origin">{offer.origin}</dd>
        <dt>{fillText.form}</dt>
        <dd>
          <FormName form={offer} />
        </dd>
      </dl>
      {chosen === undefined && <p>{fillText.noKey}</p>}
      {chosen !== undefined && <KeyChoice entries={offered} chosen={chosen.id} onChoose={setPicked} />}
      {offer.masked && <p class="warning amber">{fillText.masked}</p>}
      {!settings.fillWarningRead && <p class="warning amber">{fillText.warning}</p>}
      {chosen !== undefined && (
        <GuardedButton
          over={JSON.stringify([
            offer.origin,
            offer.pageId,
            offer.shape,
            offer.title,
            offer.chosen,
            chosen.id,
          ])}
          label={pagePress.fill}
          onPress={() => fill(chosen.id)}
        />
      )}
    </>
  );
}

/**
 * What waits on the page in front, and the button that fills it. `asked`: by the shortcut or the menu; then
 * it takes the focus and also says why there is nothing to fill on pages other than WhatsApp Web's.
 */
export function FillStep({ look, asked, isFilled, ...rest }: FillStepProps & { asked: boolean }) {
  const { fillText } = useText();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asked) section.current?.focus();
  }, [asked]);
  if (!asked && (look === null || look.kind === "other-page")) return null;
  if (isFilled && look !== null && look.kind !== "form" && "keyShown" in look) return null;
  return (
    <section ref={section} class="fill-step" tabIndex={-1} aria-label={fillText.title}>
      {look === null && <p>{fillText.looking}</p>}
      {look?.kind === "form" && <FillOffer offer={look} {...rest} />}
      {look !== null && look.kind !== "form" && <LookHelp look={look} {...rest} />}
    </section>
  );
}
