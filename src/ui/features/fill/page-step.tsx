import { useEffect, useState } from "preact/hooks";
import type { FillLook } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { useSay } from "../../kit/say.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { ReminderHint } from "../keys/reminder-hint.tsx";
import { FillStep } from "./fill-step.tsx";
import { useFillLook } from "./use-fill-look.ts";

type SiteActsProps = { keyShown: boolean; inWindow: boolean; onAdd: () => void };

/** What can be done on WhatsApp Web beside filling a form that was recognised. */
function SiteActs({ keyShown, inWindow, onAdd }: SiteActsProps) {
  const api = useApi();
  const { pagePress, siteText } = useText();
  const { run, ask, say } = useAct();
  const choose = () =>
    run(async () => {
      await ask("field.choose", {});
      if (!inWindow) return api.closePopup();
      say.status(siteText.choosing);
      // Whoever is back here has clicked the field, or no longer wants to.
      window.addEventListener("focus", say.clear, { once: true });
    });
  return (
    <section class="stack site-acts" aria-label={siteText.title}>
      {keyShown && <p>{siteText.keyShown}</p>}
      <div class="buttons">
        <Button label={pagePress.addFromPage} look={keyShown ? "primary" : "quiet"} onPress={onAdd} />
        <Button label={pagePress.choose} look="quiet" onPress={choose} />
      </div>
    </section>
  );
}

function isOnSite(look: FillLook | null): look is FillLook & { keyShown: boolean } {
  return look !== null && "keyShown" in look;
}

/** Time to press the page's own button. A popped-out window stays, and must not keep silent for ever. */
const FILLED_MS = 60_000;

type PageStepProps = { asked: boolean; inWindow: boolean; onAdd: () => void };

/** The page in front: what can be filled there, and what can be taken from it. */
export function PageStep({ asked, inWindow, onAdd }: PageStepProps) {
  const api = useApi();
  const { look } = useFillLook();
  const say = useSay();
  const [filled, setFilled] = useState<{ offerId: string } | null>(null);
  // Another form: what the page says from here on is about that one. That the first one was filled stays said: of two
  // that look alike, the other one is found at once.
  if (filled && look?.kind === "form" && look.offerId !== filled.offerId) setFilled(null);
  const isFilled = filled !== null;
  const onFilled = (offerId: string) => setFilled({ offerId });
  useEffect(() => {
    if (filled === null) return;
    const timer = setTimeout(() => {
      setFilled(null);
      say.clear();
    }, FILLED_MS);
    return () => clearTimeout(timer);
  }, [filled, say]);
  return (
    <>
      <FillStep asked={asked} onFilled={onFilled} isFilled={isFilled} />
      <ReminderHint onLook={() => void api.openApp("#places")} />
      {isOnSite(look) && <SiteActs keyShown={look.keyShown && !isFilled} inWindow={inWindow} onAdd={onAdd} />}
    </>
  );
}
