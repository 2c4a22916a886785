import type { FillLook } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { useFillLook } from "./use-fill-look.ts";

type NoOffer = Exclude<FillLook, { kind: "form" }>;

/** What helps, and what it is called on the button. */
function useHelp(look: NoOffer): { label: string; help: () => unknown } {
  const api = useApi();
  const { pagePress } = useText();
  switch (look.kind) {
    case "no-access":
      return { label: pagePress.allowAccess, help: () => api.requestSiteAccess() };
    case "reload-page":
      return { label: pagePress.reload, help: () => api.reloadTab(look.tabId) };
    case "other-page":
      return { label: pagePress.openSite, help: () => api.openRestoreSite() };
    default:
      return { label: pagePress.lookAgain, help: () => undefined };
  }
}

/** Why nothing can be filled, each time with the button that helps. */
export function LookHelp({ look }: { look: NoOffer }) {
  const { lookSentence } = useText();
  const { lookAgain } = useFillLook();
  const { run } = useAct();
  const { label, help } = useHelp(look);
  const press = () =>
    run(async () => {
      await help();
      await lookAgain();
    });
  return (
    <div class="strip">
      <p>{lookSentence(look)}</p>
      <Button label={label} onPress={press} />
    </div>
  );
}
