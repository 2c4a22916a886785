import { useCallback, useEffect, useState } from "preact/hooks";
import type { PopupStep } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";
import { Unlock } from "../../features/keyring/unlock.tsx";
import { Bar } from "../../kit/bar.tsx";
import { Button } from "../../kit/button.tsx";
import { usePageState } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { Unlocked } from "./unlocked.tsx";

/** Where the shortcut or the context menu wants the popup to be, until it is there. */
function usePopupStep(): { step: PopupStep | null; onStepTaken: () => void } {
  const api = useApi();
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

function Closed({ sentence, button }: { sentence: string; button: string }) {
  const api = useApi();
  return (
    <main class="closed">
      <p>{sentence}</p>
      <Button label={button} look="primary" onPress={() => api.openApp("")} />
    </main>
  );
}

function Shut() {
  const { errorText, popupText, press } = useText();
  switch (usePageState().keyring.status) {
    case "empty":
      return <Closed sentence={popupText.empty} button={press.setUp} />;
    case "damaged":
      return <Closed sentence={popupText.damaged} button={press.openTab} />;
    case "unsupported-version":
      return <Closed sentence={errorText["unsupported-version"]} button={press.openTab} />;
    default:
      return (
        <main class="closed">
          <p>{popupText.locked}</p>
          <Unlock />
        </main>
      );
  }
}

/** `inWindow`: popped out into a window of its own. */
export function Popup({ inWindow }: { inWindow: boolean }) {
  const { keyring } = usePageState();
  const place = usePopupStep();
  if (keyring.status === "unlocked") return <Unlocked inWindow={inWindow} {...place} />;
  return (
    <>
      <Bar />
      <Shut />
    </>
  );
}
