import type { FillOutcome } from "../../../protocol/content.ts";
import { useSay } from "../../kit/say.tsx";
import { useText } from "../../text/use-text.ts";

/** Says how a fill ended; answers whether the key is in the form. */
export function useSayOutcome(): (outcome: FillOutcome) => boolean {
  const { outcomeText } = useText();
  const say = useSay();
  return (outcome) => {
    const isFilled = outcome === "filled" || outcome === "filled-button-disabled";
    if (isFilled) say.status(outcomeText[outcome]);
    else say.alert(outcomeText[outcome]);
    return isFilled;
  };
}
