import type { FillLook } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";
import { Button } from "../../kit/button.tsx";
import { useText } from "../../text/use-text.ts";

type LookHelpProps = { look: Exclude<FillLook, { kind: "form" }>; lookAgain: () => Promise<void> };

/** Why nothing can be filled, each time with the button that helps. */
export function LookHelp({ look, lookAgain }: LookHelpProps) {
  const api = useApi();
  const { lookSentence, pagePress } = useText();
  const helps = {
    "no-access": [pagePress.allowAccess, () => api.requestSiteAccess()],
    "reload-page": [
      pagePress.reload,
      () => (look.kind === "reload-page" ? api.reloadTab(look.tabId) : undefined),
    ],
    "other-page": [pagePress.openSite, () => api.openRestoreSite()],
    "no-form": [pagePress.lookAgain, () => undefined],
    ambiguous: [pagePress.lookAgain, () => undefined],
    refused: [pagePress.lookAgain, () => undefined],
  } as const;
  const [name, act] = helps[look.kind];
  return (
    <div class="strip">
      <p>{lookSentence(look)}</p>
      <Button
        label={name}
        onPress={async () => {
          await act();
          await lookAgain();
        }}
      />
    </div>
  );
}
