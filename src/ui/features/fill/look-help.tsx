import type { FillLook } from "../../../protocol/page.ts";
import type { Api } from "../../api.ts";
import { lookSentence, pagePress as press } from "../../text/page-acts.ts";

type LookHelpProps = { api: Api; look: Exclude<FillLook, { kind: "form" }>; lookAgain: () => Promise<void> };

/** Why nothing can be filled, each time with the button that helps. */
export function LookHelp({ api, look, lookAgain }: LookHelpProps) {
  const helps = {
    "no-access": [press.allowAccess, () => api.requestSiteAccess()],
    "reload-page": [
      press.reload,
      () => (look.kind === "reload-page" ? api.reloadTab(look.tabId) : undefined),
    ],
    "other-page": [press.openSite, () => api.openRestoreSite()],
    "no-form": [press.lookAgain, () => undefined],
    ambiguous: [press.lookAgain, () => undefined],
    refused: [press.lookAgain, () => undefined],
  } as const;
  const [name, act] = helps[look.kind];
  return (
    <div class="strip">
      <p>{lookSentence(look)}</p>
      <button
        type="button"
        onClick={async () => {
          await act();
          await lookAgain();
        }}
      >
        {name}
      </button>
    </div>
  );
}
