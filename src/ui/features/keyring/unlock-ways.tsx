import { useEffect } from "preact/hooks";
import { Button } from "../../kit/button.tsx";
import { useAct } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";
import { passkeyOf, textOrSay, whyNotUnlocked } from "./passkey-answers.ts";
import { Unlock } from "./unlock.tsx";
import { type Ceremony, useCeremony } from "./use-ceremony.ts";
import { usePasskeys } from "./use-passkeys.ts";

/** May the page ask for a passkey by itself? Once, and not after it was locked in front of somebody. */
export type MayPrompt = { current: boolean };

function ByPasskey({ ceremony, mayPrompt }: { ceremony: Ceremony; mayPrompt?: MayPrompt | undefined }) {
  const { passkeyText } = useText();
  const { busy, run, ask, say } = useAct();
  const unlock = () =>
    run(async () => {
      say.status(passkeyText.asking);
      // Another window may have changed the salts since the page was drawn.
      const { passkeys } = await ask("passkey.list", {});
      const answer = textOrSay(await ceremony.ask(passkeys.map(passkeyOf)), whyNotUnlocked);
      await ask("keyring.unlock-by-passkey", answer);
      say.clear();
    });
  // Once, when there is a passkey to ask for.
  useEffect(() => {
    if (!mayPrompt?.current) return;
    mayPrompt.current = false;
    if (document.hasFocus()) unlock();
  }, []);
  return <Button label={passkeyText.unlock} look="primary" busy={busy} onPress={unlock} />;
}

type UnlockWaysProps = {
  /** The toolbar popup closes when the authenticator's own window comes to the front: a window of ours asks. */
  openWindow?: (() => Promise<void>) | undefined;
  mayPrompt?: MayPrompt;
};

/** A passkey first, where there is one; the passphrase always. */
export function UnlockWays({ openWindow, mayPrompt }: UnlockWaysProps) {
  const { passkeyText } = useText();
  const ceremony = useCeremony();
  const hasPasskey = usePasskeys().length > 0 && ceremony !== null;
  return (
    <div class="stack">
      {hasPasskey && openWindow && <Button label={passkeyText.unlock} look="primary" onPress={openWindow} />}
      {hasPasskey && !openWindow && <ByPasskey ceremony={ceremony} mayPrompt={mayPrompt} />}
      <Unlock isSecond={hasPasskey} />
    </div>
  );
}
