import { useCallback, useEffect, useState } from "preact/hooks";
import type { PopupStep } from "../../../protocol/page.ts";
import type { Api } from "../../api.ts";
import { Unlock } from "../../features/keyring/unlock.tsx";
import { Brand } from "../../kit/brand.tsx";
import type { PageProps } from "../../live.tsx";
import { useText } from "../../text/use-text.ts";

import { Unlocked } from "./unlocked.tsx";

/** Where the shortcut or the context menu wants the popup to be, until it is there. */
function usePopupStep(api: Api): { step: PopupStep | null; onStepTaken: () => void } {
  const [step, setStep] = useState<PopupStep | null>(null);
  useEffect(() => {
    const read = async () => {
      const reply = await api.ask("popup.step", {});
      if (reply.ok && reply.value.step !== null) setStep(reply.value.step);
    };
    void read();
    return api.onNotice((notice) => {
      if (notice === "step") void read();
    });
  }, [api]);
  const onStepTaken = useCallback(() => setStep(null), []);
  return { step, onStepTaken };
}

function Closed({ sentence, button, api }: { sentence: string; button: string; api: Api }) {
  return (
    <main class="closed">
      <p>{sentence}</p>
      <button type="button" class="primary" onClick={() => api.openApp("")}>
        {button}
      </button>
    </main>
  );
}

function Shut({ state, api }: PageProps) {
  const { errorText, popupText, press } = useText();
  switch (state.keyring.status) {
    case "empty":
      return <Closed sentence={popupText.empty} button={press.setUp} api={api} />;
    case "damaged":
      return <Closed sentence={popupText.damaged} button={press.openTab} api={api} />;
    case "unsupported-version":
      return <Closed sentence={errorText["unsupported-version"]} button={press.openTab} api={api} />;
    default:
      return (
        <main class="closed">
          <p>{popupText.locked}</p>
          <Unlock api={api} />
        </main>
      );
  }
}

/** `inWindow`: popped out into a window of its own. */
export function Popup({ state, api, inWindow }: PageProps & { inWindow: boolean }) {
  const place = usePopupStep(api);
  const settings = state.keyring.settings;
  if (state.keyring.status === "unlocked" && settings !== null)
    return <Unlocked state={state} settings={settings} api={api} inWindow={inWindow} {...place} />;
  return (
    <>
      <header class="bar">
        <Brand />
      </header>
      <Shut state={state} api={api} />
    </>
  );
}
