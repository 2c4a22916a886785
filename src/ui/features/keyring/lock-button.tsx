import { Button } from "../../kit/button.tsx";
import { useActFailed, useAsk } from "../../kit/use-act.ts";
import { useText } from "../../text/use-text.ts";

export function LockButton({ iconOnly = false }: { iconOnly?: boolean }) {
  const { press } = useText();
  const ask = useAsk();
  const failed = useActFailed();
  // Not one at a time: where nothing answers the first press, the second still asks to lock.
  const lock = () => ask("keyring.lock", {}).catch(failed);
  return <Button label={press.lock} icon="lock" iconOnly={iconOnly} look="quiet" onPress={lock} />;
}
