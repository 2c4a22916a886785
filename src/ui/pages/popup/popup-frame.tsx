import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { PopupStep } from "../../../protocol/page.ts";
import { useApi } from "../../api.ts";
import { type MayPrompt, UnlockWays } from "../../features/keyring/unlock-ways.tsx";
import { Bar } from "../../kit/bar.tsx";
import { Button } from "../../kit/button.tsx";
import { usePageState } from "../../page-state.ts";
import { useText } from "../../text/use-text.ts";
import { useUseWatch } from "../../use-watch.ts";
import { Unlocked } from "./unlocked.tsx";

/**
 * Where the shortcut or the context menu wants the popup to be, until it is there. `isPopup`: the small window
 * takes no step away from it.
 */
function usePopupStep(isPopup: boolean): { step: PopupStep | null; onStepTaken: () => void } {
  const api = useApi();
  const [step, setStep] = useState<PopupStep | null>(null);
  useEffect(() => {
    if (!isPopup) return;
    const read = async () => {
      const reply = await api.ask("popup.step", {});
      if (reply.ok && reply.value.step !== null) setStep(reply.value.step);
    };
    void read();
    return api.onNotice((notice) => {
      if (notice === "step") void read();
    });
  }, [api, isPopup]);
  const onStepTaken = useCallback(() => setStep(null), []);
  return { step, onStepTaken };
}

/** Over a tab, popped out into a window of its own, or in a small one that asks for a passkey. */
export type PopupKind = "popup" | "window" | "passkey";

function HelpButton() {
  const api = useApi();
  const { tabWords } = useText();
  return <Button label={tabWords.help} look="quiet" onPress={() => api.openApp("#help")} />;
}

function Closed({ sentence, button }: { sentence: string; button: string }) {
  const api = useApi();
  return (
    <main class="closed">
      <p>{sentence}</p>
      <Button label={button} look="primary" onPress={() => api.openApp("")} />
      <HelpButton />
    </main>
  );
}

type ShutProps = { kind: PopupKind; mayPrompt: MayPrompt; step: PopupStep | null };

function Shut({ kind, mayPrompt, step }: ShutProps) {
  const api = useApi();
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
          <UnlockWays
            openWindow={kind === "popup" ? () => api.openPasskeyWindow(step) : undefined}
            mayPrompt={mayPrompt}
          />
          <HelpButton />
        </main>
      );
  }
}

/** The popup that brought us here opens again, where it was. */
function PasskeyDone({ backTo }: { backTo: PopupStep | null }) {
  const api = useApi();
  const { passkeyText } = useText();
  useEffect(() => {
    const back = async () => {
      if (backTo !== null) await api.ask("popup.keep-step", { step: backTo });
      await api.returnToPopup();
    };
    void back();
  }, [api, backTo]);
  return (
    <>
      <Bar />
      <main class="closed">
        <p>{passkeyText.windowDone}</p>
      </main>
    </>
  );
}

type PopupProps = {
  kind: PopupKind;
  /** Of the small window: where the popup was that opened it. */
  backTo?: PopupStep | null;
};

export function Popup({ kind, backTo = null }: PopupProps) {
  const { keyring } = usePageState();
  const place = usePopupStep(kind !== "passkey");
  useUseWatch("foreign");
  const mayPrompt = useRef(kind === "passkey");
  if (keyring.status === "unlocked") mayPrompt.current = false;
  if (keyring.status === "unlocked")
    return kind === "passkey" ? (
      <PasskeyDone backTo={backTo} />
    ) : (
      <Unlocked inWindow={kind === "window"} {...place} />
    );
  return (
    <>
      <Bar />
      <Shut kind={kind} mayPrompt={mayPrompt} step={place.step} />
    </>
  );
}
